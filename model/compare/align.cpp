// SPDX-License-Identifier: Apache-2.0
#include "model/compare/align.h"

#include "model/compare/comparison.h"
#include "model/tree/large_pages.h"

#include <algorithm>

namespace dmsc {

namespace {

template <class Change> void eachCount(StateCounts& a, const StateCounts& b, Change change)
{
    change(a.valueDiffers, b.valueDiffers);
    change(a.propertiesDiffer, b.propertiesDiffer);
    change(a.onlyDevice, b.onlyDevice);
    change(a.onlyCard, b.onlyCard);
    change(a.moved, b.moved);
}

/// Of a pair of one kind that has both sides.
PairState stateOf(const Tree& device, NodeId d, const Tree& card, NodeId c, const DiffOptions& options)
{
    if (!sameText(device.value(d), card.value(c)))
        return PairState::ValueDiffers;
    return propertiesDiffer(device, d, card, c, options) ? PairState::PropertiesDiffer : PairState::Same;
}

} // namespace

StateCounts& StateCounts::operator+=(const StateCounts& other)
{
    eachCount(*this, other, [](std::uint32_t& a, std::uint32_t b) { a += b; });
    return *this;
}

StateCounts& StateCounts::operator-=(const StateCounts& other)
{
    eachCount(*this, other, [](std::uint32_t& a, std::uint32_t b) { a -= b; });
    return *this;
}

/// Writes the pairs of one subtree in preorder.
class AlignedTree::Builder
{
public:
    Builder(const Tree& device, const Tree& card, const DiffOptions& options, const Moves& moves)
        : m_device(device)
        , m_card(card)
        , m_options(options)
        , m_moves(moves)
    {
    }

    [[nodiscard]] std::vector<Stored> build(NodeId device, NodeId card, std::uint16_t depth, std::size_t expected)
    {
        m_pairs.reserve(expected);
        preferLargePages(m_pairs);
        both(device, card, 0, depth, false);
        return std::move(m_pairs);
    }

private:
    std::size_t begin(NodeId device, NodeId card, std::size_t parent, std::uint16_t depth)
    {
        const std::size_t place = m_pairs.size();
        Stored& pair = m_pairs.emplace_back();
        pair.device = device;
        pair.card = card;
        pair.parentDelta = static_cast<std::uint32_t>(place - parent);
        pair.depth = depth;
        return place;
    }

    void end(std::size_t place, std::size_t parent)
    {
        Stored& pair = m_pairs[place];
        pair.size = static_cast<std::uint32_t>(m_pairs.size() - place);
        if (place != parent)
            m_pairs[parent].counts += pair.counts;
    }

    void both(NodeId device, NodeId card, std::size_t parent, std::uint16_t depth, bool moved)
    {
        const std::size_t place = begin(device, card, parent, depth);
        Stored& pair = m_pairs[place];
        const bool interior = m_device.isInterior(device);
        pair.state = stateOf(m_device, device, m_card, card, m_options);
        pair.counts.valueDiffers = pair.state == PairState::ValueDiffers ? 1 : 0;
        pair.counts.propertiesDiffer = pair.state == PairState::PropertiesDiffer ? 1 : 0;
        if (moved) {
            pair.flags = kMoved | kLooseDevice | kLooseCard;
            pair.counts.moved = 1;
        }
        if (interior) {
            if (m_options.matchMos && typesClash(m_device, device, m_card, card))
                pair.flags |= kLooseDevice | kLooseCard;
            children(device, card, place, static_cast<std::uint16_t>(depth + 1));
        }
        end(place, parent);
    }

    void children(NodeId device, NodeId card, std::size_t place, std::uint16_t depth)
    {
        const auto left = m_device.children(device);
        const auto right = m_card.children(card);
        auto l = left.begin();
        auto r = right.begin();
        while (l != left.end() && r != right.end()) {
            const bool namesakes = sameText(m_device.name(*l), m_card.name(*r));
            if (namesakes && belongTogether(*l, *r)) {
                both(*l++, *r++, place, depth, false);
                continue;
            }
            const int order = namesakes ? 0 : m_device.name(*l).compare(m_card.name(*r));
            if (order <= 0)
                onlyDevice(*l++, place, depth, false);
            if (order >= 0)
                onlyCard(*r++, place, depth, false);
        }
        while (l != left.end())
            onlyDevice(*l++, place, depth, false);
        while (r != right.end())
            onlyCard(*r++, place, depth, false);
    }

    [[nodiscard]] bool belongTogether(NodeId device, NodeId card) const
    {
        return m_device.isInterior(device) == m_card.isInterior(card)
            && (m_moves.empty() || (m_moves.rightOf(device) == kNoNode && m_moves.leftOf(card) == kNoNode));
    }

