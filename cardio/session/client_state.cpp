// SPDX-License-Identifier: Apache-2.0
// What the client does with a message of the server.
#include "cardio/session/client_state.h"

#include "cardio/session/account_rights.h"
#include "cardio/session/executor.h"
#include "cardio/session/message_records.h"
#include "cardio/session/responder.h"
#include "model/byte_array.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace dmsc {

using syncml::AlertCode;
using syncml::Command;
using syncml::CommandId;
using syncml::CommandKind;
using syncml::Item;
using syncml::Message;
using syncml::StatusCode;

namespace {

/// Larger ones are not even read to find out what they are called.
constexpr std::size_t kMostRead = std::size_t{16} << 20;
/// Messages over our size, one after the other: who has been told so often does not listen.
constexpr int kMostTooLarge = 3;
/// How often a message that was answered may come again.
constexpr int kMostRepeats = 10;

bool startsWith(const std::string& uri, QLatin1String scheme)
{
    return QLatin1String(uri.data(), static_cast<qsizetype>(uri.size())).startsWith(scheme, Qt::CaseInsensitive);
}
bool isHttps(const std::string& uri)
{
    return startsWith(uri, QLatin1String("https:"));
}
bool isHttp(const std::string& uri)
{
    return startsWith(uri, QLatin1String("http:"));
}

bool isCommand(const Command& command)
{
    const bool next = command.kind == CommandKind::Alert && command.alert == AlertCode::NextMessage;
    return command.kind != CommandKind::Status && command.kind != CommandKind::Results && !next;
}

bool has(const Message& message, AlertCode alert)
{
    return std::any_of(message.commands.begin(), message.commands.end(),
        [&](const Command& one) { return one.kind == CommandKind::Alert && one.alert == alert; });
}

/// Whether the command of that CmdID is Alert 1222.
bool asksForNext(const Message& message, CommandId id)
{
    return std::any_of(message.commands.begin(), message.commands.end(), [&](const Command& one) {
        return one.id == id && one.kind == CommandKind::Alert && one.alert == AlertCode::NextMessage;
    });
}

bool refusesChunk(const Command& command)
{
    return command.kind == CommandKind::Status && command.reference.name == "Results"
        && !syncml::isSuccess(command.status);
}

/// Of every member of an Atomic its Atomic's CmdID: their Statuses stay in one message.
void collectAtomics(const std::vector<Command>& commands, std::vector<std::pair<CommandId, CommandId>>& atomicOf)
{
    for (const Command& command : commands) {
        if (command.kind == CommandKind::Atomic) {
            atomicOf.emplace_back(command.id, command.id);
            for (const Command& member : command.members)
                atomicOf.emplace_back(member.id, command.id);
        } else {
            collectAtomics(command.members, atomicOf);
        }
    }
}

/// Objects larger than the server takes are not sent: their Get gets 413 instead (PRO 2.2).
void dropTooLarge(std::vector<Command>& answers, std::uint64_t most)
{
    if (most == 0)
        return;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const bool large = answers[i].kind == CommandKind::Results
            && std::any_of(answers[i].items.begin(), answers[i].items.end(),
                [&](const Item& item) { return item.data && item.data->size() > most; });
        if (!large)
            continue;
        if (i > 0 && answers[i - 1].reference.command == answers[i].reference.command)
            answers[i - 1].status = StatusCode::TooLarge;
        answers.erase(answers.begin() + static_cast<std::ptrdiff_t>(i--));
    }
}

} // namespace

ClientSession::State::State(ManagedTree& device, DmAccount& account, ClientOptions options)
    : m_device(&device)
    , m_account(&account)
    , m_options(std::move(options))
    , m_auth(account, m_options.keeper, m_options.random)
    , m_objects(m_options.maxObjSize)
    , m_address(account.address)
    , m_peerUri(account.address)
    , m_answerEncoding(m_options.encoding)
    , m_alerts(m_options.alerts)
{
}

Result<DmPacket> ClientSession::State::start()
{
    const auto begin = m_options.records.now();
    if (m_options.hooks)
        for (Command& alert : m_options.hooks->takeAlerts())
            m_alerts.push_back(std::move(alert));
    for (Command& command : packageOne())
        m_pages.add(std::move(command));
    Message message = nextMessage();
    auto packet = page(message, false);
    if (packet && m_options.records) {
        Record record = messageRecord(Actor::Device, m_options.peer, &message);
        record.request = toByteArray(packet->body);
        m_options.records.write(std::move(record), begin);
    }
    return packet;
}

