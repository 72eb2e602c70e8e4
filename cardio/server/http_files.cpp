// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_files.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace dmsc {

namespace {

constexpr qint64 kMaxFile = qint64{1} << 30;
constexpr qsizetype kMostParts = 16;

/// Neither a way up nor a name that means another thing to the system than to an URL.
bool isName(const QByteArray& part)
{
    return !part.isEmpty() && part != "." && part != ".." && !part.contains('/') && !part.contains('\0');
}

} // namespace

Result<HttpFiles> HttpFiles::of(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorKind::Io,
            QCoreApplication::translate("DmServer", "expected a folder whose files are given away: %1")
                .arg(QString::fromLocal8Bit(std::strerror(errno))),
            folder);
    return HttpFiles(descriptor);
}

HttpFiles::HttpFiles(HttpFiles&& other) noexcept
    : m_folder(std::exchange(other.m_folder, -1))
{
}

HttpFiles& HttpFiles::operator=(HttpFiles&& other) noexcept
{
    std::swap(m_folder, other.m_folder);
    return *this;
}

HttpFiles::~HttpFiles()
{
    if (m_folder >= 0)
        ::close(m_folder);
}

std::unique_ptr<QFile> HttpFiles::open(const QByteArray& path) const
{
    if (!path.startsWith(kPath))
        return nullptr;
    const QList<QByteArray> parts = path.mid(static_cast<qsizetype>(std::strlen(kPath))).split('/');
    if (parts.size() > kMostParts)
        return nullptr;
    // Step by step, so that nothing that is renamed meanwhile leads out of the folder.
    int at = ::fcntl(m_folder, F_DUPFD_CLOEXEC, 0);
    for (qsizetype i = 0; i < parts.size() && at >= 0; ++i) {
        const QByteArray name = QByteArray::fromPercentEncoding(parts[i]);
        const int kind = i + 1 < parts.size() ? O_DIRECTORY : O_NONBLOCK; // a FIFO must not wait for its other end
        const int next = isName(name) ? ::openat(at, name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind) : -1;
        ::close(at);
        at = next;
    }
    struct stat facts = {};
    const bool good = at >= 0 && ::fstat(at, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size <= kMaxFile;
    auto file = std::make_unique<QFile>();
    if (good && file->open(at, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return file;
    if (at >= 0)
        ::close(at);
    return nullptr;
}

} // namespace dmsc
