// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/secrets.h"
#include "model/error.h"
#include "model/record/record.h"
#include "model/record/record_view.h"
#include "model/recording/recording.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace dmsc {

// The bytes of a recording's file, as README.md lays them out: a head, then frames.

inline constexpr qsizetype kRecordingHeadSize = 24;

[[nodiscard]] QByteArray recordingHead(const QDateTime& startedAt);
/// What a writer begins a file with: its head, and the rules that it marks by.
[[nodiscard]] QByteArray recordingBegin(const QDateTime& startedAt);
[[nodiscard]] QByteArray recordFrame(const Record& record);
[[nodiscard]] QByteArray recordFrame(const RecordView& record, const std::vector<ByteRange>& secrets);
/// Tells by which rules of SecretWatch the secrets of the rows are marked: today's. Before the first row.
[[nodiscard]] QByteArray rulesFrame();
/// The mark of a row as it is from now on; nullptr takes it away. The row's own frame comes before it.
[[nodiscard]] QByteArray markFrame(RecordNo record, const QString* comment);

/// Whether these first bytes of a file are a recording's.
[[nodiscard]] bool isRecording(QByteArrayView head);
/// When the recording began, from its first kRecordingHeadSize bytes; invalid where that is not known.
/// Syntax for what is no recording, Unsupported for one of a later version, Damaged.
[[nodiscard]] Result<QDateTime> readRecordingHead(QByteArrayView head);

/// How far the frames in some bytes could be read.
struct FrameScan
{
    enum class End : std::uint8_t {
        Reached, ///< the last frame ends where the bytes end
        Limit, ///< as many bytes as were asked for are done
        Torn, ///< the bytes end in a frame
        Damaged, ///< here is what no writer writes
    };
    std::size_t bytes = 0; ///< of whole frames
    End end = End::Reached;
};

/// What lies between a damaged frame and the next one that can be read.
struct FrameGap
{
    std::size_t bytes = 0;
    bool isOneRow = false; ///< one frame fits in between, and it was of a row
    bool isOneMark = false;
};
/// From where the bytes say what no writer writes; nothing where no frame of a row or mark comes after it.
[[nodiscard]] std::optional<FrameGap> gapBeforeNextFrame(QByteArrayView bytes);

/// Finds secrets by today's rules in rows that were marked by earlier ones; nothing where they were marked by today's.
using MarkingAgain = std::optional<SecretWatch>;

/// Adds the rows and marks of the frames at the beginning of `bytes` to those of the same file. Stops at the first
/// end of a frame that is `limit` or more bytes away. `owner` keeps the bytes, which are not copied then; without
/// one they are, and those of rows that `again` finds more secrets in. `again` is the same for all of a file.
[[nodiscard]] FrameScan scanFrames(QByteArrayView bytes, const std::shared_ptr<const void>& owner, Recording& recording,
    MarkingAgain& again, std::size_t limit = std::numeric_limits<std::size_t>::max());

} // namespace dmsc
