// SPDX-License-Identifier: Apache-2.0
// dmsc log show: a line a row.
#include "app/cli/line_printer.h"
#include "app/cli/log_file.h"
#include "app/cli/stop_signals.h"
#include "model/filter/record_filter.h"
#include "model/recording/recording_file.h"
#include "model/trace/record_words.h"
#include "model/trace/trace_writer.h"

namespace dmsc::cli {

namespace {

QString lineOf(const Recording& recording, RecordNo number)
{
    const RecordView record = recording.store.at(number);
    const QString way = record.from == record.to
        ? QString(words::of(record.from))
        : words::of(record.from) + QLatin1String(" -> ") + words::of(record.to);
    const QString target = QString::fromUtf8(record.target);
    QString line = QStringLiteral("%1 %2 %3 ms  %4 %5 %6%7  %8%9")
                       .arg(number.shown(), 7)
                       .arg(double(record.time.count()) / 1e9, 12, 'f', 6)
                       .arg(double(record.duration.count()) / 1e3, 9, 'f', 3)
                       .arg(way, -20)
                       .arg(QString(words::of(record.layer)), -13)
                       .arg(QString::fromUtf8(record.status), -5)
                       .arg(record.level == StatusLevel::Error        ? QLatin1String("!")
                               : record.level == StatusLevel::Warning ? QLatin1String("?")
                                                                      : QLatin1String(" "))
                       .arg(record.continuation ? QLatin1String("  ") : QLatin1String())
                       .arg(QString::fromUtf8(record.name));
    if (!target.isEmpty())
        line += QLatin1String("  ") + target;
    if (const auto mark = recording.marks.find(number); mark != recording.marks.end())
        line += QLatin1String("  # ") + mark->second;
    return line.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

std::string rowsAsJson(const SelectedLog& log, Secrets secrets)
{
    const auto writer = jsonWriter(log.recording);
    std::string text = writer->head().toStdString();
    for (const RecordNo row : log.rows)
        text += writer->row(masked(log.recording, row, secrets)).toStdString();
    return text + writer->tail().toStdString();
}

/// What is there and what comes, until Ctrl+C.
Result<Answer> follow(const Arguments& arguments)
{
    const QString& path = arguments.positional[0];
    auto reader = RecordingReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    Recording recording;
    recording.startedAt = reader->startedAt();
    auto filter = filterOf(arguments.filter);
    if (!filter)
        return tl::unexpected(filter.error());
    RecordMatcher matcher(*std::move(filter));
    const StopSignals signals;
    LinePrinter printer;
    std::uint32_t next = 0;
    do {
        if (const auto more = reader->readMore(recording); !more)
            return at(more.error(), path);
        for (; next < recording.store.size(); ++next) {
            const RecordNo row{next};
            if (!matcher.matches(recording.store, recording.marks, row))
                continue;
            if (arguments.json)
                printer.line(toJson(masked(recording, row, secretsOf(arguments))));
            else
                printer.line(lineOf(recording, row).toUtf8());
        }
        printer.flush();
    } while (!signals.wait());
    return Answer{};
}

} // namespace

Result<Answer> showLog(const Arguments& arguments)
{
    if (arguments.follow)
        return follow(arguments);
    const auto log = openLog(arguments.positional[0], arguments);
    if (!log)
        return tl::unexpected(log.error());
    Answer answer;
    answer.note = incompleteNote(arguments.positional[0], log->recording);
    answer.exit = exitOf(log->recording);
    if (arguments.json) {
        answer.output = rowsAsJson(*log, secretsOf(arguments));
        return answer;
    }
    for (const RecordNo row : log->rows)
        answer.output += lineOf(log->recording, row).toStdString() + '\n';
    return answer;
}

} // namespace dmsc::cli
