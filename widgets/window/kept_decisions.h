// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_state.h"
#include "model/flow/flow.h"

#include <vector>

namespace dmsc {

struct KeptDecision
{
    Decision decision;
    bool revoked = false;
};
/// What the user of a handset has agreed to before, as the handset keeps it; nothing for other sides.
[[nodiscard]] std::vector<KeptDecision> keptDecisions(const SideState& device);

} // namespace dmsc
