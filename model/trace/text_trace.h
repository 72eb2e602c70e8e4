// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/recording/recording.h"
#include "model/trace/trace_progress.h"

#include <QByteArrayView>

namespace dmsc {

// Our text: a line that says so and when it began, then a paragraph a row:
//     [12] 1.234567890 s, 0.532 ms, apdu, workbench > card, ok, exchange 3, continuation
//     name      GET RESPONSE
//     target    ./DMAcc
//     status    9000
//     mark      a comment
//     request   00 C0 00 00 1C
//     response  62 1A 82 05 .. .. 90 00
// What is empty has no line; long hex goes on in lines that begin with blanks; dots are secret bytes; a backslash
// stands before n for a line feed, and before itself.

/// Whether these first bytes are our text's.
[[nodiscard]] bool isTextTrace(QByteArrayView head);
/// Errors name the line.
[[nodiscard]] Result<Recording> readTextTrace(QByteArrayView text, const TraceProgress& progress = {});

} // namespace dmsc