ClientSession::State::Answer ClientSession::State::receive(const DmPacket& packet)
{
    if (m_end != SessionEnd::Running)
        return std::nullopt;
    const auto begin = m_options.records.now();
    ++m_messages;
    m_bytes += packet.body.size();
    // The answer was lost on its way: it is given again, and nothing is done twice.
    if (m_lastAnswer && packet.body == m_lastRequest) {
        if (++m_repeats < kMostRepeats && m_messages < m_options.maxMessages)
            return m_lastAnswer;
        const auto again = decodePacket(packet);
        return again ? leave(again->header, Status::Ok, SessionAbort::Messages) : Answer(std::nullopt);
    }
    m_repeats = 0;
    const std::vector<Command> asked = m_options.records ? m_sent : std::vector<Command>();
    Answer answer = answerTo(packet);
    if (!answer)
        abort(SessionAbort::Unreadable);
    m_lastRequest = packet.body;
    m_lastAnswer = answer ? *answer : std::nullopt;
    record(packet, answer, asked, begin);
    return answer;
}

void ClientSession::State::abort(SessionAbort why)
{
    m_end = SessionEnd::Aborted;
    m_abort = why;
}

void ClientSession::State::notProven(SessionAbort whose)
{
    m_end = SessionEnd::NotAuthenticated;
    m_abort = whose;
}

/// The server's message with our answer, then its Statuses of what we asked, and ours of what it asked.
void ClientSession::State::record(const DmPacket& packet, const Answer& answer, const std::vector<Command>& asked,
    std::chrono::nanoseconds begin) const
{
    if (!m_options.records)
        return;
    const auto message = decodePacket(packet);
    Record record = messageRecord(m_options.peer, Actor::Device, message ? &*message : nullptr);
    record.request = toByteArray(packet.body);
    if (answer && *answer)
        record.response = toByteArray((*answer)->body);
    if (!answer || m_end == SessionEnd::NotAuthenticated)
        record.level = StatusLevel::Error;
    m_options.records.write(std::move(record), begin);
    if (!message)
        return;
    writeStatuses(m_options.records, asked, message->commands, Actor::Device, m_options.peer);
    if (!answer || !*answer)
        return;
    if (const auto sent = decodePacket(**answer))
        writeStatuses(m_options.records, message->commands, sent->commands, m_options.peer, Actor::Device);
}

StatusCode ClientSession::State::checkHeader(const syncml::Header& header)
{
    if (m_options.replay) {
        if (m_lastRequest.empty())
            m_options.sessionId = header.sessionId; // the first message says what the session is called
        const auto before = std::exchange(m_peerMsgId, static_cast<std::uint32_t>(header.msgId));
        const bool rises = !m_options.risingIds || m_lastRequest.empty() || before < m_peerMsgId;
        return header.sessionId == m_options.sessionId && rises ? StatusCode::Ok : StatusCode::BadRequest;
    }
    const auto id = static_cast<std::uint32_t>(header.msgId);
    if (header.sessionId != m_options.sessionId || id <= m_peerMsgId)
        return StatusCode::BadRequest;
    m_peerMsgId = id;
    return StatusCode::Ok;
}

void ClientSession::State::noteHeader(const syncml::Header& header)
{
    if (!header.respUri.empty())
        m_address = header.respUri;
    if (m_peerUri.empty())
        m_peerUri = header.source.uri;
    if (header.meta.maxMsgSize)
        m_peerMaxMsgSize = *header.meta.maxMsgSize;
    if (header.meta.maxObjSize)
        m_peerMaxObjSize = *header.meta.maxObjSize;
}

const Command* ClientSession::State::headerStatus(const Message& message) const
{
    for (const Command& command : message.commands)
        if (command.kind == CommandKind::Status && command.reference.command == CommandId::None
            && command.reference.name == "SyncHdr"
            && (m_options.replay || static_cast<std::uint32_t>(command.reference.message) == m_msgId))
            return &command;
    return nullptr;
}

