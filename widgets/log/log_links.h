// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_store.h"
#include "widgets/log/record_links.h"

#include <vector>

namespace dmsc {

/// What belongs to a row: the message and its Statuses, the APDUs that carried it, the same command with and without
/// secure messaging. Looked for near the row, as an exchange is over when the next one begins.
[[nodiscard]] std::vector<RecordLink> linksOf(const RecordStore& store, RecordNo record);

} // namespace dmsc
