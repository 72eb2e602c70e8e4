// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk_user.h"

#include "cardio/session/scripted_user.h"

namespace dmsc {

DeskUser::DeskUser(Out out)
    : m_out(std::move(out))
{
}

void DeskUser::begin(AnswerMode mode)
{
    const std::lock_guard lock(m_mutex);
    m_mode = mode;
    m_stopped = false;
}

std::optional<PromptAnswer> DeskUser::standIn(const Prompt& prompt) const
{
    if (m_stopped)
        return PromptAnswer{PromptAnswer::Verdict::Cancelled, {}, {}, {}};
    if (m_mode == AnswerMode::Ask)
        return std::nullopt;
    return m_mode == AnswerMode::Yes ? acceptAsItStands(prompt) : PromptAnswer{};
}

PromptAnswer DeskUser::ask(const Prompt& prompt)
{
    std::unique_lock lock(m_mutex);
    const PromptId id{++m_last};
    m_answer = standIn(prompt);
    m_open = id;
    lock.unlock();
    m_out.asked(id, prompt);
    lock.lock();
    const auto isOver = [this] { return m_answer.has_value(); };
    if (!prompt.options.maxDisplay)
        m_changed.wait(lock, isOver);
    else if (!m_changed.wait_for(lock, *prompt.options.maxDisplay, isOver))
        m_answer = PromptAnswer{PromptAnswer::Verdict::TimedOut, {}, {}, {}};
    m_open = PromptId::None;
    PromptAnswer answer = *std::exchange(m_answer, std::nullopt);
    lock.unlock();
    m_out.closed(id, answer);
    return answer;
}

void DeskUser::tell(const Notice& notice)
{
    m_out.told(notice);
}

void DeskUser::answer(PromptId id, const PromptAnswer& answer)
{
    const std::lock_guard lock(m_mutex);
    if (id != m_open || m_answer)
        return;
    m_answer = answer;
    m_changed.notify_all();
}

void DeskUser::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    if (m_open != PromptId::None && !m_answer)
        m_answer = PromptAnswer{PromptAnswer::Verdict::Cancelled, {}, {}, {}};
    m_changed.notify_all();
}

void FlowPacer::begin(Pace pace, std::chrono::milliseconds delay)
{
    const std::lock_guard lock(m_mutex);
    m_pace = pace;
    m_delay = delay;
    m_steps = 0;
    m_stopped = false;
}

bool FlowPacer::wait()
{
    std::unique_lock lock(m_mutex);
    const auto mayGo = [this] { return m_stopped || m_pace == Pace::Free || m_steps > 0; };
    const auto due = std::chrono::steady_clock::now() + m_delay;
    while (!mayGo()) {
        if (m_pace == Pace::Stepped)
            m_changed.wait(lock);
        else if (m_changed.wait_until(lock, due) == std::cv_status::timeout)
            break;
    }
    if (m_steps > 0)
        --m_steps;
    return !m_stopped;
}

void FlowPacer::setPace(Pace pace, std::chrono::milliseconds delay)
{
    const std::lock_guard lock(m_mutex);
    m_pace = pace;
    m_delay = delay;
    m_changed.notify_all();
}

void FlowPacer::nextStep()
{
    const std::lock_guard lock(m_mutex);
    ++m_steps;
    m_changed.notify_all();
}

void FlowPacer::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
}

} // namespace dmsc
