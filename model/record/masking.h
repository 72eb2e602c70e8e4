// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace dmsc {

/// Whether bytes that a record calls secret leave as they are.
enum class Secrets : std::uint8_t { Masked, Shown };

} // namespace dmsc
