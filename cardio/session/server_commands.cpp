// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/server_state.h"

#include <algorithm>

// What a server's session makes of each command of its client.
namespace dmsc {

using syncml::AlertCode;
using syncml::Command;
using syncml::CommandId;
using syncml::CommandKind;
using syncml::Item;
using syncml::MessageId;
using syncml::StatusCode;

namespace {

constexpr std::size_t kMaxDevInfo = 1'000; ///< nodes
constexpr std::size_t kMaxAlerts = 1'000; ///< generic alerts in a package
/// All Results of a package together may be so many times the largest object.
constexpr std::uint64_t kResultsShare = 4;

const std::string& uriOf(const Item& item)
{
    return item.source.uri.empty() ? item.target.uri : item.source.uri;
}

bool isDevInfo(std::string_view uri)
{
    if (uri.starts_with("./"))
        uri.remove_prefix(2);
    constexpr std::string_view kRoot = "DevInfo";
    return uri == kRoot || (uri.starts_with(kRoot) && uri.size() > kRoot.size() && uri[kRoot.size()] == '/');
}

} // namespace

void ServerSession::State::sayHeader(const syncml::Header& header, StatusCode code, std::optional<syncml::Chal> chal)
{
    Command status;
    status.kind = CommandKind::Status;
    status.reference = {header.msgId, CommandId::None, "SyncHdr", {header.target.uri}, {header.source.uri}};
    status.status = code;
    status.chal = std::move(chal);
    m_statuses.push_front(std::move(status));
}

void ServerSession::State::say(const Command& command, StatusCode code, const Item* item)
{
    // Results are answered only when something is to be said about them (REPU 4.1.6.12).
    if (command.kind == CommandKind::Status || (command.kind == CommandKind::Results && code == StatusCode::Ok))
        return;
    Command status;
    status.kind = CommandKind::Status;
    status.reference.message = m_now;
    status.reference.command = command.id;
    status.reference.name = command.name.empty() ? syncml::commandName(command.kind) : std::string_view(command.name);
    if (!item && command.items.size() == 1)
        item = &command.items.front();
    if (item && !item->target.uri.empty())
        status.reference.targets.push_back(item->target.uri);
    if (item && !item->source.uri.empty())
        status.reference.sources.push_back(item->source.uri);
    status.status = code;
    m_statuses.push_back(std::move(status));
}

void ServerSession::State::take(const Command& command, Turn& turn)
{
    if (command.kind == CommandKind::Status) {
        takeStatus(command, turn);
    } else if (command.kind == CommandKind::Unknown) {
        say(command, command.id == CommandId::None ? StatusCode::BadRequest : StatusCode::NotSupported);
    } else if (command.fault) {
        say(command, command.fault->answer);
    } else if (command.kind == CommandKind::Results) {
        takeResults(command);
    } else if (command.kind == CommandKind::Alert) {
        takeAlert(command, turn);
    } else if (command.kind == CommandKind::Replace) {
        takeDevInfo(command);
    } else {
        say(command, StatusCode::NotAllowed); // no client manages its server (PRO 2.3)
    }
}

bool ServerSession::State::isOfLastHeader(const Command& command) const
{
    const syncml::Reference& reference = command.reference;
    // Without MsgRef and CmdRef only its Cmd tells what it is about.
    const bool named = reference.name == "SyncHdr" || (reference.name.empty() && reference.message != MessageId::None);
    const bool header = command.kind == CommandKind::Status && reference.command == CommandId::None && named;
    const bool last = reference.message == static_cast<MessageId>(m_out) || reference.message == MessageId::None;
    return header && last && m_out != 0;
}

void ServerSession::State::takeStatus(const Command& status, Turn& turn)
{
    if (status.fault)
        return;
    if (status.reference.command != CommandId::None) {
        m_outbox.status(status);
        return;
    }
    if (!isOfLastHeader(status))
        return;
    const ServerGate::Verdict verdict = m_gate.heard(status);
    turn.again = turn.again || verdict == ServerGate::Verdict::Again;
    turn.refused = turn.refused || verdict == ServerGate::Verdict::Refused;
}

ServerInbox::Taken ServerSession::State::takeItem(const Command& command, const Item& item)
{
    ServerInbox::Taken taken = m_inbox.take(command.kind, item);
    tellNoEnd(taken.interrupted);
    return taken;
}

void ServerSession::State::tellNoEnd(const std::optional<Item>& object)
{
    if (!object)
        return;
    Command alert;
    alert.kind = CommandKind::Alert;
    alert.alert = AlertCode::NoEndOfData;
    alert.items.emplace_back();
    alert.items.back().target = object->target;
    alert.items.back().source = object->source;
    m_alerts.push_back(std::move(alert));
}

void ServerSession::State::takeResults(const Command& results)
{
    StatusCode worst = StatusCode::Ok;
    for (const Item& item : results.items) {
        ServerInbox::Taken taken = takeItem(results, item);
        if (taken.status != StatusCode::Ok)
            worst = taken.status;
        if (!taken.item)
            continue;
        m_resultBytes += taken.item->data ? taken.item->data->size() : 0;
        if (m_resultBytes > m_options.maxObjSize * kResultsShare)
            worst = StatusCode::TooLarge;
        else
            m_outbox.results(results.reference, *std::move(taken.item));
    }
    say(results, worst);
}

void ServerSession::State::takeDevInfo(const Command& replace)
{
    StatusCode worst = replace.items.empty() ? StatusCode::IncompleteCommand : StatusCode::Ok;
    for (const Item& item : replace.items) {
        if (!isDevInfo(uriOf(item))) {
            worst = StatusCode::NotAllowed;
            continue;
        }
        ServerInbox::Taken taken = takeItem(replace, item);
        if (taken.status != StatusCode::Ok)
            worst = taken.status;
        if (!taken.item || taken.item->meta.format == syncml::format::kNode)
            continue;
        const std::string& uri = uriOf(*taken.item);
        auto known = std::find_if(
            m_facts.devInfo.begin(), m_facts.devInfo.end(), [&](const auto& one) { return one.first == uri; });
        std::string value = std::move(taken.item->data).value_or(std::string());
        if (known != m_facts.devInfo.end())
            known->second = std::move(value);
        else if (m_facts.devInfo.size() < kMaxDevInfo)
            m_facts.devInfo.emplace_back(uri, std::move(value));
        else
            worst = StatusCode::TooLarge;
    }
    say(replace, worst);
}

void ServerSession::State::takeAlert(const Command& alert, Turn& turn)
{
    switch (alert.alert) {
    case AlertCode::ServerInitiated:
    case AlertCode::ClientInitiated:
        m_facts.serverInitiated = alert.alert == AlertCode::ServerInitiated;
        break;
    case AlertCode::NextMessage:
        turn.nextWanted = true;
        break;
    case AlertCode::SessionAbort:
        turn.aborted = true;
        return;
    case AlertCode::NoEndOfData:
        m_outbox.abandon();
        break;
    case AlertCode::ClientEvent:
        break;
    case AlertCode::Generic:
        takeGeneric(alert);
        return;
    case AlertCode::Display:
    case AlertCode::ConfirmOrReject:
    case AlertCode::TextInput:
    case AlertCode::SingleChoice:
    case AlertCode::MultipleChoice:
        return; // only servers ask users (PRO 2.5)
    default:
        say(alert, StatusCode::NotSupported);
        return;
    }
    say(alert, StatusCode::Ok);
}

void ServerSession::State::takeGeneric(const Command& alert)
{
    if (alert.items.empty()) {
        say(alert, StatusCode::IncompleteCommand);
        return;
    }
    Command understood = alert;
    understood.items.clear();
    std::vector<StatusCode> decisions;
    for (const Item& item : alert.items) {
        ServerInbox::Taken taken = takeItem(alert, item);
        StatusCode decision = taken.status;
        if (taken.item && decision == StatusCode::Ok && m_options.alert)
            decision = m_options.alert(*taken.item);
        if (taken.item && m_facts.alerts.size() >= kMaxAlerts)
            decision = StatusCode::TooLarge;
        if (taken.item && syncml::isSuccess(decision))
            understood.items.push_back(*std::move(taken.item));
        decisions.push_back(decision);
    }
    const bool alike = std::all_of(
        decisions.begin(), decisions.end(), [&](StatusCode decision) { return decision == decisions.front(); });
    if (alike)
        say(alert, decisions.front());
    else
        for (std::size_t i = 0; i < decisions.size(); ++i)
            say(alert, decisions[i], &alert.items[i]);
    if (!understood.items.empty())
        m_facts.alerts.push_back(std::move(understood));
}

} // namespace dmsc
