// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <ctime>

namespace dmsc::cli {

/// Ctrl+C and its like, kept back for whoever waits for them; made before any thread, which would get them otherwise.
class StopSignals
{
public:
    StopSignals()
    {
        sigemptyset(&m_signals);
        for (const int one : {SIGINT, SIGTERM, SIGHUP})
            sigaddset(&m_signals, one);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    }
    /// True when one has come in this while.
    [[nodiscard]] bool wait() const
    {
        constexpr long kLookEvery = 100'000'000; // nanoseconds
        const timespec time{0, kLookEvery};
        return sigtimedwait(&m_signals, nullptr, &time) > 0;
    }

private:
    sigset_t m_signals{};
};

} // namespace dmsc::cli
