// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/row_filter.h"

#include <array>
#include <vector>

namespace dmsc {

/// Which pairs are unfolded, by node: outlives that pairs are numbered anew when the plan changes.
class Expansion
{
public:
    [[nodiscard]] bool contains(const AlignedTree& aligned, PairNo no) const;
    void set(const AlignedTree& aligned, PairNo no, bool on);
    void setAll(const AlignedTree& aligned, bool on);
    void clear() { m_bits = {}; }

private:
    [[nodiscard]] bool has(Side side, NodeId node) const;
    void put(Side side, NodeId node, bool on);

    std::array<std::vector<bool>, 2> m_bits; // by side and NodeId
};

/// The pairs of a subtree's inside that are rows: shown by the filter, everything above them unfolded.
template <class IsOpen>
void collectRows(const AlignedTree& aligned, const FilterMarks& marks, std::uint32_t from, std::uint32_t end,
    IsOpen isOpen, std::vector<PairNo>& out)
{
    for (std::uint32_t i = from; i < end;) {
        const PairNo no{i};
        const std::uint32_t size = aligned.subtreeSize(no);
        if (!marks.shows(no)) {
            i += size;
            continue;
        }
        out.push_back(no);
        i += size == 1 || isOpen(no) ? 1 : size;
    }
}

} // namespace dmsc
