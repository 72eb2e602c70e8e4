// SPDX-License-Identifier: Apache-2.0
#include "cardio/credentials/sealed_box.h"

#include "cardio/channel/openssl_handles.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kSaltSize = 16;
constexpr std::uint64_t kMaxMemory = std::uint64_t{256} << 20U;
constexpr std::uint32_t kMaxParallel = 16;
constexpr std::uint64_t kBlockFactor = 128;

using CipherHandle = std::unique_ptr<EVP_CIPHER_CTX, OpenSslFree<EVP_CIPHER_CTX_free>>;

QString translated(const char* text)
{
    return QCoreApplication::translate("Credentials", text);
}

tl::unexpected<Error> closed()
{
    return fail(ErrorKind::Security,
        translated(QT_TRANSLATE_NOOP("Credentials", "the passphrase is wrong or a byte was changed")));
}

int sizeOf(ByteView bytes)
{
    return static_cast<int>(bytes.size());
}

} // namespace

Result<ScryptParameters> ScryptParameters::fresh(const RandomSource& random)
{
    ScryptParameters parameters;
    parameters.salt.resize(kSaltSize);
    if (auto filled = random(parameters.salt); !filled)
        return tl::unexpected(filled.error());
    return parameters;
}

Result<void> ScryptParameters::check() const
{
    const bool sane = salt.size() >= 8 && salt.size() <= 64 && n >= 2 && (n & (n - 1)) == 0 && r >= 1 && p >= 1
        && p <= kMaxParallel && n <= kMaxMemory / kBlockFactor && r <= kMaxMemory / kBlockFactor / n;
    if (sane)
        return {};
    return fail(ErrorKind::Limit,
        translated(QT_TRANSLATE_NOOP("Credentials", "scrypt parameters out of bounds: n %1, r %2, p %3"))
            .arg(n)
            .arg(r)
            .arg(p));
}

Result<SecretBytes> keyFrom(const SecretBytes& passphrase, const ScryptParameters& parameters)
{
    const ErrorQueueGuard guard;
    if (auto checked = parameters.check(); !checked)
        return tl::unexpected(checked.error());
    if (passphrase.empty())
        return fail(ErrorKind::BadValue, translated(QT_TRANSLATE_NOOP("Credentials", "the passphrase is empty")));
    SecretBytes key(kKeySize);
    if (EVP_PBE_scrypt(reinterpret_cast<const char*>(passphrase.data()), passphrase.size(), parameters.salt.data(),
            parameters.salt.size(), parameters.n, parameters.r, parameters.p, 2 * kMaxMemory, key.data(), key.size())
        != 1)
        return fail(ErrorKind::Limit,
            translated(QT_TRANSLATE_NOOP("Credentials", "there is not enough memory to work out the key")));
    return key;
}

Result<SealedBox> SealedBox::seal(const SecretBytes& key, ByteView inside, ByteView boundTo, const RandomSource& random)
{
    const ErrorQueueGuard guard;
    SealedBox box;
    if (auto filled = random(box.nonce); !filled)
        return tl::unexpected(filled.error());
    box.data.resize(inside.size() + kTagSize);
    const CipherHandle context(EVP_CIPHER_CTX_new());
    int done = 0;
    std::uint8_t none = 0;
    const bool good = key.size() == kKeySize && context
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), box.nonce.data()) == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &done, boundTo.data(), sizeOf(boundTo)) == 1
        && (inside.empty()
            || EVP_EncryptUpdate(context.get(), box.data.data(), &done, inside.data(), sizeOf(inside)) == 1)
        && EVP_EncryptFinal_ex(context.get(), &none, &done) == 1
        && EVP_CIPHER_CTX_ctrl(
               context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(kTagSize), box.data.data() + inside.size())
            == 1;
    if (!good)
        return fail(ErrorKind::Security,
            translated(QT_TRANSLATE_NOOP("Credentials", "the cryptographic library encrypted nothing")));
    return box;
}

Result<SecretBytes> SealedBox::open(const SecretBytes& key, ByteView boundTo) const
{
    const ErrorQueueGuard guard;
    if (key.size() != kKeySize || data.size() < kTagSize)
        return closed();
    SecretBytes inside(data.size() - kTagSize);
    Bytes tag(data.end() - static_cast<std::ptrdiff_t>(kTagSize), data.end());
    const CipherHandle context(EVP_CIPHER_CTX_new());
    int done = 0;
    std::uint8_t none = 0;
    const bool good = context
        && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &done, boundTo.data(), sizeOf(boundTo)) == 1
        && (inside.empty()
            || EVP_DecryptUpdate(context.get(), inside.data(), &done, data.data(), static_cast<int>(inside.size()))
                == 1)
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(kTagSize), tag.data()) == 1
        && EVP_DecryptFinal_ex(context.get(), &none, &done) == 1;
    if (!good)
        return closed();
    return inside;
}

} // namespace dmsc
