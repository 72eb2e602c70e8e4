// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/user_agent.h"
#include "model/error.h"

#include <QString>

#include <memory>

namespace dmsc::cli {

/// A person at the terminal: questions go to standard error, answers come from standard input. Its end, and a time
/// limit that has run out, cancel.
class TerminalUser final : public UserAgent
{
public:
    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override;
    void tell(const Notice& notice) override;
};

/// What --answer says: yes, no, ask (the default where standard input is a terminal, no elsewhere), or a file of
/// answers.
[[nodiscard]] Result<std::unique_ptr<UserAgent>> userFor(const QString& answer);

} // namespace dmsc::cli
