// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/secret.h"

#include <array>
#include <initializer_list>
#include <memory>

// OpenSSL's own names for its contexts; its headers stay out of ours.
struct evp_mac_ctx_st;
struct evp_cipher_ctx_st;

namespace dmsc {

inline constexpr std::size_t kAesBlockSize = 16;
using AesBlock = std::array<std::uint8_t, kAesBlockSize>;

/// AES-CMAC (NIST SP 800-38B) under one key, with a context that is made once and used again for each message.
class AesCmac
{
public:
    [[nodiscard]] static Result<AesCmac> create(const AesKey& key);
    /// The MAC over the parts as one message.
    [[nodiscard]] Result<AesBlock> over(std::initializer_list<ByteView> parts);

private:
    struct Free
    {
        void operator()(evp_mac_ctx_st* context) const;
    };
    explicit AesCmac(std::unique_ptr<evp_mac_ctx_st, Free> context);
    std::unique_ptr<evp_mac_ctx_st, Free> m_context;
};

/// AES in CBC mode (NIST SP 800-38A) without padding, one direction under one key; the context is used again.
class AesCbc
{
public:
    enum class Direction { Encrypt, Decrypt };

    [[nodiscard]] static Result<AesCbc> create(const AesKey& key, Direction direction);
    /// In place; the size must be a multiple of 16.
    [[nodiscard]] Result<void> run(const AesBlock& iv, std::span<std::uint8_t> data);

private:
    struct Free
    {
        void operator()(evp_cipher_ctx_st* context) const;
    };
    explicit AesCbc(std::unique_ptr<evp_cipher_ctx_st, Free> context);
    std::unique_ptr<evp_cipher_ctx_st, Free> m_context;
};

} // namespace dmsc
