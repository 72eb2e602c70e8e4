// SPDX-License-Identifier: Apache-2.0
#include "cardio/recorder/recorder.h"

#include "model/recording/recording_frames.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/stat.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace dmsc {

namespace {

/// So much is written at once, before the interval is over.
constexpr qsizetype kEnoughToWrite = qsizetype{1} << 20;

Error ending(ErrorKind kind, const QString& why, const QFile& file)
{
    return Error{
        kind, QCoreApplication::translate("Recorder", "the recording ends here: %1").arg(why), file.fileName()};
}

/// Nothing when all of it is in the file, and the file is still where people look for it.
std::optional<Error> write(QFile& file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = file.write(bytes.data(), bytes.size());
        if (written <= 0)
            return ending(
                file.error() == QFileDevice::ResourceError ? ErrorKind::Full : ErrorKind::Io, file.errorString(), file);
        bytes = bytes.sliced(written);
    }
    struct stat status = {};
    if (::fstat(file.handle(), &status) == 0 && status.st_nlink == 0)
        return ending(ErrorKind::Io, QCoreApplication::translate("Recorder", "its file was removed"), file);
    return std::nullopt;
}

} // namespace

struct Recorder::Shared
{
    Shared(const QString& path, Failed whenFailed, std::size_t mayWait)
        : file(path)
        , failed(std::move(whenFailed))
        , maxWaiting(static_cast<qsizetype>(mayWait))
    {
    }

    void put(const QByteArray& frame)
    {
        const std::scoped_lock lock(mutex);
        if (state != State::Taking)
            return;
        const bool wasEmpty = waiting.isEmpty();
        if (waiting.size() > maxWaiting)
            state = State::TooSlow;
        else
            waiting.append(frame);
        if (wasEmpty || isUrgent())
            somethingWaits.notify_one();
    }

    [[nodiscard]] bool isUrgent() const { return waiting.size() >= kEnoughToWrite || state != State::Taking; }

    /// What has gathered for an interval, at once when `stop` says so.
    QByteArray take(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex);
        somethingWaits.wait(lock, stop, [this] { return !waiting.isEmpty() || isUrgent(); });
        somethingWaits.wait_for(lock, stop, kWriteInterval, [this] { return isUrgent(); });
        return std::exchange(waiting, {});
    }

    void run(const std::stop_token& stop)
    {
        for (;;) {
            const QByteArray bytes = take(stop);
            auto error = write(file, bytes);
            if (!error && state == State::TooSlow)
                error = ending(ErrorKind::Limit, QCoreApplication::translate("Recorder", "the disk is too slow"), file);
            if (error)
                return giveUp(*error);
            if (bytes.isEmpty() && stop.stop_requested())
                return;
        }
    }

    void giveUp(const Error& error)
    {
        {
            const std::scoped_lock lock(mutex);
            state = State::Over;
            waiting = {};
        }
        if (failed)
            failed(error);
    }

    enum class State : std::uint8_t { Taking, TooSlow, Over };

    QFile file; ///< the thread's, once that runs
    const Failed failed;
    const qsizetype maxWaiting;
    std::mutex mutex;
    std::condition_variable_any somethingWaits;
    QByteArray waiting; ///< frames
    std::atomic<State> state{State::Taking};
    std::jthread thread; // last: everything above is there before it starts
};

Recorder::Recorder(std::unique_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
    m_shared->thread = std::jthread([all = m_shared.get()](const std::stop_token& stop) { all->run(stop); });
}

Recorder::~Recorder() = default;

Result<std::unique_ptr<Recorder>> Recorder::start(
    const QString& path, const QDateTime& startedAt, Failed failed, std::size_t maxWaiting)
{
    auto shared = std::make_unique<Shared>(path, std::move(failed), maxWaiting);
    const auto mode = QIODevice::Append | QIODevice::NewOnly | QIODevice::Unbuffered; // others add marks
    if (!shared->file.open(mode, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(ErrorKind::Io,
            QCoreApplication::translate("Recorder", "no recording can be made here: %1")
                .arg(shared->file.errorString()),
            path);
    if (auto error = write(shared->file, recordingBegin(startedAt)))
        return tl::unexpected(*std::move(error));
    return std::unique_ptr<Recorder>(new Recorder(std::move(shared)));
}

void Recorder::put(const Record& record)
{
    if (m_shared->state == Shared::State::Taking)
        m_shared->put(recordFrame(record));
}

void Recorder::mark(RecordNo record, const QString* comment)
{
    if (m_shared->state == Shared::State::Taking)
        m_shared->put(markFrame(record, comment));
}

QString Recorder::path() const
{
    return m_shared->file.fileName();
}

} // namespace dmsc
