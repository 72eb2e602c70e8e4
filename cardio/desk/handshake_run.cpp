// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/handshake_run.h"

#include <algorithm>

namespace dmsc {

HandshakeRun::HandshakeRun(CardWire& wire, const HandshakeRequest& request, StepSink tell, ExchangeId selected)
    : m_wire(&wire)
    , m_tell(std::move(tell))
    , m_last(selected)
{
    report.request = request;
    report.steps = plannedSteps(request.method, request.as);
}

HandshakeStep& HandshakeRun::step(const QString& id)
{
    const auto found =
        std::find_if(report.steps.begin(), report.steps.end(), [&](const HandshakeStep& one) { return one.id == id; });
    if (found != report.steps.end())
        return *found;
    report.steps.emplace_back().id = id;
    return report.steps.back();
}

void HandshakeRun::end(HandshakeStep& step)
{
    if (step.id != QLatin1String("accessConditions"))
        for (HandshakeApdu apdu : m_wire->stepApdus()) {
            apdu.step = step.id;
            report.apdus.push_back(std::move(apdu));
        }
    step.exchange = m_wire->endStep();
    // What sends nothing is a check of what came before.
    if (step.exchange.value != 0)
        m_last = step.exchange;
    else if (step.state != StepState::Skipped)
        step.exchange = m_last;
}

void HandshakeRun::tell(HandshakeStep& step)
{
    if (step.state == StepState::Running)
        m_wire->beginStep();
    else
        end(step);
    if (m_tell)
        m_tell(step);
}

void HandshakeRun::begin(const QString& id)
{
    m_begin = std::chrono::steady_clock::now();
    HandshakeStep& one = step(id);
    one.state = StepState::Running;
    tell(one);
}

void HandshakeRun::end(const QString& id, StepState state, const QString& problem)
{
    HandshakeStep& one = step(id);
    if (one.state == StepState::Running)
        one.duration =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_begin);
    one.state = state;
    one.problem = problem;
    tell(one);
}

void HandshakeRun::take(const HandshakeStep& step)
{
    HandshakeStep& mine = this->step(step.id);
    mine = step;
    tell(mine);
}

void HandshakeRun::add(const QString& id, HandshakeValue value)
{
    step(id).values.push_back(std::move(value));
}

void HandshakeRun::fail(const Error& error)
{
    const auto in = [this](StepState state) {
        return std::find_if(
            report.steps.begin(), report.steps.end(), [state](const HandshakeStep& one) { return one.state == state; });
    };
    if (in(StepState::Failed) == report.steps.end()) {
        auto at = in(StepState::Running);
        if (at == report.steps.end())
            at = in(StepState::Waiting);
        if (at != report.steps.end())
            end(at->id, StepState::Failed, error.text());
    }
    for (HandshakeStep& one : report.steps)
        if (one.state == StepState::Waiting || one.state == StepState::Running)
            end(one.id, StepState::Skipped);
}

} // namespace dmsc
