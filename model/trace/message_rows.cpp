// SPDX-License-Identifier: Apache-2.0
#include "model/trace/message_rows.h"

#include "model/record/message_records.h"

#include <algorithm>
#include <utility>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;
using syncml::Message;

namespace {

/// Alerts by which a client begins, and what only clients send.
bool isClients(const Command& command)
{
    if (command.kind == CommandKind::Results)
        return true;
    constexpr int kServerInitiated = 1200;
    constexpr int kClientInitiated = 1201;
    constexpr int kClientEvent = 1224;
    constexpr int kGeneric = 1226;
    const int code = static_cast<int>(command.alert);
    return command.kind == CommandKind::Alert
        && (code == kServerInitiated || code == kClientInitiated || code == kClientEvent || code == kGeneric);
}

} // namespace

bool MessageRows::isFromDevice(const Message& message)
{
    const std::string& source = message.header.source.uri;
    if (!m_device.empty() && (source == m_device || message.header.target.uri == m_device))
        return source == m_device;
    const bool fromDevice = std::any_of(message.commands.begin(), message.commands.end(), &isClients)
        || (message.header.target.uri.find("://") != std::string::npos && source.find("://") == std::string::npos);
    m_device = fromDevice ? source : message.header.target.uri;
    return fromDevice;
}

void MessageRows::OpenCommands::ask(const std::optional<Message>& message)
{
    if (!message)
        return;
    // Seen again, it asks for nothing more.
    std::erase_if(m_open, [&message](const Open& open) { return open.message == message->header.msgId; });
    for (const Command& command : message->commands)
        if (wantsStatus(command))
            m_open.push_back({message->header.msgId, command});
}

void MessageRows::OpenCommands::take(const Message& answer)
{
    std::erase_if(m_open, [&answer](const Open& open) {
        return std::any_of(answer.commands.begin(), answer.commands.end(), [&open](const Command& command) {
            return command.kind == CommandKind::Status && command.reference.message == open.message
                && command.reference.command == open.command.id;
        });
    });
}

std::vector<Command> MessageRows::OpenCommands::rest()
{
    std::vector<Command> commands;
    for (Open& open : std::exchange(m_open, {}))
        commands.push_back(std::move(open.command));
    return commands;
}

void MessageRows::add(QByteArray bytes, std::optional<Message> message, std::chrono::nanoseconds time)
{
    if (message && std::exchange(m_session, message->header.sessionId) != message->header.sessionId)
        finish();
    Waiting seen{std::move(bytes), std::move(message), time};
    if (!seen.message || !isFromDevice(*seen.message)) {
        flush();
        if (seen.message)
            m_asked = std::move(seen);
        else
            addRow(&seen, nullptr);
        return;
    }
    const auto asked = std::exchange(m_asked, std::nullopt);
    addRow(asked ? &*asked : nullptr, &seen);
}

void MessageRows::flush()
{
    if (const auto asked = std::exchange(m_asked, std::nullopt))
        addRow(&*asked, nullptr);
}

void MessageRows::finish()
{
    flush();
    addUnanswered(m_byDevice, Actor::Device, Actor::Server);
    addUnanswered(m_byServer, Actor::Server, Actor::Device);
}

/// `asked` null: the client speaks first. `answer` null: there was none.
void MessageRows::addRow(const Waiting* asked, const Waiting* answer)
{
    const Waiting& first = asked ? *asked : *answer;
    Record row = messageRecord(asked ? Actor::Server : Actor::Device, asked ? Actor::Device : Actor::Server,
        first.message ? &*first.message : nullptr);
    m_time = row.time = first.time;
    row.exchange = {++m_exchange};
    row.level = first.message ? StatusLevel::Ok : StatusLevel::Error;
    row.request = first.bytes;
    if (asked && answer) {
        row.response = answer->bytes;
        row.duration = std::chrono::duration_cast<std::chrono::microseconds>(
            std::max(answer->time - asked->time, std::chrono::nanoseconds::zero()));
    }
    m_secrets.mark(row);
    m_store->append(row);
    if (asked) {
        addStatuses(m_said, asked->message, m_byDevice, Actor::Device, Actor::Server);
        m_byServer.ask(asked->message);
        if (answer)
            addStatuses(asked->message, answer->message, m_byServer, Actor::Server, Actor::Device);
    }
    if (answer)
        m_byDevice.ask(answer->message);
    m_said = answer ? answer->message : std::nullopt;
}

/// The Statuses of `answer`, each with the command that it is about; where its package ends, what it leaves open.
void MessageRows::addStatuses(
    const std::optional<Message>& asked, const std::optional<Message>& answer, OpenCommands& open, Actor from, Actor to)
{
    if (!answer)
        return;
    const std::vector<Command> none;
    for (Record& status : statusRecords(asked ? asked->commands : none, answer->commands, from, to, {m_exchange})) {
        status.time = m_time;
        m_store->append(status);
    }
    open.take(*answer);
    if (answer->final)
        addUnanswered(open, from, to);
}

void MessageRows::addUnanswered(OpenCommands& open, Actor from, Actor to)
{
    for (const Command& command : open.rest()) {
        Record row = unansweredRecord(command, from, to, {m_exchange});
        row.time = m_time;
        m_store->append(row);
    }
}

} // namespace dmsc
