// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/recordings/auto_recorder.h"
#include "cardio/recordings/followed_recording.h"
#include "cardio/replay/replay.h"
#include "model/recording/compare_recordings.h"
#include "model/trace/trace.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace dmsc {

/// The facade between the window and recordings. Lives in the GUI thread and never blocks it: jobs run one after the
/// other on a thread of its own, what comes of them are signals in the GUI thread, in order.
class RecordingDesk : public QObject
{
    Q_OBJECT

public:
    /// Told now and then; false stops the work.
    using Progress = std::function<bool(std::size_t done, std::size_t total)>;
    using Work = std::function<Result<void>(const Progress&)>;

    /// The queue must outlive this.
    explicit RecordingDesk(RecordQueue& queue, QObject* parent = nullptr);
    ~RecordingDesk() override;

    /// Records from now on into a new file of the folder, and looks for what earlier runs left there: found().
    void startRecording(const QString& folder);
    /// Into another file: the log begins anew with what the queue gives from now on.
    void restartRecording();
    /// Empty before recordingStarted() and after recordingFailed().
    [[nodiscard]] const QString& recordingPath() const { return m_recordingPath; }
    /// The mark of a row of what is recorded; nothing takes it away.
    void mark(RecordNo record, const std::optional<QString>& comment);

    /// Whatever importRecording() reads: opened() follows. Like all that follows, it tells how far it is and can be
    /// cancelled.
    /// One of our own that another program writes is followed then: grown() tells what comes, until unfollow().
    void open(const QString& path);
    void unfollow(const QString& path);
    /// Writes the mark of a row into one of our own that was opened; nothing takes it away. marksNotKept() follows
    /// where that cannot be done.
    void markIn(const QString& path, RecordNo record, const std::optional<QString>& comment);
    /// exported() follows.
    void exportRows(const Recording& recording, const RecordSelection& rows, TraceFormat format, const QString& path,
        Secrets secrets);
    /// compared() follows; `leftName` and `rightName` come back with it.
    void compare(const Recording& left, const QString& leftName, const Recording& right, const QString& rightName);
    /// The same with what lies in a file as the right one.
    void compareWithFile(const Recording& left, const QString& leftName, const QString& path);
    /// replayed() follows.
    void replay(ReplayRequest request);
    /// Has another write a file: exported() follows. `what` says so while it runs.
    void write(const QString& what, const QString& path, Work work);

    [[nodiscard]] bool busy() const { return m_running > 0; }
    /// Stops what runs and what waits.
    void cancel();

Q_SIGNALS:
    void recordingStarted(const QString& path);
    /// Nothing is recorded any more; the log goes on.
    void recordingFailed(const dmsc::Error& error);
    /// Recordings that a run which ended unexpectedly left, newest first.
    void found(const QStringList& paths);

    void busyChanged(bool busy, const QString& what);
    void progressed(qint64 done, qint64 total);
    void opened(const dmsc::Recording& recording, const QString& path);
    /// What has come into a file that was opened, behind what was told before.
    void grown(const QString& path, const dmsc::RecordingGrowth& growth);
    /// It is not followed any more: it was cut off, or cannot be read.
    void followingFailed(const QString& path, const dmsc::Error& error);
    /// The file does not have the mark: it is none of ours, cannot be written, or has no readable end.
    void marksNotKept(const QString& path, const dmsc::Error& error);
    void exported(const QString& path);
    void compared(const dmsc::Recording& left, const QString& leftName, const dmsc::Recording& right,
        const QString& rightName, const dmsc::ComparedRecordings& result);
    void replayed(const dmsc::ReplayReport& report);
    void failed(const dmsc::Error& error);
    void cancelled();

private:
    using Report = std::function<void()>; ///< run in the GUI thread; captures values only

    /// Runs `work`; what it gives is run in the GUI thread, its error is told.
    void start(const QString& what, std::function<Result<Report>(const Progress&)> work);
    [[nodiscard]] Progress progressOf(std::uint64_t job, const std::stop_token& stop);
    void tellWaiting(const QString& what);
    void finish(const Result<Report>& result);
    void tell(Report report);
    /// What opened() tells of this file; it is followed where that is of use.
    [[nodiscard]] Result<Recording> openFollowed(const QString& path, const Progress& progress);
    void lookForGrowth();
    void takeGrowth();
    void tellProgress();

    RecordQueue& m_queue;
    QString m_recordingPath;
    std::unique_ptr<AutoRecorder> m_recorder;

    int m_running = 0;
    QString m_what; ///< runs
    std::uint64_t m_lastJob = 0;
    std::atomic<std::uint64_t> m_cancelledUpTo{0};
    std::mutex m_progressMutex;
    std::optional<std::pair<std::size_t, std::size_t>> m_progress; ///< only the latest counts
    QTimer m_followTimer;
    QSet<QString> m_followedPaths;
    bool m_looksForGrowth = false; ///< and is not back yet
    std::map<QString, FollowedRecording> m_followed; ///< of the tasks alone
    TaskThread m_thread; // last: its tasks use the rest
};

} // namespace dmsc
