// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/toolkit/proactive_command.h"
#include "model/prompts/prompt.h"

namespace dmsc {

/// The question that a command puts to the user; nullopt for one that asks nobody, or cannot be asked.
[[nodiscard]] std::optional<Prompt> promptFor(const ProactiveCommand& command, const PromptAsker& asker);
/// The response to a command that was asked. `prompt` is promptFor()'s.
[[nodiscard]] TerminalResponse responseTo(
    const ProactiveCommand& command, const Prompt& prompt, const PromptAnswer& answer);
/// The response to one that was not: done for what is the terminal's own affair (MORE TIME, POLL INTERVAL, REFRESH, SET
/// UP EVENT LIST), a polite refusal for the rest.
[[nodiscard]] TerminalResponse responseWithoutAsking(const ProactiveCommand& command);
/// Is it a text that this command takes: length, and digits where it wants them?
[[nodiscard]] bool isAcceptable(const ProactiveCommand& command, const QString& text);

} // namespace dmsc
