// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QStringView>

#include <cstddef>
#include <vector>

namespace dmsc {

/// Characters (or bytes) [begin, begin + length) of one of the two texts.
struct TextSpan
{
    std::size_t begin = 0;
    std::size_t length = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Where two values differ: what only the left has, what only the right has, in order and never touching.
struct TextDifference
{
    std::vector<TextSpan> left;
    std::vector<TextSpan> right;
    [[nodiscard]] bool same() const { return left.empty() && right.empty(); }
};

/// Common prefix and suffix first, then the longest common subsequence of the words in between. Where that
/// would cost more than `kMaxTextDiffCells` comparisons the whole middle counts as different.
inline constexpr std::size_t kMaxTextDiffCells = 1'000'000;
[[nodiscard]] TextDifference diffText(QStringView left, QStringView right);
/// The same byte by byte.
[[nodiscard]] TextDifference diffBytes(ByteView left, ByteView right);

} // namespace dmsc
