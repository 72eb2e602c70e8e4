// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/app/shell.h"

#include <QJsonArray>

namespace dmsc::test {

/// A shell with a demo handset and a demo card.
struct FlowRig : Shell
{
    FlowRig()
    {
        require("card create card --demo");
        require("handset create handset --demo");
    }
    /// With copies of another's, as they stand now.
    explicit FlowRig(const FlowRig& other)
        : Shell()
    {
        for (const QString& image : {QStringLiteral("card"), QStringLiteral("handset")})
            if (!QFile::copy(other.path(image), path(image)))
                qFatal("not copied");
    }
    FlowRig& operator=(const FlowRig&) = delete;
    ~FlowRig() = default;
};

inline QString flow(const QByteArray& name, const char* answer = "yes")
{
    const QString line = QStringLiteral("session %1 --handset handset --card card --answer %2 --json")
                             .arg(QString::fromLatin1(name), QLatin1String(answer));
    // The same object in every repetition: it would take the next one.
    return name == "store" ? line + QStringLiteral(" --mo ./DevDetail") : line;
}

inline QByteArray tree(const FlowRig& rig, const char* where)
{
    return rig.run(QStringLiteral("show %1 --json").arg(QLatin1String(where))).out;
}

/// Each node with its value.
inline QMap<QString, QString> nodesOf(const QByteArray& json)
{
    QMap<QString, QString> nodes;
    for (const QJsonValue node : QJsonDocument::fromJson(json).object().value(QLatin1String("nodes")).toArray())
        nodes.insert(node[QLatin1String("uri")].toString(), node[QLatin1String("value")].toString());
    return nodes;
}

/// What two runs that were never disturbed have in common: nonces and times are each run's own.
inline QMap<QString, QString> common(QMap<QString, QString> nodes, const QMap<QString, QString>& others)
{
    for (auto node = nodes.begin(); node != nodes.end(); ++node)
        if (others.value(node.key()) != node.value())
            node.value() = QStringLiteral("of its own");
    return nodes;
}

inline QString differenceTo(const QMap<QString, QString>& expected, const QMap<QString, QString>& nodes)
{
    for (auto node = expected.begin(); node != expected.end(); ++node)
        if (!nodes.contains(node.key()))
            return node.key() + QStringLiteral(" is missing");
        else if (node.value() != QLatin1String("of its own") && nodes.value(node.key()) != node.value())
            return node.key() + QStringLiteral(" is ") + nodes.value(node.key());
    for (auto node = nodes.begin(); node != nodes.end(); ++node)
        if (!expected.contains(node.key()))
            return node.key() + QStringLiteral(" is too much");
    return {};
}

} // namespace dmsc::test
