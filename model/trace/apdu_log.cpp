// SPDX-License-Identifier: Apache-2.0
#include "model/trace/apdu_log.h"

#include "model/trace/apdu_log_line.h"
#include "model/trace/apdu_rows.h"
#include "model/trace/text_lines.h"
#include "model/trace/trace_writer.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace dmsc {

namespace {

constexpr std::chrono::hours kDay{24};

/// Time of the lines as far as they tell: since the one before, or of the day.
class LineClock
{
public:
    void see(QByteArrayView line)
    {
        if (const auto step = sinceLineBefore(line))
            m_now = m_now.value_or(std::chrono::nanoseconds::zero()) + *step;
        else if (const auto time = timeOfDay(line))
            seeTimeOfDay(*time);
    }
    [[nodiscard]] std::optional<std::chrono::nanoseconds> now() const { return m_now; }

private:
    void seeTimeOfDay(std::chrono::milliseconds time)
    {
        if (!m_first)
            m_first = time;
        // Two threads may note their lines a little out of order; a day begins anew only where half of one is missing.
        if (m_last && *m_last - time > kDay / 2)
            m_days += kDay;
        else if (m_last)
            time = std::max(time, *m_last);
        m_last = time;
        m_now = time + m_days - *m_first;
    }

    std::optional<std::chrono::nanoseconds> m_now;
    std::optional<std::chrono::milliseconds> m_first;
    std::optional<std::chrono::milliseconds> m_last;
    std::chrono::milliseconds m_days{0};
};

/// A status word that ISO 7816-3 knows: 6X or 9X.
bool endsInStatusWord(const QByteArray& bytes)
{
    if (bytes.size() < 2)
        return false;
    const auto first = static_cast<unsigned char>(bytes[bytes.size() - 2]);
    return (first & 0xF0U) == 0x60 || (first & 0xF0U) == 0x90;
}

/// Puts commands and responses together.
class LogPairs
{
public:
    explicit LogPairs(RecordStore& store)
        : m_rows(store)
    {
    }

    void command(const QByteArray& bytes, std::optional<std::chrono::nanoseconds> time, bool filled = false)
    {
        // GPShell logs a command before and after it was wrapped, OpenSC as asked for and as sent: the last one counts.
        const auto waiting = m_waiting.find(m_talk);
        if (waiting != m_waiting.end() && !m_replaces && waiting->second.command != bytes)
            m_rows.add(waiting->second);
        m_waiting.insert_or_assign(m_talk, TracedPair{time, {}, bytes, {}, filled, false, m_talk});
    }
    void response(const QByteArray& bytes, std::optional<std::chrono::nanoseconds> time,
        std::optional<std::chrono::microseconds> duration)
    {
        const auto waiting = m_waiting.find(m_talk);
        if (waiting == m_waiting.end() || bytes.size() < 2)
            return;
        TracedPair pair = std::move(waiting->second);
        m_waiting.erase(waiting);
        pair.response = bytes;
        if (duration)
            pair.duration = *duration;
        else if (time && pair.time)
            pair.duration = std::chrono::duration_cast<std::chrono::microseconds>(*time - *pair.time);
        m_rows.add(pair);
    }
    /// The next command takes the place of the one that waits for its answer.
    void setReplaces(bool replaces) { m_replaces = replaces; }
    /// Who says what comes next.
    void setTalk(QByteArrayView talk) { m_talk = talk.toByteArray(); }
    /// What nobody has answered.
    void flush()
    {
        for (const auto& [talk, pair] : m_waiting)
            m_rows.add(pair);
        m_waiting.clear();
    }

private:
    ApduRows m_rows;
    std::map<QByteArray, TracedPair> m_waiting; ///< for their answers, by talk
    QByteArray m_talk;
    bool m_replaces = false;
};

class LogReader
{
public:
    explicit LogReader(Recording& recording)
        : m_pairs(recording.store)
    {
    }

