// SPDX-License-Identifier: Apache-2.0
#include "model/trace/record_words.h"
#include "model/trace/text_trace.h"
#include "model/trace/trace_writer.h"

namespace dmsc {

namespace {

constexpr qsizetype kBytesInLine = 32;

/// Of one line, whatever it holds.
QByteArray escaped(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else
            out += c;
    }
    return out;
}

QByteArray member(const char* name, QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    return QByteArray(name).leftJustified(10) + escaped(text) + '\n';
}

QByteArray hexMember(const char* name, const QByteArray& hex)
{
    constexpr qsizetype kWidth = kBytesInLine * 3;
    QByteArray text;
    for (qsizetype at = 0; at < hex.size(); at += kWidth) {
        text += QByteArray(at == 0 ? name : "").leftJustified(10);
        text += QByteArrayView(hex).sliced(at).first(std::min(kWidth - 1, hex.size() - at));
        text += '\n';
    }
    return text;
}

class TextWriter final : public TraceWriter
{
public:
    explicit TextWriter(const Recording& recording)
        : m_recording(&recording)
    {
    }

    QByteArray head() override
    {
        const QByteArray start = m_recording->startedAt.toUTC().toString(Qt::ISODateWithMs).toLatin1();
        return "dmsc log 2" + (start.isEmpty() ? QByteArray() : ", started " + start) + '\n';
    }
    QByteArray tail() override { return "\nend of log, " + QByteArray::number(m_rows) + " rows\n"; }
    QByteArray row(const MaskedRow& row) override
    {
        ++m_rows;
        const RecordView& record = row.view;
        QByteArray text = headOf(record) + member("name", record.name) + member("target", record.target)
            + member("status", record.status);
        if (const auto mark = m_recording->marks.find(record.number); mark != m_recording->marks.end())
            text += "mark      " + escaped(mark->second.toUtf8()) + '\n';
        return text + hexMember("request", row.hex(RecordPart::Request, ' '))
            + hexMember("response", row.hex(RecordPart::Response, ' '));
    }

private:
    static QByteArray headOf(const RecordView& record)
    {
        QString line =
            QStringLiteral("\n[%1] %2.%3 s, %4 ms, %5, %6 > %7, %8")
                .arg(record.number.shown())
                .arg(record.time.count() / 1'000'000'000)
                .arg(record.time.count() % 1'000'000'000, 9, 10, QLatin1Char('0'))
                .arg(double(record.duration.count()) / 1e3, 0, 'f', 3)
                .arg(words::of(record.layer), words::of(record.from), words::of(record.to), words::of(record.level));
        if (record.exchange.value != 0)
            line += QStringLiteral(", exchange %1").arg(record.exchange.value);
        if (record.continuation)
            line += QLatin1String(", continuation");
        return line.toLatin1() + '\n';
    }

    const Recording* m_recording;
    qsizetype m_rows = 0;
};

/// scriptor(1): a command a line, comments after #.
class ScriptorWriter final : public TraceWriter
{
public:
    QByteArray row(const MaskedRow& row) override
    {
        const RecordView& record = row.view;
        const bool atCard = record.from == Actor::Card || record.to == Actor::Card;
        if (record.layer != Layer::Apdu || !atCard || record.request.size() < 4)
            return {};
        QByteArray text = "# " + QByteArray::number(record.number.shown()) + ' ' + escaped(record.name) + ": "
            + escaped(record.status);
        if (row.hides(RecordPart::Request))
            text += ' ' + QByteArray(kFilledRemark);
        // The view's own bytes: scriptor reads no dots.
        return text + '\n' + masked(record, {}).hex(RecordPart::Request, ' ') + '\n';
    }
};

} // namespace

std::unique_ptr<TraceWriter> textWriter(const Recording& recording)
{
    return std::make_unique<TextWriter>(recording);
}

std::unique_ptr<TraceWriter> scriptorWriter()
{
    return std::make_unique<ScriptorWriter>();
}

} // namespace dmsc
