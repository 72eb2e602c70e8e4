// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace dmsc {

/// How many handshakes may still go wrong with an entity's key set before the card blocks it.
struct KeySetTries
{
    std::string entity;
    std::uint8_t keyVersion = 0;
    std::uint8_t left = 0; ///< 0: blocked
    std::uint8_t most = 0; ///< what the policy gives, and a reset gives back
    friend bool operator==(const KeySetTries&, const KeySetTries&) = default;
};

} // namespace dmsc
