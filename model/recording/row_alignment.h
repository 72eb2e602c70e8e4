// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace dmsc {

/// What a row is about, as a number: rows with the same key may stand beside each other.
using RowKey = std::uint64_t;

/// Places in the left and right sequence that belong together.
struct AlignedPlaces
{
    std::size_t left = 0;
    std::size_t right = 0;
    friend bool operator==(const AlignedPlaces&, const AlignedPlaces&) = default;
};

/// Pairs of equal keys, rising on both sides: a longest common subsequence, or nearly one where the sequences have
/// very little in common (README.md). Costs about the length times the number of differences, at most 512 times the
/// length; memory in proportion to the length.
/// `goesOn` is asked now and then; where it says no, what was not searched yet does not pair.
[[nodiscard]] std::vector<AlignedPlaces> alignRows(
    std::span<const RowKey> left, std::span<const RowKey> right, const std::function<bool()>& goesOn = {});

} // namespace dmsc
