// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake.h"
#include "cardio/desk/card_wire.h"

#include <chrono>

namespace dmsc {

/// Collects the steps of one handshake into its report, ties each to its rows in the log, and tells them on.
class HandshakeRun
{
public:
    /// The wire outlives the run. `selected`: the rows of the SELECT that the first step is about.
    HandshakeRun(CardWire& wire, const HandshakeRequest& request, StepSink tell, ExchangeId selected);

    void begin(const QString& id);
    void end(const QString& id, StepState state = StepState::Done, const QString& problem = {});
    /// What the handshake tells of one of its own steps.
    void take(const HandshakeStep& step);
    /// The step that runs, or the next one, failed for this reason, unless one has failed already; the rest is skipped.
    void fail(const Error& error);
    /// Adds values to a step that has not been told as ended.
    void add(const QString& id, HandshakeValue value);

    HandshakeReport report;

private:
    [[nodiscard]] HandshakeStep& step(const QString& id);
    void tell(HandshakeStep& step);
    void end(HandshakeStep& step);

    CardWire* m_wire;
    StepSink m_tell;
    ExchangeId m_last; ///< that a step was carried by
    std::chrono::steady_clock::time_point m_begin;
};

} // namespace dmsc
