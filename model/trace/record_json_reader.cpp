// SPDX-License-Identifier: Apache-2.0
#include "model/decode/secrets.h"
#include "model/trace/masked_row.h"
#include "model/trace/record_json.h"
#include "model/trace/record_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>
#include <cmath>

namespace dmsc {

namespace {

constexpr double kMostNanoseconds = 9e18; ///< what 64 bits hold
tl::unexpected<Error> wrong(const QString& what, qsizetype row)
{
    return fail(ErrorKind::Syntax, what, QCoreApplication::translate("Trace", "record %1").arg(row + 1));
}

QString textOf(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

qint64 scaled(const QJsonObject& object, const char* name, double factor, double most)
{
    const double value = object.value(QLatin1String(name)).toDouble() * factor;
    return std::isfinite(value) ? std::llround(std::clamp(value, 0.0, most)) : 0;
}

Result<Record> recordOf(const QJsonObject& object, qsizetype row)
{
    const auto layer = words::layerOf(textOf(object, "layer"));
    const auto from = words::actorOf(textOf(object, "from"));
    const auto to = words::actorOf(textOf(object, "to"));
    const auto level = words::levelOf(textOf(object, "level"));
    if (!layer || !from || !to || !level)
        return wrong(QCoreApplication::translate("Trace", "layer, from, to and level are words of a recording"), row);
    Record record;
    record.layer = *layer;
    record.from = *from;
    record.to = *to;
    record.level = *level;
    record.time = std::chrono::nanoseconds(scaled(object, "time", 1e9, kMostNanoseconds));
    record.duration = std::chrono::microseconds(scaled(object, "duration", 1e3, words::kMostMicroseconds));
    record.name = textOf(object, "name");
    record.target = textOf(object, "target");
    record.status = textOf(object, "status");
    record.continuation = object.value(QLatin1String("continuation")).toBool();
    record.exchange = {static_cast<std::uint32_t>(scaled(object, "exchange", 1, 4294967295.0))};
    const auto request =
        fromMaskedHex(textOf(object, "request").toLatin1(), RecordPart::Request, *layer, record.secrets);
    const auto response =
        fromMaskedHex(textOf(object, "response").toLatin1(), RecordPart::Response, *layer, record.secrets);
    if (!request || !response)
        return wrong(QCoreApplication::translate("Trace", "request and response are hexadecimal"), row);
    record.request = *request;
    record.response = *response;
    return record;
}

} // namespace

Result<Recording> recordingFromJson(const QByteArray& json, const TraceProgress& progress)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorKind::Syntax, problem.errorString(),
            QCoreApplication::translate("Trace", "byte %1").arg(problem.offset));
    const QJsonValue records = document.object().value(QLatin1String("records"));
    if (!records.isArray())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Trace", "this JSON is no session: expected an object with \"records\""));
    Recording recording;
    recording.startedAt = QDateTime::fromString(textOf(document.object(), "startedAt"), Qt::ISODateWithMs).toUTC();
    const QJsonArray rows = records.toArray();
    ReadingWatch watch(progress, rows.size());
    SecretWatch secrets; // dots tell of those that were masked, not of those that were shown
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!watch.goesOn(rows.size() - i))
            return readingStopped();
        const QJsonObject row = rows[i].toObject();
        auto record = recordOf(row, i);
        if (!record)
            return tl::unexpected(record.error());
        secrets.mark(*record);
        const RecordNo number = recording.store.append(*record);
        if (const QJsonValue mark = row.value(QLatin1String("mark")); mark.isString())
            recording.marks.emplace(number, mark.toString());
    }
    return recording;
}

} // namespace dmsc
