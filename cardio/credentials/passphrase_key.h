// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/channel/secret.h"

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

} // namespace dmsc
