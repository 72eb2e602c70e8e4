// SPDX-License-Identifier: Apache-2.0
#include "model/files/input_file.h"

#include "model/byte_array.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::string_view kSqlite{"SQLite format 3\0", 16};
constexpr qint64 kPiece = 1 << 16;

tl::unexpected<Error> cannotBeRead(const QFile& file)
{
    return fail(ErrorKind::Io, QCoreApplication::translate("InputFile", "cannot be read: %1").arg(file.errorString()),
        file.fileName());
}

} // namespace

Result<QByteArray> readWholeFile(const QString& path, qint64 most, const QString& tooLarge)
{
    if (path.isEmpty())
        return fail(ErrorKind::BadValue, QCoreApplication::translate("InputFile", "the name of a file was expected"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return cannotBeRead(file);
    return readWholeFile(file, most, tooLarge);
}

Result<QByteArray> readWholeFile(QFile& file, qint64 most, const QString& tooLarge)
{
    QByteArray bytes;
    bytes.reserve(std::min(most, file.size() + kPiece) + 1); // what may be secret leaves no copies behind
    // Its size tells little: a pipe has none, and a device has no end.
    while (file.size() <= most) {
        const qsizetype length = bytes.size();
        bytes.resize(length + std::min(kPiece, most + 1 - length));
        const qint64 read = file.read(bytes.data() + length, bytes.size() - length);
        bytes.resize(length + std::max(read, qint64{0}));
        if (read < 0)
            return cannotBeRead(file);
        if (read == 0)
            return bytes;
        if (bytes.size() > most)
            break;
    }
    return fail(ErrorKind::Limit, tooLarge, file.fileName());
}

bool isDatabase(ByteView start)
{
    return textOf(start).starts_with(kSqlite);
}

bool isDatabase(const QString& path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
        && isDatabase(viewOf(file.read(static_cast<qint64>(kSqlite.size()))));
}

} // namespace dmsc
