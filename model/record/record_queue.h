// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace dmsc {

/// The one way by which a record is written. May be called from any thread; copies share their queue.
/// An empty sink is allowed: test it before building a record.
using RecordSink = std::function<void(Record)>;

/// Time since the recording began; must be callable from any thread.
using RecordClock = std::function<std::chrono::nanoseconds()>;

/// Counts from its making.
[[nodiscard]] RecordClock steadyRecordClock();

/// Hands records from the worker threads to the one thread that drains it. Values cross, pointers do not.
/// Sinks may outlive the queue.
class RecordQueue
{
public:
    explicit RecordQueue(RecordClock clock = steadyRecordClock());
    ~RecordQueue();
    RecordQueue(const RecordQueue&) = delete;
    RecordQueue& operator=(const RecordQueue&) = delete;

    [[nodiscard]] RecordSink sink() const;
    [[nodiscard]] RecordClock clock() const;
    /// A number that no other exchange of this queue has.
    [[nodiscard]] ExchangeId newExchange();
    void write(Record record);

    /// The oldest records, at most `max` of them, so that one turn of an event loop stays short.
    [[nodiscard]] std::vector<Record> take(std::size_t max);
    [[nodiscard]] std::size_t waiting() const;

    /// Called in the writer's thread, with the queue locked, when a record arrives in an empty queue.
    /// It must only post a wake-up. Replacing it waits for a call that is under way.
    void setWakeUp(std::function<void()> wakeUp);

    /// Called in the writer's thread, with the queue locked, with each record in the order in which take() will give
    /// it; first of all, here, with those that wait already. It must be quick. Replacing it waits for a call under way.
    void setTap(std::function<void(const Record&)> tap);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace dmsc
