// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace dmsc {

/// Tells when something that cannot be interrupted takes long: from 0.8 s on, every second, and 0 when it is over.
class Patience
{
public:
    using Sink = std::function<void(std::chrono::milliseconds waited)>; ///< called in a thread of its own

    explicit Patience(Sink sink);
    ~Patience();
    Patience(const Patience&) = delete;
    Patience& operator=(const Patience&) = delete;

    /// As long as it lives something is waited for. Costs two stores: every APDU has one.
    class Wait
    {
    public:
        explicit Wait(Patience* patience)
            : m_patience(patience)
        {
            if (m_patience)
                m_patience->m_since = std::chrono::steady_clock::now().time_since_epoch();
        }
        ~Wait()
        {
            if (m_patience)
                m_patience->m_since = std::chrono::steady_clock::duration::zero();
        }
        Wait(const Wait&) = delete;
        Wait& operator=(const Wait&) = delete;

    private:
        Patience* m_patience;
    };

private:
    void run(const std::stop_token& stop);

    Sink m_sink;
    std::atomic<std::chrono::steady_clock::duration> m_since{std::chrono::steady_clock::duration::zero()};
    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    std::jthread m_thread; // last: everything above is there before it starts
};

} // namespace dmsc
