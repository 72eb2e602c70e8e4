// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/record/masking.h"
#include "model/recording/recording.h"
#include "model/trace/trace_progress.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace dmsc {

struct MaskedRow;

/// session-record.json: {"startedAt": ISO 8601 UTC, "records": [{"no", "time" (s), "duration" (ms), "layer", "from",
/// "to", "name", "target", "status", "level", "exchange", "continuation", "request", "response" (hex)}, ...]}; a marked
/// row has a "mark" too, the comment. Masked bytes are written as "..". `startedAt` is when the record's time was 0.
[[nodiscard]] QByteArray toJson(
    const RecordStore& store, const QDateTime& startedAt, Secrets secrets = Secrets::Masked);

/// One of the "records"; its mark, where it has one, is the caller's.
[[nodiscard]] QJsonObject toJson(const MaskedRow& row);

/// Reads that again. Dots become secret bytes. Unknown members are passed over, unknown words are errors.
[[nodiscard]] Result<Recording> recordingFromJson(const QByteArray& json, const TraceProgress& progress = {});

} // namespace dmsc
