// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/certificate.h"

#include <memory>

namespace dmsc {

/// The public half of a key that somebody approves things with: EC on P-256 or P-384, or RSA of 2048 to 8192 bits.
class AuthorityKey
{
public:
    /// SubjectPublicKeyInfo, DER, and nothing behind it. Unsupported for other kinds of key.
    [[nodiscard]] static Result<AuthorityKey> parse(ByteView bytes);

    /// Whether `signature` (ECDSA as DER, or RSA PKCS#1 v1.5) over the hash is this key's. The hash is one of SHA-256,
    /// SHA-384 or SHA-512 by its size; false for any other size.
    [[nodiscard]] bool verifies(ByteView hash, ByteView signature) const;

private:
    explicit AuthorityKey(std::shared_ptr<evp_pkey_st> key)
        : m_key(std::move(key))
    {
    }
    std::shared_ptr<evp_pkey_st> m_key;
};

/// SubjectPublicKeyInfo, DER.
[[nodiscard]] Result<Bytes> publicKeyDer(const Certificate& certificate);

} // namespace dmsc
