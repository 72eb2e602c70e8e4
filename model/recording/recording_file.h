// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/record/record.h"
#include "model/recording/recording.h"

#include <QByteArray>

namespace dmsc {

/// The suffix of recordings.
inline constexpr const char* kRecordingSuffix = ".dmsclog";

/// The file of a recording: a head, then frames, each with its size and a checksum over it. Only ever appended to: what
/// was written before a crash, a full disk or a kill can be read. README.md has the layout.
[[nodiscard]] QByteArray recordingHead(const QDateTime& startedAt);
[[nodiscard]] QByteArray recordFrame(const Record& record);
[[nodiscard]] QByteArray recordFrame(const RecordView& record, const std::vector<ByteRange>& secrets);
/// The mark of a row as it is from now on; nullptr takes it away.
[[nodiscard]] QByteArray markFrame(RecordNo record, const QString* comment);

/// Whether these first bytes of a file are a recording's.
[[nodiscard]] bool isRecording(QByteArrayView head);

/// Reads a recording where it lies: the rows' bytes stay in the file, which is mapped, so its size does not matter.
/// A file that somebody still writes is read as far as it is whole. Syntax for what is no recording; a damaged frame
/// ends the reading, and Recording::incomplete says so.
[[nodiscard]] Result<Recording> readRecording(const QString& path);

} // namespace dmsc
