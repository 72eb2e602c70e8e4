// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace dmsc {

/// One thread that does one thing after the other. At its end everything that was asked for is still done, with the
/// stop requested: what takes long looks at it.
class TaskThread
{
public:
    using Task = std::function<void(const std::stop_token&)>;

    TaskThread();
    ~TaskThread();
    TaskThread(const TaskThread&) = delete;
    TaskThread& operator=(const TaskThread&) = delete;

    void post(Task task);

private:
    void run(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Task> m_tasks;
    std::jthread m_thread; // last: everything above is there before it starts
};

} // namespace dmsc
