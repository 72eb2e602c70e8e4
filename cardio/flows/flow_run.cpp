// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/flow_run.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr auto kConfirm = "confirm";
constexpr auto kDecide = "decide"; // conflicts, all in one step
constexpr auto kAsk = "ask"; // what the confirmation is about, where a server asks for it

StepState stateOf(const Prompt& prompt, const PromptAnswer& answer)
{
    using Verdict = PromptAnswer::Verdict;
    if (answer.verdict == Verdict::TooLarge)
        return StepState::Failed;
    // What is only shown cannot be refused, and is over when its time is.
    if (answer.verdict == Verdict::Yes || prompt.kind == PromptKind::Display)
        return StepState::Done;
    return answer.verdict == Verdict::TimedOut ? StepState::TimedOut : StepState::Refused;
}

QString alertTitle(PromptKind kind, Actor asker)
{
    const bool shown = kind == PromptKind::Display;
    switch (asker) {
    case Actor::Server:
        return shown ? QCoreApplication::translate("FlowRun", "Message of the server")
                     : QCoreApplication::translate("FlowRun", "Question of the server");
    case Actor::Card:
        return shown ? QCoreApplication::translate("FlowRun", "Message of the card")
                     : QCoreApplication::translate("FlowRun", "Question of the card");
    default:
        return QCoreApplication::translate("FlowRun", "Question of the device");
    }
}

FlowStep stepFor(Actor asker, const Prompt& prompt, std::size_t number)
{
    FlowStep step;
    step.id = QStringLiteral("question-%1").arg(number);
    step.title = alertTitle(prompt.kind, asker);
    step.caption = QCoreApplication::translate("FlowRun", "%1 asks the user: %2", "who, question")
                       .arg(prompt.asker.name, prompt.text);
    if (prompt.kind == PromptKind::Display)
        step.caption = QCoreApplication::translate("FlowRun", "%1 tells the user: %2", "who, message")
                           .arg(prompt.asker.name, prompt.text);
    step.from = asker;
    step.to = Actor::User;
    return step;
}

} // namespace

FlowRun::FlowRun(const FlowRequest& request, const FlowSides& sides, FlowOutside outside)
    : m_sides(sides)
    , m_outside(std::move(outside))
    , m_user(*m_outside.user, m_outside.records)
    , m_cardAsks(*this, Actor::Card)
    , m_serverAsks(*this, Actor::Server)
{
    m_report.request = request;
    m_report.steps = plannedFlow(request);
}

FlowStep* FlowRun::known(const QString& id)
{
    auto& steps = m_report.steps;
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const FlowStep& one) { return one.id == id; });
    return found == steps.end() ? nullptr : &*found;
}

FlowStep& FlowRun::find(const QString& id)
{
    if (FlowStep* step = known(id))
        return *step;
    FlowStep& added = m_report.steps.emplace_back();
    added.id = id;
    return added;
}

bool FlowRun::isIn(const char* id, StepState state)
{
    const FlowStep* step = known(QLatin1String(id));
    return step != nullptr && step->state == state;
}

bool FlowRun::hasStep(const QString& id)
{
    const std::lock_guard lock(m_mutex);
    return known(id) != nullptr;
}

bool FlowRun::isRefused()
{
    const std::lock_guard lock(m_mutex);
    return m_isRefused;
}

void FlowRun::change(const QString& id, const std::function<void(FlowStep&)>& change)
{
    const std::lock_guard lock(m_mutex);
    FlowStep& step = find(id);
    change(step);
    // What goes back to waiting has what comes next before it.
    const bool waits = step.state == StepState::Waiting && &step != m_report.steps.data();
    m_last = waits ? (&step - 1)->id : id;
    if (m_outside.tell)
        m_outside.tell(step);
}

bool FlowRun::pace()
{
    const auto begun = std::chrono::steady_clock::now();
    const bool goesOn = !m_outside.pace || m_outside.pace();
    const std::lock_guard lock(m_mutex);
    m_waited += std::chrono::steady_clock::now() - begun;
    return goesOn;
}

bool FlowRun::goesOn() const
{
    return !m_outside.progress || m_outside.progress(0, 0);
}

Result<void> FlowRun::begin(const QString& id)
{
    if (!pace() || !goesOn())
        return dmsc::fail(ErrorKind::Cancelled, QCoreApplication::translate("FlowRun", "you have stopped it"));
    start(id);
    return {};
}

