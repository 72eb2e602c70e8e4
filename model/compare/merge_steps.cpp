// SPDX-License-Identifier: Apache-2.0
#include "model/compare/merge_steps.h"

#include "model/compare/comparison.h"
#include "model/tree/limits.h"
#include "model/uicc/secret_type.h"

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

constexpr Property kPlainProperties[] = {Property::Type, Property::Title, Property::Acl};

std::size_t at(Version version)
{
    return static_cast<std::size_t>(version);
}

Operation operationFor(Version side, Operation::Kind kind, Uri uri)
{
    Operation operation;
    operation.side = sideOf(side);
    operation.kind = kind;
    operation.uri = std::move(uri);
    return operation;
}

void append(std::vector<Operation>& out, std::vector<Operation>& more)
{
    std::move(more.begin(), more.end(), std::back_inserter(out));
    more.clear();
}

} // namespace

MergeSteps::MergeSteps(const std::array<const Tree*, 3>& trees)
    : m_trees(trees)
{
}

void MergeSteps::settle(const MergeSpot& spot, Version side, Version from)
{
    if (side == from)
        return;
    if (!spot.here.has(from))
        remove(spot, side);
    else if (!spot.here.has(side))
        add(spot, side, from);
    else
        equalise(side, spot.here[side], from, spot.here[from]);
}

void MergeSteps::remove(const MergeSpot& spot, Version side)
{
    const NodeId node = spot.here[side];
    if (node == kNoNode)
        return;
    pushDelete(spot.isMoRoot() ? m_gone : m_changes, side, node);
    if (spot.isMoRoot())
        m_goneRoots.at(at(side)).insert(index(node));
}

void MergeSteps::add(const MergeSpot& spot, Version side, Version from)
{
    const NodeId source = spot.here[from];
    if (spot.isMoRoot()) {
        m_newMos.push_back({side, from, source, from == opposite(side)});
        return;
    }
    pushAdd(m_changes, side, tree(side).uri(spot.above[side]).child(tree(from).name(source)), from, source);
}

void MergeSteps::pushDelete(std::vector<Operation>& out, Version side, NodeId node) const
{
    Operation operation = operationFor(side, Operation::Kind::Delete, tree(side).uri(node));
    operation.removed = takeSubtree(tree(side), node);
    out.push_back(std::move(operation));
}

void MergeSteps::pushAdd(std::vector<Operation>& out, Version side, Uri uri, Version from, NodeId source) const
{
    Operation operation = operationFor(side, Operation::Kind::Add, std::move(uri));
    operation.added = takeSubtree(tree(from), source);
    out.push_back(std::move(operation));
}

void MergeSteps::replace(
    Version side, NodeId node, Property property, std::string before, std::string after, bool secret)
{
    if (before == after)
        return;
    Operation operation = operationFor(side, Operation::Kind::Replace, tree(side).uri(node));
    operation.property = property;
    operation.before = std::move(before);
    operation.after = std::move(after);
    operation.secret = secret;
    (property == Property::Acl ? m_acls : m_changes).push_back(std::move(operation));
}

void MergeSteps::set(Version side, NodeId node, Property property, Version from, NodeId source)
{
    const bool secret = property == Property::Value && (isSecret(tree(side), node) || isSecret(tree(from), source));
    replace(side, node, property, propertyText(property, tree(side), node), propertyText(property, tree(from), source),
        secret);
}

void MergeSteps::clear(Version side, NodeId node, Property property)
{
    replace(side, node, property, propertyText(property, tree(side), node), {}, false);
}

void MergeSteps::setContent(
    Version side, NodeId node, Version valueFrom, NodeId valueNode, Version formFrom, NodeId formNode)
{
    const bool valueFirst = checkValue(tree(side).format(node), tree(valueFrom).value(valueNode)).has_value();
    if (valueFirst)
        set(side, node, Property::Value, valueFrom, valueNode);
    set(side, node, Property::Format, formFrom, formNode);
    set(side, node, Property::Type, formFrom, formNode);
    if (!valueFirst)
        set(side, node, Property::Value, valueFrom, valueNode);
}

void MergeSteps::equalise(Version side, NodeId node, Version from, NodeId source)
{
    const Tree& mine = tree(side);
    const Tree& theirs = tree(from);
    if (mine.isInterior(node) != theirs.isInterior(source)) {
        pushDelete(m_changes, side, node);
        pushAdd(m_changes, side, mine.uri(node), from, source);
        return;
    }
    const bool content =
        !sameText(mine.value(node), theirs.value(source)) || mine.format(node) != theirs.format(source);
    if (content)
        setContent(side, node, from, source, from, source);
    for (const Property property : kPlainProperties)
        if (!(content && property == Property::Type) && propertyDiffers(property, mine, node, theirs, source, {}))
            set(side, node, property, from, source);
    equaliseChildren(side, node, from, source);
}

