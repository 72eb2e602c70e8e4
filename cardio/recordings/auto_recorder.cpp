// SPDX-License-Identifier: Apache-2.0
#include "cardio/recordings/auto_recorder.h"

#include <QFile>

#include <mutex>
#include <utility>
#include <vector>

namespace dmsc {

/// What the queue is tapped into: waits for the recorder, then hands on to it.
class AutoRecorder::Feed
{
public:
    void put(const Record& record)
    {
        const std::lock_guard lock(m_mutex);
        ++m_rows;
        if (m_recorder)
            m_recorder->put(record);
        else if (!m_closed)
            m_waiting.push_back(record);
    }

    void mark(RecordNo record, const std::optional<QString>& comment)
    {
        const std::lock_guard lock(m_mutex);
        if (m_recorder)
            m_recorder->mark(record, comment ? &*comment : nullptr);
        else if (!m_closed)
            m_marks.emplace_back(record, comment);
    }

    void open(OwnedRecording owned, std::unique_ptr<Recorder> recorder)
    {
        const std::lock_guard lock(m_mutex);
        for (const Record& record : std::exchange(m_waiting, {}))
            recorder->put(record);
        for (const auto& [record, comment] : std::exchange(m_marks, {}))
            recorder->mark(record, comment ? &*comment : nullptr);
        m_owned = std::move(owned);
        m_recorder = std::move(recorder);
    }

    /// Writes what is left; a file without a row goes.
    void close()
    {
        std::unique_ptr<Recorder> recorder;
        OwnedRecording owned;
        bool empty = false;
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            m_waiting.clear();
            recorder = std::move(m_recorder);
            owned = std::move(m_owned);
            empty = m_rows == 0;
        }
        recorder.reset();
        if (owned.lock && empty)
            QFile::remove(owned.path);
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<Recorder> m_recorder;
    OwnedRecording m_owned;
    std::vector<Record> m_waiting; ///< until there is a recorder
    std::vector<std::pair<RecordNo, std::optional<QString>>> m_marks; ///< likewise
    std::size_t m_rows = 0;
    bool m_closed = false;
};

AutoRecorder::AutoRecorder(RecordQueue& queue, const QString& folder, Listener listener)
    : m_queue(queue)
    , m_folder(folder)
    , m_listener(std::move(listener))
{
    m_thread.post([this](const std::stop_token&) {
        const QStringList unfinished = m_folder.takeUnfinished();
        m_folder.prune(unfinished);
        if (!unfinished.isEmpty())
            m_listener.found(unfinished);
    });
    begin();
}

AutoRecorder::~AutoRecorder()
{
    m_queue.setTap({});
    end();
}

void AutoRecorder::restart()
{
    end();
    begin();
}

void AutoRecorder::mark(RecordNo record, const std::optional<QString>& comment)
{
    m_feed->mark(record, comment);
}

void AutoRecorder::begin()
{
    m_feed = std::make_shared<Feed>();
    m_queue.setTap([feed = m_feed](const Record& record) { feed->put(record); });
    const auto sinceStart = std::chrono::duration_cast<std::chrono::milliseconds>(m_queue.clock()());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_thread.post([this, feed = m_feed, now, startedAt = now.addMSecs(-sinceStart.count())](const std::stop_token&) {
        auto owned = m_folder.reserve(now);
        if (!owned) {
            feed->close();
            m_listener.failed(owned.error());
            return;
        }
        auto recorder = Recorder::start(owned->path, startedAt, m_listener.failed);
        if (!recorder) {
            feed->close();
            m_listener.failed(recorder.error());
            return;
        }
        const QString path = owned->path;
        feed->open(std::move(*owned), std::move(*recorder));
        m_listener.started(path);
    });
}

void AutoRecorder::end()
{
    m_thread.post([feed = m_feed](const std::stop_token&) { feed->close(); });
}

} // namespace dmsc
