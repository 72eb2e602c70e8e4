// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"
#include "widgets/ladder/lane.h"

#include <vector>

namespace dmsc {

/// Two, or three where the device carries what a server says.
[[nodiscard]] std::vector<Lane> lanesFor(Role role);

} // namespace dmsc
