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

void MessageRows::add(QByteArray bytes, std::optional<Message> message, std::chrono::nanoseconds time)
{
    Waiting seen{std::move(bytes), std::move(message), time};
    if (!seen.message || !isFromDevice(*seen.message)) {
        finish();
        if (seen.message)
            m_asked = std::move(seen);
        else
            addRow(&seen, nullptr);
        return;
    }
    const auto asked = std::exchange(m_asked, std::nullopt);
    addRow(asked ? &*asked : nullptr, &seen);
}

void MessageRows::finish()
{
    if (const auto asked = std::exchange(m_asked, std::nullopt))
        addRow(&*asked, nullptr);
}

/// `asked` null: the client speaks first. `answer` null: there was none.
void MessageRows::addRow(const Waiting* asked, const Waiting* answer)
{
    const Waiting& first = asked ? *asked : *answer;
    const Waiting& said = answer ? *answer : *asked;
    Record row = messageRecord(asked ? Actor::Server : Actor::Device, asked ? Actor::Device : Actor::Server,
        said.message ? &*said.message : nullptr);
    row.time = first.time;
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
        addStatuses(m_said, asked->message, Actor::Device, Actor::Server, row);
        if (answer)
            addStatuses(asked->message, answer->message, Actor::Server, Actor::Device, row);
    }
    m_said = answer ? answer->message : std::nullopt;
}

/// The Statuses of `answer`, each with the command that it is about.
void MessageRows::addStatuses(
    const std::optional<Message>& asked, const std::optional<Message>& answer, Actor from, Actor to, const Record& row)
{
    if (!answer)
        return;
    const std::vector<Command> none;
    for (Record& status : statusRecords(asked ? asked->commands : none, answer->commands, from, to, row.exchange)) {
        status.time = row.time;
        m_store->append(status);
    }
}

} // namespace dmsc
