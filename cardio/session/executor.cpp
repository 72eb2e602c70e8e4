// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/executor.h"

#include "cardio/session/account_rights.h"
#include "cardio/session/device_hooks.h"
#include "cardio/session/large_objects.h"

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;
using syncml::Item;
using syncml::StatusCode;

namespace {

std::string nameOf(const Command& command)
{
    return command.kind == CommandKind::Unknown ? command.name : std::string(syncml::commandName(command.kind));
}

} // namespace

StatusCode statusFor(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return StatusCode::NotFound;
    case ErrorKind::Exists:
        return StatusCode::AlreadyExists;
    case ErrorKind::NotAllowed:
        return StatusCode::NotAllowed;
    case ErrorKind::Unsupported:
        return StatusCode::NotSupported;
    case ErrorKind::Full:
        return StatusCode::DeviceFull;
    case ErrorKind::Limit:
        return StatusCode::TooLarge;
    default:
        return StatusCode::CommandFailed;
    }
}

bool isTnds(const Item& item)
{
    return item.meta.type == syncml::mime::kTndsXml || item.meta.type == syncml::mime::kTndsWbxml;
}

bool sizeAgrees(const Item& item)
{
    const std::size_t raw = item.data ? item.data->size() : 0;
    const std::size_t travelled = item.base64 ? (raw + 2) / 3 * 4 : raw;
    return !item.meta.size || *item.meta.size == travelled;
}

CommandExecutor::CommandExecutor(TreeEditor& editor, ExecutorOptions options)
    : m_editor(&editor)
    , m_options(std::move(options))
    , m_rights(editor.tree(), m_options.server, m_options.access)
    , m_limits(UriLimits::of(editor.tree()))
{
}

std::vector<Command> CommandExecutor::execute(const syncml::Message& message)
{
    m_answers.clear();
    m_message = message.header.msgId;
    Command& header = answer(CommandKind::Status);
    header.reference.name = "SyncHdr";
    header.reference.targets = {message.header.target.uri};
    header.reference.sources = {message.header.source.uri};
    header.status = Status::Ok;
    if (message.header.verDtd != "1.2")
        header.status = Status::DtdVersionUnsupported;
    else if (message.header.verProto != "DM/1.2")
        header.status = Status::ProtocolVersionUnsupported;
    if (m_options.hooks)
        m_options.hooks->work(m_editor);
    if (header.status == Status::Ok)
        for (const Command& command : message.commands)
            run(command);
    if (m_options.hooks)
        m_options.hooks->work(nullptr);
    return std::move(m_answers);
}

Command& CommandExecutor::answer(CommandKind kind)
{
    Command& added = m_answers.emplace_back();
    added.kind = kind;
    added.id = static_cast<syncml::CommandId>(m_answers.size());
    added.reference.message = m_message;
    return added;
}

void CommandExecutor::status(const Command& command, Status code, const Item* item, std::vector<Item> said)
{
    Command& added = answer(CommandKind::Status);
    added.reference.command = command.id;
    added.reference.name = nameOf(command);
    if (item && !item->target.uri.empty())
        added.reference.targets = {item->target.uri};
    if (item && !item->source.uri.empty())
        added.reference.sources = {item->source.uri};
    added.status = code;
    added.items = std::move(said);
    if (code == Status::DeviceFull && m_shortage)
        added.items.emplace_back().data = m_shortage->text();
}

void CommandExecutor::results(const Command& command, std::vector<Item> items)
{
    Command& added = answer(CommandKind::Results);
    added.reference.command = command.id;
    added.items = std::move(items);
}

void CommandExecutor::run(const Command& command)
{
    const bool answers = command.kind == CommandKind::Status || command.kind == CommandKind::Results;
    if (command.fault) {
        if (m_options.objects)
            m_options.objects->refuseAll({command}, command.fault->answer);
        if (!answers)
            status(command, command.fault->answer);
        return;
    }
    if (m_options.objects && command.items.empty() && !answers && command.kind != CommandKind::Alert)
        tellInterrupted(m_options.objects->interrupted());
    switch (command.kind) {
    case CommandKind::Atomic:
        runAtomic(command);
        return;
    case CommandKind::Sequence:
        runSequence(command);
        return;
    case CommandKind::Status:
    case CommandKind::Results:
        return; // answers to us get no answer
    case CommandKind::Alert:
        runAlert(command);
        return;
    case CommandKind::Unknown:
        status(command, Status::NotSupported);
        return;
    default:
        runItems(command);
    }
}

void CommandExecutor::runItems(const Command& command)
{
    if (command.items.empty())
        status(command, Status::IncompleteCommand);
    for (const Item& item : command.items) {
        const auto whole = wholeItem(command, item);
        if (!whole)
            continue;
        Outcome outcome = runItem(command, *whole);
        status(command, outcome.status, &item);
        if (outcome.status == Status::Ok && command.kind == CommandKind::Get)
            results(command, std::move(outcome.results));
    }
}

