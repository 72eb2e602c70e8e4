// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/waiting_sink.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace dmsc {

/// Tells when something that cannot be interrupted takes long: from 0.8 s on, every second, and when it is over.
class Patience
{
public:
    /// With the card in a reader, or with pcscd itself. Null where nobody wants to know.
    [[nodiscard]] static std::unique_ptr<Patience> withCard(const QString& reader, const WaitingSink& sink);
    [[nodiscard]] static std::unique_ptr<Patience> withService(const WaitingSink& sink);
    ~Patience();
    Patience(const Patience&) = delete;
    Patience& operator=(const Patience&) = delete;

    /// As long as it lives something is waited for. Costs two stores: every APDU has one. One at a time.
    class Wait
    {
    public:
        /// `allowed` is what it takes when all is well.
        explicit Wait(Patience* patience, std::chrono::milliseconds allowed = {})
            : m_patience(patience)
        {
            if (m_patience)
                m_patience->m_since = std::chrono::steady_clock::now().time_since_epoch() + allowed;
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
    using Words = std::function<QString(const QString& seconds)>;

    Patience(WaitingSink sink, Words words);
    void run(const std::stop_token& stop);

    WaitingSink m_sink;
    Words m_words;
    std::atomic<std::chrono::steady_clock::duration> m_since{std::chrono::steady_clock::duration::zero()};
    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    std::jthread m_thread; // last: everything above is there before it starts
};

} // namespace dmsc
