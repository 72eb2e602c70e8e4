// SPDX-License-Identifier: Apache-2.0
#include "cardio/recordings/recording_folder.h"

#include "model/recording/recording_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace dmsc {

namespace {

constexpr int kMaxTries = 100;
constexpr std::size_t kLookedAt = std::size_t{64} * 1024; // of a file, to see whether there is a row

QString lockPath(const QString& recording)
{
    return recording + QStringLiteral(".lock");
}

/// Whoever has it holds it as long as it lives, however long that is.
std::unique_ptr<QLockFile> lockOf(const QString& recording)
{
    auto lock = std::make_unique<QLockFile>(lockPath(recording));
    lock->setStaleLockTime(0);
    return lock;
}

QFileInfoList recordingsIn(const QString& folder)
{
    const QString mask = QStringLiteral("*%1").arg(QLatin1String(kRecordingSuffix));
    return QDir(folder).entryInfoList({mask}, QDir::Files | QDir::NoSymLinks, QDir::Time);
}

bool hasRows(const QString& recording)
{
    auto reader = RecordingReader::open(recording);
    if (!reader)
        return true; // what cannot be read is not ours to throw away
    Recording begin;
    const auto rows = reader->readMore(begin, kLookedAt);
    return !rows || *rows > 0 || reader->hasMore();
}

} // namespace

RecordingFolder::RecordingFolder(QString path)
    : m_path(std::move(path))
{
}

Result<OwnedRecording> RecordingFolder::reserve(const QDateTime& now) const
{
    if (!QDir().mkpath(m_path))
        return fail(ErrorKind::Io, QCoreApplication::translate("RecordingFolder", "the folder cannot be made"), m_path);
    const QString stem = now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH-mm-ss"));
    for (int i = 1; i <= kMaxTries; ++i) {
        const QString name = i == 1 ? stem : QStringLiteral("%1 (%2)").arg(stem).arg(i);
        OwnedRecording owned;
        owned.path = QDir(m_path).filePath(name + QLatin1String(kRecordingSuffix));
        if (QFileInfo::exists(owned.path))
            continue;
        owned.lock = lockOf(owned.path);
        if (owned.lock->tryLock())
            return owned;
        if (owned.lock->error() == QLockFile::PermissionError)
            break;
    }
    return fail(ErrorKind::Io,
        QCoreApplication::translate("RecordingFolder", "no recording can be made in this folder"), m_path);
}

QStringList RecordingFolder::takeUnfinished() const
{
    QStringList unfinished;
    for (const QFileInfo& file : recordingsIn(m_path)) {
        const QString path = file.filePath();
        if (!QFileInfo::exists(lockPath(path)))
            continue;
        const std::unique_ptr<QLockFile> lock = lockOf(path);
        if (!lock->tryLock()) // its writer lives
            continue;
        if (hasRows(path))
            unfinished << path;
        else
            QFile::remove(path);
    }
    return unfinished;
}

void RecordingFolder::prune(const QStringList& keep) const
{
    int files = 0;
    qint64 bytes = 0;
    for (const QFileInfo& file : recordingsIn(m_path)) {
        ++files;
        bytes += file.size();
        const QString path = file.filePath();
        const bool tooMuch = files > kMaxFiles || bytes > kMaxBytes;
        if (!tooMuch || keep.contains(path) || QFileInfo::exists(lockPath(path)))
            continue;
        QFile::remove(path);
    }
}

} // namespace dmsc
