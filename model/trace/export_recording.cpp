// SPDX-License-Identifier: Apache-2.0
#include "model/byte_array.h"
#include "model/files/output_file.h"
#include "model/recording/recording_file.h"
#include "model/trace/message_files.h"
#include "model/trace/trace.h"
#include "model/trace/trace_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace dmsc {

namespace {

/// Our own file. Rows get the numbers of their new places, and their marks go with them.
class RecordingWriter final : public TraceWriter
{
public:
    explicit RecordingWriter(const Recording& recording)
        : m_recording(&recording)
    {
    }

    QByteArray head() override { return recordingBegin(m_recording->startedAt); }
    QByteArray row(const MaskedRow& row) override
    {
        const RecordNo number = row.view.number;
        QByteArray frames = recordFrame(row.view, m_recording->store.secrets(number));
        if (const auto mark = m_recording->marks.find(number); mark != m_recording->marks.end())
            frames += markFrame(RecordNo{m_next}, &mark->second);
        ++m_next;
        return frames;
    }

private:
    const Recording* m_recording;
    std::uint32_t m_next = 0;
};

std::unique_ptr<TraceWriter> writerFor(TraceFormat format, const Recording& recording, const RecordSelection& rows)
{
    switch (format) {
    case TraceFormat::Recording:
        return std::make_unique<RecordingWriter>(recording);
    case TraceFormat::Json:
        return jsonWriter(recording);
    case TraceFormat::Pcap:
        return pcapWriter(recording);
    case TraceFormat::Html:
        return htmlWriter(recording, rows);
    case TraceFormat::Text:
        return textWriter(recording);
    case TraceFormat::Scriptor:
        return scriptorWriter();
    case TraceFormat::Messages:
        break;
    }
    return nullptr;
}

Result<void> writeAll(OutputFile& file, TraceFormat format, const Recording& recording, const RecordSelection& rows,
    Secrets secrets, const TraceProgress& progress)
{
    const std::unique_ptr<TraceWriter> writer = writerFor(format, recording, rows);
    const bool holdsCommandsAlone = format == TraceFormat::Pcap || format == TraceFormat::Scriptor;
    if (auto head = file.write(viewOf(writer->head())); !head)
        return head;
    bool isEmpty = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (progress && i % kRowsBetweenReports == 0 && !progress(i, rows.size()))
            return fail(ErrorKind::Cancelled, QCoreApplication::translate("Trace", "the export was stopped"));
        const QByteArray bytes = writer->row(masked(recording, rows[i], secrets));
        isEmpty = isEmpty && bytes.isEmpty();
        if (auto row = file.write(viewOf(bytes)); !row)
            return row;
    }
    if (isEmpty && holdsCommandsAlone && !rows.empty())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("Trace", "there are no commands to a card among these rows"), file.path());
    if (auto tail = file.write(viewOf(writer->tail())); !tail)
        return tail;
    if (progress)
        progress(rows.size(), rows.size());
    return {};
}

} // namespace

std::optional<TraceFormat> traceFormatOf(const QString& path)
{
    if (path.endsWith(QLatin1Char('/')) || QFileInfo(path).isDir())
        return TraceFormat::Messages;
    static const QHash<QString, TraceFormat> kFormats{{QStringLiteral("dmsclog"), TraceFormat::Recording},
        {QStringLiteral("json"), TraceFormat::Json}, {QStringLiteral("pcap"), TraceFormat::Pcap},
        {QStringLiteral("html"), TraceFormat::Html}, {QStringLiteral("htm"), TraceFormat::Html},
        {QStringLiteral("txt"), TraceFormat::Text}, {QStringLiteral("log"), TraceFormat::Text},
        {QStringLiteral("apdu"), TraceFormat::Scriptor}};
    const auto found = kFormats.constFind(QFileInfo(path).suffix().toLower());
    return found == kFormats.constEnd() ? std::nullopt : std::optional(*found);
}

Result<void> checkKeeps(const QStringList& read, const QString& path)
{
    const bool isRead = std::any_of(read.begin(), read.end(), [&path](const QString& one) {
        std::error_code isMissing; // what is not there cannot be lost
        return std::filesystem::equivalent(
            QFile::encodeName(one).toStdString(), QFile::encodeName(path).toStdString(), isMissing);
    });
    if (isRead)
        return fail(ErrorKind::Exists,
            QCoreApplication::translate("Trace", "this file is being read; what is written needs another one"), path);
    return {};
}

Result<void> exportRecording(const Recording& recording, const RecordSelection& rows, TraceFormat format,
    const QString& path, Secrets secrets, const TraceProgress& progress)
{
    if (format == TraceFormat::Messages)
        return writeMessages(recording, rows, path, secrets, progress);
    auto file = OutputFile::open(path, secrets == Secrets::Shown ? Readers::Owner : Readers::Everybody);
    if (!file)
        return tl::unexpected(std::move(file.error()));
    if (auto written = writeAll(*file, format, recording, rows, secrets, progress); !written)
        return written;
    return file->commit();
}

} // namespace dmsc
