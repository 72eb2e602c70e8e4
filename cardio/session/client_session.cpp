// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/client_session.h"

#include "cardio/session/client_state.h"

#include <QCoreApplication>

namespace dmsc {

QString describe(SessionAbort why)
{
    switch (why) {
    case SessionAbort::None:
        break;
    case SessionAbort::ByServer:
        return QCoreApplication::translate("ClientSession", "the server aborted it (Alert 1223)");
    case SessionAbort::Ids:
        return QCoreApplication::translate(
            "ClientSession", "the server's message has another SessionID, or a MsgID that does not rise");
    case SessionAbort::Messages:
        return QCoreApplication::translate("ClientSession", "the server sends messages without end");
    case SessionAbort::Size:
        return QCoreApplication::translate("ClientSession", "the server sends messages over the client's MaxMsgSize");
    case SessionAbort::Refused:
        return QCoreApplication::translate("ClientSession", "the server refused the client's message");
    case SessionAbort::Unreadable:
        return QCoreApplication::translate("ClientSession", "the server sent something that is no DM message");
    case SessionAbort::PlainUri:
        return QCoreApplication::translate("ClientSession",
            "the server wants to go on without TLS (RespURI): everybody on the way could read and change the rest");
    case SessionAbort::WeakerProof:
        return QCoreApplication::translate("ClientSession",
            "the server asks for a weaker proof than the account's type, as somebody who wants the password would; if "
            "it can do no better, set the account to that type");
    case SessionAbort::ServerUnproven:
        return QCoreApplication::translate("ClientSession",
            "the server did not prove who it is, as the device's account for it demands; give the server the secret "
            "that stands there (AppAuth of level SRVCRED), or the account that of the server");
    case SessionAbort::ClientUnproven:
        return QCoreApplication::translate("ClientSession",
            "the server does not take the device's proof of who it is; the name and secret that stand in the account "
            "(AppAuth of level CLCRED) must be those that the server knows");
    }
    return QCoreApplication::translate("ClientSession", "the server said no more");
}

ClientSession::ClientSession(ManagedTree& device, DmAccount& account, ClientOptions options)
    : m_state(std::make_unique<State>(device, account, std::move(options)))
{
}

ClientSession::~ClientSession() = default;

Result<DmPacket> ClientSession::start()
{
    return m_state->start();
}

Result<std::optional<DmPacket>> ClientSession::receive(const DmPacket& packet)
{
    return m_state->receive(packet);
}

SessionEnd ClientSession::end() const
{
    return m_state->end();
}

SessionAbort ClientSession::whyAborted() const
{
    return m_state->whyAborted();
}

const std::string& ClientSession::address() const
{
    return m_state->address();
}

std::size_t ClientSession::messages() const
{
    return m_state->messages();
}

std::size_t ClientSession::bytes() const
{
    return m_state->bytes();
}

bool ClientSession::changedTree() const
{
    return m_state->changedTree();
}

std::size_t ClientSession::commands() const
{
    return m_state->commands();
}

std::size_t ClientSession::refused() const
{
    return m_state->refused();
}

const RecordOutlet& ClientSession::records() const
{
    return m_state->records();
}

SessionReport reportOf(const ClientSession& session)
{
    return {session.end(), session.messages(), session.bytes(), session.changedTree(), session.commands(),
        session.refused(), session.whyAborted()};
}

Result<SessionReport> runClientSession(ClientSession& session, DmTransport& transport, const Progress& progress)
{
    // What carries our packet and brings the server's, what that has us do, and what is answered: one exchange.
    auto round = std::make_unique<ExchangeScope>(session.records());
    auto first = session.start();
    if (!first)
        return tl::unexpected(first.error());
    std::optional<DmPacket> packet = *std::move(first);
    while (packet) {
        auto answer = transport.exchange(session.address(), *packet, progress);
        // What was said last, an abort say, may go unheard.
        if (session.end() != SessionEnd::Running)
            return reportOf(session);
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->body.empty())
            return reportOf(session); // the server has nothing to say
        auto next = session.receive(*answer);
        if (!next)
            return tl::unexpected(next.error());
        packet = *std::move(next);
        if (packet)
            round = std::make_unique<ExchangeScope>(session.records());
    }
    return reportOf(session);
}

} // namespace dmsc
