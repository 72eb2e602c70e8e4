// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/files/access_rule.h"
#include "cardio/files/fcp.h"
#include "cardio/store/card_image.h"

#include <set>

namespace dmsc {

/// The card's PINs and administrative key with their retry counters (ETSI TS 102 221 9.5, 11.1.9 to 11.1.13). A try is
/// taken from the counter in the image before the value is compared: pulling the card gives none back.
class PinStore
{
public:
    /// The image must outlive the store.
    explicit PinStore(CardImage& image)
        : m_image(&image)
    {
    }

    /// VERIFY 20, CHANGE 24, DISABLE 26, ENABLE 28, UNBLOCK 2C.
    [[nodiscard]] static bool knows(std::uint8_t ins);
    [[nodiscard]] ResponseApdu run(const CommandApdu& command);

    /// Verified since the last reset, or a PIN that is switched off.
    [[nodiscard]] bool isVerified(KeyReference key) const;
    /// For a directory's PIN status template.
    [[nodiscard]] std::vector<PinStatus> statuses() const;
    /// Reset: nothing is verified any more.
    void forget() { m_verified.clear(); }

private:
    struct Pin
    {
        bool enabled = true;
        std::uint8_t tries = 0;
        std::uint8_t unblockTries = 0;
        Bytes value; ///< 8 bytes, FF behind the digits
        Bytes unblock; ///< empty: cannot be unblocked
    };
    [[nodiscard]] std::optional<Pin> load(KeyReference key) const;
    [[nodiscard]] bool store(KeyReference key, const Pin& pin);
    /// 9000, 63Cx, 6983 or 6581. `unblock`: against the unblocking value and its counter.
    [[nodiscard]] StatusWord compare(KeyReference key, Pin& pin, ByteView presented, bool unblock);
    [[nodiscard]] StatusWord verify(KeyReference key, Pin& pin, ByteView data);
    [[nodiscard]] StatusWord change(KeyReference key, Pin& pin, ByteView data);
    [[nodiscard]] StatusWord enable(KeyReference key, Pin& pin, ByteView data, bool enabled);
    [[nodiscard]] StatusWord unblock(KeyReference key, Pin& pin, ByteView data);

    CardImage* m_image;
    std::set<KeyReference> m_verified;
};

} // namespace dmsc
