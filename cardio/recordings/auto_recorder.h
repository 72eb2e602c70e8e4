// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/recorder/recorder.h"
#include "cardio/recordings/recording_folder.h"
#include "cardio/recordings/task_thread.h"
#include "model/record/record_queue.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace dmsc {

/// Records everything that goes through a queue into a file of a folder. No call waits for the disk: what is said
/// before the file is there is kept until then.
class AutoRecorder
{
public:
    /// All are called in another thread.
    struct Listener
    {
        std::function<void(const QString& path)> started;
        std::function<void(const Error&)> failed;
        /// What runs that ended unexpectedly left, newest first.
        std::function<void(const QStringList& paths)> found;
    };

    /// The queue must outlive this.
    AutoRecorder(RecordQueue& queue, const QString& folder, Listener listener);
    /// Ends the recording; a file without a row goes.
    ~AutoRecorder();
    AutoRecorder(const AutoRecorder&) = delete;
    AutoRecorder& operator=(const AutoRecorder&) = delete;

    /// Ends the file and begins another, whose first row is the first one that the queue will give from now on.
    void restart();
    /// The mark of a row of the file from now on; nothing takes it away.
    void mark(RecordNo record, const std::optional<QString>& comment);

private:
    class Feed;
    void begin();
    void end();

    RecordQueue& m_queue;
    RecordingFolder m_folder;
    Listener m_listener;
    std::shared_ptr<Feed> m_feed;
    TaskThread m_thread; // last: its tasks use the rest
};

} // namespace dmsc
