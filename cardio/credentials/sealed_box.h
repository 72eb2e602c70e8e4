// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/channel/secret.h"

#include <array>

namespace dmsc {

/// What scrypt (RFC 7914) makes a key of a passphrase with.
struct ScryptParameters
{
    Bytes salt;
    std::uint64_t n = std::uint64_t{1} << 17U; ///< cost: 128 MiB with r = 8
    std::uint32_t r = 8;
    std::uint32_t p = 1;

    /// With a fresh salt.
    [[nodiscard]] static Result<ScryptParameters> fresh(const RandomSource& random);
    /// Limit error for parameters from outside that would take more than 256 MiB or make no key at all.
    [[nodiscard]] Result<void> check() const;
    friend bool operator==(const ScryptParameters&, const ScryptParameters&) = default;
};

/// 32 bytes.
[[nodiscard]] Result<SecretBytes> keyFrom(const SecretBytes& passphrase, const ScryptParameters& parameters);

/// AES-256-GCM: what is inside is secret, and both that and what it was bound to are unchanged.
struct SealedBox
{
    std::array<std::uint8_t, 12> nonce{}; ///< fresh for each box
    Bytes data; ///< as long as what is inside, then 16 bytes tag

    [[nodiscard]] static Result<SealedBox> seal(
        const SecretBytes& key, ByteView inside, ByteView boundTo, const RandomSource& random = systemRandom());
    /// Security error for another key, a changed byte, or another `boundTo`.
    [[nodiscard]] Result<SecretBytes> open(const SecretBytes& key, ByteView boundTo) const;
    friend bool operator==(const SealedBox&, const SealedBox&) = default;
};

} // namespace dmsc
