// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/recorded_link.h"
#include "model/record/record_queue.h"

namespace dmsc {

/// One exchange of APDUs as the log keeps it. PINs of VERIFY, CHANGE and UNBLOCK are marked as secrets.
[[nodiscard]] Record recordOf(const Exchange& exchange, const RecordClock& clock);

} // namespace dmsc
