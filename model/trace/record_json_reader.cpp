// SPDX-License-Identifier: Apache-2.0
#include "model/decode/secrets.h"
#include "model/trace/json_walk.h"
#include "model/trace/masked_row.h"
#include "model/trace/record_json.h"
#include "model/trace/record_words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>
#include <cmath>
#include <utility>

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

/// A number that is none, below 0 or beyond `most` says nothing that a record could.
bool isNumber(const QJsonObject& object, const char* name, double least, double most)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() && value.toDouble() >= least && value.toDouble() <= most;
}

bool isWhole(const QJsonObject& object, const char* name, double least, double most)
{
    return isNumber(object, name, least, most)
        && std::floor(object.value(QLatin1String(name)).toDouble()) == object.value(QLatin1String(name)).toDouble();
}

/// What is wrong with a row's numbers; null: nothing.
const char* wrongNumber(const QJsonObject& object)
{
    constexpr double kMostCounted = 4294967295.0;
    if (object.contains(QLatin1String("no")) && !isWhole(object, "no", 1, kMostCounted))
        return QT_TRANSLATE_NOOP("Trace", "no is a whole number from 1");
    if (object.contains(QLatin1String("time")) && !isNumber(object, "time", 0, kMostNanoseconds / 1e9))
        return QT_TRANSLATE_NOOP("Trace", "time is a number of seconds");
    if (object.contains(QLatin1String("duration")) && !isNumber(object, "duration", 0, kMostCounted / 1e3))
        return QT_TRANSLATE_NOOP("Trace", "duration is a number of milliseconds");
    if (object.contains(QLatin1String("exchange")) && !isWhole(object, "exchange", 0, kMostCounted))
        return QT_TRANSLATE_NOOP("Trace", "exchange is a whole number from 0");
    return nullptr;
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
    if (const char* problem = wrongNumber(object))
        return wrong(QCoreApplication::translate("Trace", problem), row);
    if (!object.value(QLatin1String("request")).isString()
        || (object.contains(QLatin1String("response")) && !object.value(QLatin1String("response")).isString()))
        return wrong(QCoreApplication::translate("Trace", "request and response are hexadecimal"), row);
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

/// Puts rows together while their text is walked through.
class JsonReader
{
public:
    JsonReader(QByteArrayView json, const TraceProgress& progress)
        : m_walk(json, progress)
    {
    }

    Result<Recording> read()
    {
        auto walked = m_walk.members([this](QByteArrayView name) { return takeMember(name); });
        if (!walked)
            return tl::unexpected(walked.error());
        if (!m_hasRecords)
            return noSession();
        return std::move(m_recording);
    }

private:
    static tl::unexpected<Error> noSession()
    {
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Trace", "this JSON is no session: expected an object with \"records\""));
    }
    Result<void> takeMember(QByteArrayView name)
    {
        if (name == "records") {
            if (m_walk.next() != '[')
                return noSession();
            m_hasRecords = true;
            return m_walk.elements([this](QByteArrayView row) { return takeRow(row); });
        }
        const auto value = m_walk.value();
        if (!value)
            return tl::unexpected(value.error());
        if (name == "startedAt")
            m_recording.startedAt =
                QDateTime::fromString(QString::fromUtf8(*value).remove(QLatin1Char('"')), Qt::ISODateWithMs).toUTC();
        return {};
    }
    Result<void> takeRow(QByteArrayView text)
    {
        QJsonParseError problem;
        const QByteArray bytes = QByteArray::fromRawData(text.data(), text.size());
        const QJsonObject row = QJsonDocument::fromJson(bytes, &problem).object();
        if (problem.error != QJsonParseError::NoError)
            return m_walk.wrong(text, problem.offset, problem.error);
        auto record = recordOf(row, m_rows++);
        if (!record)
            return tl::unexpected(record.error());
        m_secrets.mark(*record);
        const RecordNo number = m_recording.store.append(*record);
        if (const QJsonValue mark = row.value(QLatin1String("mark")); mark.isString())
            m_recording.marks.emplace(number, mark.toString());
        return {};
    }

    JsonWalk m_walk;
    Recording m_recording;
    bool m_hasRecords = false;
    qsizetype m_rows = 0;
    SecretWatch m_secrets; ///< dots tell of those that were masked, not of those that were shown
};

} // namespace

Result<Recording> recordingFromJson(const QByteArray& json, const TraceProgress& progress)
{
    return JsonReader(json, progress).read();
}

} // namespace dmsc
