// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/flows/sync_flow.h"

namespace dmsc {

/// Both sides as they are now, for a base.
[[nodiscard]] SyncPair syncPair(SideSession& device, SideSession& card);

/// The next base after some operations were refused: the card's tree, with what the device did not take as the device
/// still has it. Merged with it, those operations follow again, and nothing else.
[[nodiscard]] Result<Tree> baseWithout(const Tree& device, const Tree& card, const std::vector<Operation>& leftOut);

} // namespace dmsc
