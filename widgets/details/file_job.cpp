// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/file_job.h"

#include "model/byte_array.h"
#include "model/files/input_file.h"
#include "model/files/output_file.h"
#include "model/tree/limits.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

Result<QByteArray> readFile(const QString& path)
{
    return readWholeFile(path, qint64(limits::kMaxValueBytes),
        QCoreApplication::translate("FileJob", "The file has more than the %1 bytes that a value may have")
            .arg(qulonglong(limits::kMaxValueBytes)));
}

Result<QByteArray> writeFile(const QString& path, const QByteArray& bytes, Readers readers = Readers::Everybody)
{
    if (auto written = writeWholeFile(path, viewOf(bytes), readers); !written)
        return tl::unexpected(std::move(written.error()));
    return QByteArray();
}

} // namespace

std::unique_ptr<FileJob> FileJob::read(const QString& path)
{
    return std::unique_ptr<FileJob>(new FileJob([path] { return readFile(path); }, true));
}

std::unique_ptr<FileJob> FileJob::write(const QString& path, const QByteArray& bytes)
{
    return std::unique_ptr<FileJob>(new FileJob([path, bytes] { return writeFile(path, bytes); }, false));
}

std::unique_ptr<FileJob> FileJob::writeSecret(const QString& path, const QByteArray& bytes)
{
    return std::unique_ptr<FileJob>(
        new FileJob([path, bytes] { return writeFile(path, bytes, Readers::Owner); }, false));
}

std::unique_ptr<FileJob> FileJob::write(const QString& path, std::function<Result<QByteArray>()> make)
{
    return std::unique_ptr<FileJob>(new FileJob(
        [path, make = std::move(make)]() -> Result<QByteArray> {
            auto bytes = make();
            return bytes ? writeFile(path, *bytes) : bytes;
        },
        false));
}

FileJob::FileJob(Work work, bool reads)
    : m_reads(reads)
    , m_thread([this, work = std::move(work)] {
        Result<QByteArray> result = work();
        {
            const std::lock_guard lock(m_mutex);
            m_result = std::move(result);
        }
        QMetaObject::invokeMethod(this, &FileJob::deliver, Qt::QueuedConnection);
    })
{
}

FileJob::~FileJob() = default;

void FileJob::deliver()
{
    std::optional<Result<QByteArray>> result;
    {
        const std::lock_guard lock(m_mutex);
        result.swap(m_result);
    }
    if (!result)
        return;
    if (!*result)
        Q_EMIT failed(result->error());
    else if (m_reads)
        Q_EMIT loaded(**result);
    else
        Q_EMIT written();
}

} // namespace dmsc