std::optional<Item> CommandExecutor::wholeItem(const Command& command, const Item& item)
{
    if (!m_options.objects)
        return item;
    tellInterrupted(m_options.objects->interruptedBy(command.kind, item));
    LargeObjects::Step step = m_options.objects->take(command.kind, item);
    switch (step.what) {
    case LargeObjects::Step::What::Plain:
        return item;
    case LargeObjects::Step::What::Whole:
        return std::move(step.item);
    case LargeObjects::Step::What::Answer:
        break;
    }
    status(command, step.status, &item);
    return std::nullopt;
}

void CommandExecutor::tellInterrupted(const std::optional<Item>& object)
{
    if (!object)
        return;
    Command& alert = answer(CommandKind::Alert);
    alert.alert = syncml::AlertCode::NoEndOfData;
    alert.items = {*object};
}

CommandExecutor::Outcome CommandExecutor::runItem(const Command& command, const Item& item)
{
    m_hooked = false;
    m_declined = false;
    if (item.moreData)
        return {Status::NotSupported, {}};
    if (!sizeAgrees(item))
        return {Status::SizeMismatch, {}};
    const std::size_t before = m_editor->mark();
    if (auto hooked = runHook(command, item)) {
        if (!syncml::isSuccess(hooked->status))
            m_editor->rollBack(before);
        m_hooked = m_editor->mark() == before; // it was not done on the tree
        return *std::move(hooked);
    }
    return runOnTree(command, item);
}

CommandExecutor::Outcome CommandExecutor::runOnTree(const Command& command, const Item& item)
{
    const std::size_t before = m_editor->mark();
    m_shortage.reset();
    if (m_options.limits)
        m_options.limits->begin();
    const bool changes = command.kind != CommandKind::Get && command.kind != CommandKind::Exec;
    const bool names = changes && mayName(item);
    const AccountIds ids = names ? accountIds(tree()) : AccountIds();
    Outcome outcome;
    switch (command.kind) {
    case CommandKind::Get:
        return get(item);
    case CommandKind::Exec:
        return {exec(item), {}};
    case CommandKind::Add:
        outcome.status = add(item);
        break;
    case CommandKind::Replace:
        outcome.status = replace(item);
        break;
    case CommandKind::Delete:
        outcome.status = remove(item);
        break;
    case CommandKind::Copy:
        outcome.status = copy(item);
        break;
    default:
        return {Status::NotSupported, {}};
    }
    if (outcome.status == Status::Ok && names && takesIdentity(ids, accountIds(tree())))
        outcome.status = Status::PermissionDenied; // it would speak in another server's name from now on
    if (outcome.status == Status::Ok) {
        m_shortage = shortage();
        if (m_shortage)
            outcome.status = Status::DeviceFull;
    }
    if (outcome.status != Status::Ok)
        m_editor->rollBack(before); // a command is done whole or not at all
    return outcome;
}

bool CommandExecutor::mayName(const Item& item) const
{
    // The owner may do so; on a card nobody is known by an account.
    if (m_options.server.empty() || m_options.access)
        return false;
    const auto isId = [](std::string_view name) { return name == "ServerID" || name == "ServerId"; };
    const auto request = parseRequestUri(item.target.uri);
    if (!request)
        return false;
    const auto* property = std::get_if<NodeProperty>(&request->wish);
    const bool renames = property && *property == NodeProperty::Name;
    return isTnds(item) || (request->isPlain() && isId(request->uri.name()))
        || (renames && isId(item.data.value_or("")));
}

std::optional<Shortage> CommandExecutor::shortage() const
{
    if (m_options.limits)
        if (auto over = m_options.limits->exceeded())
            return over;
    if (!m_options.memoryFree || m_editor->growth() <= static_cast<std::int64_t>(*m_options.memoryFree))
        return std::nullopt;
    return Shortage{*m_options.memoryFree, static_cast<std::uint64_t>(m_editor->growth()), {}, {}};
}

CommandExecutor::Status CommandExecutor::missing(const Uri& uri) const
{
    return m_options.access && !m_options.access->knowsAbsenceAt(uri) ? Status::PermissionDenied : Status::NotFound;
}

bool CommandExecutor::isFor(NodeId node, AclCommand command) const
{
    const bool own = m_options.access && m_options.access->owns(node);
    return own || !m_options.accessType || m_options.accessType(tree(), node, command);
}

bool CommandExecutor::isPermanent(NodeId node) const
{
    return node == Tree::root() || (m_options.permanent && m_options.permanent(tree(), node));
}

} // namespace dmsc
