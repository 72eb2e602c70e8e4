// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/user_agent.h"
#include "model/bytes.h"
#include "model/error.h"

#include <memory>
#include <mutex>
#include <vector>

namespace dmsc {

/// An answer of a script, and which of its members stand there. A yes without one is to what was offered, as it stands.
struct ScriptedAnswer
{
    PromptAnswer answer;
    bool saysText = false;
    bool saysChosen = false;
    bool saysAccepted = false;
};

/// Answers of a script: [{"verdict": "yes|no|cancel|timeout|too-large", "text": "...", "chosen": [1, 3],
/// "accepted": [0]}, ...]. Syntax or BadValue for anything else.
[[nodiscard]] Result<std::vector<ScriptedAnswer>> readAnswers(ByteView json);

/// A user who was told beforehand what to answer, for the shell and for tests. Answers at once: nobody looks at a
/// screen. When it is to accept, input and choices are the asker's default response, or the first choice. May be asked
/// from any thread.
class ScriptedUser final : public UserAgent
{
public:
    explicit ScriptedUser(PromptAnswer::Verdict always)
        : m_always(always)
    {
    }
    /// In this order; then everything is cancelled.
    explicit ScriptedUser(const std::vector<PromptAnswer>& answers);
    [[nodiscard]] static std::unique_ptr<ScriptedUser> playing(std::vector<ScriptedAnswer> script);
    /// "yes", "no", or the path of a file with answers of at most 1 MiB.
    [[nodiscard]] static Result<std::unique_ptr<ScriptedUser>> make(const QString& answers);

    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override;
    void tell(const Notice& notice) override;

    [[nodiscard]] std::vector<Prompt> asked() const;
    [[nodiscard]] std::vector<Notice> told() const;

private:
    mutable std::mutex m_mutex;
    PromptAnswer::Verdict m_always = PromptAnswer::Verdict::Cancelled;
    std::vector<ScriptedAnswer> m_answers;
    std::size_t m_next = 0;
    std::vector<Prompt> m_asked;
    std::vector<Notice> m_told;
};

/// What a user says who accepts without changing anything: the default response where the asker gave one.
[[nodiscard]] PromptAnswer acceptAsItStands(const Prompt& prompt);

} // namespace dmsc
