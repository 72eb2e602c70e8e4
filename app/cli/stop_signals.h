// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <ctime>
#include <initializer_list>

namespace dmsc::cli {

/// Ctrl+C and its like.
inline sigset_t stopSignals()
{
    sigset_t signals{};
    sigemptyset(&signals);
    for (const int one : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, one);
    return signals;
}

/// Threads that are made while this lives leave Ctrl+C and its like to the others: one that does not would end the
/// program by them, whatever StopSignals keeps back.
class SignalsKeptBack
{
public:
    SignalsKeptBack()
    {
        const sigset_t signals = stopSignals();
        pthread_sigmask(SIG_BLOCK, &signals, &m_before);
    }
    SignalsKeptBack(const SignalsKeptBack&) = delete;
    SignalsKeptBack& operator=(const SignalsKeptBack&) = delete;
    ~SignalsKeptBack() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }

private:
    sigset_t m_before{};
};

/// Ctrl+C and its like, kept back for whoever waits for them; made before any thread, which would get them otherwise.
class StopSignals
{
public:
    StopSignals()
        : m_signals(stopSignals())
    {
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
    sigset_t m_signals;
};

} // namespace dmsc::cli
