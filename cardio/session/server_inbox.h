// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"

#include <optional>
#include <string>
#include <vector>

namespace dmsc {

/// An object of which not all chunks have come.
struct OpenObject
{
    syncml::CommandKind kind = syncml::CommandKind::Unknown;
    syncml::Item first; ///< without data
    std::vector<std::string> chunks; ///< as they came
    std::size_t bytes = 0;
    bool base64 = false;
    syncml::StatusCode refusal = syncml::StatusCode::None; ///< of all of it; its chunks are passed over
};

/// Puts large objects of a client together from their chunks (PRO 2.2). Bounded by the size that a server accepts.
class ServerInbox
{
public:
    explicit ServerInbox(std::uint64_t maxObjSize)
        : m_max(maxObjSize)
    {
    }

    /// What came of one Item.
    struct Taken
    {
        syncml::StatusCode status = syncml::StatusCode::Ok; ///< 213 for a chunk; 411, 413, 424 for what is dropped
        std::optional<syncml::Item> item; ///< whole
        std::optional<syncml::Item> interrupted; ///< of another object, whose end never came (1225)
    };
    [[nodiscard]] Taken take(syncml::CommandKind kind, syncml::Item item);
    /// Waits for the next chunk.
    [[nodiscard]] bool open() const { return m_open.has_value(); }
    /// Another message of the client begins.
    void beginMessage() { m_continued = false; }
    /// A chunk has come since.
    [[nodiscard]] bool continued() const { return m_continued; }
    /// Waits no longer; what it waited for.
    [[nodiscard]] std::optional<syncml::Item> forget();

private:
    [[nodiscard]] bool continues(syncml::CommandKind kind, const syncml::Item& item) const;
    [[nodiscard]] Taken add(syncml::Item item);
    [[nodiscard]] Taken close();

    std::uint64_t m_max;
    std::optional<OpenObject> m_open;
    bool m_continued = false;
};

} // namespace dmsc
