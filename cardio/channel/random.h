// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <functional>

namespace dmsc {

/// Fills what it is given with unpredictable bytes; tests give a source that stands still.
using RandomSource = std::function<Result<void>(std::span<std::uint8_t>)>;

/// OpenSSL's generator.
[[nodiscard]] RandomSource systemRandom();

} // namespace dmsc
