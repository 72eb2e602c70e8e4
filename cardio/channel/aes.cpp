// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/aes.h"

#include <QCoreApplication>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <string>
#include <utility>

namespace dmsc {

namespace {

tl::unexpected<Error> refused(const char* step)
{
    return fail(ErrorKind::Security,
        QCoreApplication::translate("Aes", "the cryptographic library refused: %1").arg(QLatin1String(step)));
}

std::string cipherName(const AesKey& key)
{
    return "AES-" + std::to_string(key.size() * 8) + "-CBC";
}

struct FreeMac
{
    void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
};
struct FreeCipher
{
    void operator()(EVP_CIPHER* cipher) const { EVP_CIPHER_free(cipher); }
};

} // namespace

void AesCmac::Free::operator()(evp_mac_ctx_st* context) const
{
    EVP_MAC_CTX_free(context);
}

AesCmac::AesCmac(std::unique_ptr<evp_mac_ctx_st, Free> context)
    : m_context(std::move(context))
{
}

Result<AesCmac> AesCmac::create(const AesKey& key)
{
    const std::unique_ptr<EVP_MAC, FreeMac> mac(EVP_MAC_fetch(nullptr, "CMAC", nullptr));
    if (!mac)
        return refused("CMAC");
    std::unique_ptr<evp_mac_ctx_st, Free> context(EVP_MAC_CTX_new(mac.get()));
    std::string cipher = cipherName(key);
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher.data(), 0), OSSL_PARAM_construct_end()};
    if (!context || EVP_MAC_init(context.get(), key.bytes().data(), key.size(), params) != 1)
        return refused("CMAC key");
    return AesCmac(std::move(context));
}

Result<AesBlock> AesCmac::over(std::initializer_list<ByteView> parts)
{
    if (EVP_MAC_init(m_context.get(), nullptr, 0, nullptr) != 1)
        return refused("CMAC start");
    for (const ByteView part : parts)
        if (EVP_MAC_update(m_context.get(), part.data(), part.size()) != 1)
            return refused("CMAC data");
    AesBlock block{};
    std::size_t size = 0;
    if (EVP_MAC_final(m_context.get(), block.data(), &size, block.size()) != 1 || size != block.size())
        return refused("CMAC end");
    return block;
}

void AesCbc::Free::operator()(evp_cipher_ctx_st* context) const
{
    EVP_CIPHER_CTX_free(context);
}

AesCbc::AesCbc(std::unique_ptr<evp_cipher_ctx_st, Free> context)
    : m_context(std::move(context))
{
}

Result<AesCbc> AesCbc::create(const AesKey& key, Direction direction)
{
    const std::unique_ptr<EVP_CIPHER, FreeCipher> cipher(EVP_CIPHER_fetch(nullptr, cipherName(key).c_str(), nullptr));
    if (!cipher)
        return refused("AES");
    std::unique_ptr<evp_cipher_ctx_st, Free> context(EVP_CIPHER_CTX_new());
    if (!context
        || EVP_CipherInit_ex2(context.get(), cipher.get(), key.bytes().data(), AesBlock{}.data(),
               direction == Direction::Encrypt ? 1 : 0, nullptr)
            != 1
        || EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1)
        return refused("AES key");
    return AesCbc(std::move(context));
}

Result<void> AesCbc::run(const AesBlock& iv, std::span<std::uint8_t> data)
{
    int written = 0;
    if (EVP_CipherInit_ex2(m_context.get(), nullptr, nullptr, iv.data(), -1, nullptr) != 1)
        return refused("AES start");
    if (EVP_CipherUpdate(m_context.get(), data.data(), &written, data.data(), static_cast<int>(data.size())) != 1
        || static_cast<std::size_t>(written) != data.size())
        return refused("AES data");
    return {};
}

} // namespace dmsc
