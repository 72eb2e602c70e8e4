// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/recorded_link.h"

#include <utility>

namespace dmsc {

LinkClock LinkClock::real()
{
    return {[] { return std::chrono::system_clock::now(); }, [] { return std::chrono::steady_clock::now(); }};
}

RecordedLink::RecordedLink(Link& inner, Sink sink, LinkClock clock)
    : m_inner(&inner)
    , m_sink(std::move(sink))
    , m_clock(std::move(clock))
{
}

Result<Bytes> RecordedLink::transmit(ByteView command)
{
    const auto start = m_clock.wall();
    const auto before = m_clock.steady();
    Result<Bytes> response = m_inner->transmit(command);
    const auto duration = m_clock.steady() - before;
    m_sink(Exchange{Bytes(command.begin(), command.end()), response, start, duration});
    return response;
}

} // namespace dmsc
