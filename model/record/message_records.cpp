// SPDX-License-Identifier: Apache-2.0
#include "model/record/message_records.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace dmsc {

using syncml::Command;
using syncml::CommandId;
using syncml::CommandKind;

namespace {

const Command* find(const std::vector<Command>& commands, CommandId id)
{
    for (const Command& command : commands) {
        if (command.id == id)
            return &command;
        if (const Command* member = find(command.members, id))
            return member;
    }
    return nullptr;
}

/// Which node a Status says that it is about; a command of several Items has one for each, or one for all.
std::string namedBy(const Command& status)
{
    for (const auto* references : {&status.reference.targets, &status.reference.sources})
        if (!references->empty())
            return references->front();
    for (const syncml::Item& item : status.items)
        for (const syncml::Address* address : {&item.target, &item.source})
            if (!address->uri.empty())
                return address->uri;
    return {};
}

/// A row of a command within a message's exchange, nothing said of it yet.
Record commandRow(Actor from, Actor to, ExchangeId exchange)
{
    Record record;
    record.layer = Layer::SyncMl;
    record.from = from;
    record.to = to;
    record.continuation = true;
    record.exchange = exchange;
    return record;
}

} // namespace

StatusLevel statusLevel(syncml::StatusCode code)
{
    switch (code) {
    case syncml::StatusCode::Cancelled:
    case syncml::StatusCode::NotExecuted:
    case syncml::StatusCode::AtomicRolledBack:
        return StatusLevel::Warning; // nothing is wrong, but what was asked for is not there
    default:
        break;
    }
    constexpr int kFirst = 100;
    constexpr int kFirstRedirection = 300;
    constexpr int kFirstError = 400;
    const int number = static_cast<int>(code);
    if (number < kFirst || number >= kFirstError)
        return StatusLevel::Error;
    return number < kFirstRedirection ? StatusLevel::Ok : StatusLevel::Warning;
}

bool onlyChallenges(const std::vector<Command>& answers)
{
    return std::ranges::any_of(answers, [](const Command& answer) {
        return answer.kind == CommandKind::Status && answer.reference.command == CommandId::None && answer.chal
            && asksForProof(answer.status);
    });
}

Record messageRecord(Actor from, Actor to, const syncml::Message* message)
{
    Record record;
    record.layer = Layer::SyncMl;
    record.from = from;
    record.to = to;
    record.name = QStringLiteral("SyncML");
    if (message)
        record.target = QStringLiteral("SessionID %1, MsgID %2")
                            .arg(QString::fromStdString(message->header.sessionId))
                            .arg(static_cast<std::uint32_t>(message->header.msgId));
    record.level = StatusLevel::Ok;
    return record;
}

std::vector<Record> statusRecords(
    const std::vector<Command>& asked, const std::vector<Command>& answers, Actor from, Actor to, ExchangeId exchange)
{
    std::vector<Record> records;
    const bool challenged = onlyChallenges(answers);
    for (const Command& answer : answers) {
        if (answer.kind != CommandKind::Status || answer.reference.command == CommandId::None)
            continue;
        Record record = commandRow(from, to, exchange);
        record.name = QString::fromStdString(answer.reference.name);
        record.target = QString::fromStdString(namedBy(answer));
        const Command* command = find(asked, answer.reference.command);
        if (record.target.isEmpty() && command)
            record.target = firstTarget(*command);
        record.status = QString::number(static_cast<int>(answer.status));
        record.level = challenged && asksForProof(answer.status) ? StatusLevel::None : statusLevel(answer.status);
        records.push_back(std::move(record));
    }
    return records;
}

bool wantsStatus(const Command& command)
{
    return command.kind != CommandKind::Status && command.kind != CommandKind::Results;
}

Record unansweredRecord(const Command& command, Actor from, Actor to, ExchangeId exchange)
{
    Record record = commandRow(from, to, exchange);
    const std::string_view name = syncml::commandName(command.kind);
    record.name = QString::fromStdString(name.empty() ? command.name : std::string(name));
    record.target = firstTarget(command);
    record.status = QStringLiteral("-");
    record.level = StatusLevel::Error;
    return record;
}

QString firstTarget(const Command& command)
{
    if (!command.items.empty())
        return QString::fromStdString(command.items.front().target.uri);
    return command.members.empty() ? QString() : firstTarget(command.members.front());
}

} // namespace dmsc
