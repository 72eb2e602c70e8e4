// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/compare_recordings.h"

namespace dmsc {

/// differences() with the commands whose answers the rows fetch; null where they stand alone.
[[nodiscard]] std::vector<FieldDifference> fieldDifferences(
    const RecordView& left, const RecordView* leftLead, const RecordView& right, const RecordView* rightLead);

} // namespace dmsc
