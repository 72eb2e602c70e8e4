// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/dm_packet.h"

#include <deque>

namespace dmsc {

/// What the client still has to say, cut into messages that the server accepts (PRO 2.1, 2.2). Sizes are those of the
/// encoded bytes. CmdIDs are given when a message is filled.
class ResponsePages
{
public:
    /// `joined`: stands in the same message as the one before (the statuses of an Atomic).
    void add(syncml::Command command, bool joined = false) { m_queue.push_back({std::move(command), joined, 0}); }
    /// Goes before everything else: what answers the request for the next message itself.
    void addFirst(syncml::Command command) { m_queue.push_front({std::move(command), false, 0}); }
    [[nodiscard]] bool empty() const { return m_queue.empty(); }
    void clear() { m_queue.clear(); }
    template <class Change> void forEach(const Change& change)
    {
        for (Entry& entry : m_queue)
            change(entry.command);
    }
    /// The server does not want the object whose chunk it got.
    void dropStarted();

    struct Page
    {
        Encoding encoding = Encoding::Wbxml;
        std::uint64_t limit = 0; ///< bytes of the encoded message; 0: none
        bool askNext = false; ///< Alert 1222 goes at the end
    };
    /// Puts as much as fits behind the commands that `message` has already, and Final where all is said and nothing is
    /// asked. Limit when not even one command fits.
    Result<void> fill(syncml::Message& message, const Page& page);

private:
    struct Entry
    {
        syncml::Command command;
        bool joined = false;
        std::size_t sent = 0; ///< octets of the only Item's Data that have gone before
    };
    [[nodiscard]] bool fits(const syncml::Message& message, const Page& page) const;
    [[nodiscard]] std::size_t howMany(const syncml::Message& message, const Page& page) const;
    [[nodiscard]] bool tooLarge(const Entry& entry, const Page& page) const;
    void append(syncml::Message& message, const syncml::Command& command) const;
    void take(syncml::Message& message, std::size_t count);
    bool takeItems(syncml::Message& message, const Page& page);
    bool takeChunk(syncml::Message& message, const Page& page);
    [[nodiscard]] syncml::Command remainder(const Entry& entry, std::size_t octets) const;

    std::deque<Entry> m_queue;
};

/// Whether the message, encoded, has at most so many bytes; 0: no limit.
[[nodiscard]] bool fitsInto(const syncml::Message& message, Encoding encoding, std::uint64_t limit);

} // namespace dmsc
