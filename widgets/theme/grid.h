// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dmsc {

/// The window's grid, in device-independent pixels: margins and gaps are multiples or halves of it.
inline constexpr int kGrid = 8;
inline constexpr int kHalfGrid = kGrid / 2;

/// Height of a row in tables and trees for a font of this height.
[[nodiscard]] constexpr int rowHeight(int fontHeight)
{
    return fontHeight + kHalfGrid + 2;
}

} // namespace dmsc
