// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/server_gate.h"
#include "cardio/session/server_inbox.h"
#include "cardio/session/server_outbox.h"

#include <deque>
#include <map>

namespace dmsc {

/// What was answered in a session, for messages that come again. The replies of long ago are forgotten, that the
/// message was there never.
class AnsweredMessages
{
public:
    void add(const DmPacket& packet, const DmPacket& reply);
    [[nodiscard]] bool has(const DmPacket& packet) const { return m_known.contains(keyOf(packet)); }
    [[nodiscard]] bool isLast(const DmPacket& packet) const { return !m_last.empty() && keyOf(packet) == m_last; }
    /// NotAllowed where the reply is forgotten.
    [[nodiscard]] Result<DmPacket> replyTo(const DmPacket& packet) const;
    /// The last reply; empty: none yet.
    [[nodiscard]] DmPacket last() const;

private:
    [[nodiscard]] static std::string keyOf(const DmPacket& packet);
    std::map<std::string, std::optional<DmPacket>> m_known; ///< by a digest of the message
    std::deque<std::string> m_kept; ///< whose replies are kept, oldest first
    std::string m_last;
    std::size_t m_bytes = 0; ///< of the replies
};

/// One session of a server from the client's first message to the server's last.
class ServerSession::State
{
public:
    State(ServerAccount& account, ServerOptions options, CommandSource source);

    [[nodiscard]] Result<DmPacket> receive(const DmPacket& packet, const syncml::Message& message);
    /// It was answered in this session, and is no new beginning of a client that has not got in.
    [[nodiscard]] bool isAnswered(const DmPacket& packet) const;
    [[nodiscard]] bool takes(const DmPacket& packet, const syncml::Header& header) const;
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] const ClientFacts& client() const { return m_facts; }
    [[nodiscard]] const std::string& sessionId() const { return m_sessionId; }

private:
    /// What the message being answered has come to so far.
    struct Turn
    {
        bool nextWanted = false; ///< Alert 1222
        bool aborted = false; ///< Alert 1223
        bool again = false; ///< the client wants other credentials
        bool refused = false; ///< the client does not take ours
    };
    /// What is answered beside the Statuses.
    enum class Kind : std::uint8_t {
        Work, ///< commands as they fit; Final with the last of them
        Wait, ///< Alert 1222: the client goes on with its package
        Refuse, ///< nothing, and Final; the session stays as it was
        Close, ///< the same, and that was all
        Abort, ///< Alert 1223
    };

    [[nodiscard]] Result<DmPacket> answer(const DmPacket& packet, const syncml::Message& message);
    [[nodiscard]] Result<DmPacket> admitted(const syncml::Message& message, const ServerGate::Admission& admission);
    [[nodiscard]] bool doubtsTheLast(const syncml::Message& message) const;
    [[nodiscard]] syncml::StatusCode fault(const DmPacket& packet, const syncml::Header& header) const;
    /// The client has had enough.
    [[nodiscard]] Result<DmPacket> leave(const syncml::Header& header, const Turn& turn);
    /// Status for the header, with `all` for every command too; what waited to be said goes on waiting.
    [[nodiscard]] Result<DmPacket> refuse(
        const syncml::Message& message, const ServerGate::Admission& admission, Kind kind, bool all);
    void learnSizes(const syncml::Header& header);
    [[nodiscard]] Result<DmPacket> nextPackage(const syncml::Header& header);
    [[nodiscard]] Result<DmPacket> write(const syncml::Header& to, Kind kind);
    /// How full a message is, and how full one with the Status of the header alone would be.
    struct Fill
    {
        std::size_t bytes = 0;
        std::size_t least = 0;
        std::uint32_t nextId = 1;
    };
    /// Statuses that fit; those that do not wait for the next message.
    [[nodiscard]] Result<Fill> fillStatuses(syncml::Message& reply);
    [[nodiscard]] syncml::Message replyTo(const syncml::Header& to);
    [[nodiscard]] ServerOutbox::Limits limits() const;
    void tellUnasked(const syncml::Message& message);
    void record(const DmPacket& packet, const syncml::Message& message, const Result<DmPacket>& reply,
        std::chrono::nanoseconds begin) const;

    // server_commands.cpp
    void take(const syncml::Command& command, Turn& turn);
    /// The client's Status of the header that we sent last.
    [[nodiscard]] bool isOfLastHeader(const syncml::Command& command) const;
    void takeStatus(const syncml::Command& status, Turn& turn);
    void takeResults(const syncml::Command& results);
    void takeAlert(const syncml::Command& alert, Turn& turn);
    void takeGeneric(const syncml::Command& alert);
    void takeDevInfo(const syncml::Command& replace);
    [[nodiscard]] ServerInbox::Taken takeItem(const syncml::Command& command, const syncml::Item& item);
    /// 1225: the rest of that object never came.
    void tellNoEnd(const std::optional<syncml::Item>& object);
    void say(const syncml::Command& command, syncml::StatusCode code, const syncml::Item* item = nullptr);
    void sayHeader(const syncml::Header& header, syncml::StatusCode code, std::optional<syncml::Chal> chal = {});

    ServerOptions m_options;
    CommandSource m_source;
    ServerGate m_gate;
    ServerInbox m_inbox;
    ServerOutbox m_outbox;
    ClientFacts m_facts;
    std::string m_user;
    std::string m_sessionId;
    std::deque<syncml::Command> m_statuses; ///< to be sent; that of the SyncHdr first
    std::vector<syncml::Command> m_alerts; ///< 1225: of objects whose end never came
    std::optional<std::uint64_t> m_clientMsgSize;
    std::optional<std::uint64_t> m_clientObjSize;
    Encoding m_encoding = Encoding::Wbxml;
    std::uint64_t m_resultBytes = 0; ///< of this package
    std::size_t m_received = 0; ///< messages
    syncml::MessageId m_in = syncml::MessageId::None; ///< the client's last
    syncml::MessageId m_now = syncml::MessageId::None; ///< of the message being answered
    std::uint32_t m_out = 0; ///< our last MsgID
    AnsweredMessages m_answered;
    bool m_admitted = false; ///< the message being answered
    bool m_announced = false; ///< our sizes are known to the client
    bool m_unfinished = false; ///< our package has not had its Final
    bool m_closing = false; ///< no commands any more, only Statuses
    bool m_ended = false;
    bool m_asked = false; ///< the source, for commands
    bool m_told = false; ///< that the session ended unasked
};

} // namespace dmsc
