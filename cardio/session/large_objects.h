// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"

#include <optional>
#include <string>

namespace dmsc {

/// What has come of an object so far.
struct PendingObject
{
    syncml::CommandKind kind = syncml::CommandKind::Unknown;
    syncml::Item first; ///< without its data
    std::string travelled; ///< as Meta Size counts
    bool base64 = false;
};

/// Puts an object together that comes in chunks over several messages (PRO 2.2). Nothing of it reaches the tree before
/// the last chunk is there and the sizes agree.
class LargeObjects
{
public:
    /// `maxObjSize`: bytes of an object that are accepted.
    explicit LargeObjects(std::uint64_t maxObjSize)
        : m_maxSize(maxObjSize)
    {
    }

    /// A chunk is missing: what comes now is something else. Forgets what was collected and tells whose it was.
    [[nodiscard]] std::optional<syncml::Item> interruptedBy(syncml::CommandKind kind, const syncml::Item& item);
    /// The same for a command that has no Items, or that cannot be a chunk.
    [[nodiscard]] std::optional<syncml::Item> interrupted();

    struct Step
    {
        enum class What : std::uint8_t {
            Plain, ///< no chunk: to be executed as it is
            Whole, ///< `item` is the object
            Answer, ///< `status` is all that there is to say: 213, or why it is refused
        } what = What::Plain;
        syncml::StatusCode status = syncml::StatusCode::None;
        syncml::Item item;
    };
    [[nodiscard]] Step take(syncml::CommandKind kind, const syncml::Item& item);

    /// The next message must bring another chunk.
    [[nodiscard]] bool collecting() const { return m_pending.has_value(); }
    void forget() { m_pending.reset(); }

private:
    [[nodiscard]] Step finish(const syncml::Item& last);

    std::uint64_t m_maxSize;
    std::optional<PendingObject> m_pending;
};

} // namespace dmsc
