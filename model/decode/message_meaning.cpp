// SPDX-License-Identifier: Apache-2.0
#include "model/decode/message_meaning.h"

#include "model/record/message_records.h"
#include "model/syncml/message.h"
#include "model/syncml/status_code.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

const Field* child(const Field& element, QLatin1StringView name)
{
    const auto found = std::ranges::find_if(element.children, [name](const Field& one) { return one.name == name; });
    return found == element.children.end() ? nullptr : &*found;
}

QString valueOf(const Field& element, QLatin1StringView name)
{
    const Field* found = child(element, name);
    return found == nullptr ? QString() : found->value;
}

void explainData(Field& data, const QString& parent)
{
    bool isNumber = false;
    const int code = data.value.trimmed().toInt(&isNumber);
    if (!isNumber) {
        return;
    }
    if (parent == QLatin1StringView("Status")) {
        const auto status = static_cast<syncml::StatusCode>(code);
        data.value = syncml::describe(status);
        data.level = statusLevel(status);
    } else if (parent == QLatin1StringView("Alert")) {
        data.value = syncml::describe(static_cast<syncml::AlertCode>(code));
    }
}

void explainStatus(Field& status)
{
    const QString command = valueOf(status, QLatin1StringView("Cmd"));
    const QString code = valueOf(status, QLatin1StringView("Data"));
    status.value = command.isEmpty() ? code : QStringLiteral("%1: %2").arg(command, code);
    const Field* data = child(status, QLatin1StringView("Data"));
    status.level = data == nullptr ? StatusLevel::None : data->level;
}

/// Target before Source; of a command: its first Item's.
QString subjectOf(const Field& element)
{
    for (const char* name : {"Target", "Source", "Item"}) {
        QString value = valueOf(element, QLatin1StringView(name));
        if (!value.isEmpty()) {
            return value;
        }
    }
    return {};
}

} // namespace

void explain(Field& element, const QString& parent)
{
    if (!element.value.isEmpty()) {
        if (element.name == QLatin1StringView("Data")) {
            explainData(element, parent);
        }
        return;
    }
    const QString& name = element.name;
    const bool isAddress = name == QLatin1StringView("Target") || name == QLatin1StringView("Source");
    if (isAddress) {
        element.value = valueOf(element, QLatin1StringView("LocURI"));
    } else if (name == QLatin1StringView("Node")) {
        element.value = valueOf(element, QLatin1StringView("NodeName"));
    } else if (name == QLatin1StringView("Status")) {
        explainStatus(element);
    } else if (name == QLatin1StringView("Alert")) {
        element.value = valueOf(element, QLatin1StringView("Data"));
    } else if (name == QLatin1StringView("Item")
        || syncml::commandKind(name.toStdString()) != syncml::CommandKind::Unknown) {
        element.value = subjectOf(element);
    }
}

} // namespace dmsc
