// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/store/card_image.h"

#include <optional>

namespace dmsc {

/// Checks signatures with the authorities' keys that the card keeps (GEN-11): MSE SET DST, PSO HASH, PSO VERIFY DIGITAL
/// SIGNATURE of ISO/IEC 7816-4 and -8, within a session.
class CardApprovals
{
public:
    /// The image must outlive it.
    explicit CardApprovals(const CardImage& image)
        : m_image(&image)
    {
    }

    /// One of the three by INS, P1 and P2. PSO with others is a handshake's.
    [[nodiscard]] static bool takes(const CommandApdu& command);
    [[nodiscard]] ResponseApdu run(const CommandApdu& command);
    /// The key that was set and the hash are forgotten.
    void drop();

private:
    [[nodiscard]] StatusWord setKey(ByteView data);
    [[nodiscard]] StatusWord takeHash(ByteView data);
    [[nodiscard]] StatusWord verify(ByteView data);

    const CardImage* m_image;
    std::optional<std::uint8_t> m_key;
    Bytes m_hash;
};

} // namespace dmsc
