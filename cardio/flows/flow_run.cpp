// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/flow_run.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr auto kConfirm = "confirm";

} // namespace

FlowRun::FlowRun(const FlowRequest& request, const FlowSides& sides, FlowOutside outside)
    : m_sides(sides)
    , m_outside(std::move(outside))
    , m_user(*m_outside.user, m_outside.records)
{
    m_report.request = request;
    m_report.steps = plannedFlow(request.kind);
}

FlowStep& FlowRun::find(const QString& id)
{
    auto& steps = m_report.steps;
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const FlowStep& one) { return one.id == id; });
    if (found != steps.end())
        return *found;
    steps.emplace_back().id = id;
    return steps.back();
}

bool FlowRun::hasStep(const QString& id)
{
    const std::lock_guard lock(m_mutex);
    const auto& steps = m_report.steps;
    return std::any_of(steps.begin(), steps.end(), [&](const FlowStep& one) { return one.id == id; });
}

void FlowRun::change(const QString& id, const std::function<void(FlowStep&)>& change)
{
    const std::lock_guard lock(m_mutex);
    FlowStep& step = find(id);
    change(step);
    if (m_outside.tell)
        m_outside.tell(step);
}

Result<void> FlowRun::begin(const QString& id)
{
    if ((m_outside.pace && !m_outside.pace()) || (m_outside.progress && !m_outside.progress(0, 0)))
        return dmsc::fail(ErrorKind::Cancelled, QCoreApplication::translate("FlowRun", "you have stopped it"));
    change(id, [&](FlowStep& step) {
        m_begins[id] = std::chrono::steady_clock::now();
        step.exchange = m_outside.records.current();
        m_outside.records.watch();
        step.state = StepState::Running;
    });
    return {};
}

void FlowRun::end(const QString& id, StepState state)
{
    change(id, [&](FlowStep& step) {
        // What it began itself, else what it began in.
        if (const ExchangeId first = m_outside.records.firstExchange();
            step.state == StepState::Running && first.value != 0)
            step.exchange = first;
        step.state = state;
        if (const auto begun = m_begins.find(id); begun != m_begins.end())
            step.duration =
                std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun->second);
    });
}

void FlowRun::fail(const QString& id, const Error& error)
{
    end(id, StepState::Failed);
    change(id, [&](FlowStep& step) { step.problem = error.text(); });
}

void FlowRun::note(const QString& id, const QString& text)
{
    change(id, [&](FlowStep& step) { step.caption = text; });
}

void FlowRun::count(std::size_t messages, std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_report.messages += messages;
    m_report.messageBytes += bytes;
}

PromptAnswer FlowRun::ask(const Prompt& prompt)
{
    const QString confirm = QLatin1String(kConfirm);
    const bool isStep = hasStep(confirm);
    if (isStep && !this->begin(confirm))
        return {PromptAnswer::Verdict::Cancelled, {}, {}, {}};
    PromptAnswer answer = m_user.ask(prompt);
    if (isStep)
        end(confirm);
    const std::lock_guard lock(m_mutex);
    m_report.decisions.push_back({prompt, answer});
    return answer;
}

void FlowRun::tell(const Notice& notice)
{
    m_user.tell(notice);
}

FlowReport FlowRun::finish(const Result<QString>& outcome)
{
    const auto in = [this](StepState state) {
        return std::find_if(
            m_report.steps.begin(), m_report.steps.end(), [state](const FlowStep& one) { return one.state == state; });
    };
    if (!outcome && in(StepState::Failed) == m_report.steps.end()) {
        auto at = in(StepState::Running);
        if (at == m_report.steps.end())
            at = in(StepState::Waiting);
        if (at != m_report.steps.end())
            fail(at->id, outcome.error());
    }
    for (const FlowStep& step : m_report.steps)
        if (step.state == StepState::Waiting || step.state == StepState::Running)
            skip(step.id);
    m_report.done = outcome.has_value();
    m_report.outcome = outcome ? *outcome : outcome.error().text();
    return std::move(m_report);
}

} // namespace dmsc
