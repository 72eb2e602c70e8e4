// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow.h"
#include "widgets/ladder/lane.h"

#include <vector>

namespace dmsc {

/// The life lines of a flow with these steps: of user, server, device and card those that take part.
[[nodiscard]] std::vector<Lane> flowLanes(const std::vector<FlowStep>& steps);

} // namespace dmsc
