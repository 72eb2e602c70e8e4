// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/sides.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

/// An MO on the card: URI and identifier.
QJsonArray managementObjects(const Tree& tree)
{
    QJsonArray list;
    for (std::uint32_t i = 1; i < tree.idEnd(); ++i) {
        const NodeId id{i};
        if (!tree.contains(id) || !tree.isInterior(id) || tree.type(id).empty())
            continue;
        list.push_back(QJsonObject{{QStringLiteral("uri"), QString::fromStdString(tree.uri(id).text())},
            {QStringLiteral("type"), QString::fromStdString(std::string(tree.type(id)))}});
    }
    return list;
}

/// A plain UICC: no store, but files.
QJsonObject describeUicc(const SideState& state)
{
    QJsonObject object{{QStringLiteral("where"), state.where.text()}, {QStringLiteral("iccid"), state.detail},
        {QStringLiteral("files"), static_cast<qint64>(state.files->files.size())},
        {QStringLiteral("managementObjects"), managementObjects(*state.tree)}};
    if (state.files->freeMemory)
        object.insert(QStringLiteral("memory"),
            QJsonObject{{QStringLiteral("free"), static_cast<qint64>(*state.files->freeMemory)}});
    return object;
}

QString objectLines(const SideState& state)
{
    QString text;
    for (const QJsonValue value : managementObjects(*state.tree)) {
        const QJsonObject object = value.toObject();
        text +=
            QStringLiteral("MO         %1  %2\n")
                .arg(object.value(QStringLiteral("uri")).toString(), object.value(QStringLiteral("type")).toString());
    }
    return text;
}

std::string uiccText(const SideState& state)
{
    QString text = QStringLiteral("card       %1\nICCID      %2\ninterface  UICC\nfiles      %3\n")
                       .arg(state.where.text(), state.detail)
                       .arg(state.files->files.size());
    if (state.files->freeMemory)
        text += QStringLiteral("memory     %1 bytes free\n").arg(*state.files->freeMemory);
    return (text + objectLines(state)).toStdString();
}

QJsonObject describe(const SideState& state)
{
    const CardFacts& card = *state.card;
    const auto number = [](std::uint64_t n) { return QJsonValue(static_cast<qint64>(n)); };
    return {{QStringLiteral("where"), state.where.text()}, {QStringLiteral("iccid"), card.iccid},
        {QStringLiteral("interface"), card.interfaceVersion}, {QStringLiteral("security"), state.security},
        {QStringLiteral("keyVersion"), card.keyVersion}, {QStringLiteral("epoch"), card.epoch},
        {QStringLiteral("seq"), number(card.seq)}, {QStringLiteral("oldestSeq"), number(card.oldestSeq)},
        {QStringLiteral("nodes"), number(card.nodes)},
        {QStringLiteral("memory"),
            QJsonObject{{QStringLiteral("size"), number(card.memorySize)},
                {QStringLiteral("used"), number(card.memoryUsed)}, {QStringLiteral("free"), number(card.memoryFree)}}},
        {QStringLiteral("commandPairs"), number(card.pairs)},
        {QStringLiteral("managementObjects"), managementObjects(*state.tree)}};
}

std::string asText(const SideState& state)
{
    const CardFacts& card = *state.card;
    QString text = QStringLiteral("card       %1\nICCID      %2\ninterface  DM_SC %3\nsecurity   %4, key version %5\n")
                       .arg(state.where.text(), card.iccid, card.interfaceVersion, state.security)
                       .arg(card.keyVersion);
    text += QStringLiteral("store      epoch %1, change %2, journal from %3\n")
                .arg(card.epoch)
                .arg(card.seq)
                .arg(card.oldestSeq);
    text += QStringLiteral("memory     %1 of %2 bytes used, %3 free\nnodes      %4\n")
                .arg(card.memoryUsed)
                .arg(card.memorySize)
                .arg(card.memoryFree)
                .arg(card.nodes);
    return (text + objectLines(state)).toStdString();
}

} // namespace

Result<Answer> cardInfo(const Arguments& arguments)
{
    const auto side = openSide(arguments.positional[0], arguments);
    if (!side)
        return tl::unexpected(side.error());
    const SideState& state = (*side)->state();
    if (!state.card && state.files)
        return Answer{arguments.json ? QJsonDocument(describeUicc(state)).toJson().toStdString() : uiccText(state),
            Exit::Same, {}};
    if (!state.card)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine", "this is no card; expected card:FILE or pcsc:READER"),
            arguments.positional[0]);
    Answer answer{
        arguments.json ? QJsonDocument(describe(state)).toJson().toStdString() : asText(state), Exit::Same, {}};
    if (state.demoCredentials)
        sayDemo(answer, arguments);
    return answer;
}

} // namespace dmsc::cli
