// SPDX-License-Identifier: Apache-2.0
#include "model/compare/comparison.h"

#include "model/compare/mo_match.h"

#include <algorithm>
#include <map>

namespace dmsc {

namespace {

constexpr std::string_view kDefaultLeafType = "text/plain";

/// An empty Type of a leaf means text/plain (TND 8.3.7.7).
std::string_view meantType(const Tree& tree, NodeId id)
{
    const std::string_view type = tree.type(id);
    return type.empty() && !tree.isInterior(id) ? kDefaultLeafType : type;
}

bool typeDiffers(const Tree& left, NodeId l, const Tree& right, NodeId r)
{
    if (!left.hasType(l) && !right.hasType(r))
        return false;
    return !sameText(left.type(l), right.type(r)) && meantType(left, l) != meantType(right, r);
}

/// Is what a node holds enough to know it by under another name? A bool and a short value are alike by chance.
bool isTelling(const Tree& tree, NodeId id)
{
    constexpr std::size_t kLikelyByChance = 3;
    if (tree.isInterior(id))
        return !tree.children(id).empty();
    return tree.format(id) != Format::Bool && tree.value(id).size() > kLikelyByChance;
}

} // namespace

bool typesClash(const Tree& left, NodeId l, const Tree& right, NodeId r)
{
    return left.hasType(l) && right.hasType(r) && !sameText(left.type(l), right.type(r));
}

bool propertyDiffers(
    Property property, const Tree& left, NodeId l, const Tree& right, NodeId r, const DiffOptions& options)
{
    switch (property) {
    case Property::Value:
        return !sameText(left.value(l), right.value(r));
    case Property::Format:
        return left.format(l) != right.format(r);
    case Property::Type:
        return typeDiffers(left, l, right, r);
    case Property::Acl:
        return !options.ignoreAcl && left.acl(l) != right.acl(r);
    case Property::Title:
        return !options.ignoreTitle && left.title(l) != right.title(r);
    case Property::Name:
        return left.name(l) != right.name(r);
    }
    return false;
}

bool propertiesDiffer(const Tree& left, NodeId l, const Tree& right, NodeId r, const DiffOptions& options)
{
    if (left.format(l) != right.format(r) || typeDiffers(left, l, right, r))
        return true;
    return (left.hasRareProperties(l) || right.hasRareProperties(r))
        && (propertyDiffers(Property::Acl, left, l, right, r, options)
            || propertyDiffers(Property::Title, left, l, right, r, options));
}

void Moves::add(NodeId left, NodeId right)
{
    m_toRight.emplace(index(left), right);
    m_toLeft.emplace(index(right), left);
}

NodeId Moves::find(const Map& map, NodeId id)
{
    if (map.empty())
        return kNoNode;
    const auto found = map.find(index(id));
    return found == map.end() ? kNoNode : found->second;
}

Comparison::Comparison(const Tree& left, const Tree& right, const DiffOptions& options)
    : m_left(left)
    , m_right(right)
    , m_options(options)
{
}

void Comparison::run(NodeId left, NodeId right)
{
    m_top = walk(left, right);
    resolve(m_top);
}

Comparison::Range Comparison::walk(NodeId left, NodeId right)
{
    const std::size_t begin = m_steps.size();
    if (!pruned(left, right))
        comparePair(left, right);
    return {begin, m_steps.size()};
}

bool Comparison::pruned(NodeId left, NodeId right) const
{
    const Digest* l = m_left.contentDigest(left);
    const Digest* r = m_right.contentDigest(right);
    return l && r && *l == *r && (m_options.ignoreAcl || *m_left.aclDigest(left) == *m_right.aclDigest(right));
}

void Comparison::comparePair(NodeId left, NodeId right)
{
    compareProperties(left, right);
    compareChildren(left, right);
}

void Comparison::compareProperties(NodeId left, NodeId right)
{
    if (!propertiesDiffer(m_left, left, m_right, right, m_options))
        return;
    for (const Property property : {Property::Format, Property::Type, Property::Acl, Property::Title})
        if (propertyDiffers(property, m_left, left, m_right, right, m_options))
            m_steps.push_back({Step::Kind::Changed, property, left, right});
}

void Comparison::compareLeaves(NodeId left, NodeId right)
{
    compareProperties(left, right);
    if (!sameText(m_left.value(left), m_right.value(right)))
        m_steps.push_back({Step::Kind::Changed, Property::Value, left, right});
}

bool Comparison::compareByDigests(NodeId left, NodeId right)
{
    const auto l = m_left.childDigests(left);
    const auto r = m_right.childDigests(right);
    if (l.empty() || l.size() != r.size() || l.front() != r.front())
        return false;
    std::vector<std::pair<NodeId, NodeId>> unlike;
    for (std::size_t i = 1; i < l.size(); ++i)
        if (l[i] != r[i])
            unlike.emplace_back(m_left.children(left)[i - 1], m_right.children(right)[i - 1]);
    const auto sameKind = [this](const auto& pair) {
        return m_left.isInterior(pair.first) == m_right.isInterior(pair.second);
    };
    if (!std::all_of(unlike.begin(), unlike.end(), sameKind))
        return false;
    for (const auto& pair : unlike)
        compareNamesakes(pair.first, pair.second);
    return true;
}

void Comparison::compareChildren(NodeId left, NodeId right)
{
    if (compareByDigests(left, right))
        return;
    const auto leftList = m_left.children(left);
    const auto rightList = m_right.children(right);
    std::vector<NodeId> onlyLeft, onlyRight; // a rename may be among them
    const auto addLeft = [&](NodeId id) {
        m_steps.push_back({Step::Kind::OnlyLeft, Property::Value, id, kNoNode});
        if (isTelling(m_left, id))
            onlyLeft.push_back(id);
    };
    const auto addRight = [&](NodeId id) {
        m_steps.push_back({Step::Kind::OnlyRight, Property::Value, kNoNode, id});
        if (isTelling(m_right, id))
            onlyRight.push_back(id);
    };
    auto l = leftList.begin();
    auto r = rightList.begin();
    while (l != leftList.end() && r != rightList.end()) {
        const std::string_view leftName = m_left.name(*l);
        const std::string_view rightName = m_right.name(*r);
        if (sameText(leftName, rightName)) {
            if (m_left.isInterior(*l) != m_right.isInterior(*r)) {
                addLeft(*l);
                addRight(*r);
            } else {
                compareNamesakes(*l, *r);
            }
            ++l;
            ++r;
        } else if (leftName < rightName) {
            addLeft(*l++);
        } else {
            addRight(*r++);
        }
    }
    while (l != leftList.end())
        addLeft(*l++);
    while (r != rightList.end())
        addRight(*r++);
    if (m_options.findRenames && !onlyLeft.empty() && !onlyRight.empty())
        findRenames(onlyLeft, onlyRight);
}

void Comparison::compareNamesakes(NodeId left, NodeId right)
{
    if (!m_left.isInterior(left))
        compareLeaves(left, right);
    else if (m_options.matchMos && typesClash(m_left, left, m_right, right))
        m_steps.push_back({Step::Kind::TypeClash, Property::Type, left, right});
    else if (!pruned(left, right))
        comparePair(left, right);
}

void Comparison::findRenames(const std::vector<NodeId>& left, const std::vector<NodeId>& right)
{
    struct Candidates
    {
        std::vector<NodeId> left, right;
    };
    Hasher hasher;
    std::map<Digest, Candidates> byContent;
    for (const NodeId id : left)
        byContent[m_left.computeContentDigest(id, hasher)].left.push_back(id);
    for (const NodeId id : right) {
        const auto same = byContent.find(m_right.computeContentDigest(id, hasher));
        if (same != byContent.end())
            same->second.right.push_back(id);
    }
    for (const auto& entry : byContent)
        if (entry.second.left.size() == 1 && entry.second.right.size() == 1)
            m_moves.add(entry.second.left.front(), entry.second.right.front());
}

void Comparison::resolve(Range steps)
{
    if (m_options.matchMos)
        matchMos(steps);
    // By index: walking the inside of a pair adds steps behind these.
    for (std::size_t i = steps.begin; i < steps.end; ++i) {
        const Step step = m_steps[i];
        if (step.kind == Step::Kind::OnlyLeft && !m_moves.empty()) {
            walkMoved(m_left, step.left);
        } else if (step.kind == Step::Kind::TypeClash) {
            if (isSplit(step.left)) {
                walkMoved(m_left, step.left);
                continue;
            }
            const Range inner = walk(step.left, step.right);
            m_inner.emplace(index(step.left), inner);
            resolve(inner);
        }
    }
}

void Comparison::walkMoved(const Tree& tree, NodeId left)
{
    if (const NodeId right = m_moves.rightOf(left); right != kNoNode) {
        const Range inner = walk(left, right);
        m_inner.emplace(index(left), inner);
        resolve(inner);
        return;
    }
    for (const NodeId below : tree.children(left))
        walkMoved(tree, below);
}

void Comparison::matchMos(Range steps)
{
    std::vector<NodeId> leftMos, rightMos;
    for (std::size_t i = steps.begin; i < steps.end; ++i) {
        const Step& step = m_steps[i];
        if (step.kind == Step::Kind::Changed)
            continue;
        if (step.left != kNoNode && m_moves.rightOf(step.left) == kNoNode)
            collectMos(m_left, step.left, leftMos);
        if (step.right != kNoNode && m_moves.leftOf(step.right) == kNoNode)
            collectMos(m_right, step.right, rightMos);
    }
    if (leftMos.empty() || rightMos.empty())
        return;
    for (const auto& pair : dmsc::matchMos(m_left, leftMos, m_right, rightMos))
        m_moves.add(pair.first, pair.second);
    for (std::size_t i = steps.begin; i < steps.end; ++i) {
        const Step& step = m_steps[i];
        if (step.kind == Step::Kind::TypeClash
            && (m_moves.rightOf(step.left) != kNoNode || m_moves.leftOf(step.right) != kNoNode))
            m_split.insert(index(step.left));
    }
}

std::vector<Difference> Comparison::differences() const
{
    std::vector<Difference> out;
    emitRange(m_top, out);
    return out;
}

void Comparison::emitRange(Range steps, std::vector<Difference>& out) const
{
    for (std::size_t i = steps.begin; i < steps.end; ++i) {
        const Step& step = m_steps[i];
        switch (step.kind) {
        case Step::Kind::Changed:
            out.push_back({Operation::Kind::Replace, step.property, step.left, step.right});
            break;
        case Step::Kind::OnlyLeft:
            emitLeft(step.left, out);
            break;
        case Step::Kind::OnlyRight:
            emitRight(step.right, out);
            break;
        case Step::Kind::TypeClash:
            if (isSplit(step.left)) {
                emitLeft(step.left, out);
                emitRight(step.right, out);
            } else {
                emitRange(m_inner.at(index(step.left)), out);
            }
            break;
        }
    }
}

void Comparison::emitLeft(NodeId left, std::vector<Difference>& out) const
{
    if (const NodeId right = m_moves.rightOf(left); right != kNoNode) {
        out.push_back({Operation::Kind::Replace, Property::Name, left, right});
        emitRange(m_inner.at(index(left)), out);
        return;
    }
    if (m_left.children(left).empty())
        out.push_back({Operation::Kind::Delete, Property::Value, left, kNoNode});
    for (const NodeId below : m_left.children(left))
        emitLeft(below, out);
}

void Comparison::emitRight(NodeId right, std::vector<Difference>& out) const
{
    if (m_moves.leftOf(right) != kNoNode)
        return;
    if (m_right.children(right).empty())
        out.push_back({Operation::Kind::Add, Property::Value, kNoNode, right});
    for (const NodeId below : m_right.children(right))
        emitRight(below, out);
}

} // namespace dmsc