    void onlyDevice(NodeId device, std::size_t parent, std::uint16_t depth, bool inMo)
    {
        if (const NodeId card = m_moves.rightOf(device); card != kNoNode) {
            both(device, card, parent, depth, true);
            return;
        }
        const std::size_t place = begin(device, kNoNode, parent, depth);
        const bool mo = isMo(m_device, device);
        Stored& pair = m_pairs[place];
        pair.state = PairState::OnlyDevice;
        pair.counts.onlyDevice = m_device.children(device).empty() ? 1 : 0;
        pair.flags = mo && !inMo ? kLooseDevice : 0;
        for (const NodeId below : m_device.children(device))
            onlyDevice(below, place, static_cast<std::uint16_t>(depth + 1), inMo || mo);
        end(place, parent);
    }

    void onlyCard(NodeId card, std::size_t parent, std::uint16_t depth, bool inMo)
    {
        if (m_moves.leftOf(card) != kNoNode)
            return;
        const std::size_t place = begin(kNoNode, card, parent, depth);
        const bool mo = isMo(m_card, card);
        Stored& pair = m_pairs[place];
        pair.state = PairState::OnlyCard;
        pair.counts.onlyCard = m_card.children(card).empty() ? 1 : 0;
        pair.flags = mo && !inMo ? kLooseCard : 0;
        for (const NodeId below : m_card.children(card))
            onlyCard(below, place, static_cast<std::uint16_t>(depth + 1), inMo || mo);
        end(place, parent);
    }

    [[nodiscard]] static bool isMo(const Tree& tree, NodeId node)
    {
        return tree.isInterior(node) && !tree.type(node).empty();
    }

