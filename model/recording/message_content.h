// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_store.h"

namespace dmsc {

/// Whether two rows with DM messages say the same, however they are encoded and whatever their sessions are called:
/// SessionID, MsgID and references to it, Cred and nonces do not count.
[[nodiscard]] bool sameContent(const RecordView& left, const RecordView& right);

} // namespace dmsc
