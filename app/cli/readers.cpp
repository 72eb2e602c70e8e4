// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"
#include "app/cli/standard_error.h"
#include "cardio/pcsc/atr_text.h"
#include "cardio/pcsc/reader_watch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dmsc::cli {

namespace {

QString wordOf(ReaderStatus status)
{
    switch (status) {
    case ReaderStatus::Empty:
        return QStringLiteral("empty");
    case ReaderStatus::Card:
        return QStringLiteral("card");
    case ReaderStatus::Mute:
        return QStringLiteral("mute");
    case ReaderStatus::InUse:
        return QStringLiteral("in-use");
    case ReaderStatus::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QJsonObject describe(const ReaderInfo& reader)
{
    QJsonObject object{{QStringLiteral("name"), reader.name}, {QStringLiteral("status"), wordOf(reader.status)}};
    if (reader.atr.empty())
        return object;
    const AtrFacts facts = readAtr(reader.atr);
    QJsonArray protocols;
    for (const int protocol : facts.protocols)
        protocols.append(protocol);
    object.insert(QStringLiteral("atr"), toHex(reader.atr));
    object.insert(QStringLiteral("card"), reader.card);
    object.insert(QStringLiteral("protocols"), protocols);
    object.insert(QStringLiteral("extendedLength"), facts.extendedLength);
    return object;
}

QString asText(const ReaderInfo& reader)
{
    QString text = QStringLiteral("%1  %2").arg(reader.name, wordOf(reader.status));
    if (!reader.card.isEmpty())
        text += QStringLiteral("  %1  ATR %2").arg(reader.card, toHex(reader.atr));
    return text + QLatin1Char('\n');
}

} // namespace

Result<Answer> readers(const Arguments& arguments)
{
    const ReaderList list = listReaders(announceWaiting());
    if (list.problem)
        return tl::unexpected(*list.problem);
    if (arguments.json) {
        QJsonArray array;
        for (const ReaderInfo& reader : list.readers)
            array.append(describe(reader));
        return Answer{
            QJsonDocument(QJsonObject{{QStringLiteral("readers"), array}}).toJson().toStdString(), Exit::Same, {}};
    }
    QString text;
    for (const ReaderInfo& reader : list.readers)
        text += asText(reader);
    return Answer{text.toStdString(), Exit::Same, {}};
}

} // namespace dmsc::cli
