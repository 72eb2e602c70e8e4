// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace dmsc {

/// The two sides of a desk. In a comparison of files Device is the left one.
enum class Side : std::uint8_t { Device, Card };
inline constexpr Side kSides[] = {Side::Device, Side::Card};

[[nodiscard]] constexpr Side other(Side side)
{
    return side == Side::Device ? Side::Card : Side::Device;
}

} // namespace dmsc
