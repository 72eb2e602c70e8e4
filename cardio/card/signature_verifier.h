// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"

#include <cstdint>

namespace dmsc {

/// Checks signatures with an authority's key that never leaves its keeper (GEN-11): the card, by PSO: VERIFY DIGITAL
/// SIGNATURE.
class SignatureVerifier
{
public:
    SignatureVerifier() = default;
    SignatureVerifier(const SignatureVerifier&) = delete;
    SignatureVerifier& operator=(const SignatureVerifier&) = delete;
    virtual ~SignatureVerifier() = default;

    /// `hash`: SHA-256. `signature`: DER, ECDSA or RSA PKCS#1 as the key is. NotFound for a key that is not kept.
    [[nodiscard]] virtual Result<bool> verifySignature(std::uint8_t key, ByteView hash, ByteView signature) = 0;
};

} // namespace dmsc
