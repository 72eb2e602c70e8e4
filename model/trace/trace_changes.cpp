// SPDX-License-Identifier: Apache-2.0
#include "model/trace/trace_changes.h"

#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"
#include "model/syncml/wbxml_reader.h"

#include <algorithm>
#include <optional>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;
using syncml::Item;

namespace {

constexpr std::size_t kMostValues = 100'000; ///< that are remembered
constexpr qsizetype kShownValue = 200;

std::optional<syncml::Message> messageOf(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return std::nullopt;
    const ByteView view(reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size()));
    auto message = wbxml::isWbxml(view) ? syncml::decodeWbxml(view) : syncml::decodeXml(view);
    return message ? std::optional(*std::move(message)) : std::nullopt;
}

QString shown(const std::string& value)
{
    return plainText(QByteArrayView(value.data(), static_cast<qsizetype>(value.size())), kShownValue);
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString statusOf(const Command& command, const std::vector<Command>& answers)
{
    const auto found = std::find_if(answers.begin(), answers.end(), [&](const Command& answer) {
        return answer.kind == CommandKind::Status && answer.reference.command == command.id;
    });
    return found == answers.end() ? QString() : QString::number(static_cast<int>(found->status));
}

bool changesTree(CommandKind kind)
{
    return kind == CommandKind::Add || kind == CommandKind::Replace || kind == CommandKind::Delete
        || kind == CommandKind::Copy || kind == CommandKind::Exec;
}

} // namespace

std::vector<TraceChange> ChangeTracker::changesOf(const MaskedRow& row)
{
    const RecordView& record = row.view;
    std::vector<TraceChange> changes;
    if (record.layer == Layer::Plan)
        changes.push_back(
            {QString::fromUtf8(record.name), QString::fromUtf8(record.target), plainText(record.request, kShownValue),
                plainText(record.response, kShownValue), QString::fromUtf8(record.status)});
    if (record.layer != Layer::SyncMl || record.request.isEmpty())
        return changes;
    const auto asked = messageOf(record.request);
    const auto answered = messageOf(record.response);
    const std::vector<Command> none;
    if (asked) {
        learn(asked->commands);
        addCommands(asked->commands, answered ? answered->commands : none, changes);
    }
    if (answered)
        learn(answered->commands);
    return changes;
}

void ChangeTracker::addCommands(
    const std::vector<Command>& commands, const std::vector<Command>& answers, std::vector<TraceChange>& changes)
{
    for (const Command& command : commands) {
        addCommands(command.members, answers, changes);
        if (changesTree(command.kind))
            for (const Item& item : command.items)
                addItem(command, item, statusOf(command, answers), changes);
    }
}

void ChangeTracker::addItem(
    const Command& command, const Item& item, const QString& status, std::vector<TraceChange>& changes)
{
    TraceChange change;
    change.kind = text(syncml::commandName(command.kind));
    change.node = text(item.target.uri);
    change.status = status;
    if (const auto known = m_values.find(item.target.uri); known != m_values.end())
        change.before = known->second;
    if (command.kind == CommandKind::Copy)
        change.after = text(item.source.uri);
    else if (item.data)
        change.after = shown(*item.data);
    // Good: 2xx.
    if (status.startsWith(QLatin1Char('2'))) {
        if (command.kind == CommandKind::Delete)
            m_values.erase(item.target.uri);
        else if (command.kind != CommandKind::Exec && command.kind != CommandKind::Copy && item.data)
            know(item.target.uri, change.after);
    }
    changes.push_back(std::move(change));
}

void ChangeTracker::learn(const std::vector<Command>& answers)
{
    for (const Command& answer : answers)
        if (answer.kind == CommandKind::Results)
            for (const Item& item : answer.items)
                if (item.data)
                    know(item.source.uri.empty() ? item.target.uri : item.source.uri, shown(*item.data));
}

void ChangeTracker::know(const std::string& uri, const QString& value)
{
    if (m_values.size() < kMostValues || m_values.count(uri) != 0)
        m_values[uri] = value;
}

} // namespace dmsc
