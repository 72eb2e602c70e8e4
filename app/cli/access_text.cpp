// SPDX-License-Identifier: Apache-2.0
#include "app/cli/access_text.h"

#include "model/bytes.h"

#include <QJsonArray>

namespace dmsc::cli {

namespace {

QJsonArray rightsJson(Rights rights)
{
    QJsonArray words;
    for (const auto& [right, word] : kRightWords)
        if (rights.has(right))
            words.append(QLatin1String(word));
    return words;
}

QString blockText(Blocks count, const MemoryMap& map)
{
    return QStringLiteral("%1 blocks (%2 bytes)").arg(number(count)).arg(number(count) * map.blockSize);
}

} // namespace

QJsonValue blocks(Blocks count)
{
    return static_cast<qint64>(number(count));
}

QString stateWord(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return QStringLiteral("waiting");
    case StepState::Running:
        return QStringLiteral("running");
    case StepState::Done:
        return QStringLiteral("done");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Skipped:
        return QStringLiteral("skipped");
    case StepState::Refused:
        return QStringLiteral("refused");
    case StepState::TimedOut:
        return QStringLiteral("no-answer");
    }
    return {};
}

QJsonObject asJson(const AccessConditions& access)
{
    QJsonArray conditions;
    for (const ScopedRights& one : access.conditions) {
        QJsonObject object{{QStringLiteral("rights"), rightsJson(one.rights)}};
        if (one.uri.empty())
            object.insert(QStringLiteral("moType"), QString::fromStdString(one.moType));
        else
            object.insert(QStringLiteral("uri"), QString::fromStdString(one.uri));
        conditions.append(object);
    }
    return {{QStringLiteral("entity"), QString::fromStdString(access.entity)},
        {QStringLiteral("role"), roleWord(access.role)}, {QStringLiteral("method"), methodName(access.method)},
        {QStringLiteral("level"), hexDigits(access.level)},
        {QStringLiteral("credential"), QString::fromStdString(access.credential)},
        {QStringLiteral("conditions"), conditions}};
}

QJsonObject asJson(const MemoryMap& map)
{
    QJsonArray entities;
    for (const EntityMemory& one : map.entities)
        entities.append(QJsonObject{{QStringLiteral("entity"), QString::fromStdString(one.entity)},
            {QStringLiteral("role"), roleWord(one.role)}, {QStringLiteral("limit"), blocks(one.limit)},
            {QStringLiteral("granted"), blocks(one.granted)}, {QStringLiteral("used"), blocks(one.used)},
            {QStringLiteral("usedBytes"), static_cast<qint64>(one.usedBytes)}});
    QJsonArray types;
    for (const TypeLimit& one : map.types)
        types.append(QJsonObject{{QStringLiteral("moType"), QString::fromStdString(one.moType)},
            {QStringLiteral("limit"), blocks(one.limit)}, {QStringLiteral("used"), blocks(one.used)}});
    return {{QStringLiteral("blockSize"), static_cast<qint64>(map.blockSize)},
        {QStringLiteral("total"), blocks(map.total)}, {QStringLiteral("system"), blocks(map.system)},
        {QStringLiteral("reserve"), blocks(map.reserve)}, {QStringLiteral("free"), blocks(map.free)},
        {QStringLiteral("self"), QString::fromStdString(map.self)}, {QStringLiteral("entities"), entities},
        {QStringLiteral("types"), types}};
}

QJsonObject asJson(const HandshakeReport& report)
{
    QJsonArray steps;
    for (const HandshakeStep& step : report.steps) {
        QJsonObject values;
        for (const HandshakeValue& value : step.values)
            if (!value.secret)
                values.insert(value.id, QString::fromLatin1(value.bytes.toHex()));
        QJsonObject object{{QStringLiteral("id"), step.id}, {QStringLiteral("title"), step.title},
            {QStringLiteral("state"), stateWord(step.state)},
            {QStringLiteral("microseconds"), static_cast<qint64>(step.duration.count())},
            {QStringLiteral("values"), values}};
        if (!step.problem.isEmpty())
            object.insert(QStringLiteral("problem"), step.problem);
        steps.append(object);
    }
    QJsonObject object{{QStringLiteral("open"), report.open},
        {QStringLiteral("method"), methodName(report.request.method)},
        {QStringLiteral("as"), roleWord(report.request.as)}, {QStringLiteral("level"), hexDigits(report.request.level)},
        {QStringLiteral("receipts"), report.receipts},
        {QStringLiteral("commandPairs"), static_cast<qint64>(report.pairs)},
        {QStringLiteral("bytes"), static_cast<qint64>(report.bytes)}, {QStringLiteral("steps"), steps}};
    if (!report.access.entity.empty()) {
        object.insert(QStringLiteral("access"), asJson(report.access));
        object.insert(QStringLiteral("memory"), asJson(report.memory));
    }
    return object;
}

QString asText(const AccessConditions& access)
{
    QString text = QStringLiteral("entity     %1 (%2), %3 at level %4, %5\n")
                       .arg(QString::fromStdString(access.entity), roleName(access.role), methodName(access.method),
                           hexDigits(access.level), QString::fromStdString(access.credential));
    for (const ScopedRights& one : access.conditions)
        text += QStringLiteral("may        %1: %2\n")
                    .arg(QString::fromStdString(one.uri.empty() ? one.moType : one.uri), rightsText(one.rights));
    return text;
}

QString asText(const MemoryMap& map)
{
    QString text = QStringLiteral("memory     %1 in all, system %2, reserve %3, free %4; a block has %5 bytes\n")
                       .arg(blockText(map.total, map))
                       .arg(number(map.system))
                       .arg(number(map.reserve))
                       .arg(number(map.free))
                       .arg(map.blockSize);
    for (const EntityMemory& one : map.entities)
        text += QStringLiteral("grant      %1: %2, %3 used, limit %4\n")
                    .arg(QString::fromStdString(one.entity), blockText(one.granted, map))
                    .arg(number(one.used))
                    .arg(number(one.limit));
    for (const TypeLimit& one : map.types)
        text += QStringLiteral("type       %1: %2 used, limit %3\n")
                    .arg(QString::fromStdString(one.moType))
                    .arg(number(one.used))
                    .arg(number(one.limit));
    return text;
}

QString asText(const HandshakeReport& report)
{
    QString text;
    for (const HandshakeStep& step : report.steps) {
        text += QStringLiteral("%1 %2").arg(stateWord(step.state), -10).arg(step.title);
        if (step.state == StepState::Done)
            text += QStringLiteral(" (%1 ms)").arg(static_cast<double>(step.duration.count()) / 1000, 0, 'f', 1);
        text += QLatin1Char('\n');
    }
    if (!report.open)
        return text;
    text += QStringLiteral("handshake  %1 command pairs, %2 bytes\n").arg(report.pairs).arg(report.bytes);
    if (!report.access.entity.empty())
        text += asText(report.access) + asText(report.memory);
    return text;
}

} // namespace dmsc::cli
