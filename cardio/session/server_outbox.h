// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/server_session.h"

#include <deque>
#include <map>

namespace dmsc {

/// The commands of a server's package on their way: cut into messages that the client takes, large objects into
/// chunks, and each matched with what the client answered.
class ServerOutbox
{
public:
    /// Room in messages to this client.
    struct Limits
    {
        std::size_t message = 0; ///< bytes of a whole message
        std::optional<std::uint64_t> object; ///< bytes of a large object; not set: none announced
        Encoding encoding = Encoding::Wbxml;
    };

    /// A new package; what was there is gone. An object over the client's limit is not sent: its answer is 413.
    void load(std::vector<syncml::Command> commands, const Limits& limits);
    /// Nothing more to send.
    [[nodiscard]] bool empty() const { return m_units.empty(); }
    /// What has no answer yet, or was refused for want of credentials, goes once more.
    void again();

    /// Puts as much as fits into the message, which holds `bytes` already; an empty one would hold `least`. Numbers
    /// commands from `nextId` on.
    void fill(
        syncml::Message& message, std::size_t bytes, std::size_t least, std::uint32_t& nextId, const Limits& limits);

    /// Bytes that a command adds to a message at most; SIZE_MAX for one that the encoding cannot carry.
    [[nodiscard]] static std::size_t sizeOf(const syncml::Command& command, Encoding encoding);

    void status(const syncml::Command& status);
    void results(const syncml::Reference& reference, syncml::Item item);
    /// 1225: the client has lost the object that is being sent.
    void abandon();
    /// What became of the package.
    [[nodiscard]] std::vector<CommandAnswer> take();

private:
    /// What goes over the wire as one command: a command, one Item of it, or a large object of one Item.
    struct Unit
    {
        CommandAnswer* answer = nullptr;
        std::optional<std::size_t> item; ///< that Item alone
        bool large = false;
        std::size_t sent = 0; ///< bytes of the large object
    };
    struct Slot
    {
        CommandAnswer* answer = nullptr;
        std::optional<std::size_t> item;
        bool chunk = false; ///< more of it follows
    };
    using SlotKey = std::pair<syncml::MessageId, syncml::CommandId>;
    enum class Step : std::uint8_t { Next, MessageFull };

    [[nodiscard]] Step sendFront(
        syncml::Message& message, std::size_t& bytes, std::size_t least, std::uint32_t& nextId, const Limits& limits);
    [[nodiscard]] Step sendChunk(
        syncml::Message& message, std::size_t room, bool alone, std::uint32_t& nextId, const Limits& limits);
    void append(syncml::Message& message, syncml::Command command, const Unit& unit, bool chunk, std::uint32_t& nextId);
    void split(const Unit& unit);
    void refuseFront(syncml::StatusCode code);
    [[nodiscard]] Slot* find(const syncml::Reference& reference);

    std::vector<CommandAnswer> m_answers; ///< never grows after load(): units and slots point into it
    std::deque<Unit> m_units;
    std::map<SlotKey, Slot> m_slots;
    syncml::MessageId m_last = syncml::MessageId::None;
};

} // namespace dmsc