void FlowRun::start(const QString& id)
{
    change(id, [&](FlowStep& step) {
        m_begins[id] = {std::chrono::steady_clock::now(), m_waited};
        step.exchange = m_outside.records.current();
        m_outside.records.watch();
        step.state = StepState::Running;
    });
}

QString FlowRun::pauseOwnWork()
{
    QString own;
    {
        const std::lock_guard lock(m_mutex);
        for (const FlowStep& step : m_report.steps)
            if (step.state == StepState::Running && step.from == Actor::Device && step.to == Actor::Device)
                own = step.id;
    }
    if (!own.isEmpty())
        change(own, [](FlowStep& step) { step.state = StepState::Waiting; });
    return own;
}

bool FlowRun::resume(const QString& own)
{
    if (own.isEmpty())
        return true;
    if (!pace() || !goesOn())
        return false;
    change(own, [](FlowStep& step) { step.state = StepState::Running; });
    return true;
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
            step.duration = std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::steady_clock::now() - begun->second.time - (m_waited - begun->second.waited));
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

void FlowRun::endAsked(const QString& id)
{
    StepState state = StepState::Done;
    {
        const std::lock_guard lock(m_mutex);
        state = m_answer;
    }
    end(id, state);
}

/// The planned one counts for the device's question, and for what the card asks before the objects that it sends.
QString FlowRun::questionStep(Actor asker, const Prompt& prompt)
{
    const std::lock_guard lock(m_mutex);
    if (isIn(kDecide, StepState::Running))
        return QLatin1String(kDecide);
    const bool planned = asker == Actor::Device || (asker == Actor::Card && prompt.kind == PromptKind::Confirm);
    if (planned && isIn(kConfirm, StepState::Waiting) && !isIn(kAsk, StepState::Waiting))
        return QLatin1String(kConfirm);
    FlowStep step = stepFor(asker, prompt, ++m_questions);
    auto& steps = m_report.steps;
    const auto last = std::find_if(steps.begin(), steps.end(), [&](const FlowStep& one) { return one.id == m_last; });
    return steps.insert(last == steps.end() ? last : last + 1, std::move(step))->id;
}

PromptAnswer FlowRun::ask(const Prompt& prompt)
{
    return askFor(Actor::Device, prompt);
}

PromptAnswer FlowRun::askFor(Actor asker, const Prompt& prompt)
{
    const QString own = pauseOwnWork();
    const QString id = questionStep(asker, prompt);
    if (id == QLatin1String(kDecide))
        return answered(prompt);
    PromptAnswer cancelled{PromptAnswer::Verdict::Cancelled, {}, {}, {}};
    if (own.isEmpty() ? !begin(id) : !goesOn())
        return cancelled;
    if (!own.isEmpty())
        start(id); // the wait before the device's own work was that for its question
    PromptAnswer answer = askInStep(id, prompt);
    return resume(own) ? answer : cancelled;
}

PromptAnswer FlowRun::askInStep(const QString& id, const Prompt& prompt)
{
    PromptAnswer answer = answered(prompt);
    change(id, [&](FlowStep& step) {
        if (m_answer == StepState::Failed)
            step.problem = answerText(prompt, answer);
        m_begins.erase(id); // its time is the user's
    });
    endAsked(id);
    return answer;
}

PromptAnswer FlowRun::answered(const Prompt& prompt)
{
    const auto begun = std::chrono::steady_clock::now();
    PromptAnswer answer = m_user.ask(prompt);
    const std::lock_guard lock(m_mutex);
    m_waited += std::chrono::steady_clock::now() - begun;
    // Who stops the flow has not answered.
    const bool isStopped = answer.verdict == PromptAnswer::Verdict::Cancelled && !goesOn();
    m_answer = isStopped ? StepState::Skipped : stateOf(prompt, answer);
    m_isRefused = m_isRefused || m_answer == StepState::Refused || m_answer == StepState::TimedOut;
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
    // Without an answer nothing else goes on; what went wrong besides is no refusal.
    m_report.refused = m_isRefused && (outcome || outcome.error().kind == ErrorKind::Cancelled);
    if (!outcome && !m_report.refused && in(StepState::Failed) == m_report.steps.end()) {
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
