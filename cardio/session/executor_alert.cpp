// SPDX-License-Identifier: Apache-2.0
// What does not concern the tree alone: the user (PRO 2.5), and the device behind the tree.
#include "cardio/session/device_hooks.h"
#include "cardio/session/executor.h"
#include "cardio/session/user_agent.h"

#include <algorithm>

namespace dmsc {

using syncml::AlertCode;
using syncml::Command;
using syncml::CommandKind;
using syncml::Item;
using Verdict = PromptAnswer::Verdict;

namespace {

constexpr std::size_t kMaxChoices = 1000; // more than anybody can look through
constexpr std::size_t kMaxPromptBytes = std::size_t{64} << 10;

std::optional<PromptKind> promptKindOf(AlertCode code)
{
    switch (code) {
    case AlertCode::Display:
        return PromptKind::Display;
    case AlertCode::ConfirmOrReject:
        return PromptKind::Confirm;
    case AlertCode::TextInput:
        return PromptKind::TextInput;
    case AlertCode::SingleChoice:
        return PromptKind::SingleChoice;
    case AlertCode::MultipleChoice:
        return PromptKind::MultipleChoice;
    default:
        return std::nullopt;
    }
}

QString textOf(const Item& item)
{
    const std::string_view data = item.data ? std::string_view(*item.data) : std::string_view();
    return QString::fromUtf8(data.data(), static_cast<qsizetype>(data.size()));
}

Prompt promptFor(const Command& alert, PromptKind kind, const PromptAsker& asker)
{
    Prompt prompt;
    prompt.kind = kind;
    prompt.asker = asker;
    prompt.text = textOf(alert.items[1]);
    prompt.options = promptOptionsOf(alert.items[0].data.value_or(std::string()));
    prompt.defaultYes = kind == PromptKind::Confirm && prompt.options.defaultResponse == QLatin1String("1");
    if (kind == PromptKind::SingleChoice || kind == PromptKind::MultipleChoice)
        std::transform(alert.items.begin() + 2, alert.items.end(), std::back_inserter(prompt.choices), textOf);
    return prompt;
}

bool canBeShown(const Command& alert)
{
    std::size_t bytes = 0;
    for (const Item& item : alert.items)
        bytes += item.data ? item.data->size() : 0;
    return alert.items.size() <= kMaxChoices + 2 && bytes <= kMaxPromptBytes;
}

Item dataItem(const QString& data)
{
    Item item;
    item.data = data.toStdString();
    return item;
}

/// Numbers of choices that exist, in their order, each once.
std::vector<int> goodChoices(const Prompt& prompt, std::vector<int> chosen)
{
    std::erase_if(chosen, [&](int one) { return one < 1 || one > static_cast<int>(prompt.choices.size()); });
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    if (prompt.kind == PromptKind::SingleChoice && chosen.size() > 1)
        chosen.resize(1);
    return chosen;
}

/// What was entered, as far as MAXLEN lets it; nothing when IT asks for something else.
std::vector<Item> enteredItem(const PromptOptions& options, const QString& entered)
{
    const QString text = options.maxLength ? entered.left(*options.maxLength) : entered;
    return isInput(options.input, text) ? std::vector{dataItem(text)} : std::vector<Item>();
}

std::vector<Item> answerItems(const Prompt& prompt, const PromptAnswer& answer)
{
    std::vector<Item> items;
    if (prompt.kind == PromptKind::TextInput)
        items = enteredItem(prompt.options, answer.text);
    else if (prompt.kind == PromptKind::SingleChoice || prompt.kind == PromptKind::MultipleChoice)
        for (const int one : goodChoices(prompt, answer.chosen))
            items.push_back(dataItem(QString::number(one)));
    return items;
}

AclCommand rightFor(CommandKind kind)
{
    switch (kind) {
    case CommandKind::Get:
        return AclCommand::Get;
    case CommandKind::Exec:
        return AclCommand::Exec;
    case CommandKind::Delete:
        return AclCommand::Delete;
    case CommandKind::Replace:
        return AclCommand::Replace;
    default:
        return AclCommand::Add;
    }
}

} // namespace

void CommandExecutor::runAlert(const Command& alert)
{
    if (alert.alert == AlertCode::NextMessage || alert.alert == AlertCode::SessionAbort) {
        status(alert, Status::Ok);
        return;
    }
    Outcome outcome = askUser(alert);
    status(alert, outcome.status, nullptr, std::move(outcome.results));
}

CommandExecutor::Outcome CommandExecutor::askUser(const Command& alert)
{
    m_declined = false;
    const auto kind = promptKindOf(alert.alert);
    if (!kind || !m_options.user)
        return {Status::NotSupported, {}};
    const bool choice = *kind == PromptKind::SingleChoice || *kind == PromptKind::MultipleChoice;
    if (alert.items.size() < (choice ? 3U : 2U) || !alert.items[1].data)
        return {Status::IncompleteCommand, {}};
    if (!canBeShown(alert))
        return {Status::RequestedSizeTooBig, {}};
    const Prompt prompt = promptFor(alert, *kind, m_options.asker);
    const PromptAnswer answer = m_options.user->ask(prompt);
    m_declined = answer.verdict != Verdict::Yes;
    switch (answer.verdict) {
    case Verdict::Yes:
        break;
    case Verdict::No:
        if (*kind == PromptKind::Confirm)
            return {Status::NotModified, {}};
        if (*kind != PromptKind::Display)
            return {Status::Cancelled, {}};
        m_declined = false; // nothing was asked
        break;
    case Verdict::Cancelled:
        return {Status::Cancelled, {}};
    case Verdict::TimedOut:
        return {Status::Timeout, {}};
    case Verdict::TooLarge:
        m_declined = false;
        return {Status::RequestedSizeTooBig, {}};
    }
    Outcome outcome{Status::Ok, answerItems(prompt, answer)};
    const bool answers = *kind == PromptKind::SingleChoice || *kind == PromptKind::TextInput;
    if (answers && outcome.results.empty()) {
        m_declined = true;
        outcome.status = Status::Cancelled; // none of the choices, or not what may be entered
    }
    return outcome;
}

std::optional<CommandExecutor::Outcome> CommandExecutor::runHook(const Command& command, const Item& item)
{
    if (!m_options.hooks)
        return std::nullopt;
    const auto request = parseRequestUri(item.target.uri);
    if (!request || std::holds_alternative<NodeProperty>(request->wish))
        return std::nullopt;
    if (command.kind != CommandKind::Add && m_options.hooks->takesOnlyAdd(request->uri))
        return Outcome{Status::NotAllowed, {}};
    // What is not in the tree has no ACL of its own: the hooks know who may use it.
    const NodeId node = tree().find(request->uri);
    if (node != kNoNode && (!allows(node, rightFor(command.kind)) || !sees(node)))
        return std::nullopt; // the tree says why not
    auto outcome = m_options.hooks->run(command.kind, request->uri, item, command.correlator, m_options.server);
    if (!outcome)
        return std::nullopt;
    return Outcome{outcome->status, std::move(outcome->results)};
}

std::optional<CommandExecutor::Status> CommandExecutor::refused(
    CommandKind kind, const Uri& target, const Item& item) const
{
    return m_options.hooks ? m_options.hooks->consent(kind, target, item, tree(), m_options.server) : std::nullopt;
}

} // namespace dmsc
