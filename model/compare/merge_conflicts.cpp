// SPDX-License-Identifier: Apache-2.0
#include "model/compare/comparison.h"
#include "model/compare/merge_walk.h"

#include <algorithm>

namespace dmsc {

namespace {

std::optional<Version> chosenVersion(Choice choice)
{
    switch (choice) {
    case Choice::Open:
        return std::nullopt;
    case Choice::Base:
        return Version::Base;
    case Choice::Card:
        return Version::Card;
    case Choice::Device:
        return Version::Device;
    }
    return std::nullopt;
}

} // namespace

std::optional<Version> MergeWalk::decide(MergeConflict conflict)
{
    const std::size_t number = m_conflicts.size();
    m_conflicts.push_back(std::move(conflict));
    return number < m_choices.size() ? chosenVersion(m_choices[number]) : std::nullopt;
}

MergeConflict MergeWalk::described(const Spot& spot, MergeConflict::Kind kind, Property property) const
{
    MergeConflict conflict;
    conflict.kind = kind;
    const auto uriOn = [&](Version side) {
        if (spot.here.has(side))
            return tree(side).uri(spot.here[side]);
        if (spot.above.has(side))
            return tree(side).uri(spot.above[side]).child(tree(opposite(side)).name(spot.here[opposite(side)]));
        // An MO that a side has deleted: the card's place is the base's, the device's the best guess.
        const Version known = side == Version::Card && spot.here.has(Version::Base) ? Version::Base : opposite(side);
        return tree(known).uri(spot.here[known]);
    };
    conflict.device = uriOn(Version::Device);
    conflict.card = uriOn(Version::Card);
    if (kind == MergeConflict::Kind::Value)
        conflict.property = property;
    conflict.base = textFor(Version::Base, spot.here[Version::Base], property);
    conflict.onDevice = textFor(Version::Device, spot.here[Version::Device], property);
    conflict.onCard = textFor(Version::Card, spot.here[Version::Card], property);
    conflict.deviceStamp = stampOf(Version::Device, spot.here[Version::Device]);
    conflict.cardStamp = stampOf(Version::Card, spot.here[Version::Card]);
    return conflict;
}

std::optional<std::string> MergeWalk::textFor(Version version, NodeId node, Property property) const
{
    if (node == kNoNode)
        return std::nullopt;
    return propertyText(property, tree(version), node);
}

std::string MergeWalk::stampOf(Version version, NodeId node) const
{
    if (node == kNoNode)
        return {};
    std::string latest(tree(version).tstamp(node));
    for (const NodeId below : tree(version).children(node))
        latest = std::max(latest, stampOf(version, below));
    return latest;
}

bool MergeWalk::sameSubtree(Version a, NodeId x, Version b, NodeId y) const
{
    if (tree(a).isInterior(x) != tree(b).isInterior(y) || !sameText(tree(a).value(x), tree(b).value(y))
        || propertiesDiffer(tree(a), x, tree(b), y, {}))
        return false;
    const auto left = tree(a).children(x);
    const auto right = tree(b).children(y);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
        [&](NodeId l, NodeId r) { return sameText(tree(a).name(l), tree(b).name(r)) && sameSubtree(a, l, b, r); });
}

void MergeWalk::changedLeaves(Version there, NodeId node, NodeId base, std::vector<Uri>& out) const
{
    const Tree& now = tree(there);
    const Tree& before = tree(Version::Base);
    const bool comparable = base != kNoNode && before.isInterior(base) == now.isInterior(node);
    const bool changed =
        !comparable || !sameText(now.value(node), before.value(base)) || propertiesDiffer(now, node, before, base, {});
    if (changed && (comparable || now.children(node).empty()))
        out.push_back(now.uri(node));
    const auto known = comparable ? before.children(base) : std::span<const NodeId>();
    auto k = known.begin();
    for (const NodeId below : now.children(node)) {
        while (k != known.end() && before.name(*k) < now.name(below))
            ++k;
        const bool found = k != known.end() && sameText(before.name(*k), now.name(below));
        changedLeaves(there, below, found ? *k : kNoNode, out);
    }
}

} // namespace dmsc
