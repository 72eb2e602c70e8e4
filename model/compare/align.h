// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/diff.h"

#include <vector>

namespace dmsc {

class Moves;

/// Position of a pair in an AlignedTree (preorder). Not stable over refresh().
enum class PairNo : std::uint32_t {};
inline constexpr PairNo kNoPair{0xffffffff};
inline constexpr PairNo kRootPair{0};
[[nodiscard]] constexpr std::uint32_t index(PairNo no)
{
    return static_cast<std::uint32_t>(no);
}

/// State of a pair of nodes, its own properties only (window.md: same =, differs #, only device >, only card <, moved
/// ~).
enum class PairState : std::uint8_t { Same, ValueDiffers, PropertiesDiffer, OnlyDevice, OnlyCard };

/// How many pairs below and including one are in which state. Of what is on one side only, leaves and empty interior
/// nodes count, as in diff(). A pair that moved counts as that, and again if it differs.
struct StateCounts
{
    std::uint32_t valueDiffers = 0;
    std::uint32_t propertiesDiffer = 0;
    std::uint32_t onlyDevice = 0;
    std::uint32_t onlyCard = 0;
    std::uint32_t moved = 0;
    [[nodiscard]] std::uint32_t total() const
    {
        return valueDiffers + propertiesDiffer + onlyDevice + onlyCard + moved;
    }
    StateCounts& operator+=(const StateCounts& other);
    StateCounts& operator-=(const StateCounts& other);
    friend bool operator==(const StateCounts&, const StateCounts&) = default;
};

/// Two trees as one: a flat preorder array of pairs in which a missing side is kNoNode. MOs pair by the Type of
/// their root (several of one Type: same name first, then same ServerID-like key leaf, then same URI), and stand
/// where the device has them; `moved` marks pairs whose URIs differ. Pairs are those of diff().
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

        [[nodiscard]] NodeId node(Side side) const { return side == Side::Device ? device : card; }
        [[nodiscard]] bool differs() const { return state != PairState::Same || moved; }
        friend bool operator==(const Pair&, const Pair&) = default;
    };

    [[nodiscard]] static AlignedTree align(const Tree& device, const Tree& card, const DiffOptions& options = {});

    [[nodiscard]] std::size_t size() const { return m_pairs.size(); }
    [[nodiscard]] Pair at(PairNo no) const;
    [[nodiscard]] NodeId node(PairNo no, Side side) const
    {
        const Stored& p = m_pairs[index(no)];
        return side == Side::Device ? p.device : p.card;
    }
    [[nodiscard]] PairState state(PairNo no) const { return m_pairs[index(no)].state; }
    [[nodiscard]] bool moved(PairNo no) const { return (m_pairs[index(no)].flags & kMoved) != 0; }
    [[nodiscard]] std::uint32_t subtreeSize(PairNo no) const { return m_pairs[index(no)].size; }
    [[nodiscard]] std::uint32_t depth(PairNo no) const { return m_pairs[index(no)].depth; }
    [[nodiscard]] PairNo parent(PairNo no) const { return PairNo{index(no) - m_pairs[index(no)].parentDelta}; }

    /// kNoPair if it is not there. `tree` is the side's.
    [[nodiscard]] PairNo find(Side side, NodeId node, const Tree& tree) const;
    [[nodiscard]] PairNo nextDifference(PairNo from) const; ///< kNoPair after the last
    [[nodiscard]] PairNo previousDifference(PairNo from) const;

    /// Re-aligns the subtree of one pair after both trees changed below it; cost is that subtree plus moving the rest.
    /// Where MOs could find another partner elsewhere, or the pair hangs below one side only, a larger subtree; the
    /// whole tree where nodes have moved and more than a leaf's value changed.
    /// Gives back the pair whose subtree was made anew; pairs before it keep their numbers.
    PairNo refresh(PairNo no, const Tree& device, const Tree& card, const DiffOptions& options = {});

    [[nodiscard]] std::size_t bytes() const { return m_pairs.capacity() * sizeof(Stored); }

private:
    enum Flag : std::uint8_t {
        kMoved = 1,
        kLooseDevice = 2, // an MO that looks for a partner on the card
        kLooseCard = 4,
    };
    // Sizes and distances instead of positions: an insertion leaves those behind it as they are.
    struct Stored
    {
        NodeId device = kNoNode;
        NodeId card = kNoNode;
        std::uint32_t size = 1;
        std::uint32_t parentDelta = 0;
        StateCounts counts;
        std::uint16_t depth = 0;
        PairState state = PairState::Same;
        std::uint8_t flags = 0;
    };
    static_assert(sizeof(Stored) == 40);
    struct Loose
    {
        std::uint32_t device = 0;
        std::uint32_t card = 0;
    };
    class Builder;

    [[nodiscard]] Loose looseIn(const std::vector<Stored>& pairs, std::size_t begin, std::size_t end) const;
    [[nodiscard]] PairNo pairToRefresh(PairNo no) const;
    [[nodiscard]] PairNo childWith(PairNo no, Side side, NodeId node) const;
    [[nodiscard]] PairNo movedTo(NodeId card) const;
    [[nodiscard]] bool refreshLeaf(PairNo no, const Tree& device, const Tree& card, const DiffOptions& options);
    void replaceSubtree(PairNo no, std::vector<Stored> fresh);
    void shiftSiblings(PairNo no, std::int64_t delta);

    std::vector<Stored> m_pairs;
    Loose m_loose;
};

} // namespace dmsc
