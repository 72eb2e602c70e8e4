// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/trace/trace.h"

namespace dmsc {

/// Each DM message of the rows as a file, 0001-device-to-server.xml and so on, in a folder that is new or empty.
[[nodiscard]] Result<void> writeMessages(const Recording& recording, const RecordSelection& rows, const QString& folder,
    Secrets secrets, const TraceProgress& progress);

} // namespace dmsc
