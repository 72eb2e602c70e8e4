// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/diff.h"

#include <vector>

namespace dmsc {

/// Position of a pair in an AlignedTree (preorder). Not stable over refresh().
enum class PairNo : std::uint32_t {};
inline constexpr PairNo kNoPair{0xffffffff};
[[nodiscard]] constexpr std::uint32_t index(PairNo no)
{
    return static_cast<std::uint32_t>(no);
}

/// State of a pair of nodes, its own properties only (window.md: same =, differs #, only device >, only card <, moved
/// ~).
enum class PairState : std::uint8_t { Same, ValueDiffers, PropertiesDiffer, OnlyDevice, OnlyCard };

/// How many pairs below and including one are in which state.
struct StateCounts
{
    std::uint32_t valueDiffers = 0;
    std::uint32_t propertiesDiffer = 0;
    std::uint32_t onlyDevice = 0;
    std::uint32_t onlyCard = 0;
    [[nodiscard]] std::uint32_t total() const { return valueDiffers + propertiesDiffer + onlyDevice + onlyCard; }
    friend bool operator==(const StateCounts&, const StateCounts&) = default;
};

/// Two trees as one: a flat preorder array of pairs in which a missing side is kNoNode. MOs pair by the Type of
/// their root (several of one Type: same name first, then same ServerID-like key leaf, then same URI), and stand
/// where the device has them; `moved` marks pairs whose URIs differ.
class AlignedTree
{
public:
    struct Pair
    {
        NodeId device = kNoNode;
        NodeId card = kNoNode;
        std::uint32_t end = 0; ///< first pair after this subtree
        std::uint32_t parent = 0; ///< the root's is itself
        StateCounts counts; ///< this pair and everything below
        std::uint16_t depth = 0;
        PairState state = PairState::Same;
        bool moved = false;
    };

    [[nodiscard]] static AlignedTree align(const Tree& device, const Tree& card, const DiffOptions& options = {});

    [[nodiscard]] std::size_t size() const { return m_pairs.size(); }
    [[nodiscard]] const Pair& at(PairNo no) const { return m_pairs[index(no)]; }
    [[nodiscard]] PairNo find(Side side, NodeId node) const; ///< kNoPair if it is not there
    [[nodiscard]] PairNo nextDifference(PairNo from) const; ///< kNoPair after the last
    [[nodiscard]] PairNo previousDifference(PairNo from) const;

    /// Re-aligns the subtree of one pair after both trees changed below it; cost is that subtree plus moving the rest.
    void refresh(PairNo no, const Tree& device, const Tree& card, const DiffOptions& options = {});

private:
    std::vector<Pair> m_pairs;
};

} // namespace dmsc
