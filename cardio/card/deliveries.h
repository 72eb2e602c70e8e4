// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/provision.h"

namespace dmsc {

/// One MO that was sent to a device, as it was then, and what the device said to it.
struct Delivery
{
    std::string uri; ///< on the card
    ShortDigest digest{};
    syncml::StatusCode status = syncml::StatusCode::None;
    friend bool operator==(const Delivery&, const Delivery&) = default;

    /// The device has decided about it; else it is to be sent again: it had no room, no time, no proof.
    [[nodiscard]] bool isSettled() const;
};

/// What the card, as a DM server, has delivered to an entity (UC1-A1).
struct Deliveries
{
    std::string deviceId; ///< that it was delivered to: another one has had nothing yet
    std::vector<Delivery> mos;
    friend bool operator==(const Deliveries&, const Deliveries&) = default;

    /// The MO as it is now was delivered already.
    [[nodiscard]] bool settles(const ProvisionedMo& mo) const;
    void note(Delivery delivery);
    /// Forgets what the card has no more.
    void keepOnly(const std::vector<ProvisionedMo>& present);
};

/// BER-TLV: 80 device, A1 { 80 URI, 81 digest, 82 status } ...; what cannot be read is nothing.
[[nodiscard]] Bytes encode(const Deliveries& deliveries);
[[nodiscard]] Deliveries decodeDeliveries(ByteView bytes);

} // namespace dmsc
