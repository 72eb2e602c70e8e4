// SPDX-License-Identifier: Apache-2.0
#include "model/record/record_queue.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <iterator>
#include <mutex>
#include <utility>

namespace dmsc {

struct RecordQueue::Shared
{
    explicit Shared(RecordClock recordClock)
        : clock(std::move(recordClock))
    {
    }

    void write(Record&& record)
    {
        if (record.time < std::chrono::nanoseconds::zero()) {
            record.time = std::max(clock() - record.duration, std::chrono::nanoseconds::zero());
        }
        const std::scoped_lock lock(mutex);
        if (tap)
            tap(record);
        records.push_back(std::move(record));
        if (records.size() == 1 && wakeUp) {
            wakeUp();
        }
    }

    const RecordClock clock;
    std::atomic<std::uint32_t> lastExchange{0};
    std::mutex mutex;
    std::deque<Record> records;
    std::function<void()> wakeUp;
    std::function<void(const Record&)> tap;
};

RecordClock steadyRecordClock()
{
    const auto start = std::chrono::steady_clock::now();
    return [start] { return std::chrono::nanoseconds(std::chrono::steady_clock::now() - start); };
}

RecordQueue::RecordQueue(RecordClock clock)
    : m_shared(std::make_shared<Shared>(std::move(clock)))
{
}

RecordQueue::~RecordQueue()
{
    setWakeUp({});
    setTap({});
}

RecordSink RecordQueue::sink() const
{
    return [shared = m_shared](Record record) { shared->write(std::move(record)); };
}

RecordClock RecordQueue::clock() const
{
    return m_shared->clock;
}

ExchangeId RecordQueue::newExchange()
{
    return ExchangeId{++m_shared->lastExchange};
}

void RecordQueue::write(Record record)
{
    m_shared->write(std::move(record));
}

std::vector<Record> RecordQueue::take(std::size_t max)
{
    const std::scoped_lock lock(m_shared->mutex);
    auto& records = m_shared->records;
    const auto end = records.begin() + static_cast<std::ptrdiff_t>(std::min(max, records.size()));
    std::vector<Record> taken(std::make_move_iterator(records.begin()), std::make_move_iterator(end));
    records.erase(records.begin(), end);
    return taken;
}

std::size_t RecordQueue::waiting() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->records.size();
}

void RecordQueue::setWakeUp(std::function<void()> wakeUp)
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->wakeUp = std::move(wakeUp);
}

void RecordQueue::setTap(std::function<void(const Record&)> tap)
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->tap = std::move(tap);
    if (m_shared->tap)
        std::for_each(m_shared->records.begin(), m_shared->records.end(), m_shared->tap);
}

} // namespace dmsc
