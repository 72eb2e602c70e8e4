// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake_ladder.h"
#include "cardio/channel/scp03_host.h"

namespace dmsc {

/// The host's half of SCP11a, b and c with what shakeHands() prepared; facts are filled in but for the digest.
[[nodiscard]] Result<std::unique_ptr<SecureChannel>> shakeScp11(const ApduExchange& exchange,
    const CertificateCredential& credential, const HandshakeOptions& options, HandshakeLadder& ladder,
    HandshakeFacts& facts);

} // namespace dmsc
