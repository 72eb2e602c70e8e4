// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake.h"
#include "cardio/replay/card_script.h"

#include <span>

namespace dmsc {

/// What a recorded handshake was proved with, of those given and the demo desk's: the key set of its version, the
/// certificate that it shows. Nothing where it is not among them.
[[nodiscard]] std::optional<Credential> credentialOf(
    const RecordedHandshake& handshake, std::span<const Credential> given);

} // namespace dmsc
