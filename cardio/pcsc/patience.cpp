// SPDX-License-Identifier: Apache-2.0
#include "cardio/pcsc/patience.h"

#include <utility>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kLook = 100ms;
constexpr std::chrono::milliseconds kLong = 800ms;
constexpr std::chrono::milliseconds kTellAgain = 1s;

} // namespace

Patience::Patience(Sink sink)
    : m_sink(std::move(sink))
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

Patience::~Patience() = default;

void Patience::run(const std::stop_token& stop)
{
    std::chrono::milliseconds next = kLong;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_stopped.wait_for(lock, stop, kLook, [] { return false; });
        const auto since = m_since.load();
        const bool waiting = since != std::chrono::steady_clock::duration::zero();
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch() - since);
        if (waiting && waited >= next) {
            m_sink(waited);
            next = waited + kTellAgain;
        } else if (next != kLong && (!waiting || waited < kLong)) {
            m_sink(0ms);
            next = kLong;
        }
    }
}

} // namespace dmsc
