// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/channel/secret.h"

#include <array>

namespace dmsc {

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
