// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"
#include "model/compare/plan.h"

#include <QString>

namespace dmsc {

/// What a plan would do to the grant of the entity that applies it.
struct PlanMemory
{
    std::int64_t bytes = 0; ///< more than are used now; negative where the plan frees some
    Blocks needed{}; ///< more blocks than are used now
    Blocks missing{}; ///< of those, the ones beyond the grant
    friend bool operator==(const PlanMemory&, const PlanMemory&) = default;
};

/// As a card counts what it stores (cardBytes in placement.h), all of it by the map's own entity. What the plan deletes
/// may be another's; that counts as freed here too.
[[nodiscard]] PlanMemory planMemory(const Plan& plan, const MemoryMap& map);

/// What to say before Apply: "The plan needs 5 blocks more than dms is granted ..."; empty where the grant suffices.
[[nodiscard]] QString planMemoryWarning(const PlanMemory& plan, const MemoryMap& map);

} // namespace dmsc
