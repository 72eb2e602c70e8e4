// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/window.h"

#include <span>

/// Tables of ETSI TS 102 223 and TS 101 220.
namespace dmsc::toolkit {

[[nodiscard]] std::span<const Named> objects(); ///< tags without the comprehension bit (TS 101 220 7.2); words
[[nodiscard]] std::span<const Named> templates(); ///< D0 and on; words
[[nodiscard]] std::span<const Named> commands(); ///< types of proactive commands (9.4); words
[[nodiscard]] std::span<const Named> devices(); ///< 8.7
[[nodiscard]] std::span<const Named> results(); ///< 8.12
[[nodiscard]] std::span<const Named> channelProblems(); ///< 8.12.11, additional information to result 3A
[[nodiscard]] std::span<const Named> events(); ///< 8.25; words

} // namespace dmsc::toolkit
