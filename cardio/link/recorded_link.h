// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/link.h"

#include <chrono>
#include <functional>

namespace dmsc {

/// One command and what came of it.
struct Exchange
{
    Bytes command;
    Result<Bytes> response; ///< the answer with its status word, or why there is none
    std::chrono::system_clock::time_point start;
    std::chrono::nanoseconds duration{};
};

/// Time comes in from outside so that tests can hold it still.
struct LinkClock
{
    std::function<std::chrono::system_clock::time_point()> wall;
    std::function<std::chrono::steady_clock::time_point()> steady;

    [[nodiscard]] static LinkClock real();
};

/// Passes everything on to another link, which outlives it, and tells each exchange to a sink, in the thread of the
/// caller and before transmit() returns.
class RecordedLink final : public Link
{
public:
    using Sink = std::function<void(const Exchange&)>;

    RecordedLink(Link& inner, Sink sink, LinkClock clock = LinkClock::real());

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    [[nodiscard]] Result<void> reset() override { return m_inner->reset(); }
    [[nodiscard]] Bytes atr() const override { return m_inner->atr(); }
    [[nodiscard]] bool extendedLength() const override { return m_inner->extendedLength(); }
    [[nodiscard]] bool isShared() const override { return m_inner->isShared(); }
    [[nodiscard]] Result<void> claim() override { return m_inner->claim(); }
    void release() override { m_inner->release(); }

private:
    Link* m_inner;
    Sink m_sink;
    LinkClock m_clock;
};

} // namespace dmsc
