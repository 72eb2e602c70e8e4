// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/sealed_box.h"

#include "cardio/channel/openssl_handles.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kTagSize = 16;

using CipherHandle = std::unique_ptr<EVP_CIPHER_CTX, OpenSslFree<EVP_CIPHER_CTX_free>>;

tl::unexpected<Error> notOpened()
{
    return fail(ErrorKind::Security,
        QCoreApplication::translate("SealedBox", "this was sealed with another key, or has been changed since"));
}

int sizeOf(ByteView bytes)
{
    return static_cast<int>(bytes.size());
}

} // namespace

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
            QCoreApplication::translate("SealedBox", "the cryptographic library encrypted nothing"));
    return box;
}

Result<SecretBytes> SealedBox::open(const SecretBytes& key, ByteView boundTo) const
{
    const ErrorQueueGuard guard;
    if (key.size() != kKeySize || data.size() < kTagSize)
        return notOpened();
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
        return notOpened();
    return inside;
}

} // namespace dmsc
