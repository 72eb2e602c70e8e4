// SPDX-License-Identifier: Apache-2.0
#include "cardio/recordings/recording_desk.h"

#include <QFileInfo>

#include <chrono>
#include <iterator>
#include <utility>

namespace dmsc {

namespace {

constexpr std::chrono::milliseconds kFollowInterval{250};

/// One of two halves of a job as a job of its own.
RecordingDesk::Progress half(const RecordingDesk::Progress& progress, std::size_t index)
{
    return [progress, index](std::size_t done, std::size_t total) { return progress(index * total + done, 2 * total); };
}

Result<ComparedRecordings> comparedOrCancelled(
    const Recording& left, const Recording& right, const RecordingDesk::Progress& progress)
{
    ComparedRecordings compared = compareRecordings(left, allOf(left), right, allOf(right), progress);
    if (compared.stopped)
        return fail(ErrorKind::Cancelled, {});
    return compared;
}

} // namespace

RecordingDesk::RecordingDesk(RecordQueue& queue, QObject* parent)
    : QObject(parent)
    , m_queue(queue)
{
    m_followTimer.setInterval(kFollowInterval);
    connect(&m_followTimer, &QTimer::timeout, this, &RecordingDesk::lookForGrowth);
}

RecordingDesk::~RecordingDesk()
{
    cancel();
}

void RecordingDesk::startRecording(const QString& folder)
{
    AutoRecorder::Listener listener;
    listener.started = [this](const QString& path) {
        tell([this, path] {
            m_recordingPath = path;
            Q_EMIT recordingStarted(path);
        });
    };
    listener.failed = [this](const Error& error) {
        tell([this, error] {
            m_recordingPath.clear();
            Q_EMIT recordingFailed(error);
        });
    };
    listener.found = [this](const QStringList& paths) { tell([this, paths] { Q_EMIT found(paths); }); };
    m_recorder = std::make_unique<AutoRecorder>(m_queue, folder, std::move(listener));
}

void RecordingDesk::restartRecording()
{
    m_recordingPath.clear();
    if (m_recorder)
        m_recorder->restart();
}

void RecordingDesk::mark(RecordNo record, const std::optional<QString>& comment)
{
    if (m_recorder)
        m_recorder->mark(record, comment);
}

void RecordingDesk::open(const QString& path)
{
    start(tr("Opening %1").arg(QFileInfo(path).fileName()), [this, path](const Progress& progress) -> Result<Report> {
        auto recording = openFollowed(path, progress);
        if (!recording)
            return tl::unexpected(recording.error());
        return [this, path, recording = std::move(*recording)] {
            m_followedPaths.insert(path);
            m_followTimer.start();
            Q_EMIT opened(recording, path);
        };
    });
}

Result<Recording> RecordingDesk::openFollowed(const QString& path, const Progress& progress)
{
    m_followed.erase(path);
    auto followed = FollowedRecording::open(path, progress);
    if (followed)
        return m_followed.emplace(path, std::move(*followed)).first->second.recording();
    if (followed.error().kind == ErrorKind::Cancelled)
        return tl::unexpected(std::move(followed.error()));
    return importRecording(path, progress); // what is none of ours does not grow
}

void RecordingDesk::unfollow(const QString& path)
{
    m_followedPaths.remove(path);
    if (m_followedPaths.isEmpty())
        m_followTimer.stop();
    m_thread.post([this, path](const std::stop_token&) { m_followed.erase(path); });
}

void RecordingDesk::markIn(const QString& path, RecordNo record, const std::optional<QString>& comment)
{
    m_thread.post([=, this](const std::stop_token&) {
        const auto followed = m_followed.find(path);
        const Result<void> kept = followed != m_followed.end()
            ? followed->second.mark(record, comment)
            : fail(ErrorKind::Unsupported, tr("only recordings of this program can be added to"), path);
        if (!kept)
            tell([this, path, error = kept.error()] { Q_EMIT marksNotKept(path, error); });
    });
}

void RecordingDesk::lookForGrowth()
{
    if (std::exchange(m_looksForGrowth, true))
        return;
    m_thread.post([this](const std::stop_token&) {
        takeGrowth();
        tell([this] { m_looksForGrowth = false; });
    });
}

void RecordingDesk::takeGrowth()
{
    for (auto one = m_followed.begin(); one != m_followed.end();) {
        const QString path = one->first;
        const auto growth = one->second.more();
        if (growth && !growth->isEmpty())
            tell([this, path, growth = *growth] { Q_EMIT grown(path, growth); });
        else if (!growth)
            tell([this, path, error = growth.error()] { Q_EMIT followingFailed(path, error); });
        one = growth ? std::next(one) : m_followed.erase(one);
    }
}

void RecordingDesk::exportRows(
    const Recording& recording, const RecordSelection& rows, TraceFormat format, const QString& path, Secrets secrets)
{
    write(tr("Saving %1").arg(QFileInfo(path).fileName()), path,
        [recording, rows, format, path, secrets](
            const Progress& progress) { return exportRecording(recording, rows, format, path, secrets, progress); });
}

void RecordingDesk::write(const QString& what, const QString& path, Work work)
{
    start(what, [this, path, work = std::move(work)](const Progress& progress) -> Result<Report> {
        if (const auto written = work(progress); !written)
            return tl::unexpected(written.error());
        return [this, path] { Q_EMIT exported(path); };
    });
}

void RecordingDesk::compare(
    const Recording& left, const QString& leftName, const Recording& right, const QString& rightName)
{
    start(tr("Comparing %1 and %2").arg(leftName, rightName), [=, this](const Progress& progress) -> Result<Report> {
        const auto result = comparedOrCancelled(left, right, progress);
        if (!result)
            return tl::unexpected(result.error());
        return [=, this, result = *result] { Q_EMIT compared(left, leftName, right, rightName, result); };
    });
}

void RecordingDesk::compareWithFile(const Recording& left, const QString& leftName, const QString& path)
{
    const QString rightName = QFileInfo(path).fileName();
    start(tr("Comparing %1 and %2").arg(leftName, rightName), [=, this](const Progress& progress) -> Result<Report> {
        const auto right = importRecording(path, half(progress, 0));
        if (!right)
            return tl::unexpected(right.error());
        const auto result = comparedOrCancelled(left, *right, half(progress, 1));
        if (!result)
            return tl::unexpected(result.error());
        return
            [=, this, right = *right, result = *result] { Q_EMIT compared(left, leftName, right, rightName, result); };
    });
}

void RecordingDesk::replay(ReplayRequest request)
{
    request.waiting = [this](const QString& what) { tell([this, what] { tellWaiting(what); }); };
    start(tr("Playing the recording again"), [this, request](const Progress& progress) -> Result<Report> {
        auto report = dmsc::replay(request, progress);
        if (!report)
            return tl::unexpected(report.error());
        return [this, report = std::move(*report)] { Q_EMIT replayed(report); };
    });
}

void RecordingDesk::cancel()
{
    m_cancelledUpTo = m_lastJob;
}

void RecordingDesk::start(const QString& what, std::function<Result<Report>(const Progress&)> work)
{
    const std::uint64_t job = ++m_lastJob;
    if (++m_running == 1) {
        m_what = what;
        Q_EMIT busyChanged(true, what);
    }
    m_thread.post([this, job, work = std::move(work)](const std::stop_token& stop) {
        const Progress progress = progressOf(job, stop);
        Result<Report> result = progress(0, 0) ? work(progress) : fail(ErrorKind::Cancelled, {});
        tell([this, result = std::move(result)] { finish(result); });
    });
}

RecordingDesk::Progress RecordingDesk::progressOf(std::uint64_t job, const std::stop_token& stop)
{
    return [this, job, stop](std::size_t done, std::size_t total) {
        const bool goesOn = job > m_cancelledUpTo && !stop.stop_requested();
        if (total == 0 || !goesOn)
            return goesOn;
        const std::lock_guard lock(m_progressMutex);
        const bool onItsWay = m_progress.has_value();
        m_progress = {done, total};
        if (!onItsWay)
            tell([this] { tellProgress(); });
        return true;
    };
}

/// A card that takes long; empty when it has answered.
void RecordingDesk::tellWaiting(const QString& what)
{
    if (busy())
        Q_EMIT busyChanged(true, what.isEmpty() ? m_what : what);
}

void RecordingDesk::finish(const Result<Report>& result)
{
    if (--m_running == 0)
        Q_EMIT busyChanged(false, {});
    if (result)
        (*result)();
    else if (result.error().kind == ErrorKind::Cancelled)
        Q_EMIT cancelled();
    else
        Q_EMIT failed(result.error());
}

void RecordingDesk::tell(Report report)
{
    QMetaObject::invokeMethod(this, std::move(report), Qt::QueuedConnection);
}

void RecordingDesk::tellProgress()
{
    std::optional<std::pair<std::size_t, std::size_t>> progress;
    {
        const std::lock_guard lock(m_progressMutex);
        progress.swap(m_progress);
    }
    if (progress)
        Q_EMIT progressed(qint64(progress->first), qint64(progress->second));
}

} // namespace dmsc
