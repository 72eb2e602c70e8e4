// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/recording_file.h"

#include <optional>
#include <utility>
#include <vector>

namespace dmsc {

/// What a recording has got since somebody looked at it last.
struct RecordingGrowth
{
    std::vector<Record> records; ///< come behind those that were there
    std::vector<std::pair<RecordNo, std::optional<QString>>> marks; ///< that changed; nothing: it was taken away
    [[nodiscard]] bool isEmpty() const { return records.empty() && marks.empty(); }
};

/// A recording of ours that another program may still write.
class FollowedRecording
{
public:
    /// Reads what is there. Errors are RecordingReader's, and Cancelled.
    [[nodiscard]] static Result<FollowedRecording> open(const QString& path, const ReadProgress& progress = {});

    [[nodiscard]] const Recording& recording() const { return m_recording; }
    /// What has come since the last time, or a part of it where it is much.
    [[nodiscard]] Result<RecordingGrowth> more();

private:
    explicit FollowedRecording(RecordingReader reader)
        : m_reader(std::move(reader))
    {
    }

    RecordingReader m_reader;
    Recording m_recording;
    Marks m_toldMarks;
};

} // namespace dmsc
