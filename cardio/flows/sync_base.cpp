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
constexpr const char* kEpochKey = ".epoch";
constexpr const char* kSeqKey = ".seq";
constexpr const char* kContentKey = ".content";
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

void add(ImageMeta& meta, const std::string& key, const SyncPeer& peer)
{
    meta[key] = bytesOf(peer.id);
    meta[key + kEpochKey] = bytesOf(peer.epoch);
    meta[key + kSeqKey] = numberBytes(peer.seq);
    meta[key + kContentKey] = Bytes(peer.content.begin(), peer.content.end());
}

/// The same store, and later or as it was: neither made anew nor set back to a copy from before.
bool hasGoneOn(const TreeImage& base, const std::string& key, const SyncPeer& now)
{
    if (base.meta(key + kEpochKey) != bytesOf(now.epoch))
        return false;
    if (now.epoch.isEmpty())
        return true; // nothing but its id tells, and a document's changes are its user's
    const std::uint64_t seq = numberFrom(base.meta(key + kSeqKey));
    const Bytes content(now.content.begin(), now.content.end());
    return now.seq > seq || (now.seq == seq && base.meta(key + kContentKey) == content);
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

Result<std::optional<Tree>> SyncBases::load(const SyncPair& now) const
{
    const QString path = fileFor(m_folder, now.card.id, now.device.id);
    if (!QFileInfo::exists(path))
        return std::nullopt;
    {
        auto image = TreeImage::open(path, ImageKind::Snapshot);
        if (image && image->meta(kCardKey) == bytesOf(now.card.id)
            && image->meta(kDeviceKey) == bytesOf(now.device.id)) {
            if (!hasGoneOn(*image, kCardKey, now.card) || !hasGoneOn(*image, kDeviceKey, now.device))
                return std::nullopt;
            return std::move(image->tree());
        }
        if (!image && image.error().kind == ErrorKind::Io)
            return tl::unexpected(image.error());
    }
    // Merging against a wrong base would delete or keep the wrong things; without one nothing is lost.
    if (auto aside = putAside(path); !aside)
        return tl::unexpected(aside.error());
    return std::nullopt;
}

Result<void> SyncBases::save(const SyncPair& now, const Tree& tree) const
{
    const QString path = fileFor(m_folder, now.card.id, now.device.id);
    if (!QDir().mkpath(m_folder))
        return fail(ErrorKind::Io,
            QCoreApplication::translate("SyncBases", "the folder for bases of synchronisations cannot be made"),
            m_folder);
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh); // of a run that was cut short
    ImageMeta meta;
    add(meta, kCardKey, now.card);
    add(meta, kDeviceKey, now.device);
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
