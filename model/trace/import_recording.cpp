// SPDX-License-Identifier: Apache-2.0
#include "model/trace/import_recording.h"

#include "model/byte_array.h"
#include "model/recording/recording_file.h"
#include "model/syncml/wbxml_reader.h"
#include "model/trace/apdu_log.h"
#include "model/trace/capture_reader.h"
#include "model/trace/message_log.h"
#include "model/trace/record_json.h"
#include "model/trace/text_trace.h"
#include "model/trace/trace.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>
#include <QTemporaryFile>

namespace dmsc {

namespace {

constexpr qint64 kMaxForeign = qint64{1} << 30; ///< bytes; our own files have no limit
constexpr qint64 kHead = 64;
constexpr qint64 kPiece = qint64{1} << 20;

/// Text of Windows programs may be UTF-16, or have a byte order mark: as UTF-8 without one.
QByteArray asUtf8(const QByteArray& content)
{
    if (content.startsWith("\xEF\xBB\xBF"))
        return content.sliced(3);
    if (!content.startsWith("\xFF\xFE") && !content.startsWith("\xFE\xFF"))
        return content;
    QStringDecoder decoder(QStringDecoder::Utf16);
    return QString(decoder.decode(content)).toUtf8();
}

/// A pipe is read once only, a recording more than once: what comes out of it, in a file that its owner alone may read.
Result<void> copyPipe(QIODevice& pipe, QTemporaryFile& copy)
{
    if (!copy.open())
        return fail(ErrorKind::Io, copy.errorString());
    for (QByteArray piece = pipe.read(kPiece); !piece.isEmpty(); piece = pipe.read(kPiece))
        if (copy.write(piece) != piece.size())
            return fail(ErrorKind::Io, copy.errorString());
    if (!copy.flush())
        return fail(ErrorKind::Io, copy.errorString());
    return {};
}

/// In pieces, since a slow disk may take longer than anybody waits.
Result<QByteArray> contentOf(QFile& file, const TraceProgress& progress)
{
    const auto total = static_cast<std::size_t>(file.size());
    QByteArray content;
    content.reserve(file.size());
    for (QByteArray piece = file.read(kPiece); !piece.isEmpty(); piece = file.read(kPiece)) {
        if (!content.isEmpty() && progress && !progress(0, total))
            return readingStopped();
        content += piece;
    }
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::Io, file.errorString());
    return content;
}

Result<Recording> importText(const QByteArray& text, const TraceProgress& progress)
{
    if (isTextTrace(text))
        return readTextTrace(text, progress);
    if (QByteArrayView(text).trimmed().startsWith('{'))
        return recordingFromJson(text, progress);
    if (text.contains("SyncML")) {
        auto messages = readXmlMessages(text, progress);
        if (messages || messages.error().kind == ErrorKind::Cancelled)
            return messages;
    }
    return readApduLog(text, progress);
}

} // namespace

Result<Recording> importTrace(const QByteArray& content, const TraceProgress& progress)
{
    if (isCapture(content))
        return readCapture(content, progress);
    if (wbxml::isWbxml(viewOf(content)))
        return readWbxmlMessage(content);
    return importText(asUtf8(content), progress);
}

Result<Recording> importRecording(const QString& path, const TraceProgress& progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, file.errorString(), path);
    if (file.isSequential()) {
        QTemporaryFile copy;
        auto copied = copyPipe(file, copy);
        auto recording = copied ? importRecording(copy.fileName(), progress) : tl::unexpected(copied.error());
        if (!recording)
            recording.error().where = path;
        return recording;
    }
    if (isRecording(file.peek(kHead)))
        return readRecording(path, progress);
    if (file.size() > kMaxForeign)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Trace", "a log of another program is read up to 1 GiB"), path);
    auto content = contentOf(file, progress);
    auto recording = content ? importTrace(*content, progress) : tl::unexpected(content.error());
    if (!recording)
        return at(recording.error(), path);
    return recording;
}

} // namespace dmsc
