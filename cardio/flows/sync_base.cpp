// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/sync_base.h"

#include "cardio/store/tree_image.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

namespace dmsc {

namespace {

constexpr const char* kCardKey = "sync.card";
constexpr const char* kDeviceKey = "sync.device";
constexpr int kMostDamagedKept = 100;

std::filesystem::path filePath(const QString& path)
{
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

bool renameOver(const QString& from, const QString& to)
{
    std::error_code failed;
    std::filesystem::rename(filePath(from), filePath(to), failed);
    return !failed;
}

Bytes bytesOf(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    return {utf8.begin(), utf8.end()};
}

/// Neither id is fit for a file's name: they come from the card and the device, and may say who somebody is.
QString fileFor(const QString& folder, const QString& iccid, const QString& deviceId)
{
    constexpr int kDigits = 40;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(iccid.toUtf8());
    hash.addData(QByteArray(1, '\0'));
    hash.addData(deviceId.toUtf8());
    return QDir(folder).filePath(QString::fromLatin1(hash.result().toHex().left(kDigits)) + QStringLiteral(".base"));
}

/// A damaged one is kept for whoever wants to know, never taken for a base again.
Result<void> putAside(const QString& path)
{
    for (int number = 1; number <= kMostDamagedKept; ++number) {
        const QString aside = QStringLiteral("%1.damaged-%2").arg(path).arg(number);
        const bool last = number == kMostDamagedKept;
        if ((last || !QFileInfo::exists(aside)) && renameOver(path, aside))
            return {};
    }
    return fail(ErrorKind::Io,
        QCoreApplication::translate("SyncBases", "a damaged base of a synchronisation cannot be put aside"), path);
}

} // namespace

SyncBases::SyncBases(QString folder)
    : m_folder(std::move(folder))
{
}

Result<std::optional<Tree>> SyncBases::load(const QString& iccid, const QString& deviceId) const
{
    const QString path = fileFor(m_folder, iccid, deviceId);
    if (!QFileInfo::exists(path))
        return std::nullopt;
    {
        auto image = TreeImage::open(path, ImageKind::Snapshot);
        if (image && image->meta(kCardKey) == bytesOf(iccid) && image->meta(kDeviceKey) == bytesOf(deviceId))
            return std::move(image->tree());
        if (!image && image.error().kind == ErrorKind::Io)
            return tl::unexpected(image.error());
    }
    // Merging against a wrong base would delete or keep the wrong things; without one nothing is lost.
    if (auto aside = putAside(path); !aside)
        return tl::unexpected(aside.error());
    return std::nullopt;
}

Result<void> SyncBases::save(const QString& iccid, const QString& deviceId, const Tree& tree) const
{
    const QString path = fileFor(m_folder, iccid, deviceId);
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::Io,
            QCoreApplication::translate("SyncBases", "the folder for bases of synchronisations cannot be made"),
            m_folder);
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh); // of a run that was cut short
    const ImageMeta meta = {{kCardKey, bytesOf(iccid)}, {kDeviceKey, bytesOf(deviceId)}};
    if (auto created = TreeImage::create(fresh, ImageKind::Snapshot, tree, meta); !created)
        return created;
    // What the card had is nobody else's business on a machine with several users.
    QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
    if (!renameOver(fresh, path)) {
        QFile::remove(fresh);
        return fail(ErrorKind::Io,
            QCoreApplication::translate("SyncBases", "the base of the synchronisation cannot be written"), path);
    }
    return {};
}

} // namespace dmsc
