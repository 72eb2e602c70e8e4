// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/tree_client.h"

#include "cardio/session/item_document.h"
#include "cardio/session/message_records.h"
#include "cardio/session/node_access.h"
#include "model/byte_array.h"
#include "model/formats/tnds.h"
#include "model/syncml/message_wbxml.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

using syncml::Command;
using syncml::CommandId;
using syncml::CommandKind;
using syncml::StatusCode;

namespace {

const Command* statusOf(const syncml::Message& answer, CommandId id)
{
    const auto found = std::find_if(answer.commands.begin(), answer.commands.end(),
        [id](const Command& c) { return c.kind == CommandKind::Status && c.reference.command == id; });
    return found == answer.commands.end() ? nullptr : &*found;
}

/// What a Status says, and for 420 how much is short of what.
QString textOf(const Command& status)
{
    QString text = syncml::describe(status.status);
    const bool full = status.status == StatusCode::DeviceFull && !status.items.empty() && status.items.front().data;
    const auto shortage = full ? Shortage::parse(*status.items.front().data) : std::nullopt;
    if (!shortage)
        return text;
    const char* more = QT_TRANSLATE_NOOP("TreeClient", "%1: %2 bytes are free, %3 are needed");
    QString name;
    if (!shortage->moType.empty()) {
        more = QT_TRANSLATE_NOOP("TreeClient", "%1: %2 bytes are free for MOs of the type %4, %3 are needed");
        name = QString::fromStdString(shortage->moType);
    } else if (!shortage->entity.empty()) {
        more = QT_TRANSLATE_NOOP("TreeClient", "%1: %2 bytes are free in the memory of %4, %3 are needed");
        name = QString::fromStdString(shortage->entity);
    }
    QString filled =
        QCoreApplication::translate("TreeClient", more).arg(text).arg(shortage->free).arg(shortage->needed);
    return name.isEmpty() ? filled : filled.arg(name);
}

/// A Status does not say why a command failed (500). Where the value does not fit its Format, that is why.
QString whyFailed(const std::vector<Operation>& operations, std::size_t failed, const Tree& now)
{
    Tree tree = now;
    for (std::size_t i = 0; i <= failed; ++i)
        if (!apply(tree, operations[i]))
            return {};
    const Uri& uri = operations[failed].uri;
    const NodeId node = tree.find(uri);
    const auto good = node == kNoNode ? Result<void>() : checkValues(tree, node);
    if (good)
        return {};
    return good.error().where == QString::fromStdString(uri.text()) ? good.error().what : good.error().text();
}

tl::unexpected<Error> noAnswer()
{
    return fail(
        ErrorKind::Syntax, QCoreApplication::translate("TreeClient", "the peer left a command without a Status"));
}

constexpr const char* kGet = "Get";

/// Our own Gets ask whether a node is there (still), and "no" is a good answer.
StatusLevel levelOf(CommandKind kind, StatusCode status)
{
    return kind == CommandKind::Get && status == StatusCode::NotFound ? StatusLevel::Ok : statusLevel(status);
}

} // namespace

TreeClient::TreeClient(MessageLink& link, TreeClientOptions options)
    : m_link(&link)
    , m_options(std::move(options))
{
}

void TreeClient::record(const syncml::Message& request, const Bytes& sent, const Result<Bytes>& received,
    std::chrono::nanoseconds begin) const
{
    if (!m_options.records)
        return;
    Record record = messageRecord(m_options.self, m_options.peer, &request);
    if (!request.commands.empty()) {
        const Command& first = request.commands.front();
        record.name = QString::fromUtf8(syncml::commandName(first.kind).data());
        record.target = firstTarget(first);
    }
    record.request = toByteArray(sent);
    if (received)
        record.response = toByteArray(*received);
    const auto answer = received ? syncml::decodeWbxml(*received) : tl::unexpected(received.error());
    const Command* status =
        answer && !request.commands.empty() ? statusOf(*answer, request.commands.front().id) : nullptr;
    record.status = status ? QString::number(static_cast<int>(status->status)) : QStringLiteral("-");
    record.level = status ? levelOf(request.commands.front().kind, status->status) : StatusLevel::Error;
    m_options.records.write(std::move(record), begin);
    if (!answer)
        return;
    for (Record& row : statusRecords(request.commands, answer->commands, m_options.self, m_options.peer, {})) {
        if (row.name == QLatin1String(kGet) && row.status == QString::number(static_cast<int>(StatusCode::NotFound)))
            row.level = levelOf(CommandKind::Get, StatusCode::NotFound);
        m_options.records.write(std::move(row));
    }
}

Result<syncml::Message> TreeClient::exchange(std::vector<Command> commands, const Progress& progress)
{
    syncml::Message message;
    message.header.sessionId = m_options.sessionId;
    message.header.msgId = static_cast<syncml::MessageId>(++m_messages);
    message.header.target.uri = m_options.target;
    message.header.source.uri = m_options.source;
    message.commands = std::move(commands);
    message.final = true;
    const auto bytes = syncml::encodeWbxml(message);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const ExchangeScope scope(m_options.records, ExchangeScope::Kind::Carried);
    const auto begin = m_options.records.now();
    const auto received = m_link->exchange(*bytes, progress);
    record(message, *bytes, received, begin);
    if (!received)
        return tl::unexpected(received.error());
    auto answer = syncml::decodeWbxml(*received);
    if (!answer)
        return answer;
    const Command* header = statusOf(*answer, CommandId::None);
    if (!header || !syncml::isSuccess(header->status))
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("TreeClient", "the peer refused the message: %1")
                .arg(header ? syncml::describe(header->status) : QStringLiteral("-")));
    return answer;
}

