// SPDX-License-Identifier: Apache-2.0
#include "model/items/visible_rows.h"

namespace dmsc {

bool Expansion::has(Side side, NodeId node) const
{
    const auto& bits = m_bits[indexOf(side)];
    return node != kNoNode && index(node) < bits.size() && bits[index(node)];
}

void Expansion::put(Side side, NodeId node, bool on)
{
    auto& bits = m_bits[indexOf(side)];
    if (node == kNoNode || (!on && index(node) >= bits.size()))
        return;
    if (index(node) >= bits.size())
        bits.resize(index(node) + std::size_t{1} + bits.size() / 2);
    bits[index(node)] = on;
}

bool Expansion::contains(const AlignedTree& aligned, PairNo no) const
{
    return has(Side::Device, aligned.node(no, Side::Device)) || has(Side::Card, aligned.node(no, Side::Card));
}

void Expansion::set(const AlignedTree& aligned, PairNo no, bool on)
{
    for (const Side side : kSides)
        put(side, aligned.node(no, side), on);
}

void Expansion::setAll(const AlignedTree& aligned, bool on)
{
    clear();
    if (!on)
        return;
    for (std::uint32_t i = 0; i < aligned.size(); ++i)
        if (aligned.subtreeSize(PairNo{i}) != 1)
            set(aligned, PairNo{i}, true);
}

} // namespace dmsc
