// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/diff.h"

#include <cstddef>
#include <cstring>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dmsc {

/// Do two nodes of one kind (both leaves or both interior) differ in this property? Name and children do not count.
[[nodiscard]] bool propertyDiffers(
    Property property, const Tree& left, NodeId l, const Tree& right, NodeId r, const DiffOptions& options);
/// Whether two texts are equal; made for millions of short ones.
[[nodiscard]] inline bool sameText(std::string_view a, std::string_view b)
{
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    const std::size_t size = a.size();
    if (size != b.size())
        return false;
    if (size < kWord || size > 4 * kWord)
        return size == 0 || (a.front() == b.front() && std::memcmp(a.data(), b.data(), size) == 0);
    const auto differs = [&](std::size_t at) {
        std::uint64_t l = 0, r = 0;
        std::memcpy(&l, a.data() + at, kWord);
        std::memcpy(&r, b.data() + at, kWord);
        return l != r;
    };
    for (std::size_t at = 0; at + kWord < size; at += kWord)
        if (differs(at))
            return false;
    return !differs(size - kWord);
}
/// Does any property but the value differ?
[[nodiscard]] bool propertiesDiffer(
    const Tree& left, NodeId l, const Tree& right, NodeId r, const DiffOptions& options);

/// Two interior nodes that are roots of MOs, and not of one kind.
[[nodiscard]] bool typesClash(const Tree& left, NodeId l, const Tree& right, NodeId r);

/// Pairs of nodes that belong together although their URIs differ: moved MOs and renamed nodes.
class Moves
{
public:
    [[nodiscard]] bool empty() const { return m_toRight.empty(); }
    [[nodiscard]] NodeId rightOf(NodeId left) const { return find(m_toRight, left); }
    [[nodiscard]] NodeId leftOf(NodeId right) const { return find(m_toLeft, right); }
    void add(NodeId left, NodeId right);

private:
    using Map = std::unordered_map<std::uint32_t, NodeId>;
    [[nodiscard]] static NodeId find(const Map& map, NodeId id);

    Map m_toRight, m_toLeft;
};

/// The walk over two trees that diff() and AlignedTree share: finds what differs by URI, then pairs what stands alone
/// on either side by MO identifier and by content.
class Comparison
{
public:
    Comparison(const Tree& left, const Tree& right, const DiffOptions& options);

    void run(NodeId left, NodeId right); ///< both interior
    [[nodiscard]] const Moves& moves() const { return m_moves; }
    [[nodiscard]] std::vector<Difference> differences() const;

private:
    /// One thing found on the way, in document order.
    struct Step
    {
        enum class Kind : std::uint8_t { Changed, OnlyLeft, OnlyRight, TypeClash };
        Kind kind;
        Property property; // Changed
        NodeId left;
        NodeId right;
    };
    struct Range
    {
        std::size_t begin;
        std::size_t end;
    };

    void comparePair(NodeId left, NodeId right);
    void compareChildren(NodeId left, NodeId right);
    void compareNamesakes(NodeId left, NodeId right);
    /// The children by their short digests, without looking at those that are alike; false where that cannot be.
    bool compareByDigests(NodeId left, NodeId right);
    void compareProperties(NodeId left, NodeId right);
    void compareLeaves(NodeId left, NodeId right);
    /// Nodes at one URI whose Types name different MOs and of which one belongs elsewhere: not a pair.
    [[nodiscard]] bool isSplit(NodeId left) const { return m_split.contains(index(left)); }
    [[nodiscard]] bool pruned(NodeId left, NodeId right) const;
    void findRenames(const std::vector<NodeId>& left, const std::vector<NodeId>& right);
    Range walk(NodeId left, NodeId right);
    void resolve(Range steps);
    void matchMos(Range steps);
    void walkMoved(const Tree& tree, NodeId left);
    void emitRange(Range steps, std::vector<Difference>& out) const;
    void emitLeft(NodeId left, std::vector<Difference>& out) const;
    void emitRight(NodeId right, std::vector<Difference>& out) const;

    const Tree& m_left;
    const Tree& m_right;
    DiffOptions m_options;
    std::vector<Step> m_steps;
    Range m_top{0, 0};
    std::unordered_map<std::uint32_t, Range> m_inner; // by left node: what differs inside a moved or clashing pair
    std::unordered_set<std::uint32_t> m_split; // left nodes
    Moves m_moves;
};

} // namespace dmsc
