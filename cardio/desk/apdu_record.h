// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/recorded_link.h"
#include "model/record/record_queue.h"

namespace dmsc {

/// What the bytes of an exchange are, as far as its command does not tell.
enum class ExchangeContent : std::uint8_t { Open, Secret };

/// One exchange of APDUs as the log keeps it. What findSecrets() sees is marked as secret, and all data where the
/// content is.
[[nodiscard]] Record recordOf(
    const Exchange& exchange, const RecordClock& clock, ExchangeContent content = ExchangeContent::Open);

} // namespace dmsc
