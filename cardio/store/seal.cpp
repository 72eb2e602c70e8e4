// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/seal.h"

#include "cardio/channel/sealed_box.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace dmsc {

namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kLargest = std::size_t{1} << 20U;
constexpr std::size_t kLargestSealed = kLargest + 28; // nonce and tag

} // namespace

Seal::Seal(QString keyPath, RandomSource random)
    : m_keyPath(keyPath.isEmpty() ? defaultPath() : std::move(keyPath))
    , m_random(std::move(random))
{
}

QString Seal::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/dmsc/card-seal.key");
}

Result<SecretBytes> Seal::readKey() const
{
    QFile file(m_keyPath);
    if (!file.exists())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("Seal", "the key that seals cards' keys is not there"), m_keyPath);
    SecretBytes key(kKeySize);
    if (file.size() != qint64{kKeySize} || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        || file.read(reinterpret_cast<char*>(key.data()), qint64{kKeySize}) != qint64{kKeySize})
        return fail(ErrorKind::Io,
            QCoreApplication::translate(
                "Seal", "the key that seals cards' keys cannot be read; 32 bytes were expected"),
            m_keyPath);
    return key;
}

Result<SecretBytes> Seal::makeKey() const
{
    const auto cannot = [this] {
        return fail(ErrorKind::Io,
            QCoreApplication::translate("Seal", "the key that seals cards' keys cannot be written"), m_keyPath);
    };
    const QString folder = QFileInfo(m_keyPath).absolutePath();
    SecretBytes key(kKeySize);
    if (!QDir().mkpath(folder) || !m_random(key))
        return cannot();
    // Whole or not at all, and the first of two programs wins: a temporary file (mode 0600) gets a second name.
    QTemporaryFile file(folder + QStringLiteral("/.card-seal-XXXXXX"));
    if (!file.open() || file.write(reinterpret_cast<const char*>(key.data()), qint64{kKeySize}) != qint64{kKeySize}
        || !file.flush())
        return cannot();
    if (::fsync(file.handle()) != 0)
        return cannot();
    std::error_code error;
    std::filesystem::create_hard_link(
        QFile::encodeName(file.fileName()).toStdString(), QFile::encodeName(m_keyPath).toStdString(), error);
    if (error && error != std::errc::file_exists)
        return cannot();
    return readKey();
}

Result<Bytes> Seal::close(ByteView secret, std::string_view context) const
{
    auto key = readKey();
    if (!key && key.error().kind == ErrorKind::NotFound)
        key = makeKey();
    if (!key)
        return tl::unexpected(key.error());
    if (secret.size() > kLargest)
        return fail(ErrorKind::Security, QCoreApplication::translate("Seal", "OpenSSL could not seal"));
    const auto box = SealedBox::seal(*key, secret, viewOf(context), m_random);
    if (!box)
        return tl::unexpected(box.error());
    Bytes sealed(box->nonce.begin(), box->nonce.end());
    sealed.insert(sealed.end(), box->data.begin(), box->data.end());
    return sealed;
}

Result<SecretBytes> Seal::open(ByteView sealed, std::string_view context) const
{
    const auto key = readKey();
    if (!key)
        return tl::unexpected(key.error());
    SealedBox box; // empty it opens as one that was changed
    if (sealed.size() >= box.nonce.size() && sealed.size() <= kLargestSealed) {
        std::copy_n(sealed.begin(), box.nonce.size(), box.nonce.begin());
        box.data.assign(sealed.begin() + static_cast<std::ptrdiff_t>(box.nonce.size()), sealed.end());
    }
    return box.open(*key, viewOf(context));
}

} // namespace dmsc
