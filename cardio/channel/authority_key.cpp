// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/authority_key.h"

#include "cardio/channel/openssl_handles.h"
#include "cardio/channel/public_key.h"

#include <QCoreApplication>

#include <openssl/rsa.h>

namespace dmsc {

namespace {

constexpr std::size_t kMaxKeySize = 2048; ///< bytes of an RSA key of 8192 bits, and room
constexpr int kLeastRsaBits = 2048;
constexpr int kMostRsaBits = 8192;

bool isRsa(evp_pkey_st* key)
{
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA;
}

bool isAccepted(evp_pkey_st* key)
{
    if (!isRsa(key))
        return curveOf(key).has_value();
    const int bits = EVP_PKEY_get_bits(key);
    return bits >= kLeastRsaBits && bits <= kMostRsaBits;
}

const EVP_MD* hashOf(std::size_t size)
{
    switch (size) {
    case 32:
        return EVP_sha256();
    case 48:
        return EVP_sha384();
    case 64:
        return EVP_sha512();
    default:
        return nullptr;
    }
}

} // namespace

Result<AuthorityKey> AuthorityKey::parse(ByteView bytes)
{
    const ErrorQueueGuard guard;
    const unsigned char* at = bytes.data();
    KeyHandle key(bytes.empty() || bytes.size() > kMaxKeySize
            ? nullptr
            : d2i_PUBKEY(nullptr, &at, static_cast<long>(bytes.size())));
    if (!key || at != bytes.data() + bytes.size())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("AuthorityKey", "this is no public key (SubjectPublicKeyInfo, DER)"));
    if (!isAccepted(key.get()))
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate(
                "AuthorityKey", "the key is neither on P-256 or P-384 nor RSA of 2048 to 8192 bits"));
    return AuthorityKey(std::shared_ptr<evp_pkey_st>(std::move(key)));
}

bool AuthorityKey::verifies(ByteView hash, ByteView signature) const
{
    const ErrorQueueGuard guard;
    const EVP_MD* const digest = hashOf(hash.size());
    const KeyContextHandle context(EVP_PKEY_CTX_new(m_key.get(), nullptr));
    if (!digest || !context || EVP_PKEY_verify_init(context.get()) != 1)
        return false;
    if (isRsa(m_key.get()) && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1)
        return false;
    if (EVP_PKEY_CTX_set_signature_md(context.get(), digest) != 1)
        return false;
    return EVP_PKEY_verify(context.get(), signature.data(), signature.size(), hash.data(), hash.size()) == 1;
}

Result<Bytes> publicKeyDer(const Certificate& certificate)
{
    const ErrorQueueGuard guard;
    unsigned char* written = nullptr;
    const int size = i2d_PUBKEY(X509_get0_pubkey(certificate.native()), &written);
    const OpenSslMemory memory(written);
    if (size <= 0)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("AuthorityKey", "the certificate's key cannot be written"));
    return Bytes(memory.get(), memory.get() + size);
}

} // namespace dmsc