ClientSession::State::Answer ClientSession::State::answerTo(const DmPacket& packet)
{
    if (packet.body.size() > kMostRead)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("ClientSession", "a message of %1 bytes is larger than any that is read")
                .arg(packet.body.size()));
    const auto message = decodePacket(packet);
    if (!message)
        return tl::unexpected(message.error());
    if (m_options.replay)
        m_answerEncoding = encodingOf(packet);
    if (checkHeader(message->header) != Status::Ok)
        return leave(message->header, Status::BadRequest, SessionAbort::Ids);
    if (!m_options.replay && isHttp(message->header.respUri) && isHttps(m_address))
        return leave(message->header, Status::Forbidden, SessionAbort::PlainUri);
    noteHeader(message->header);
    m_objects.beginMessage(message->header);
    if (m_messages >= m_options.maxMessages)
        return leave(message->header, Status::Ok, SessionAbort::Messages);
    if (packet.body.size() > m_options.maxMsgSize) {
        if (++m_tooLarge > kMostTooLarge)
            return leave(message->header, Status::TooLarge, SessionAbort::Size);
        m_objects.refuseAll(message->commands, Status::TooLarge);
        Message answer = nextMessage();
        addHeaderStatus(answer, message->header, Status::TooLarge);
        return page(std::move(answer), !message->final);
    }
    m_tooLarge = 0;
    if (has(*message, AlertCode::SessionAbort)) {
        abort(SessionAbort::ByServer); // no answer (PRO 2.1)
        return std::nullopt;
    }
    const Command* ours = headerStatus(*message);
    const ClientAuth::Verdict verdict = m_auth.check(packet, *message, ours);
    if (m_auth.trouble())
        return tl::unexpected(*m_auth.trouble());
    const ClientAuth::Heard heard = m_auth.hear(ours);
    if (heard != ClientAuth::Heard::Fine)
        return heardRefusal(*message, verdict, heard);
    m_inPackageOne = m_inPackageOne && !(verdict.accepted || (ours && syncml::isSuccess(ours->status)));
    if (!verdict.accepted)
        return refuseServer(*message, verdict);
    return goOn(*message, verdict);
}

ClientSession::State::Answer ClientSession::State::heardRefusal(
    const Message& message, const ClientAuth::Verdict& verdict, ClientAuth::Heard heard)
{
    if (heard == ClientAuth::Heard::Refused) {
        notProven(m_auth.weakerAsked() ? SessionAbort::WeakerProof : SessionAbort::ClientUnproven);
        return std::nullopt;
    }
    queueAgain(message);
    Message again = nextMessage();
    addHeaderStatus(again, message.header, verdict.accepted ? verdict.status : Status::Ok, verdict.chal);
    return page(std::move(again), false);
}

ClientSession::State::Answer ClientSession::State::refuseServer(
    const Message& message, const ClientAuth::Verdict& verdict)
{
    m_objects.refuseAll(message.commands, verdict.status);
    std::vector<Command> refusals;
    for (const Command& command : message.commands) {
        if (command.kind == CommandKind::Status || command.kind == CommandKind::Results)
            continue;
        Command& refusal = refusals.emplace_back();
        refusal.kind = CommandKind::Status;
        refusal.reference.message = message.header.msgId;
        refusal.reference.command = command.id;
        refusal.reference.name =
            command.kind == CommandKind::Unknown ? command.name : std::string(syncml::commandName(command.kind));
        refusal.status = verdict.status;
    }
    if (refusals.empty() && verdict.proof == Proof::Missing) {
        if (message.final && !m_serverRefused)
            m_end = SessionEnd::Finished;
        else
            notProven(SessionAbort::ServerUnproven);
        return std::nullopt; // it wants nothing, so that it is not asked who it is (PRO 2.4)
    }
    m_serverRefused = m_serverRefused || !refusals.empty();
    if (verdict.last)
        notProven(SessionAbort::ServerUnproven);
    for (Command& refusal : refusals)
        m_pages.add(std::move(refusal));
    Message answer = nextMessage();
    addHeaderStatus(answer, message.header, verdict.status, verdict.chal);
    return page(std::move(answer), !message.final && !verdict.last);
}

ClientSession::State::Answer ClientSession::State::goOn(const Message& message, const ClientAuth::Verdict& verdict)
{
    if (std::any_of(message.commands.begin(), message.commands.end(), refusesChunk))
        m_pages.dropStarted();
    const bool nothingToDo = std::none_of(message.commands.begin(), message.commands.end(), isCommand);
    const bool asksNext = has(message, AlertCode::NextMessage);
    const Command* ours = headerStatus(message);
    const bool versions = message.header.verDtd == "1.2" && message.header.verProto == "DM/1.2";
    if (nothingToDo && message.final && !asksNext && versions) {
        m_end = SessionEnd::Finished;
        if (ours && !syncml::isSuccess(ours->status))
            abort(SessionAbort::Refused);
        return std::nullopt;
    }
    Status status = verdict.status;
    if (message.header.verDtd != "1.2")
        status = Status::DtdVersionUnsupported;
    else if (!versions)
        status = Status::ProtocolVersionUnsupported;
    else
        execute(message);
    if (!syncml::isSuccess(status))
        m_objects.refuseAll(message.commands, status);
    // A server that asks for the rest of our package has none of its own to go on with: our last message ends it.
    const bool unfinished = !message.final && !asksNext;
    const bool askNext = versions && (unfinished || m_objects.collecting());
    if (m_options.hooks && !askNext)
        for (Command& alert : m_options.hooks->takeAlerts())
            m_pages.add(std::move(alert));
    Message answer = nextMessage();
    addHeaderStatus(answer, message.header, status, verdict.chal);
    return page(std::move(answer), askNext);
}

