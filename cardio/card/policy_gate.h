// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/card_handshakes.h"
#include "cardio/store/card_image.h"

#include <vector>

// Who may come in, by the issuer's policy (SEC-6): CARD-INTERFACE.md, sections 3 and 12.
namespace dmsc {

/// The entity that the other end of a channel is. 6A88: nobody the card knows; 6985: known, but this method is not
/// accepted from it; 6982: the level is too low.
[[nodiscard]] CardResult<const EntityPolicy*> entityFor(const IssuerPolicy& policy, const CardPeer& peer);

/// What SELECT tells: methods whose keys the card has and can use.
[[nodiscard]] std::vector<OfferedMethod> offersOf(const CardImage& image);

/// What the handshakes of an application of the card need; `only`: nobody of another role comes in. The image must
/// outlive it.
[[nodiscard]] CardHandshakeStore handshakeStore(
    CardImage& image, RandomSource random, std::function<QDateTime()> now, std::optional<Role> only = std::nullopt);

/// "key version 30", or the subject of the peer's certificate.
[[nodiscard]] std::string credentialText(const CardPeer& peer);

} // namespace dmsc
