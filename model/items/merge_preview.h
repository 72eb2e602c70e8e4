// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/plan.h"
#include "model/items/conflict_model.h"

namespace dmsc {

/// What a merge with these choices does to both sides: for a PlanModel to show.
struct MergePreview
{
    Plan plan; ///< with conflicts still open: what follows without them
    int toDevice = 0; ///< operations
    int toCard = 0;
    int open = 0; ///< conflicts that are not decided
    QString summary; ///< "3 changes on the device, 1 on the card; 2 conflicts to decide"
};

/// Costs a merge of the trees when all is decided, next to nothing before.
[[nodiscard]] MergePreview previewMerge(const ConflictInput& input, const std::vector<Choice>& choices);

} // namespace dmsc
