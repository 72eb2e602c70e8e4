// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace dmsc {

/// The two sides of a desk. In a comparison of files Device is the left one.
enum class Side : std::uint8_t { Device, Card };
inline constexpr Side kSides[] = {Side::Device, Side::Card};

/// Its place in an array of two.
[[nodiscard]] constexpr std::size_t indexOf(Side side)
{
    return static_cast<std::size_t>(side);
}

[[nodiscard]] constexpr Side other(Side side)
{
    return side == Side::Device ? Side::Card : Side::Device;
}

} // namespace dmsc
