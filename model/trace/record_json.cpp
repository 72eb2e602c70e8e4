// SPDX-License-Identifier: Apache-2.0
#include "model/trace/record_json.h"

#include "model/trace/record_words.h"
#include "model/trace/trace_writer.h"

#include <QJsonDocument>

namespace dmsc {

namespace {

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
        QJsonObject object = toJson(row);
        if (const auto mark = m_recording->marks.find(row.view.number); mark != m_recording->marks.end())
            object.insert(QLatin1String("mark"), mark->second);
        QByteArray text = (m_isFirst ? "\n" : ",\n") + QJsonDocument(object).toJson(QJsonDocument::Compact);
        m_isFirst = false;
        return text;
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
        {QStringLiteral("time"), static_cast<double>(record.time.count()) / 1e9},
        {QStringLiteral("duration"), static_cast<double>(record.duration.count()) / 1e3},
        {QStringLiteral("layer"), words::of(record.layer)},
        {QStringLiteral("from"), words::of(record.from)},
        {QStringLiteral("to"), words::of(record.to)},
        {QStringLiteral("name"), QString::fromUtf8(record.name)},
        {QStringLiteral("target"), QString::fromUtf8(record.target)},
        {QStringLiteral("status"), QString::fromUtf8(record.status)},
        {QStringLiteral("level"), words::of(record.level)},
        {QStringLiteral("exchange"), static_cast<qint64>(record.exchange.value)},
        {QStringLiteral("continuation"), record.continuation},
        {QStringLiteral("request"), QString::fromLatin1(row.hex(RecordPart::Request).toLower())},
        {QStringLiteral("response"), QString::fromLatin1(row.hex(RecordPart::Response).toLower())},
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
