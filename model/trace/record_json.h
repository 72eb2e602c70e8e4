// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/masking.h"
#include "model/record/record_store.h"

#include <QByteArray>
#include <QDateTime>

namespace dmsc {

/// session-record.json: {"startedAt": ISO 8601 UTC, "records": [{"no", "time" (s), "duration" (ms), "layer", "from",
/// "to", "name", "target", "status", "level", "exchange", "continuation", "request", "response" (hex)}, ...]}.
/// Masked bytes are written as "..". `startedAt` is when the record's time was 0.
[[nodiscard]] QByteArray toJson(
    const RecordStore& store, const QDateTime& startedAt, Secrets secrets = Secrets::Masked);

} // namespace dmsc
