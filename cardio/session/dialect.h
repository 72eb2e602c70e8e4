// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace dmsc {

/// How the client reads the standard.
enum class Dialect : std::uint8_t {
    Oma, ///< strict OMA DM 1.2
    Windows, ///< Replace creates, nested Atomic 500 inside and 507 outside: peers.md's list
};

} // namespace dmsc
