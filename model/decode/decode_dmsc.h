// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/tag_table.h"

namespace dmsc {

/// What SELECT of the DM_SC application answers.
extern const TagTable kDmscFciTags;
/// Whether an FCI template (6F) is the DM_SC application's.
[[nodiscard]] bool isDmscFci(const Window& fci);

} // namespace dmsc
