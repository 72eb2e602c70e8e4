// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/memory_rows.h"
#include "widgets/theme/colors.h"

#include <vector>

namespace dmsc {

/// Where a part stands on the bar, in device-independent pixels from its beginning; width 0: it does not show.
struct AllocationSpan
{
    int x = 0;
    int width = 0;
};

struct AllocationLayout
{
    std::vector<AllocationSpan> spans; ///< of the rows, one by one
    double pixelsPerBlock = 0; ///< of the parts that are to scale
};

/// The least that a part of the bar is wide, and one with a handle.
inline constexpr int kLeastSegment = 6;
inline constexpr int kLeastHandled = 12;

/// To scale, except that no part becomes too thin to be seen; entities show even without a grant.
[[nodiscard]] AllocationLayout layOutAllocation(const std::vector<MemoryRow>& rows, int width);

/// The colour family of a part; beside it there always is the glyph and the name.
[[nodiscard]] StateTone allocationTone(const MemoryRow& row);

} // namespace dmsc