void MergeSteps::equaliseChildren(Version side, NodeId node, Version from, NodeId source)
{
    const Tree& mine = tree(side);
    const Tree& theirs = tree(from);
    const auto present = mine.children(node);
    const auto wanted = theirs.children(source);
    auto p = present.begin();
    auto w = wanted.begin();
    while (p != present.end() || w != wanted.end()) {
        const int order = p == present.end() ? 1 : w == wanted.end() ? -1 : mine.name(*p).compare(theirs.name(*w));
        if (order < 0)
            pushDelete(m_changes, side, *p);
        else if (order > 0)
            pushAdd(m_changes, side, mine.uri(node).child(theirs.name(*w)), from, *w);
        else
            equalise(side, *p, from, *w);
        p += order <= 0 ? 1 : 0;
        w += order >= 0 ? 1 : 0;
    }
}

std::vector<Operation> MergeSteps::take()
{
    for (const NewMo& mo : m_newMos)
        place(mo);
    m_newMos.clear();
    std::vector<Operation> out;
    out.reserve(m_gone.size() + m_changes.size() + m_come.size() + m_names.size() + m_acls.size());
    for (auto* part : {&m_gone, &m_changes, &m_come, &m_names})
        append(out, *part);
    std::reverse(m_acls.begin(), m_acls.end()); // what is below before what is above
    append(out, m_acls);
    return out;
}

MergeSteps::Ground MergeSteps::ground(Version side, const Uri& uri) const
{
    if (uri.isRoot())
        return Ground::Open;
    const auto& laid = m_laid.at(at(side));
    if (const auto found = laid.find(uri.text()); found != laid.end())
        return found->second;
    const Tree& there = tree(side);
    NodeId node = Tree::root();
    for (const std::string_view name : uri.segments()) {
        node = there.child(node, name);
        if (node == kNoNode || m_goneRoots.at(at(side)).contains(index(node)))
            return Ground::Free;
        if (!there.isInterior(node) || !there.type(node).empty())
            return Ground::Closed;
    }
    return Ground::Open;
}

Uri MergeSteps::freeUri(const NewMo& mo, const Uri& wanted) const
{
    const auto isFree = [&](const Uri& uri) {
        const bool here = ground(mo.side, uri) == Ground::Free;
        return here && (!mo.onOther || ground(mo.from, uri) == Ground::Free);
    };
    constexpr std::size_t kRoomForNumber = 12;
    std::string stem(wanted.name().substr(0, limits::kMaxNameBytes - kRoomForNumber));
    while (!stem.empty() && !checkName(stem)) // cut within a character
        stem.pop_back();
    for (std::size_t number = 2;; ++number) // ends: there are fewer nodes than numbers
        if (Uri uri = wanted.parent().child(stem + "-" + std::to_string(number)); isFree(uri))
            return uri;
}

void MergeSteps::place(const NewMo& mo)
{
    const Tree& source = tree(mo.from);
    const Uri wanted = source.uri(mo.node);
    Uri target = wanted;
    for (Uri above = wanted.parent(); !above.isRoot(); above = above.parent())
        if (ground(mo.side, above) == Ground::Closed)
            target = Uri().child(wanted.name()); // a leaf or another MO is in the way: below the root there is room
    if (ground(mo.side, target) != Ground::Free) {
        const NodeId inTheWay = tree(mo.side).find(target);
        const Uri occupied = target;
        target = freeUri(mo, target);
        // Two of one Type and name that are not the same must not be taken for each other the next time.
        if (mo.onOther && occupied == wanted && inTheWay != kNoNode
            && tree(mo.side).type(inTheWay) == source.type(mo.node)) {
            Operation rename = operationFor(mo.from, Operation::Kind::Replace, wanted);
            rename.property = Property::Name;
            rename.before = wanted.name();
            rename.after = target.name();
            m_names.push_back(std::move(rename));
            m_laid.at(at(mo.from))[target.text()] = Ground::Closed;
        }
    }
    Uri topmost = target;
    while (ground(mo.side, topmost.parent()) == Ground::Free)
        topmost = topmost.parent();
    addWithParents(mo, topmost, target);
}

void MergeSteps::addWithParents(const NewMo& mo, const Uri& topmost, const Uri& target)
{
    const Tree& source = tree(mo.from);
    auto added = std::make_shared<Tree>();
    NodeId parent = Tree::root();
    Uri uri = topmost.parent();
    const Uri below = target.rebased(uri, Uri());
    for (const std::string_view name : below.segments()) {
        uri = uri.child(name);
        const bool isMo = uri == target;
        NodeData data;
        if (const NodeId known = source.find(uri); known != kNoNode && source.isInterior(known))
            data = source.data(known);
        data.name = name;
        const auto made = isMo ? added->addSubtree(parent, name, source, mo.node) : added->add(parent, data);
        if (!made)
            return; // cannot be: all of it comes from a tree within the limits
        parent = *made;
        m_laid.at(at(mo.side))[uri.text()] = isMo ? Ground::Closed : Ground::Open;
    }
    Operation operation = operationFor(mo.side, Operation::Kind::Add, topmost);
    operation.added = std::move(added);
    m_come.push_back(std::move(operation));
}

} // namespace dmsc
