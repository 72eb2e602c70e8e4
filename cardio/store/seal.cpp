// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/seal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <memory>

namespace dmsc {

namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kLargest = std::size_t{1} << 20U;

QString translated(const char* text)
{
    return QCoreApplication::translate("Seal", text);
}

tl::unexpected<Error> wrongSeal()
{
    return fail(ErrorKind::Security,
        translated(QT_TRANSLATE_NOOP("Seal", "this was sealed with another key, or has been changed since")));
}

struct FreeCipher
{
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

enum class Way { Seal, Open };

/// AES-256-GCM with key, nonce and context set; null when OpenSSL cannot.
Cipher gcm(Way way, ByteView key, ByteView nonce, std::string_view context)
{
    Cipher cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool ready = cipher
        && EVP_CipherInit_ex2(
               cipher.get(), EVP_aes_256_gcm(), key.data(), nonce.data(), way == Way::Seal ? 1 : 0, nullptr)
            == 1
        && EVP_CipherUpdate(cipher.get(), nullptr, &length, reinterpret_cast<const unsigned char*>(context.data()),
               static_cast<int>(context.size()))
            == 1;
    return ready ? std::move(cipher) : nullptr;
}

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
            translated(QT_TRANSLATE_NOOP("Seal", "the key that seals cards' keys is not there")), m_keyPath);
    SecretBytes key(kKeySize);
    if (file.size() != qint64{kKeySize} || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        || file.read(reinterpret_cast<char*>(key.data()), qint64{kKeySize}) != qint64{kKeySize})
        return fail(ErrorKind::Io,
            translated(
                QT_TRANSLATE_NOOP("Seal", "the key that seals cards' keys cannot be read; 32 bytes were expected")),
            m_keyPath);
    return key;
}

Result<SecretBytes> Seal::makeKey() const
{
    const auto cannot = [this] {
        return fail(ErrorKind::Io,
            translated(QT_TRANSLATE_NOOP("Seal", "the key that seals cards' keys cannot be written")), m_keyPath);
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
    Bytes sealed(kNonceSize + secret.size() + kTagSize);
    if (auto filled = m_random(std::span(sealed).first(kNonceSize)); !filled)
        return tl::unexpected(filled.error());
    const Cipher cipher = gcm(Way::Seal, *key, ByteView(sealed).first(kNonceSize), context);
    int length = 0;
    int last = 0;
    std::uint8_t* const body = sealed.data() + kNonceSize;
    const bool done = secret.size() <= kLargest && cipher
        && EVP_CipherUpdate(cipher.get(), body, &length, secret.data(), static_cast<int>(secret.size())) == 1
        && EVP_CipherFinal_ex(cipher.get(), body + length, &last) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(kTagSize), body + secret.size())
            == 1;
    if (!done)
        return fail(ErrorKind::Security, translated(QT_TRANSLATE_NOOP("Seal", "OpenSSL could not seal")));
    return sealed;
}

Result<SecretBytes> Seal::open(ByteView sealed, std::string_view context) const
{
    const auto key = readKey();
    if (!key)
        return tl::unexpected(key.error());
    if (sealed.size() < kNonceSize + kTagSize || sealed.size() > kNonceSize + kLargest + kTagSize)
        return wrongSeal();
    const ByteView body = sealed.subspan(kNonceSize, sealed.size() - kNonceSize - kTagSize);
    std::array<std::uint8_t, kTagSize> tag{};
    std::copy_n(sealed.end() - kTagSize, kTagSize, tag.begin());
    const Cipher cipher = gcm(Way::Open, *key, sealed.first(kNonceSize), context);
    SecretBytes secret(body.size());
    int length = 0;
    int last = 0;
    std::array<std::uint8_t, 16> none{};
    std::uint8_t* const out = secret.empty() ? none.data() : secret.data();
    const bool done = cipher
        && EVP_CipherUpdate(cipher.get(), out, &length, body.data(), static_cast<int>(body.size())) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(kTagSize), tag.data()) == 1
        && EVP_CipherFinal_ex(cipher.get(), out + length, &last) == 1;
    if (!done)
        return wrongSeal();
    return secret;
}

} // namespace dmsc
