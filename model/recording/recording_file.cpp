// SPDX-License-Identifier: Apache-2.0
#include "model/recording/recording_file.h"

#include <QCoreApplication>
#include <QFile>

#include <utility>

namespace dmsc {

namespace {

/// What is less is copied: whoever follows a file for hours would have a mapping for each row else.
constexpr qint64 kMappedFrom = qint64{1} << 20;
constexpr std::size_t kBytesAtATime = std::size_t{32} << 20; ///< read in less than 0.1 s

QString whyIncomplete(FrameScan::End end, std::size_t offset)
{
    switch (end) {
    case FrameScan::End::Reached:
    case FrameScan::End::Limit:
        break;
    case FrameScan::End::Torn:
        return QCoreApplication::translate("Recording", "it ends within a row that begins at byte %1").arg(offset);
    case FrameScan::End::Damaged:
        return QCoreApplication::translate("Recording", "it is damaged at byte %1; what follows could not be read")
            .arg(offset);
    }
    return {};
}

} // namespace

RecordingReader::RecordingReader(std::shared_ptr<QFile> file)
    : m_file(std::move(file))
{
}

Result<RecordingReader> RecordingReader::open(const QString& path)
{
    RecordingReader reader(std::make_shared<QFile>(path));
    if (!reader.m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorKind::Io,
            QCoreApplication::translate("Recording", "cannot be read: %1").arg(reader.m_file->errorString()), path);
    auto startedAt = readRecordingHead(reader.m_file->read(kRecordingHeadSize));
    if (!startedAt)
        return at(std::move(startedAt.error()), path);
    reader.m_startedAt = *startedAt;
    reader.m_size = reader.m_file->size();
    return reader;
}

Result<void> RecordingReader::lookAhead()
{
    m_size = m_file->size();
    const qint64 length = m_size - m_offset;
    if (length < 0)
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("Recording", "it has become shorter while it was read"), m_file->fileName());
    m_owner = nullptr;
    if (length >= kMappedFrom) {
        if (const uchar* const mapped = m_file->map(m_offset, length)) {
            m_owner = std::shared_ptr<const void>(m_file, mapped);
            m_ahead = QByteArrayView(mapped, length);
            return {};
        }
        return fail(ErrorKind::Io,
            QCoreApplication::translate("Recording", "cannot be read: %1").arg(m_file->errorString()),
            m_file->fileName());
    }
    if (m_file->seek(m_offset))
        m_copied = m_file->read(length);
    if (m_file->error() != QFileDevice::NoError)
        return fail(ErrorKind::Io,
            QCoreApplication::translate("Recording", "cannot be read: %1").arg(m_file->errorString()),
            m_file->fileName());
    m_ahead = m_copied;
    return {};
}

Result<std::size_t> RecordingReader::readMore(Recording& recording, std::size_t bytes)
{
    const std::size_t before = recording.store.size();
    if (m_isDamaged)
        return 0;
    if (m_ahead.isEmpty()) {
        if (auto there = lookAhead(); !there)
            return tl::unexpected(std::move(there.error()));
    }
    const Marks marks = recording.marks;
    const FrameScan scan = scanFrames(m_ahead, m_owner, recording, m_again, bytes);
    if (m_isCountLost)
        recording.marks = marks;
    m_offset += static_cast<qint64>(scan.bytes);
    m_ahead = m_ahead.sliced(static_cast<qsizetype>(scan.bytes));
    const QString why = whyIncomplete(scan.end, bytesRead());
    recording.incomplete = m_damage.isEmpty() || why.isEmpty() ? m_damage + why : m_damage + QStringLiteral("; ") + why;
    m_isTorn = scan.end == FrameScan::End::Torn;
    if (scan.end == FrameScan::End::Damaged) {
        m_isDamaged = !passDamage(recording);
        if (!m_isDamaged)
            return recording.store.size() - before;
    }
    if (scan.end != FrameScan::End::Limit)
        m_ahead = {};
    return recording.store.size() - before;
}

/// Goes on at the next frame that can be read, if there is one.
bool RecordingReader::passDamage(Recording& recording)
{
    const auto gap = gapBeforeNextFrame(m_ahead);
    if (!gap)
        return false;
    const std::size_t from = bytesRead();
    m_offset += static_cast<qint64>(gap->bytes);
    m_ahead = m_ahead.sliced(static_cast<qsizetype>(gap->bytes));
    m_passedOver += gap->bytes;
    if (m_damage.isEmpty())
        m_firstDamage = from;
    m_damage = QCoreApplication::translate("Recording", "it is damaged at byte %1; %2 bytes were passed over")
                   .arg(m_firstDamage)
                   .arg(m_passedOver);
    recording.incomplete = m_damage;
    m_isCountLost = m_isCountLost || (!gap->isOneRow && !gap->isOneMark);
    if (gap->isOneMark)
        return true;
    // Rows behind it keep their numbers.
    Record lost;
    lost.layer = Layer::Storage;
    lost.from = lost.to = Actor::Workbench;
    lost.level = StatusLevel::Error;
    lost.status = QStringLiteral("-");
    lost.name = QCoreApplication::translate("Recording", "damaged");
    lost.target = QCoreApplication::translate("Recording", "bytes %1 to %2 of the file").arg(from).arg(m_offset - 1);
    if (!recording.store.isEmpty())
        lost.time = recording.store.at(RecordNo{static_cast<std::uint32_t>(recording.store.size() - 1)}).time;
    recording.store.append(lost);
    return true;
}

Result<void> RecordingReader::readAll(Recording& recording, const ReadProgress& progress)
{
    bool goesOn = true;
    while (goesOn) {
        if (const auto rows = readMore(recording, kBytesAtATime); !rows)
            return tl::unexpected(rows.error());
        if (progress && !progress(bytesRead(), bytesThere()))
            return fail(ErrorKind::Cancelled, QCoreApplication::translate("Recording", "reading was stopped"),
                m_file->fileName());
        goesOn = hasMore();
        if (!goesOn && m_isTorn) {
            if (auto there = lookAhead(); !there)
                return there;
            goesOn = passDamage(recording);
            m_ahead = goesOn ? m_ahead : QByteArrayView();
        }
    }
    return {};
}

Result<Recording> readRecording(const QString& path, const ReadProgress& progress)
{
    auto reader = RecordingReader::open(path);
    if (!reader)
        return tl::unexpected(std::move(reader.error()));
    Recording recording;
    recording.startedAt = reader->startedAt();
    if (const auto read = reader->readAll(recording, progress); !read)
        return tl::unexpected(read.error());
    return recording;
}

} // namespace dmsc
