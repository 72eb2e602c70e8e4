// SPDX-License-Identifier: Apache-2.0
#include "model/record/message_records.h"

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
    for (const Command& answer : answers) {
        if (answer.kind != CommandKind::Status || answer.reference.command == CommandId::None)
            continue;
        Record record;
        record.layer = Layer::SyncMl;
        record.from = from;
        record.to = to;
        record.continuation = true;
        record.exchange = exchange;
        record.name = QString::fromStdString(answer.reference.name);
        const Command* command = find(asked, answer.reference.command);
        if (!answer.reference.targets.empty())
            record.target = QString::fromStdString(answer.reference.targets.front());
        else if (command)
            record.target = firstTarget(*command);
        record.status = QString::number(static_cast<int>(answer.status));
        record.level = statusLevel(answer.status);
        records.push_back(std::move(record));
    }
    return records;
}

QString firstTarget(const Command& command)
{
    if (!command.items.empty())
        return QString::fromStdString(command.items.front().target.uri);
    return command.members.empty() ? QString() : firstTarget(command.members.front());
}

} // namespace dmsc
