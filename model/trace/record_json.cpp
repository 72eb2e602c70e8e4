// SPDX-License-Identifier: Apache-2.0
#include "model/trace/record_json.h"

#include "model/trace/json_line.h"
#include "model/trace/record_words.h"
#include "model/trace/trace_writer.h"

#include <utility>

namespace dmsc {

namespace {

double secondsOf(const RecordView& record)
{
    return static_cast<double>(record.time.count()) / 1e9;
}

double millisecondsOf(const RecordView& record)
{
    return static_cast<double>(record.duration.count()) / 1e3;
}

QByteArray hexOf(const MaskedRow& row, RecordPart part)
{
    return row.hex(part).toLower();
}

/// What toJson() gives, without the object: many times as fast.
QByteArray lineOf(QByteArrayView before, const MaskedRow& row, const QString* mark)
{
    const RecordView& record = row.view;
    constexpr qsizetype kFrame = 320; // names, numbers and a few words
    JsonLine line(before, kFrame + record.target.size() + 2 * (record.request.size() + record.response.size()));
    line.add(QLatin1String("continuation"), record.continuation);
    line.add(QLatin1String("duration"), millisecondsOf(record));
    line.add(QLatin1String("exchange"), static_cast<qint64>(record.exchange.value));
    line.addPlain(QLatin1String("from"), words::of(record.from));
    line.addPlain(QLatin1String("layer"), words::of(record.layer));
    line.addPlain(QLatin1String("level"), words::of(record.level));
    if (mark != nullptr)
        line.add(QLatin1String("mark"), *mark);
    line.add(QLatin1String("name"), record.name);
    line.add(QLatin1String("no"), static_cast<qint64>(record.number.shown()));
    line.addPlain(QLatin1String("request"), hexOf(row, RecordPart::Request));
    line.addPlain(QLatin1String("response"), hexOf(row, RecordPart::Response));
    line.add(QLatin1String("status"), record.status);
    line.add(QLatin1String("target"), record.target);
    line.add(QLatin1String("time"), secondsOf(record));
    line.addPlain(QLatin1String("to"), words::of(record.to));
    return line.take();
}

class JsonWriter final : public TraceWriter
{
public:
    explicit JsonWriter(const Recording& recording)
        : m_recording(&recording)
    {
    }

    QByteArray head() override
    {
        const QByteArray start = m_recording->startedAt.toUTC().toString(Qt::ISODateWithMs).toLatin1();
        return "{\n\"startedAt\": \"" + start + "\",\n\"records\": [";
    }
    QByteArray row(const MaskedRow& row) override
    {
        const auto mark = m_recording->marks.find(row.view.number);
        const QByteArrayView before(std::exchange(m_isFirst, false) ? "\n" : ",\n");
        return lineOf(before, row, mark == m_recording->marks.end() ? nullptr : &mark->second);
    }
    QByteArray tail() override { return "\n]\n}\n"; }

private:
    const Recording* m_recording;
    bool m_isFirst = true;
};

} // namespace

QJsonObject toJson(const MaskedRow& row)
{
    const RecordView& record = row.view;
    return {
        {QStringLiteral("no"), static_cast<qint64>(record.number.shown())},
        {QStringLiteral("time"), secondsOf(record)},
        {QStringLiteral("duration"), millisecondsOf(record)},
        {QStringLiteral("layer"), words::of(record.layer)},
        {QStringLiteral("from"), words::of(record.from)},
        {QStringLiteral("to"), words::of(record.to)},
        {QStringLiteral("name"), QString::fromUtf8(record.name)},
        {QStringLiteral("target"), QString::fromUtf8(record.target)},
        {QStringLiteral("status"), QString::fromUtf8(record.status)},
        {QStringLiteral("level"), words::of(record.level)},
        {QStringLiteral("exchange"), static_cast<qint64>(record.exchange.value)},
        {QStringLiteral("continuation"), record.continuation},
        {QStringLiteral("request"), QString::fromLatin1(hexOf(row, RecordPart::Request))},
        {QStringLiteral("response"), QString::fromLatin1(hexOf(row, RecordPart::Response))},
    };
}

QByteArray toJson(const RecordStore& store, const QDateTime& startedAt, Secrets secrets)
{
    const Recording recording{startedAt, store, {}, {}};
    JsonWriter writer(recording);
    QByteArray json = writer.head();
    for (const RecordNo number : allOf(recording))
        json += writer.row(masked(recording, number, secrets));
    return json + writer.tail();
}

std::unique_ptr<TraceWriter> jsonWriter(const Recording& recording)
{
    return std::make_unique<JsonWriter>(recording);
}

} // namespace dmsc
