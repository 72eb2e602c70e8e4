// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/recording/recording.h"
#include "model/trace/trace_progress.h"

#include <QByteArray>

namespace dmsc {

/// What another program, or this one in a format other than its own, wrote: by what it begins with.
[[nodiscard]] Result<Recording> importTrace(const QByteArray& content, const TraceProgress& progress = {});

} // namespace dmsc
