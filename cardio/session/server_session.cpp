// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/server_session.h"

#include "cardio/session/server_state.h"

#include "cardio/session/message_records.h"
#include "model/byte_array.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <string_view>

namespace dmsc {

using syncml::Command;
using syncml::CommandId;
using syncml::CommandKind;
using syncml::Message;
using syncml::MessageId;
using syncml::StatusCode;

namespace {

/// To clients that announce nothing: there is one that takes no 40,000 bytes.
constexpr std::size_t kQuietClientMax = 39'999;

/// Of replies that are kept for messages that come again.
constexpr std::size_t kKeptReplies = std::size_t{1} << 20;

bool begins(const Message& message)
{
    return std::any_of(message.commands.begin(), message.commands.end(), [](const Command& command) {
        return command.alert == syncml::AlertCode::ServerInitiated
            || command.alert == syncml::AlertCode::ClientInitiated;
    });
}

Command alert(syncml::AlertCode code)
{
    Command command;
    command.kind = CommandKind::Alert;
    command.alert = code;
    return command;
}

} // namespace

ServerSession::State::State(ServerAccount& account, ServerOptions options, CommandSource source)
    : m_options(std::move(options))
    , m_source(std::move(source))
    , m_gate(account, m_options.random)
    , m_inbox(m_options.maxObjSize)
    , m_user(account.client.user)
{
}

std::string AnsweredMessages::keyOf(const DmPacket& packet)
{
    return QCryptographicHash::hash(toByteArray(packet.body), QCryptographicHash::Sha256).toStdString() + packet.hmac;
}

void AnsweredMessages::add(const DmPacket& packet, const DmPacket& reply)
{
    m_last = keyOf(packet);
    std::optional<DmPacket>& known = m_known[m_last];
    if (known)
        m_bytes -= known->body.size();
    else
        m_kept.push_back(m_last);
    known = reply;
    m_bytes += reply.body.size();
    while (m_bytes > kKeptReplies && m_kept.size() > 1) {
        std::optional<DmPacket>& old = m_known[m_kept.front()];
        m_bytes -= old->body.size();
        old.reset();
        m_kept.pop_front();
    }
}

Result<DmPacket> AnsweredMessages::replyTo(const DmPacket& packet) const
{
    const auto found = m_known.find(keyOf(packet));
    if (found != m_known.end() && found->second)
        return *found->second;
    return fail(ErrorKind::NotAllowed,
        QCoreApplication::translate("ServerSession", "the message was answered long ago, and is not answered again"));
}

DmPacket AnsweredMessages::last() const
{
    const auto found = m_known.find(m_last);
    return found == m_known.end() ? DmPacket() : found->second.value_or(DmPacket());
}

bool ServerSession::State::isAnswered(const DmPacket& packet) const
{
    // Until the client has got in, a message that is not its last may be another try.
    return m_answered.isLast(packet) || (m_in != MessageId::None && m_answered.has(packet));
}

bool ServerSession::State::takes(const DmPacket& packet, const syncml::Header& header) const
{
    if (m_received == 0)
        return true;
    if (header.sessionId != m_sessionId || header.source.uri != m_facts.deviceId)
        return false;
    if (m_answered.isLast(packet) || header.msgId > m_in || (!m_ended && isAnswered(packet)))
        return true;
    // A client that begins its answer to a challenge with MsgID 1 once more is still in this session.
    return m_gate.challenged() || static_cast<std::uint32_t>(header.msgId) > 1;
}

Result<DmPacket> ServerSession::State::receive(const DmPacket& packet, const Message& message)
{
    if (isAnswered(packet))
        return m_answered.replyTo(packet);
    const auto begin = m_options.records.now();
    auto reply = answer(packet, message);
    record(packet, message, reply, begin);
    tellUnasked(message);
    if (m_ended && !(m_closing && m_gate.mayBeRefused()))
        m_source = nullptr; // whoever waits at its other end learns that the session is over
    if (!reply)
        return reply;
    if (m_admitted || !m_facts.authenticated) { // others cannot push the last good message out
        m_answered.add(packet, *reply);
    }
    return reply;
}

/// Its source never heard of a session that ends before it was asked for commands.
void ServerSession::State::tellUnasked(const Message& message)
{
    const bool stray = static_cast<std::uint32_t>(message.header.msgId) > 1 && !begins(message) && m_received == 1;
    if (!m_ended || m_asked || m_told || stray || !m_options.endedUnasked)
        return;
    m_told = true;
    m_options.endedUnasked(m_facts, m_sessionId, m_gate.turnedAway());
}

/// None, or why no command of the message is looked at.
StatusCode ServerSession::State::fault(const DmPacket& packet, const syncml::Header& header) const
{
    const auto is = [](const std::string& text, QLatin1String expected) {
        return QString::fromStdString(text).compare(expected, Qt::CaseInsensitive) == 0;
    };
    if (!is(header.verProto, QLatin1String("DM/1.2")))
        return StatusCode::ProtocolVersionUnsupported;
    if (!is(header.verDtd, QLatin1String("1.2")))
        return StatusCode::DtdVersionUnsupported;
    if (packet.body.size() > m_options.maxMsgSize)
        return StatusCode::TooLarge;
    const bool ours = m_received == 1 || (header.sessionId == m_sessionId && header.source.uri == m_facts.deviceId);
    const bool next = m_received == 1 || header.msgId > m_in || m_gate.challenged();
    return ours && next ? StatusCode::None : StatusCode::BadRequest;
}

/// Whether the client asks once more who says that nothing is left to do (PRO 2.4), or will have none of it.
bool ServerSession::State::doubtsTheLast(const Message& message) const
{
    return m_closing && m_admitted
        && std::any_of(message.commands.begin(), message.commands.end(), [this](const Command& command) {
               return (isOfLastHeader(command) && asksForProof(command.status))
                   || command.alert == syncml::AlertCode::SessionAbort;
           });
}

Result<DmPacket> ServerSession::State::answer(const DmPacket& packet, const Message& message)
{
    const syncml::Header& header = message.header;
    const bool first = m_received == 0;
    const bool over = (m_ended && !doubtsTheLast(message)) || ++m_received > m_options.maxMessages;
    m_admitted = false;
    m_now = header.msgId;
    m_alerts.clear();
    m_encoding = m_options.encoding.value_or(encodingOf(packet));
    if (first) {
        m_sessionId = header.sessionId;
        m_facts.deviceId = header.source.uri;
    }
    if (!m_facts.authenticated)
        learnSizes(header);
    // A session that is over, or that never began here, is aborted.
    if (over || (first && static_cast<std::uint32_t>(header.msgId) > 1 && !begins(message)))
        return refuse(message, {StatusCode::BadRequest, {}, false, true}, Kind::Abort, false);
    if (const StatusCode code = fault(packet, header); code != StatusCode::None)
        return refuse(message, {code, {}, false, true}, first ? Kind::Close : Kind::Refuse, false);
    const ServerGate::Admission admission = m_gate.admit(packet, header);
    if (!admission.admitted)
        return refuse(message, admission, admission.last ? Kind::Close : Kind::Refuse, true);
    return admitted(message, admission);
}

Result<DmPacket> ServerSession::State::admitted(const Message& message, const ServerGate::Admission& admission)
{
    const syncml::Header& header = message.header;
    m_admitted = true;
    m_in = header.msgId;
    learnSizes(header);
    m_facts.authenticated = m_gate.authenticated();
    if (m_facts.authenticated)
        m_facts.user = m_user;
    sayHeader(header, admission.status, admission.chal);
    Turn turn;
    m_inbox.beginMessage();
    for (const Command& command : message.commands)
        take(command, turn);
    if (turn.aborted || turn.refused)
        return leave(header, turn);
    if (turn.again)
        m_outbox.again();
    const bool ready = turn.again || turn.nextWanted || message.final;
    if (message.final && m_inbox.open() && !m_inbox.continued())
        tellNoEnd(m_inbox.forget()); // its package is over, and the rest did not come
    if (m_inbox.open() || !ready)
        return write(header, Kind::Wait);
    if (m_unfinished || turn.again)
        return write(header, Kind::Work);
    return message.final ? nextPackage(header) : write(header, Kind::Wait);
}

Result<DmPacket> ServerSession::State::leave(const syncml::Header& header, const Turn& turn)
{
    m_facts.refused = turn.refused || m_closing;
    if (m_facts.refused && m_source)
        (void)m_source(m_facts, {});
    m_closing = false;
    return write(header, Kind::Close);
}

Result<DmPacket> ServerSession::State::refuse(
    const Message& message, const ServerGate::Admission& admission, Kind kind, bool all)
{
    auto waiting = std::exchange(m_statuses, {});
    // There is a client that sends again exactly the commands that were refused.
    if (all)
        for (const Command& command : message.commands)
            say(command, admission.status);
    sayHeader(message.header, admission.status, admission.chal);
    auto reply = write(message.header, kind);
    m_statuses = std::move(waiting);
    return reply;
}

void ServerSession::State::learnSizes(const syncml::Header& header)
{
    if (header.meta.maxMsgSize)
        m_clientMsgSize = header.meta.maxMsgSize;
    if (header.meta.maxObjSize)
        m_clientObjSize = header.meta.maxObjSize;
}

Result<DmPacket> ServerSession::State::nextPackage(const syncml::Header& header)
{
    if (!m_source)
        return write(header, Kind::Close);
    m_asked = true;
    m_resultBytes = 0;
    m_facts.mayRefuse = m_gate.mayBeRefused();
    auto commands = m_source(m_facts, m_outbox.take());
    m_facts.alerts.clear();
    if (!commands)
        return write(header, Kind::Abort);
    m_closing = commands->empty();
    m_outbox.load(*std::move(commands), limits());
    return write(header, Kind::Work);
}

ServerOutbox::Limits ServerSession::State::limits() const
{
    ServerOutbox::Limits limits;
    limits.message = static_cast<std::size_t>(
        std::min<std::uint64_t>(m_clientMsgSize.value_or(kQuietClientMax), syncml::kMaxMessageBytes));
    limits.object = m_clientObjSize;
    limits.encoding = m_encoding;
    return limits;
}

Message ServerSession::State::replyTo(const syncml::Header& to)
{
    Message reply;
    syncml::Header& header = reply.header;
    header.sessionId = m_sessionId;
    header.msgId = static_cast<MessageId>(++m_out);
    header.target.uri = to.source.uri;
    header.source.uri = to.target.uri.empty() ? m_options.serverId : to.target.uri;
    header.respUri = m_options.respUri.empty() ? header.source.uri : m_options.respUri;
    if (!m_announced) {
        header.meta.maxMsgSize = m_options.maxMsgSize;
        header.meta.maxObjSize = m_options.maxObjSize;
    }
    return reply;
}

Result<ServerSession::State::Fill> ServerSession::State::fillStatuses(Message& reply)
{
    const std::size_t limit = limits().message;
    Fill fill;
    while (!m_statuses.empty()) {
        Command& status = m_statuses.front();
        std::size_t size = ServerOutbox::sizeOf(status, m_encoding);
        if (!reply.commands.empty() && fill.bytes + size > limit) {
            if (fill.bytes > fill.least)
                break;
            status.reference.targets.clear(); // too long for any message: it must do without
            status.reference.sources.clear();
            size = ServerOutbox::sizeOf(status, m_encoding);
            if (fill.bytes + size > limit)
                break;
        }
        status.id = static_cast<CommandId>(fill.nextId++);
        reply.commands.push_back(std::move(status));
        m_statuses.pop_front();
        fill.bytes += size;
        if (reply.commands.size() > 1)
            continue;
        const auto encoded = encodePacket(reply, m_encoding);
        if (!encoded)
            return tl::unexpected(encoded.error());
        fill.least = encoded->body.size();
        fill.bytes = fill.least;
        if (fill.least > limit)
            return fail(ErrorKind::Limit,
                QCoreApplication::translate(
                    "ServerSession", "the client takes messages of %1 bytes, the shortest answer has %2")
                    .arg(limit)
                    .arg(fill.least));
    }
    return fill;
}

Result<DmPacket> ServerSession::State::write(const syncml::Header& to, Kind kind)
{
    Message reply = replyTo(to);
    // A message that only refuses proves nothing (PRO 2.4).
    if (m_admitted)
        m_gate.prove(reply.header);
    auto fill = fillStatuses(reply);
    if (!fill) {
        m_ended = true;
        return tl::unexpected(fill.error());
    }
    const auto add = [&](Command command) {
        command.id = static_cast<CommandId>(fill->nextId++);
        reply.commands.push_back(std::move(command));
    };
    for (Command& one : m_alerts)
        add(std::move(one));
    if (kind == Kind::Abort)
        add(alert(syncml::AlertCode::SessionAbort));
    else if (kind == Kind::Wait)
        add(alert(syncml::AlertCode::NextMessage));
    else if (kind == Kind::Work && m_statuses.empty())
        m_outbox.fill(reply, fill->bytes, fill->least, fill->nextId, limits());
    const bool all = m_statuses.empty() && m_outbox.empty();
    reply.final = kind != Kind::Wait && (kind != Kind::Work || all);
    if (kind == Kind::Work)
        m_unfinished = !all;
    m_ended = m_ended || kind == Kind::Close || kind == Kind::Abort || (kind == Kind::Work && m_closing && all);
    auto packet = encodePacket(reply, m_encoding);
    if (!packet) {
        m_ended = true;
        return packet;
    }
    if (m_admitted)
        m_gate.sign(*packet);
    m_announced = m_announced || m_admitted;
    return packet;
}

/// The client's message with our answer, then our Statuses of what it asked, and its own of what we asked before.
void ServerSession::State::record(
    const DmPacket& packet, const Message& message, const Result<DmPacket>& reply, std::chrono::nanoseconds begin) const
{
    const RecordOutlet& records = m_options.records;
    if (!records)
        return;
    Record record = messageRecord(Actor::Device, m_options.self, &message);
    // Sessions of several threads may be under way: ours is named in each row.
    record.exchange = records.current().value != 0 ? records.current() : records.newExchange();
    const ExchangeId exchange = record.exchange;
    record.request = toByteArray(packet.body);
    const auto sent = reply ? decodePacket(*reply) : tl::unexpected(reply.error());
    const Command* status = sent && !sent->commands.empty() ? &sent->commands.front() : nullptr;
    record.status = status ? QString::number(static_cast<int>(status->status)) : QStringLiteral("-");
    record.level = status ? statusLevel(status->status) : StatusLevel::Error;
    if (sent && onlyChallenges(sent->commands))
        record.level = StatusLevel::None;
    if (reply)
        record.response = toByteArray(reply->body);
    records.write(std::move(record), begin);
    const auto before = decodePacket(m_answered.last());
    writeStatuses(records, before ? before->commands : std::vector<Command>(), message.commands, m_options.self,
        Actor::Device, exchange);
    if (sent)
        writeStatuses(records, message.commands, sent->commands, Actor::Device, m_options.self, exchange);
}

ServerSession::ServerSession(ServerAccount& account, ServerOptions options, CommandSource source)
    : m_state(std::make_unique<State>(account, std::move(options), std::move(source)))
{
}

ServerSession::~ServerSession() = default;

Result<DmPacket> ServerSession::receive(const DmPacket& packet)
{
    const auto message = decodePacket(packet, syncml::Nul::PassedOver);
    if (!message)
        return tl::unexpected(message.error());
    return m_state->receive(packet, *message);
}

Result<DmPacket> ServerSession::receive(const DmPacket& packet, const Message& message)
{
    return m_state->receive(packet, message);
}

bool ServerSession::takes(const DmPacket& packet, const syncml::Header& header) const
{
    return m_state->takes(packet, header);
}

bool ServerSession::ended() const
{
    return m_state->ended();
}

const ClientFacts& ServerSession::client() const
{
    return m_state->client();
}

std::string ServerSession::sessionId() const
{
    return m_state->sessionId();
}

} // namespace dmsc
