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
    /// Writes the mark of a row behind what the file has, nothing takes it away; more() does not tell it again.
    /// Io; Damaged where the end of the file cannot be read, as what follows it could not either.
    [[nodiscard]] Result<void> mark(RecordNo record, const std::optional<QString>& comment);

private:
    FollowedRecording(QString path, RecordingReader reader)
        : m_path(std::move(path))
        , m_reader(std::move(reader))
    {
    }

    QString m_path;
    RecordingReader m_reader;
    Recording m_recording;
    Marks m_toldMarks;
};

} // namespace dmsc