    const Tree& m_device;
    const Tree& m_card;
    const DiffOptions& m_options;
    const Moves& m_moves;
    std::vector<Stored> m_pairs;
};

AlignedTree AlignedTree::align(const Tree& device, const Tree& card, const DiffOptions& options)
{
    Comparison comparison(device, card, options);
    comparison.run(Tree::root(), Tree::root());
    AlignedTree aligned;
    aligned.m_pairs = Builder(device, card, options, comparison.moves())
                          .build(Tree::root(), Tree::root(), 0, std::max(device.size(), card.size()));
    aligned.m_loose = aligned.looseIn(aligned.m_pairs, 0, aligned.m_pairs.size());
    return aligned;
}

AlignedTree::Pair AlignedTree::at(PairNo no) const
{
    const Stored& p = m_pairs[index(no)];
    return {p.device, p.card, index(no) + p.size, index(no) - p.parentDelta, p.counts, p.depth, p.state, moved(no)};
}

AlignedTree::Loose AlignedTree::looseIn(const std::vector<Stored>& pairs, std::size_t begin, std::size_t end) const
{
    Loose loose;
    for (std::size_t i = begin; i < end; ++i) {
        loose.device += (pairs[i].flags & kLooseDevice) != 0 ? 1 : 0;
        loose.card += (pairs[i].flags & kLooseCard) != 0 ? 1 : 0;
    }
    return loose;
}

PairNo AlignedTree::childWith(PairNo no, Side side, NodeId node) const
{
    const std::uint32_t end = index(no) + subtreeSize(no);
    for (std::uint32_t i = index(no) + 1; i < end; i += m_pairs[i].size)
        if (this->node(PairNo{i}, side) == node)
            return PairNo{i};
    return kNoPair;
}

PairNo AlignedTree::find(Side side, NodeId node, const Tree& tree) const
{
    std::vector<NodeId> path;
    PairNo from = kRootPair;
    for (; node != Tree::root(); node = tree.parent(node))
        path.push_back(node);
    for (auto next = path.rbegin(); next != path.rend(); ++next) {
        const PairNo below = from == kNoPair ? kNoPair : childWith(from, side, *next);
        from = below != kNoPair || side == Side::Device ? below : movedTo(*next);
    }
    return from;
}

PairNo AlignedTree::nextDifference(PairNo from) const
{
    std::size_t i = index(from) + std::size_t{1};
    while (i < m_pairs.size()) {
        const Stored& pair = m_pairs[i];
        if (pair.state != PairState::Same || (pair.flags & kMoved) != 0)
            return PairNo{static_cast<std::uint32_t>(i)};
        i += pair.counts.total() == 0 ? pair.size : 1;
    }
    return kNoPair;
}

PairNo AlignedTree::previousDifference(PairNo from) const
{
    for (std::uint32_t i = index(from); i-- > 0;) {
        const Stored& pair = m_pairs[i];
        if (pair.state != PairState::Same || (pair.flags & kMoved) != 0)
            return PairNo{i};
    }
    return kNoPair;
}

PairNo AlignedTree::movedTo(NodeId card) const
{
    std::uint32_t i = 0;
    while (i < m_pairs.size()) {
        const Stored& pair = m_pairs[i];
        if ((pair.flags & kMoved) != 0 && pair.card == card)
            return PairNo{i};
        i += pair.counts.moved == 0 ? pair.size : 1;
    }
    return kNoPair;
}

PairNo AlignedTree::pairToRefresh(PairNo no) const
{
    // What hangs on one side only or was paired by content may pair otherwise after a change in it.
    PairNo start = no;
    for (PairNo above = no; above != kRootPair; above = parent(above)) {
        const Stored& pair = m_pairs[index(above)];
        if (pair.size == 1 || pair.device == kNoNode || pair.card == kNoNode || (pair.flags & kMoved) != 0)
            start = parent(above);
    }
    return start;
}

bool AlignedTree::refreshLeaf(PairNo no, const Tree& device, const Tree& card, const DiffOptions& options)
{
    Stored& leaf = m_pairs[index(no)];
    const bool bothLeaves = leaf.size == 1 && device.contains(leaf.device) && card.contains(leaf.card)
        && !device.isInterior(leaf.device) && !card.isInterior(leaf.card);
    if (!bothLeaves)
        return false;
    for (PairNo above = no; above != kRootPair; above = parent(above))
        if (m_pairs[index(above)].flags != 0) // its value may tell which pairs belong together
            return false;
    const StateCounts old = leaf.counts;
    leaf.state = stateOf(device, leaf.device, card, leaf.card, options);
    leaf.counts.valueDiffers = leaf.state == PairState::ValueDiffers ? 1 : 0;
    leaf.counts.propertiesDiffer = leaf.state == PairState::PropertiesDiffer ? 1 : 0;
    for (PairNo above = no; above != kRootPair;) {
        above = parent(above);
        m_pairs[index(above)].counts -= old;
        m_pairs[index(above)].counts += leaf.counts;
    }
    return true;
}

PairNo AlignedTree::refresh(PairNo no, const Tree& device, const Tree& card, const DiffOptions& options)
{
    if (refreshLeaf(no, device, card, options))
        return no;
    no = pairToRefresh(no);
    const Stored old = m_pairs[index(no)];
    const bool canPair = device.contains(old.device) && card.contains(old.card) && device.isInterior(old.device)
        && card.isInterior(old.card);
    // A pair that moved stands elsewhere than its card node: either may lie in what changed.
    const bool anyMoved = m_pairs.front().counts.moved != 0;
    if (no == kRootPair || !canPair || anyMoved) {
        *this = align(device, card, options);
        return kRootPair;
    }
    Comparison comparison(device, card, options);
    comparison.run(old.device, old.card);
    std::vector<Stored> fresh =
        Builder(device, card, options, comparison.moves()).build(old.device, old.card, old.depth, old.size);
    const Loose before = looseIn(m_pairs, index(no), index(no) + old.size);
    const Loose after = looseIn(fresh, 0, fresh.size());
    const Loose outside{m_loose.device - before.device, m_loose.card - before.card};
    const Loose inside{before.device + after.device, before.card + after.card};
    if ((outside.device != 0 && inside.card != 0) || (outside.card != 0 && inside.device != 0)) {
        *this = align(device, card, options);
        return kRootPair;
    }
    m_loose = {outside.device + after.device, outside.card + after.card};
    replaceSubtree(no, std::move(fresh));
    return no;
}

void AlignedTree::replaceSubtree(PairNo no, std::vector<Stored> fresh)
{
    const std::uint32_t oldSize = subtreeSize(no);
    const StateCounts oldCounts = m_pairs[index(no)].counts;
    const StateCounts newCounts = fresh.front().counts;
    fresh.front().parentDelta = m_pairs[index(no)].parentDelta;
    const auto delta = static_cast<std::int64_t>(fresh.size()) - oldSize;
    if (delta != 0)
        shiftSiblings(no, delta);
    for (PairNo above = no; above != kRootPair;) {
        above = parent(above);
        Stored& pair = m_pairs[index(above)];
        pair.size = static_cast<std::uint32_t>(pair.size + delta);
        pair.counts -= oldCounts;
        pair.counts += newCounts;
    }
    const auto first = m_pairs.begin() + index(no);
    const auto common = static_cast<std::ptrdiff_t>(std::min<std::size_t>(oldSize, fresh.size()));
    std::copy_n(fresh.begin(), common, first);
    if (delta < 0)
        m_pairs.erase(first + common, first + oldSize);
    else
        m_pairs.insert(first + common, fresh.begin() + common, fresh.end());
}

void AlignedTree::shiftSiblings(PairNo no, std::int64_t delta)
{
    for (PairNo from = no; from != kRootPair; from = parent(from)) {
        const PairNo above = parent(from);
        const std::uint32_t end = index(above) + subtreeSize(above);
        for (std::uint32_t i = index(from) + subtreeSize(from); i < end; i += m_pairs[i].size)
            m_pairs[i].parentDelta = static_cast<std::uint32_t>(m_pairs[i].parentDelta + delta);
    }
}

} // namespace dmsc