Result<std::vector<GetAnswer>> TreeClient::get(const std::vector<std::string>& targets, const Progress& progress)
{
    std::vector<Command> commands;
    commands.reserve(targets.size());
    for (const std::string& target : targets) {
        Command& get = commands.emplace_back();
        get.kind = CommandKind::Get;
        get.id = static_cast<CommandId>(commands.size());
        get.items.emplace_back().target.uri = target;
    }
    auto answer = exchange(std::move(commands), progress);
    if (!answer)
        return tl::unexpected(answer.error());
    std::vector<GetAnswer> answers(targets.size());
    for (Command& command : answer->commands) {
        const auto ref = static_cast<std::size_t>(command.reference.command);
        if (ref == 0 || ref > answers.size())
            continue;
        if (command.kind == CommandKind::Status)
            answers[ref - 1].status = command.status;
        else if (command.kind == CommandKind::Results)
            std::move(command.items.begin(), command.items.end(), std::back_inserter(answers[ref - 1].items));
    }
    for (const GetAnswer& one : answers)
        if (one.status == StatusCode::None || (one.status == StatusCode::Ok && one.items.empty()))
            return noAnswer();
    return answers;
}

Result<Tree> treeOf(const GetAnswer& answer, std::string_view name)
{
    if (answer.items.empty() || !answer.items.front().data)
        return noAnswer();
    const syncml::Item& item = answer.items.front();
    MgmtTreeReadOptions options;
    options.nameForUnnamedTop = name;
    const ByteView document(reinterpret_cast<const std::uint8_t*>(item.data->data()), item.data->size());
    auto content = item.meta.type == syncml::mime::kTndsXml ? readMgmtTreeXml(document, options)
                                                            : readMgmtTreeWbxml(document, options);
    if (!content)
        return tl::unexpected(content.error());
    return std::move(content->tree);
}

Result<Tree> TreeClient::readAll(const Progress& progress)
{
    const std::string all = ".?list=TNDS";
    const auto answers = get({all}, progress);
    if (!answers)
        return tl::unexpected(answers.error());
    if (answers->front().status != StatusCode::Ok)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("TreeClient", "the peer does not give its tree: %1")
                .arg(syncml::describe(answers->front().status)),
            QString::fromStdString(all));
    return treeOf(answers->front(), {});
}

Result<std::vector<OperationResult>> TreeClient::apply(
    const std::vector<Operation>& operations, const Tree& now, const Progress& progress)
{
    auto atomic = atomicFor(operations, now);
    if (!atomic)
        return tl::unexpected(atomic.error());
    const auto answer = exchange({*std::move(atomic)}, progress);
    if (!answer)
        return tl::unexpected(answer.error());
    std::vector<OperationResult> results;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const Command* status = statusOf(*answer, static_cast<CommandId>(i + 2));
        if (!status)
            return noAnswer();
        QString text = textOf(*status);
        if (status->status == StatusCode::CommandFailed)
            if (const QString why = whyFailed(operations, i, now); !why.isEmpty())
                text = QCoreApplication::translate("TreeClient", "%1: %2", "Status, reason").arg(text, why);
        results.push_back({i, static_cast<int>(status->status), std::move(text)});
    }
    return results;
}

bool allGood(const std::vector<OperationResult>& results)
{
    return std::all_of(results.begin(), results.end(), [](const OperationResult& result) {
        return syncml::isSuccess(static_cast<StatusCode>(result.status))
            && result.status != static_cast<int>(StatusCode::NotExecuted)
            && result.status != static_cast<int>(StatusCode::AtomicRolledBack);
    });
}

namespace {

ErrorKind kindOf(int status)
{
    switch (static_cast<StatusCode>(status)) {
    case StatusCode::NotFound:
        return ErrorKind::NotFound;
    case StatusCode::AlreadyExists:
        return ErrorKind::Exists;
    case StatusCode::DeviceFull:
    case StatusCode::TooLarge:
        return ErrorKind::Full;
    case StatusCode::DataStoreFailure:
        return ErrorKind::Io;
    case StatusCode::NotSupported:
    case StatusCode::UnsupportedTypeOrFormat:
        return ErrorKind::Unsupported;
    default:
        return ErrorKind::NotAllowed;
    }
}

} // namespace

Error firstFailure(const std::vector<OperationResult>& results, const std::vector<Operation>& operations)
{
    for (const OperationResult& result : results) {
        const auto code = static_cast<StatusCode>(result.status);
        if (code == StatusCode::Ok || code == StatusCode::AtomicRolledBack || code == StatusCode::NotExecuted)
            continue;
        return {kindOf(result.status),
            QCoreApplication::translate("TreeClient", "the peer refused a change: %1").arg(result.text),
            QString::fromStdString(operations[result.operation].uri.text())};
    }
    return {ErrorKind::NotAllowed, QCoreApplication::translate("TreeClient", "the peer refused the changes"), {}};
}

} // namespace dmsc