void ClientSession::State::execute(const Message& message)
{
    TreeEditor editor = m_device->edit(m_account->serverId);
    ExecutorOptions options;
    options.server = m_account->serverId;
    options.permanent = m_options.ddf.permanent;
    options.accessType = [&described = m_options.ddf.accessType](const Tree& tree, NodeId node, AclCommand command) {
        const bool secret = command == AclCommand::Get && isAccountSecret(tree, node);
        return !secret && (!described || described(tree, node, command));
    };
    options.adds = m_options.ddf.adds;
    options.dialect = m_options.dialect;
    options.user = m_options.user;
    options.asker = m_options.asker;
    options.asker.verified = m_auth.serverProved();
    options.hooks = m_options.hooks;
    options.objects = &m_objects;
    if (m_peerMaxMsgSize != 0)
        options.fits = [&](const std::vector<Command>& answers) { return fitsAlone(message, answers); };
    CommandExecutor executor(editor, std::move(options));
    std::vector<Command> answers = executor.execute(message);
    m_objects.endMessage(message.final);
    answers.erase(answers.begin()); // each page has a Status of the SyncHdr of its own
    if (const bool changed = !editor.changes().changes.empty() || !editor.changes().touched.empty(); changed) {
        if (auto stored = m_device->commit(editor, m_account->serverId); !stored)
            markNotStored(answers, stored.error());
        else
            m_changedTree = true;
    }
    for (const Command& answer : answers) {
        if (answer.kind != CommandKind::Status)
            continue;
        ++m_commands;
        m_refused += syncml::isSuccess(answer.status) ? 0 : 1;
    }
    queue(message, std::move(answers));
}

bool ClientSession::State::fitsAlone(const Message& message, const std::vector<Command>& answers) const
{
    Message alone;
    alone.header.sessionId = m_options.sessionId;
    alone.header.msgId = static_cast<syncml::MessageId>(m_msgId + 1);
    alone.header.target.uri = m_peerUri;
    alone.header.source.uri = deviceId();
    m_auth.fill(alone.header);
    addHeaderStatus(alone, message.header, Status::Ok);
    for (const Command& answer : answers) {
        alone.commands.push_back(answer);
        alone.commands.back().id = static_cast<CommandId>(alone.commands.size());
    }
    constexpr std::uint64_t kRoom = 160; // Alert 1222, a Chal
    return m_peerMaxMsgSize > kRoom && fitsInto(alone, m_answerEncoding, m_peerMaxMsgSize - kRoom);
}

void ClientSession::State::queue(const Message& message, std::vector<Command> answers)
{
    dropTooLarge(answers, m_peerMaxObjSize);
    std::vector<std::pair<CommandId, CommandId>> atomicOf;
    collectAtomics(message.commands, atomicOf);
    CommandId open = CommandId::None;
    for (Command& answer : answers) {
        if (answer.kind == CommandKind::Status && asksForNext(message, answer.reference.command)) {
            m_pages.addFirst(std::move(answer));
            continue;
        }
        const auto found = std::find_if(
            atomicOf.begin(), atomicOf.end(), [&](const auto& pair) { return pair.first == answer.reference.command; });
        const bool inAtomic =
            found != atomicOf.end() && found->first != CommandId::None && answer.kind == CommandKind::Status;
        const CommandId atomic = inAtomic ? found->second : CommandId::None;
        const bool joined = inAtomic && atomic == open;
        open = answer.status == Status::AtomicResponseTooLarge ? CommandId::None : atomic;
        if (answer.status == Status::AtomicRolledBack && !joined)
            open = CommandId::None; // too many to keep them together: 517
        m_pages.add(std::move(answer), joined);
    }
}

} // namespace dmsc
