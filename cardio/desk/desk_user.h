// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/user_agent.h"
#include "model/flow/flow.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace dmsc {

/// The user in front of the window, for flows in the worker thread: a question goes out as a value, the worker waits
/// for the answer, the time limit or the flow's end.
class DeskUser final : public UserAgent
{
public:
    struct Out
    {
        std::function<void(PromptId, const Prompt&)> asked;
        std::function<void(PromptId, const PromptAnswer&)> closed;
        std::function<void(const Notice&)> told;
    };
    explicit DeskUser(Out out);

    // worker thread
    void begin(AnswerMode mode); ///< of a flow; its predecessor's stop is forgotten
    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override;
    void tell(const Notice& notice) override;

    // GUI thread
    void answer(PromptId id, const PromptAnswer& answer);
    void stop(); ///< the open question, and those to come until begin(), are cancelled

private:
    [[nodiscard]] std::optional<PromptAnswer> standIn(const Prompt& prompt) const;

    Out m_out;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    AnswerMode m_mode = AnswerMode::Ask;
    bool m_stopped = false;
    std::uint32_t m_last = 0;
    PromptId m_open = PromptId::None;
    std::optional<PromptAnswer> m_answer;
};

/// How fast a flow goes: freely, slowly, or a step at a time.
class FlowPacer
{
public:
    // worker thread
    void begin(Pace pace, std::chrono::milliseconds delay); ///< of a flow
    [[nodiscard]] bool wait(); ///< before a step; false: stopped

    // GUI thread
    void setPace(Pace pace, std::chrono::milliseconds delay);
    void nextStep();
    void stop();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Pace m_pace = Pace::Free;
    std::chrono::milliseconds m_delay{0};
    int m_steps = 0; ///< that may be taken
    bool m_stopped = false;
};

} // namespace dmsc
