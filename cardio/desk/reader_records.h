// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/reader_info.h"
#include "cardio/session/record_outlet.h"

namespace dmsc {

/// What has changed between two looks at the readers, a row each: a reader came or was lost, its card came (the ATR is
/// the response), went, is mute or in use, the service went or is back.
void writeReaderEvents(const RecordOutlet& records, const ReaderList& before, const ReaderList& now);

} // namespace dmsc
