// SPDX-License-Identifier: Apache-2.0
#include "model/items/row_filter.h"

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<char, 256> kLower = [] {
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
    return table;
}();

char lower(char c)
{
    return kLower[static_cast<unsigned char>(c)];
}

/// A needle in lower case, looked for without regard to the case of ASCII letters.
class Needle
{
public:
    explicit Needle(const QString& text)
        : m_text(text.toStdString())
    {
        std::transform(m_text.begin(), m_text.end(), m_text.begin(), lower);
    }

    [[nodiscard]] bool empty() const { return m_text.empty(); }

    [[nodiscard]] bool isIn(std::string_view hay) const
    {
        if (hay.size() < m_text.size())
            return false;
        const char* const last = hay.data() + (hay.size() - m_text.size());
        for (const char* at = hay.data(); at <= last; ++at)
            if (lower(*at) == m_text.front() && startsAt(at))
                return true;
        return false;
    }

private:
    [[nodiscard]] bool startsAt(const char* at) const
    {
        for (std::size_t i = 1; i < m_text.size(); ++i)
            if (lower(at[i]) != m_text[i])
                return false;
        return true;
    }

    std::string m_text;
};

bool nodeHas(const Needle& needle, const Tree& tree, NodeId node)
{
    return needle.isIn(tree.name(node)) || needle.isIn(tree.value(node));
}

bool passesStates(const CompareFilter::States& states, PairState state, bool moved)
{
    return states.test(static_cast<std::size_t>(state)) || (moved && states.test(CompareFilter::Moved));
}

/// As StateCounts has it: an interior node whose children all stand in other rows has not become a leaf.
bool countsItself(const Workspace& workspace, PairNo no)
{
    const AlignedTree& aligned = workspace.aligned();
    const PairState state = aligned.state(no);
    if (state != PairState::OnlyDevice && state != PairState::OnlyCard)
        return state != PairState::Same;
    const Side side = state == PairState::OnlyDevice ? Side::Device : Side::Card;
    return workspace.working(side).children(aligned.node(no, side)).empty();
}

std::uint32_t ownDifferences(const Workspace& workspace, PairNo no)
{
    return (countsItself(workspace, no) ? 1U : 0U) + (workspace.aligned().moved(no) ? 1U : 0U);
}

} // namespace

CompareFilter::States CompareFilter::differences()
{
    return States().set().reset(Same);
}

bool CompareFilter::narrows(const CompareFilter& before) const
{
    return !before.isOpen() && (states & ~before.states).none() && text.contains(before.text)
        && (before.uriGlob.isEmpty() || uriGlob == before.uriGlob) && (before.owner.isEmpty() || owner == before.owner);
}

bool matchesGlob(std::string_view pattern, std::string_view uri)
{
    // Greedy, going back to the last star that can take more; ** is tried before *.
    std::size_t p = 0, u = 0;
    std::size_t starP = std::string_view::npos, starU = 0;
    std::size_t deepP = std::string_view::npos, deepU = 0;
    while (u < uri.size() || p < pattern.size()) {
        if (pattern.substr(p).starts_with("**")) {
            p += 2;
            deepP = p;
            deepU = u;
            starP = std::string_view::npos;
        } else if (p < pattern.size() && pattern[p] == '*') {
            starP = ++p;
            starU = u;
        } else if (p < pattern.size() && u < uri.size()
            && (pattern[p] == uri[u] || (pattern[p] == '?' && uri[u] != '/'))) {
            ++p;
            ++u;
        } else if (starP != std::string_view::npos && starU < uri.size() && uri[starU] != '/') {
            p = starP;
            u = ++starU;
        } else if (deepP != std::string_view::npos && deepU < uri.size()) {
            p = deepP;
            u = ++deepU;
            starP = std::string_view::npos;
        } else {
            return false;
        }
    }
    return true;
}

void FilterMarks::clear()
{
    m_active = false;
    m_marks.clear();
    m_differences.clear();
}

void FilterMarks::apply(const CompareFilter& filter, const Workspace& workspace, const Owners* owners)
{
    if (filter.isOpen()) {
        clear();
        return;
    }
    m_active = true;
    m_marks.assign(workspace.aligned().size(), kSelf);
    markMatches(filter, workspace, owners);
}

void FilterMarks::narrow(const CompareFilter& filter, const Workspace& workspace, const Owners* owners)
{
    markMatches(filter, workspace, owners);
}

void FilterMarks::markMatches(const CompareFilter& filter, const Workspace& workspace, const Owners* owners)
{
    m_differences.assign(workspace.aligned().size(), 0);
    ask(filter, workspace);
    if (!filter.uriGlob.isEmpty())
        askGlob(filter.uriGlob.toStdString(), workspace);
    if (!filter.owner.isEmpty())
        askOwner(filter.owner.toStdString(), workspace, owners != nullptr ? *owners : Owners());
    rollUp(workspace);
}

