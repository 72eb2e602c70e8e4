// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/handset_hooks.h"

#include "cardio/handset/confirmation.h"
#include "cardio/handset/mo_change.h"
#include "cardio/session/node_rights.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

using syncml::CommandKind;
using syncml::Item;
using syncml::StatusCode;

namespace {

constexpr std::string_view kInbox = "./Inbox";
constexpr std::size_t kLeastCommand = 4; ///< CLA INS P1 P2
constexpr std::size_t kMostCommand = 9 + 65'535; ///< an extended APDU with data and Le
constexpr std::size_t kMostAlerts = 1000;

bool isAtOrBelow(const Uri& uri, std::string_view above)
{
    return uri.text() == above || (uri.text().starts_with(above) && uri.text()[above.size()] == '/');
}

Prompt storeQuestion(const Tree& tree, NodeId mo, const PromptAsker& asker)
{
    PromptChange change;
    change.kind = PromptChange::Kind::Add;
    change.uri = tree.uri(mo).text();
    change.what = moName(tree, mo);
    Prompt prompt;
    prompt.kind = PromptKind::Confirm;
    prompt.asker = asker;
    prompt.text = QCoreApplication::translate("Consent", "Let these settings be stored on the card?");
    prompt.why = QCoreApplication::translate("Consent", "they were marked to be confirmed");
    prompt.ifYes = QCoreApplication::translate("Consent", "The card keeps a copy, for whoever may read it there");
    prompt.ifNo = QCoreApplication::translate("Consent", "They stay on this device alone, and who asks is told");
    prompt.changes = {change};
    return prompt;
}

} // namespace

HandsetHooks::HandsetHooks(HandsetParts parts)
    : m_parts(std::move(parts))
{
}

const Tree& HandsetHooks::tree() const
{
    return m_editor ? m_editor->tree() : m_parts.device->tree();
}

void HandsetHooks::work(TreeEditor* editor)
{
    TreeEditor* last = std::exchange(m_editor, editor);
    const auto marks = std::exchange(m_marks, {});
    if (!last || editor)
        return;
    // What came with a mark is remembered with it (USE-5), in the change set that brought it.
    for (const auto& [mo, mark, consent] : marks) {
        if (last->tree().find(mo) == kNoNode)
            continue;
        if (mark != ConfirmMark::Absent)
            (void)rememberMark(*last, mo, mark);
        if (consent)
            (void)rememberConsent(*last, *consent);
    }
}

bool HandsetHooks::takesOnlyAdd(const Uri& target) const
{
    return isAtOrBelow(target, kInbox);
}

std::optional<HookOutcome> HandsetHooks::run(
    CommandKind kind, const Uri& target, const Item& item, const std::string& correlator, const std::string& server)
{
    if (takesOnlyAdd(target))
        return HookOutcome{kind == CommandKind::Add ? addToInbox(item, server) : StatusCode::NotAllowed, {}};
    if (target.text() == kRelayCommand || target.text() == kRelayResponse)
        return relay(kind, target, item, server);
    if (target.text() == kStoreOnCard) {
        if (kind != CommandKind::Exec)
            return HookOutcome{StatusCode::NotAllowed, {}};
        return HookOutcome{storeOnCard(item, correlator, server), {}};
    }
    if (kind != CommandKind::Exec)
        return std::nullopt;
    const auto status = firmware(target, correlator);
    return status ? std::optional(HookOutcome{*status, {}}) : std::nullopt;
}

/// ACLs count where these nodes, or ./SmartCard with an ACL of its own, stand in the tree. Where they do not, every
/// server that the device has an account with may use them: others have no session.
bool HandsetHooks::permits(const Uri& uri, AclCommand command, const std::string& server) const
{
    const NodeRights rights(tree(), server);
    if (const NodeId node = tree().find(uri); node != kNoNode)
        return rights.allows(node, command);
    const NodeId parent = tree().find(uri.parent());
    return parent == kNoNode || tree().acl(parent).empty() || rights.allows(parent, command);
}