    void take(QByteArrayView line)
    {
        if (continues(line))
            return;
        finishDump();
        m_clock.see(line);
        m_pairs.setTalk(threadOf(line));
        if (line.startsWith('#'))
            m_isFilled = line.trimmed().endsWith(kFilledRemark);
        LogLine found = readLogLine(line);
        switch (found.kind) {
        case LogLineKind::Other:
            return;
        case LogLineKind::Command:
            m_pairs.setReplaces(line.trimmed().startsWith("Wrapped"));
            if (found.bytes.size() >= 4)
                m_pairs.command(found.bytes, m_clock.now());
            return;
        case LogLineKind::Pair:
            m_pairs.command(found.bytes, m_clock.now());
            m_pairs.response(found.response, m_clock.now(), found.duration);
            return;
        case LogLineKind::Hex:
            m_hex.push_back({std::move(found.bytes), std::exchange(m_isFilled, false)});
            return;
        case LogLineKind::Response:
        case LogLineKind::StatusThenData:
            if (!found.goesOn) {
                m_pairs.response(found.bytes, m_clock.now(), found.duration);
                return;
            }
            [[fallthrough]];
        case LogLineKind::CommandDump:
        case LogLineKind::ResponseDump:
        case LogLineKind::DataDump:
            m_open = std::move(found);
            m_dump.clear();
            return;
        }
    }
    void finish(Recording& recording)
    {
        finishDump();
        m_pairs.flush();
        if (recording.store.isEmpty())
            addPlainHex();
    }

private:
    /// True for a line of the dump that is open.
    bool continues(QByteArrayView line)
    {
        if (!m_open)
            return false;
        if (m_open->goesOn) {
            const QByteArray more = leadingHex(line);
            m_open->bytes += more;
            m_open->goesOn = !more.isEmpty() && !line.contains(':');
            if (!m_open->goesOn)
                finishDump();
            return !more.isEmpty();
        }
        const bool announced = m_open->kind != LogLineKind::DataDump;
        const auto left = announced ? std::optional(m_open->size - m_dump.size()) : std::nullopt;
        const QByteArray more = left == 0 ? QByteArray() : dumpedBytes(line, m_dump.isEmpty(), left);
        m_dump += more;
        return !more.isEmpty();
    }
    void finishDump()
    {
        if (!m_open)
            return;
        const LogLine open = *std::exchange(m_open, std::nullopt);
        if (open.kind == LogLineKind::CommandDump && m_dump.size() >= 4)
            m_pairs.command(m_dump, m_clock.now());
        else if (open.kind == LogLineKind::ResponseDump)
            m_pairs.response(m_dump, m_clock.now(), {});
        else if (open.kind == LogLineKind::DataDump)
            m_pairs.response(m_dump + open.bytes, m_clock.now(), {});
        else if (open.kind == LogLineKind::Response)
            m_pairs.response(open.bytes, m_clock.now(), open.duration);
    }

    /// Lines of hex alone: in turns where every second one ends in a status word, else commands.
    void addPlainHex()
    {
        bool inTurns = m_hex.size() % 2 == 0;
        for (std::size_t i = 1; i < m_hex.size(); i += 2)
            inTurns = inTurns && endsInStatusWord(m_hex[i].bytes);
        for (std::size_t i = 0; i < m_hex.size(); ++i) {
            if (inTurns && i % 2 == 1)
                m_pairs.response(m_hex[i].bytes, {}, {});
            else if (m_hex[i].bytes.size() >= 4)
                m_pairs.command(m_hex[i].bytes, {}, m_hex[i].filled);
        }
        m_pairs.flush();
    }

    LogPairs m_pairs;
    LineClock m_clock;
    struct Hex
    {
        QByteArray bytes;
        bool filled = false; ///< FF stands for its secrets
    };
    std::vector<Hex> m_hex;
    bool m_isFilled = false; ///< the comment before says so of the next line
    std::optional<LogLine> m_open; ///< what the next lines may go on with
    QByteArray m_dump;
};

} // namespace

Result<Recording> readApduLog(QByteArrayView text, const TraceProgress& progress)
{
    Recording recording;
    LogReader reader(recording);
    ReadingWatch watch(progress, text.size());
    while (!text.isEmpty()) {
        if (!watch.goesOn(text.size()))
            return readingStopped();
        reader.take(takeLine(text));
    }
    reader.finish(recording);
    if (recording.store.isEmpty())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("Trace", "no APDUs, messages or records were found in this file"));
    return recording;
}

} // namespace dmsc
