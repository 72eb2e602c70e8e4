// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/window.h"

namespace dmsc {

/// Package 0 (NOTI 6.2): digest and trigger, with the WSP push header before it where there is one. Without a digest,
/// as the DM_SC application sends it, the trigger alone.
[[nodiscard]] std::vector<Field> decodeNotification(const Window& package);
/// Everything after the digest, inside of `field`.
void addTrigger(const Window& trigger, Field& field);

} // namespace dmsc
