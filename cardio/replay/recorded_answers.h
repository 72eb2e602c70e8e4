// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/user_agent.h"
#include "model/recording/recording.h"

#include <vector>

namespace dmsc {

/// The user of a recording: answers each question as it was answered then, and accepts what was not asked then.
class RecordedAnswers final : public UserAgent
{
public:
    explicit RecordedAnswers(const Recording& recording);

    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override;
    void tell(const Notice& /*notice*/) override { }

private:
    struct Answered
    {
        QString question;
        QString status;
        QString entered;
        bool isUsed = false;
    };
    std::vector<Answered> m_answers;
};

} // namespace dmsc
