// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/recorded_link.h"
#include "model/record/record_queue.h"

namespace dmsc {

/// What the bytes of an exchange are, as far as its command does not tell.
enum class ExchangeContent : std::uint8_t { Open, Secret };

/// One exchange of APDUs as the log keeps it. All data are marked as secret where the content is; what the bytes tell
/// is marked where the record is written.
[[nodiscard]] Record recordOf(
    const Exchange& exchange, const RecordClock& clock, ExchangeContent content = ExchangeContent::Open);
/// The card says that something is not there, or not for us: no trouble to who has only looked what there is.
[[nodiscard]] bool isPlainNo(const Record& record);

} // namespace dmsc
