// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/session/dm_auth.h"
#include "cardio/session/record_outlet.h"

#include <functional>
#include <memory>
#include <vector>

namespace dmsc {

/// What the client answered to one command, Items and members with it. Large objects are whole again.
struct CommandAnswer
{
    syncml::Command command; ///< as it was sent
    syncml::StatusCode status = syncml::StatusCode::None;
    std::vector<syncml::StatusCode> items; ///< one per Item where the client gave them apart
    std::vector<syncml::Item> results; ///< of a Get; text of a user alert
    std::vector<CommandAnswer> members; ///< of Atomic and Sequence
};

/// What a server knows about the client that it speaks to.
struct ClientFacts
{
    std::string deviceId; ///< Source of the SyncHdr
    std::string user; ///< that proved itself
    bool authenticated = false;
    bool serverInitiated = false; ///< Alert 1200 came
    std::vector<std::pair<std::string, std::string>> devInfo; ///< URI and value
    std::vector<syncml::Command> alerts; ///< generic alerts (1226) since the last package
    bool mayRefuse = false; ///< it has not said yet whether it takes what proves who we are
    bool refused = false; ///< it does not, or has aborted after our last message: nothing more will be sent
};

/// What a server does: given the client and what it answered to the commands before, the next ones; empty: the session
/// ends. Called when a package of the client is complete, and once more when the client refuses us; may block, in the
/// thread that carries the client's message.
using CommandSource =
    std::function<Result<std::vector<syncml::Command>>(const ClientFacts& client, std::vector<CommandAnswer> answers)>;

/// What a server demands of a client and proves to it.
struct ServerAccount
{
    DmSecret client; ///< scheme None: anybody is let in
    DmSecret server; ///< None: no Cred is sent
};

struct ServerOptions
{
    std::string serverId;
    std::string respUri; ///< where the client's next message shall go; never empty on the wire
    std::uint64_t maxMsgSize = 65'536; ///< bytes that we accept
    std::uint64_t maxObjSize = std::uint64_t{16} << 20U;
    std::size_t maxMessages = 10'000;
    std::optional<Encoding> encoding; ///< not set: as the client writes
    RecordOutlet records; ///< a row per message and Status
    Actor self = Actor::Server; ///< in records; the card acts as a server too
    RandomSource random; ///< nonces; empty: the system's
    /// Whether a generic alert is understood (200/202), or the Status that refuses it (415).
    std::function<syncml::StatusCode(const syncml::Item&)> alert;
    /// Told of a session that ended before its source was asked for commands; `turnedAway`: the client could not prove
    /// itself and gets no further try. In the thread that carries the client's message; may be empty.
    std::function<void(const ClientFacts& client, const std::string& sessionId, bool turnedAway)> endedUnasked;
};

/// One session of a DM server (PRO 2), whoever acts as one: the emulated DMS, an application, a card. No I/O: bytes go
/// in, bytes come out. `account` is changed where nonces move on. Retransmissions get the same answer again.
class ServerSession
{
public:
    ServerSession(ServerAccount& account, ServerOptions options, CommandSource source);
    ~ServerSession();
    ServerSession(const ServerSession&) = delete;
    ServerSession& operator=(const ServerSession&) = delete;

    /// The answer to a message of the client. Syntax for bytes that are no message (HTTP 400); Limit when the client
    /// takes no message that could hold an answer.
    [[nodiscard]] Result<DmPacket> receive(const DmPacket& packet);
    /// The same for who has read the packet already.
    [[nodiscard]] Result<DmPacket> receive(const DmPacket& packet, const syncml::Message& message);
    /// Whether the message belongs to this session, retransmissions with it; otherwise it begins another one.
    [[nodiscard]] bool takes(const DmPacket& packet, const syncml::Header& header) const;
    [[nodiscard]] bool ended() const;
    [[nodiscard]] const ClientFacts& client() const;
    [[nodiscard]] std::string sessionId() const;

private:
    class State; // server_state.h
    std::unique_ptr<State> m_state;
};

/// A server in process, one session after the other, for a client's transport.
class LocalServer final : public DmTransport
{
public:
    using MakeSource = std::function<CommandSource()>;
    LocalServer(ServerAccount& account, ServerOptions options, MakeSource source);
    [[nodiscard]] Result<DmPacket> exchange(
        const std::string& uri, const DmPacket& packet, const Progress& progress) override;
    [[nodiscard]] const ServerSession* session() const { return m_session.get(); } ///< null: none yet

private:
    ServerAccount* m_account;
    ServerOptions m_options;
    MakeSource m_makeSource;
    std::unique_ptr<ServerSession> m_session;
};

} // namespace dmsc
