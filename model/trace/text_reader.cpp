// SPDX-License-Identifier: Apache-2.0
#include "model/decode/secrets.h"
#include "model/trace/masked_row.h"
#include "model/trace/record_words.h"
#include "model/trace/text_lines.h"
#include "model/trace/text_trace.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace dmsc {

namespace {

constexpr QByteArrayView kFirstWords = "dmsc log 2";
constexpr QByteArrayView kFirstWordsBefore = "dmsc log 1"; ///< without an end
constexpr QByteArrayView kEnd = "end of log, ";
constexpr QByteArrayView kStarted = ", started ";
constexpr qsizetype kNameWidth = 10;
QString unescaped(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char next = text[++i];
        out += next == 'n' ? '\n' : next == 'r' ? '\r' : next;
    }
    return QString::fromUtf8(out);
}

/// "1.234567890 s": seconds and nine digits.
std::optional<std::chrono::nanoseconds> timeOf(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 1 || !text.endsWith(QLatin1String(" s")) || text.size() != point + 12)
        return std::nullopt;
    bool whole = false;
    bool rest = false;
    const qint64 seconds = text.first(point).toLongLong(&whole);
    const int nanoseconds = text.sliced(point + 1, 9).toInt(&rest);
    constexpr qint64 kMostSeconds = 9'000'000'000;
    if (!whole || !rest || seconds < 0 || seconds > kMostSeconds || nanoseconds < 0)
        return std::nullopt;
    return std::chrono::seconds(seconds) + std::chrono::nanoseconds(nanoseconds);
}

std::optional<std::chrono::microseconds> durationOf(QStringView text)
{
    bool good = false;
    const double milliseconds = text.endsWith(QLatin1String(" ms")) ? text.chopped(3).toDouble(&good) : 0;
    if (!good || !std::isfinite(milliseconds))
        return std::nullopt;
    return std::chrono::microseconds(std::llround(std::clamp(milliseconds * 1e3, 0.0, words::kMostMicroseconds)));
}

/// "[12] time, duration, layer, from > to, level" and what may follow.
std::optional<Record> headOf(QByteArrayView line)
{
    const QString text = QString::fromLatin1(line);
    const qsizetype end = text.indexOf(QLatin1String("] "));
    const QStringList words = text.mid(end + 2).split(QLatin1String(", "));
    if (end < 0 || words.size() < 5)
        return std::nullopt;
    const auto time = timeOf(words[0]);
    const auto duration = durationOf(words[1]);
    const auto layer = words::layerOf(words[2]);
    const auto from = words::actorOf(words[3].section(QLatin1String(" > "), 0, 0));
    const auto to = words::actorOf(words[3].section(QLatin1String(" > "), 1));
    const auto level = words::levelOf(words[4]);
    if (!time || !duration || !layer || !from || !to || !level)
        return std::nullopt;
    Record record;
    record.time = *time;
    record.duration = *duration;
    record.layer = *layer;
    record.from = *from;
    record.to = *to;
    record.level = *level;
    for (const QString& word : words.mid(5)) {
        if (word.startsWith(QLatin1String("exchange ")))
            record.exchange = {word.mid(9).toUInt()};
        record.continuation = record.continuation || word == QLatin1String("continuation");
    }
    return record;
}

class TextReader
{
public:
    /// False for a line that is none of ours.
    bool take(QByteArrayView line)
    {
        if (line.trimmed().isEmpty())
            return true;
        if (line.startsWith(kEnd)) {
            m_isEnded = true;
            return finish();
        }
        m_isEnded = false;
        if (line.front() == '[')
            return begin(line);
        if (!m_record)
            return false;
        const QByteArrayView name = line.first(std::min(kNameWidth, line.size())).trimmed();
        if (!name.isEmpty())
            m_member = name.toByteArray();
        return takeMember(line.sliced(std::min(kNameWidth, line.size())));
    }
    bool finish()
    {
        if (!m_record)
            return true;
        Record& record = *m_record;
        const auto request = fromMaskedHex(m_request, RecordPart::Request, record.layer, record.secrets);
        const auto response = fromMaskedHex(m_response, RecordPart::Response, record.layer, record.secrets);
        if (!request || !response)
            return false;
        record.request = *request;
        record.response = *response;
        m_secrets.mark(record);
        const RecordNo number = m_recording.store.append(record);
        if (m_mark)
            m_recording.marks.emplace(number, *m_mark);
        m_record.reset();
        m_mark.reset();
        m_request.clear();
        m_response.clear();
        return true;
    }
    Recording& recording() { return m_recording; }
    [[nodiscard]] bool isEnded() const { return m_isEnded; }

private:
    bool begin(QByteArrayView line)
    {
        if (!finish())
            return false;
        m_record = headOf(line);
        return m_record.has_value();
    }
    bool takeMember(QByteArrayView text)
    {
        if (m_member == "name")
            m_record->name = unescaped(text);
        else if (m_member == "target")
            m_record->target = unescaped(text);
        else if (m_member == "status")
            m_record->status = unescaped(text);
        else if (m_member == "mark")
            m_mark = unescaped(text);
        else if (m_member == "request")
            m_request += text;
        else if (m_member == "response")
            m_response += text;
        else
            return false;
        return true;
    }

    Recording m_recording;
    std::optional<Record> m_record;
    std::optional<QString> m_mark;
    QByteArray m_member; ///< that lines without a name go on with
    QByteArray m_request;
    QByteArray m_response;
    bool m_isEnded = false;
    SecretWatch m_secrets; ///< dots tell of those that were masked, not of those that were shown
};

} // namespace

bool isTextTrace(QByteArrayView head)
{
    return head.startsWith(kFirstWords) || head.startsWith(kFirstWordsBefore);
}

Result<Recording> readTextTrace(QByteArrayView text, const TraceProgress& progress)
{
    TextReader reader;
    ReadingWatch watch(progress, text.size());
    // An earlier version wrote no end; a line that was cut off tells even so.
    const bool isWholeByItself = text.startsWith(kFirstWordsBefore) && text.endsWith('\n');
    qsizetype number = 0;
    bool isCutOff = false;
    const auto wrong = [&number] {
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Trace", "this is no line of a log that was saved as text"),
            QCoreApplication::translate("Trace", "line %1").arg(number));
    };
    while (!text.isEmpty()) {
        const QByteArrayView line = takeLine(text);
        if (!watch.goesOn(text.size()))
            return readingStopped();
        ++number;
        if (number == 1) {
            const qsizetype start = line.indexOf(kStarted);
            if (start >= 0)
                reader.recording().startedAt =
                    QDateTime::fromString(QString::fromLatin1(line.sliced(start + kStarted.size())), Qt::ISODateWithMs)
                        .toUTC();
        } else if (!reader.take(line)) {
            if (number == 2 || !text.isEmpty())
                return wrong();
            isCutOff = true; // within its head
        }
    }
    // Half a byte is left of a row that was cut off within its bytes.
    isCutOff = !reader.finish() || isCutOff || (!reader.isEnded() && !isWholeByItself);
    if (isCutOff)
        reader.recording().incomplete =
            QCoreApplication::translate("Trace", "it is cut off behind line %1: its end is missing").arg(number);
    return std::move(reader.recording());
}

} // namespace dmsc
