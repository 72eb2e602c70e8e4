// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/prompts/prompt.h"

namespace dmsc {

/// The user behind a handset. Called in the thread that runs the session, which waits for the answer; how the question
/// reaches a person (window, terminal, a file of answers) is the implementation's business. Minimum and maximum times
/// of the prompt are kept by it.
class UserAgent
{
public:
    UserAgent() = default;
    UserAgent(const UserAgent&) = delete;
    UserAgent& operator=(const UserAgent&) = delete;
    virtual ~UserAgent() = default;

    [[nodiscard]] virtual PromptAnswer ask(const Prompt& prompt) = 0;
    virtual void tell(const Notice& notice) = 0;
};

} // namespace dmsc
