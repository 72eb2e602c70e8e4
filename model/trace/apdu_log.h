// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/recording/recording.h"
#include "model/trace/trace_progress.h"

#include <QByteArrayView>

namespace dmsc {

/// APDUs out of the text that other programs log, whatever stands around them: pcscd -a, OpenSC's debug log and
/// opensc-tool -s, pySim-shell (apdu_trace), pySim-trace (--show-raw-apdu), GlobalPlatformPro -d and apdu4j, GPShell,
/// scriptor, and lines of plain hex, command and response in turns (or commands alone, as scriptor takes them).
/// NotFound where there is none.
[[nodiscard]] Result<Recording> readApduLog(QByteArrayView text, const TraceProgress& progress = {});

} // namespace dmsc