void FilterMarks::ask(const CompareFilter& filter, const Workspace& workspace)
{
    const AlignedTree& aligned = workspace.aligned();
    const Tree& device = workspace.working(Side::Device);
    const Tree& card = workspace.working(Side::Card);
    const Needle needle(filter.text);
    const auto size = static_cast<std::uint32_t>(aligned.size());
    for (std::uint32_t i = 0; i < size; ++i) {
        const PairNo no{i};
        const bool asked = (m_marks[i] & kSelf) != 0;
        m_marks[i] = 0;
        if (!asked)
            continue;
        const PairState state = aligned.state(no);
        const bool moved = aligned.moved(no);
        if (!passesStates(filter.states, state, moved))
            continue;
        bool found = needle.empty();
        if (const NodeId node = aligned.node(no, Side::Device); !found && node != kNoNode)
            found = nodeHas(needle, device, node);
        // The card's text is another one only where something differs.
        const bool sameText = state == PairState::Same && !moved;
        if (const NodeId node = aligned.node(no, Side::Card); !found && !sameText && node != kNoNode)
            found = nodeHas(needle, card, node);
        m_marks[i] = found ? kSelf : 0;
    }
}

void FilterMarks::askGlob(std::string_view glob, const Workspace& workspace)
{
    const AlignedTree& aligned = workspace.aligned();
    std::string pattern = glob.starts_with("./") || glob == "." || glob.starts_with("*") ? "" : "./";
    pattern += glob;
    std::string uri;
    std::array<std::size_t, 256> lengths{}; // of the URI at each depth
    std::uint32_t matchedUntil = 0;
    const auto size = static_cast<std::uint32_t>(aligned.size());
    for (std::uint32_t i = 0; i < size; ++i) {
        const PairNo no{i};
        const std::size_t depth = std::min<std::size_t>(aligned.depth(no), lengths.size() - 1);
        const Side side = aligned.node(no, Side::Device) != kNoNode ? Side::Device : Side::Card;
        uri.resize(depth == 0 ? 0 : lengths[depth - 1]);
        if (depth > 0)
            uri += '/';
        uri += workspace.working(side).name(aligned.node(no, side));
        lengths[depth] = uri.size();
        if (i < matchedUntil)
            continue; // what is below a match passes with it
        if (matchesGlob(pattern, uri)
            || (aligned.moved(no) && matchesGlob(pattern, workspace.uriOn(Side::Card, no).text())))
            matchedUntil = i + aligned.subtreeSize(no);
        else
            m_marks[i] = 0;
    }
}

void FilterMarks::askOwner(const std::string& owner, const Workspace& workspace, const Owners& owners)
{
    enum Told : std::uint8_t { Inherits, Another, This };
    const AlignedTree& aligned = workspace.aligned();
    const Tree& card = workspace.working(Side::Card);
    std::vector<std::uint8_t> told(card.idEnd(), Inherits); // by NodeId
    const auto tell = [&](const Uri& uri, Told how) {
        if (const NodeId node = card.find(uri); node != kNoNode)
            told[index(node)] = how;
    };
    for (const auto& [uri, name] : owners.told())
        tell(uri, name == owner ? This : Another);
    // What the plan adds is nobody's yet.
    for (const Operation& operation : workspace.plan().operations())
        if (operation.side == Side::Card && operation.kind == Operation::Kind::Add)
            tell(operation.uri, Another);
    const auto size = static_cast<std::uint32_t>(aligned.size());
    std::vector<std::uint8_t> owned(size, Another); // by pair; a parent comes before its children
    for (std::uint32_t i = 0; i < size; ++i) {
        const PairNo no{i};
        const NodeId node = aligned.node(no, Side::Card);
        const std::uint8_t own = node == kNoNode ? std::uint8_t(Another) : told[index(node)];
        if (own != Inherits)
            owned[i] = own;
        else if (aligned.moved(no)) // hangs elsewhere on the card
            owned[i] = owners.of(card.uri(node)) == owner ? This : Another;
        else
            owned[i] = i == 0 ? std::uint8_t(Another) : owned[index(aligned.parent(no))];
        if (node == kNoNode || owned[i] != This)
            m_marks[i] = 0;
    }
}

void FilterMarks::rollUp(const Workspace& workspace)
{
    const AlignedTree& aligned = workspace.aligned();
    for (std::uint32_t i = static_cast<std::uint32_t>(aligned.size()); i-- > 1;) {
        if (m_marks[i] == 0)
            continue;
        if ((m_marks[i] & kSelf) != 0)
            m_differences[i] += ownDifferences(workspace, PairNo{i});
        const std::uint32_t parent = index(aligned.parent(PairNo{i}));
        m_marks[parent] |= kBelow;
        m_differences[parent] += m_differences[i];
    }
    if (!m_marks.empty() && (m_marks[0] & kSelf) != 0)
        m_differences[0] += ownDifferences(workspace, kRootPair);
}

} // namespace dmsc
