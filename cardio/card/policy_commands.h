// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/channel/card_handshakes.h"
#include "cardio/store/card_image.h"

namespace dmsc {

/// Answers POLICY (CARD-INTERFACE.md, section 13) for who came in as `peer` in that role: get, put, put keys, reset
/// tries, put authority, tries, put key pair. 6982 for all but the issuer; 6985 for a policy that would lock the issuer
/// out or change what is counted, and for another card's certificate.
[[nodiscard]] ResponseApdu runPolicy(const CommandApdu& command, CardImage& image, Role role, const CardPeer& peer);

} // namespace dmsc
