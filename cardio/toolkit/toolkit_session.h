// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/status_word.h"
#include "cardio/link/link.h"
#include "cardio/session/user_agent.h"

#include <cstddef>

namespace dmsc {

/// Commands that a card may have answered in one go; after that it is told to be broken.
inline constexpr std::size_t kMaxProactiveCommands = 100;

/// TERMINAL PROFILE: tells the card what we can do, once after its reset. Gives back the status word, for
/// serveToolkit(). A card without toolkit refuses; that is no error.
[[nodiscard]] Result<StatusWord> announceTerminal(Link& link);

/// After 91xx: FETCH, ask, TERMINAL RESPONSE, until the card answers 9000. Gives back how many commands were answered,
/// 0 for any other status word. Where the card sends nonsense it is told so; Card error when it refuses a response,
/// Syntax for a command without number and type, Limit for a card that never comes to an end, and the link's own.
[[nodiscard]] Result<std::size_t> serveToolkit(Link& link, StatusWord sw, UserAgent& user, const PromptAsker& asker);

} // namespace dmsc
