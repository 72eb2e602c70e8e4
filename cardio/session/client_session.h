// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/session/device_hooks.h"
#include "cardio/session/dialect.h"
#include "cardio/session/dm_auth.h"
#include "cardio/session/managed_tree.h"
#include "cardio/session/node_rights.h"
#include "cardio/session/record_outlet.h"
#include "cardio/session/user_agent.h"

#include <memory>

namespace dmsc {

class SecretKeeper;

/// A DM account as the client uses it (w7, DMAcc).
struct DmAccount
{
    std::string serverId;
    std::string name; ///< for people
    std::string address; ///< AppAddr: the URL
    DmSecret client; ///< the client proves itself with it; its nonce is the server's last
    DmSecret server; ///< the server proves itself with it; scheme None: nothing is demanded
};

struct ClientOptions
{
    Encoding encoding = Encoding::Wbxml;
    Dialect dialect = Dialect::Oma;
    std::string sessionId = "1"; ///< upper-case hexadecimal
    bool serverInitiated = false; ///< Alert 1200, after package 0
    std::uint64_t maxMsgSize = 16'384; ///< bytes that we accept in a message (PRO 2.1)
    std::uint64_t maxObjSize = std::uint64_t{4} << 20U; ///< bytes of an object that we accept (PRO 2.2)
    std::size_t maxMessages = 2'000; ///< of a session, in both directions: a server that never ends is left
    DdfChecks ddf; ///< the secrets of accounts are never read, whatever it says
    UserAgent* user = nullptr; ///< null: user alerts get 406
    DeviceHooks* hooks = nullptr;
    SecretKeeper* keeper = nullptr; ///< proves and checks in place of the account's passwords (GEN-6); null: nobody
    PromptAsker asker; ///< what prompts of this server say about it; `verified` is set by the session
    RecordOutlet records; ///< a row per message and Status; questions are the user's to write (RecordedUser)
    Actor peer = Actor::Server;
    std::vector<syncml::Command> alerts; ///< generic alerts for package 1: requests, results of earlier Execs
    RandomSource random; ///< nonces for the server; empty: the system's
    /// Recorded messages are answered: the first one's SessionID is the session's, MsgIDs are taken as they come, and
    /// each answer is encoded as the message was.
    bool replay = false;
    bool risingIds = false; ///< with `replay`: MsgIDs rise all the same, wherever they begin
};

/// How a session ended.
enum class SessionEnd : std::uint8_t {
    Running,
    Finished, ///< a message of the server without commands
    Aborted, ///< Alert 1223, or a limit was passed
    NotAuthenticated, ///< server or client could not prove itself
};

/// Why a session was aborted, or not authenticated.
enum class SessionAbort : std::uint8_t {
    None, ///< it was not; where it did not finish either, the server fell silent
    ByServer, ///< its Alert 1223
    Ids, ///< another SessionID, or a MsgID that does not rise
    Messages, ///< more of them than a session may have
    Size, ///< messages over our MaxMsgSize, one after the other
    Refused, ///< the server's last word refuses our message
    Unreadable, ///< bytes that are no message
    PlainUri, ///< its RespURI leads from https to http
    WeakerProof, ///< NotAuthenticated: it asked for a weaker type than the account's, Basic instead of MD5 say
    ServerUnproven, ///< of NotAuthenticated: the server did not prove who it is
    ClientUnproven, ///< of NotAuthenticated: the server does not take our proof
};
/// In words, to go on after a colon: "the server aborted it (Alert 1223)".
[[nodiscard]] QString describe(SessionAbort why);

/// The DM client of OMA DM 1.2 (PRO 2): makes package 1, then answers the server's messages until the session ends.
/// No I/O: bytes go in, bytes come out. Waits only for the user (UserAgent). Everything that the server sends is
/// hostile until parsed. `account` is changed where nonces move on (B12, B13); storing it is the caller's business.
class ClientSession
{
public:
    ClientSession(ManagedTree& device, DmAccount& account, ClientOptions options);
    ~ClientSession();
    ClientSession(const ClientSession&) = delete;
    ClientSession& operator=(const ClientSession&) = delete;

    /// Package 1.
    [[nodiscard]] Result<DmPacket> start();
    /// The answer to a message of the server; nullopt: nothing is sent, the session is over. Syntax for bytes that are
    /// no message: the session is aborted, the tree as after the last message.
    [[nodiscard]] Result<std::optional<DmPacket>> receive(const DmPacket& packet);

    [[nodiscard]] SessionEnd end() const;
    [[nodiscard]] SessionAbort whyAborted() const;
    /// Where the next packet goes: RespURI, or the account's address.
    [[nodiscard]] const std::string& address() const;
    [[nodiscard]] std::size_t messages() const; ///< in both directions
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] bool changedTree() const;
    [[nodiscard]] std::size_t commands() const; ///< of the server, that were looked at
    [[nodiscard]] std::size_t refused() const; ///< those of them that were not carried out, by the user's will or not
    [[nodiscard]] const RecordOutlet& records() const;

private:
    class State;
    std::unique_ptr<State> m_state;
};

/// Runs a session over a transport to its end.
struct SessionReport
{
    SessionEnd end = SessionEnd::Running;
    std::size_t messages = 0;
    std::size_t bytes = 0;
    bool changedTree = false;
    std::size_t commands = 0; ///< of the server
    std::size_t refused = 0; ///< of them: not carried out
    SessionAbort abort = SessionAbort::None;
};
[[nodiscard]] SessionReport reportOf(const ClientSession& session);
[[nodiscard]] Result<SessionReport> runClientSession(
    ClientSession& session, DmTransport& transport, const Progress& progress = {});

} // namespace dmsc
