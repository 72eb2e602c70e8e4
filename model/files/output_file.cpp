// SPDX-License-Identifier: Apache-2.0
#include "model/files/output_file.h"

#include "model/files/input_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace dmsc {

namespace {

tl::unexpected<Error> cannotBeWritten(const QString& why, const QString& path)
{
    return fail(ErrorKind::Io, QCoreApplication::translate("OutputFile", "cannot be written: %1").arg(why), path);
}

/// /dev/stdout or another name of it: what the shell redirected it to must go on where we end.
bool isStandardOutput(const QString& path)
{
    struct stat named = {};
    struct stat ours = {};
    return ::stat(QFile::encodeName(path).constData(), &named) == 0 && ::fstat(STDOUT_FILENO, &ours) == 0
        && named.st_dev == ours.st_dev && named.st_ino == ours.st_ino;
}

/// Nothing yet, a regular file, or a folder, which QSaveFile refuses.
bool isReplaceable(const QString& path)
{
    const QFileInfo there(path);
    return !there.exists() || there.isFile() || there.isDir();
}

} // namespace

OutputFile::OutputFile(QString path, std::unique_ptr<QFileDevice> file, QSaveFile* replacement)
    : m_path(std::move(path))
    , m_file(std::move(file))
    , m_replacement(replacement)
{
}

OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;
OutputFile::~OutputFile() = default;

Result<OutputFile> OutputFile::open(const QString& path, Readers readers)
{
    if (path.isEmpty())
        return fail(ErrorKind::BadValue, QCoreApplication::translate("OutputFile", "the name of a file was expected"));
    if (isStandardOutput(path) || !isReplaceable(path))
        return writeInto(path);
    if (isDatabase(path))
        return fail(ErrorKind::Exists,
            QCoreApplication::translate(
                "OutputFile", "this is a database, perhaps the image of a card or handset, and is not overwritten"),
            path);
    return replace(path, readers);
}

Result<OutputFile> OutputFile::replace(const QString& path, Readers readers)
{
    // Through every link, as /dev/fd/3 is one to a file elsewhere.
    const QString real = QFileInfo(path).canonicalFilePath();
    auto file = std::make_unique<QSaveFile>(real.isEmpty() ? path : real);
    if (!file->open(QIODevice::WriteOnly)
        || (readers == Readers::Owner && !file->setPermissions(QFile::ReadOwner | QFile::WriteOwner)))
        return cannotBeWritten(file->errorString(), path);
    QSaveFile* const replacement = file.get();
    return OutputFile(path, std::move(file), replacement);
}

Result<OutputFile> OutputFile::writeInto(const QString& path)
{
    auto file = std::make_unique<QFile>(path);
    if (!isStandardOutput(path)) {
        if (!file->open(QIODevice::WriteOnly))
            return cannotBeWritten(file->errorString(), path);
        return OutputFile(path, std::move(file), nullptr);
    }
    const int own = ::dup(STDOUT_FILENO);
    if (own < 0)
        return cannotBeWritten(qt_error_string(errno), path);
    if (!file->open(own, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle))
        return cannotBeWritten(file->errorString(), path);
    return OutputFile(path, std::move(file), nullptr);
}

tl::unexpected<Error> OutputFile::trouble() const
{
    return cannotBeWritten(m_file->errorString(), m_path);
}

Result<void> OutputFile::write(ByteView bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    return m_file->write(reinterpret_cast<const char*>(bytes.data()), size) == size ? Result<void>() : trouble();
}

Result<void> OutputFile::commit()
{
    // By itself QSaveFile takes no notice of what cannot be flushed, and puts an empty file in place.
    const bool done = m_file->flush() && (!m_replacement || m_replacement->commit());
    return done ? Result<void>() : trouble();
}

Result<void> writeWholeFile(const QString& path, ByteView bytes, Readers readers)
{
    auto file = OutputFile::open(path, readers);
    if (!file)
        return tl::unexpected(std::move(file.error()));
    if (auto written = file->write(bytes); !written)
        return written;
    return file->commit();
}

} // namespace dmsc
