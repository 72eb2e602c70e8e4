// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"

#include <optional>
#include <string>
#include <vector>

namespace dmsc {

/// What has come of an object so far.
struct PendingObject
{
    syncml::CommandKind kind = syncml::CommandKind::Unknown;
    syncml::Item first; ///< without its data
    std::string travelled; ///< as Meta Size counts
    bool base64 = false;
};

/// An object of which a chunk was refused: what is left of it is on its way still.
struct RefusedObject
{
    syncml::CommandKind kind = syncml::CommandKind::Unknown;
    syncml::Item address;
    syncml::StatusCode status = syncml::StatusCode::None; ///< that every chunk gets
    std::optional<std::uint64_t> left; ///< of the announced size; nullopt: nobody knows, or more of it came
    bool heard = true; ///< something of it came in the message at hand
};

/// Puts an object together that comes in chunks over several messages (PRO 2.2). Nothing of it reaches the tree before
/// the last chunk is there and the sizes agree. Of an object that was refused, or given up, the remaining chunks are
/// refused as well: its last one would pass for a whole object. Such a last one is the first thing of its message
/// (PRO 2.2: nothing else in between) and, where it comes at once, as long as what is left of the announced size; any
/// other is an object of its own, and carried out.
class LargeObjects
{
public:
    /// `maxObjSize`: bytes of an object that are accepted.
    explicit LargeObjects(std::uint64_t maxObjSize)
        : m_maxSize(maxObjSize)
    {
    }

    /// Before the first command of each message. Forgets what was before when a session begins.
    void beginMessage(const syncml::Header& header);
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

    /// Why this chunk is refused: it belongs to an object that was.
    [[nodiscard]] std::optional<syncml::StatusCode> refusal(syncml::CommandKind kind, const syncml::Item& item);
    /// More of this object is to come, and it is refused. Nothing for an Item that is the last.
    void refuse(syncml::CommandKind kind, const syncml::Item& item, syncml::StatusCode status);
    /// The same for every object that these commands, which are not executed, begin or go on with.
    void refuseAll(const std::vector<syncml::Command>& commands, syncml::StatusCode status);
    /// A package that ended without a word of a refused object ends that too: what comes later is another.
    void endMessage(bool final);

    /// The next message must bring another chunk.
    [[nodiscard]] bool collecting() const { return m_pending.has_value(); }
    void forget();

private:
    /// The same where `follows` something else of its message.
    [[nodiscard]] std::optional<syncml::StatusCode> refusal(
        syncml::CommandKind kind, const syncml::Item& item, bool follows);
    [[nodiscard]] Step finish(const syncml::Item& last);
    void remember(syncml::CommandKind kind, const syncml::Item& item, syncml::StatusCode status,
        std::optional<std::uint64_t> left);
    [[nodiscard]] Step refused(syncml::CommandKind kind, const syncml::Item& item, syncml::StatusCode status);
    [[nodiscard]] std::vector<RefusedObject>::iterator refusedAt(syncml::CommandKind kind, const syncml::Item& item);

    std::uint64_t m_maxSize;
    std::optional<PendingObject> m_pending;
    std::vector<RefusedObject> m_refused;
    std::string m_session; ///< SessionID
    bool m_follows = false; ///< an Item of this message was seen
};

} // namespace dmsc
