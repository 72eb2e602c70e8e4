// SPDX-License-Identifier: Apache-2.0
#include "cardio/recordings/task_thread.h"

#include <utility>

namespace dmsc {

TaskThread::TaskThread()
    : m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

TaskThread::~TaskThread()
{
    m_thread.request_stop();
    m_thread.join();
}

void TaskThread::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_arrived.notify_one();
}

void TaskThread::run(const std::stop_token& stop)
{
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_arrived.wait(lock, stop, [this] { return !m_tasks.empty(); }))
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task(stop);
    }
}

} // namespace dmsc