HookOutcome HandsetHooks::relay(CommandKind kind, const Uri& target, const Item& item, const std::string& server)
{
    const bool sends = target.text() == kRelayCommand;
    if (kind != (sends ? CommandKind::Replace : CommandKind::Get))
        return {StatusCode::NotAllowed, {}};
    if (!permits(target, sends ? AclCommand::Replace : AclCommand::Get, server))
        return {StatusCode::PermissionDenied, {}};
    if (!m_parts.card)
        return {StatusCode::NotFound, {}};
    if (sends)
        return {send(item), {}};
    Item answer;
    answer.source.uri = target.text();
    answer.meta.format = syncml::format::kBin;
    answer.meta.type = "application/octet-stream";
    answer.data = std::string(m_response.begin(), m_response.end());
    return {StatusCode::Ok, {std::move(answer)}};
}

/// Neither looked into nor kept: what it carries is between the server and the card.
StatusCode HandsetHooks::send(const Item& item)
{
    m_response.clear();
    if (!item.data)
        return StatusCode::IncompleteCommand;
    if (item.data->size() < kLeastCommand)
        return StatusCode::BadRequest;
    if (item.data->size() > kMostCommand)
        return StatusCode::TooLarge;
    const Bytes command(item.data->begin(), item.data->end());
    auto response = m_parts.card->transmit(command);
    if (!response)
        return StatusCode::CommandFailed;
    m_response = *std::move(response);
    return StatusCode::Ok;
}

StatusCode HandsetHooks::storeOnCard(const Item& item, const std::string& correlator, const std::string& server)
{
    if (!permits(*Uri::parse(kStoreOnCard), AclCommand::Exec, server))
        return StatusCode::PermissionDenied;
    if (!m_parts.store)
        return StatusCode::NotSupported;
    if (!item.data)
        return StatusCode::IncompleteCommand;
    const auto uri = Uri::parse(*item.data);
    if (!uri)
        return StatusCode::BadRequest;
    const NodeId mo = tree().find(*uri);
    if (mo == kNoNode)
        return StatusCode::NotFound;
    if (!tree().isInterior(mo) || tree().type(mo).empty())
        return StatusCode::NotAllowed; // Management Objects only
    // Who may not read it could have it read from the card.
    if (!NodeRights(tree(), server).allows(mo, AclCommand::Get))
        return StatusCode::PermissionDenied;
    // What came in by the user's consent leaves the device by it alone (PRV-2).
    if (ConfirmationMarks::onDevice(tree()).of(*uri) == ConfirmMark::Confirm)
        if (const auto refused = ask(storeQuestion(tree(), mo, m_parts.asker)))
            return *refused;
    const StatusCode stored = m_parts.store(tree(), mo);
    if (correlator.empty())
        return stored;
    alert(resultAlert(std::string(kStoreOnCard), std::string(kStoreAlert), static_cast<int>(stored), correlator));
    return StatusCode::Accepted;
}

syncml::Command resultAlert(const std::string& source, const std::string& type, int code, const std::string& correlator)
{
    syncml::Command command;
    command.kind = CommandKind::Alert;
    command.alert = syncml::AlertCode::Generic;
    command.correlator = correlator;
    Item& item = command.items.emplace_back();
    item.source.uri = source;
    item.meta.type = type.starts_with("urn:") ? type : "Reversed-Domain-Name: " + type;
    item.meta.format = syncml::format::kChr;
    const bool good = code == static_cast<int>(StatusCode::Ok);
    item.meta.mark = good ? "informational" : "critical";
    item.data = std::to_string(code);
    return command;
}

void HandsetHooks::alert(syncml::Command result)
{
    if (m_alerts.size() < kMostAlerts)
        m_alerts.push_back(std::move(result));
}

std::vector<syncml::Command> HandsetHooks::takeAlerts()
{
    if (!m_editor && !m_parts.cardBusy)
        for (const FirmwareJob& job : std::exchange(m_jobs, {}))
            carryOut(job);
    return std::exchange(m_alerts, {});
}

std::optional<StatusCode> HandsetHooks::ask(const Prompt& prompt)
{
    if (!m_parts.user)
        return StatusCode::NotSupported; // it must be asked about, and there is nobody
    switch (m_parts.user->ask(prompt).verdict) {
    case PromptAnswer::Verdict::Yes:
        return std::nullopt;
    case PromptAnswer::Verdict::TimedOut:
        return StatusCode::Timeout;
    case PromptAnswer::Verdict::TooLarge:
        return StatusCode::RequestedSizeTooBig;
    case PromptAnswer::Verdict::No:
    case PromptAnswer::Verdict::Cancelled:
        break;
    }
    return StatusCode::NotModified;
}

} // namespace dmsc
