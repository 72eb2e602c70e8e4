// SPDX-License-Identifier: Apache-2.0
#include "model/compare/merge_walk.h"

#include "model/compare/comparison.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr Version kVersions[] = {Version::Base, Version::Device, Version::Card};

constexpr Property kPartProperties[] = {Property::Value, Property::Format, Property::Acl, Property::Title};

} // namespace

MergeWalk::MergeWalk(const Tree* base, const Tree& device, const Tree& card, std::span<const Choice> choices)
    : m_trees({base ? base : &m_nothing, &device, &card})
    , m_hasBase(base != nullptr)
    , m_choices(choices)
    , m_steps(m_trees)
{
}

void MergeWalk::run()
{
    const auto mos =
        matchForMerge(m_hasBase ? &tree(Version::Base) : nullptr, tree(Version::Device), tree(Version::Card));
    for (const MergeNodes& mo : mos)
        visit({mo, {}});
}

void MergeWalk::visit(const Spot& spot)
{
    const bool onDevice = spot.here.has(Version::Device);
    const bool onCard = spot.here.has(Version::Card);
    if (onDevice && onCard)
        visitBoth(spot);
    else if (onDevice || onCard)
        visitOne(spot, onDevice ? Version::Device : Version::Card);
    else
        ++m_alreadyEqual; // both have deleted it
}

void MergeWalk::visitBoth(const Spot& spot)
{
    const MergeNodes& here = spot.here;
    if (prunable(here))
        return;
    const bool interior = tree(Version::Device).isInterior(here[Version::Device]);
    if (interior != tree(Version::Card).isInterior(here[Version::Card])) {
        kindsClash(spot);
        return;
    }
    if (here.has(Version::Base) && tree(Version::Base).isInterior(here[Version::Base]) != interior) {
        if (sameSubtree(Version::Device, here[Version::Device], Version::Card, here[Version::Card])) {
            ++m_alreadyEqual;
        } else if (const auto from = decide(described(spot, MergeConflict::Kind::NodeKind, Property::Value))) {
            for (const Version side : kMergedVersions)
                m_steps.settle(spot, side, *from);
        }
        return;
    }
    properties(spot);
    if (interior)
        children(here);
}

void MergeWalk::kindsClash(const Spot& spot)
{
    const MergeNodes& here = spot.here;
    std::optional<Version> from;
    // The kind of one side is another than in the base; where the other side has changed nothing, that counts.
    for (const Version side : kMergedVersions)
        if (here.has(Version::Base) && sameSubtree(Version::Base, here[Version::Base], side, here[side]))
            from = opposite(side);
    if (!from)
        from = decide(described(spot, MergeConflict::Kind::NodeKind, Property::Value));
    if (!from)
        return;
    for (const Version side : kMergedVersions)
        m_steps.settle(spot, side, *from);
}

void MergeWalk::visitOne(const Spot& spot, Version there)
{
    if (!spot.here.has(Version::Base)) {
        m_steps.add(spot, opposite(there), there);
        return;
    }
    MergeConflict conflict;
    changedLeaves(there, spot.here[there], spot.here[Version::Base], conflict.changed);
    if (conflict.changed.empty()) {
        m_steps.remove(spot, there);
        return;
    }
    std::vector<Uri> changed = std::move(conflict.changed);
    conflict = described(spot, MergeConflict::Kind::EditDelete, Property::Value);
    conflict.changed = std::move(changed);
    if (const auto from = decide(std::move(conflict)))
        for (const Version side : kMergedVersions)
            m_steps.settle(spot, side, *from);
}

bool MergeWalk::prunable(const MergeNodes& here) const
{
    if (m_hasBase && !here.has(Version::Base))
        return false; // what both have added alike is counted
    const NodeId onDevice = here[Version::Device];
    const auto sameAs = [&](Version version) {
        const Digest* a = tree(Version::Device).contentDigest(onDevice);
        const Digest* b = tree(version).contentDigest(here[version]);
        return a && b && *a == *b
            && *tree(Version::Device).aclDigest(onDevice) == *tree(version).aclDigest(here[version]);
    };
    if (!tree(Version::Device).isInterior(onDevice) || !tree(Version::Card).isInterior(here[Version::Card]))
        return false;
    return sameAs(Version::Card)
        && (!m_hasBase || (tree(Version::Base).isInterior(here[Version::Base]) && sameAs(Version::Base)));
}

bool MergeWalk::childrenByDigests(const MergeNodes& here)
{
    const auto device = tree(Version::Device).childDigests(here[Version::Device]);
    const auto card = tree(Version::Card).childDigests(here[Version::Card]);
    const bool withBase = here.has(Version::Base);
    const auto base = withBase ? tree(Version::Base).childDigests(here[Version::Base]) : device;
    if ((m_hasBase && !withBase) || device.empty() || device.size() != card.size() || device.size() != base.size()
        || device.front() != card.front() || device.front() != base.front())
        return false;
    for (std::size_t i = 1; i < device.size(); ++i) {
        if (device[i] == card[i] && device[i] == base[i])
            continue;
        MergeNodes nodes;
        for (const Version version : kVersions)
            if (here.has(version))
                nodes[version] = tree(version).children(here[version])[i - 1];
        visit({nodes, here});
    }
    return true;
}

void MergeWalk::children(const MergeNodes& here)
{
    if (childrenByDigests(here))
        return;
    std::array<std::span<const NodeId>, 3> rest;
    for (const Version version : kVersions)
        if (here.has(version))
            rest.at(static_cast<std::size_t>(version)) = tree(version).children(here[version]);
    while (true) {
        std::array<std::string_view, 3> names;
        std::string_view first;
        bool any = false;
        for (std::size_t i = 0; i < rest.size(); ++i) {
            if (rest.at(i).empty())
                continue;
            names.at(i) = m_trees.at(i)->name(rest.at(i).front());
            if (!any || (!sameText(names.at(i), first) && names.at(i) < first))
                first = names.at(i);
            any = true;
        }
        if (!any)
            return;
        MergeNodes nodes;
        for (std::size_t i = 0; i < rest.size(); ++i) {
            if (rest.at(i).empty() || !sameText(names.at(i), first))
                continue;
            nodes.ids.at(i) = rest.at(i).front();
            rest.at(i) = rest.at(i).subspan(1);
        }
        visit({nodes, here});
    }
}

bool MergeWalk::alike(const MergeNodes& here, Version a, Version b) const
{
    return sameText(tree(a).value(here[a]), tree(b).value(here[b]))
        && !propertiesDiffer(tree(a), here[a], tree(b), here[b], {});
}

bool MergeWalk::differs(Part part, const MergeNodes& here, Version a, Version b) const
{
    const auto one = [&](Property property) {
        return propertyDiffers(property, tree(a), here[a], tree(b), here[b], {});
    };
    return one(kPartProperties[static_cast<std::size_t>(part)]) || (part == Part::Form && one(Property::Type));
}

MergeWalk::Verdict MergeWalk::judge(Part part, const MergeNodes& here)
{
    const bool inBase = here.has(Version::Base);
    if (!differs(part, here, Version::Device, Version::Card)) {
        if (inBase && differs(part, here, Version::Base, Version::Device))
            ++m_alreadyEqual;
        return {};
    }
    for (const Version side : kMergedVersions)
        if (inBase && !differs(part, here, Version::Base, side))
            return {Verdict::Kind::Take, opposite(side)};
    return {Verdict::Kind::Conflict, Version::Base};
}

void MergeWalk::properties(const Spot& spot)
{
    const MergeNodes& here = spot.here;
    if (alike(here, Version::Device, Version::Card)) {
        const bool changed = here.has(Version::Base) ? !alike(here, Version::Base, Version::Device) : m_hasBase;
        m_alreadyEqual += changed ? 1 : 0;
        return;
    }
    const bool isLeaf = !tree(Version::Device).isInterior(here[Version::Device]);
    const auto contentDiffers = [&] {
        return differs(Part::Value, here, Version::Device, Version::Card)
            || differs(Part::Form, here, Version::Device, Version::Card);
    };
    if (isLeaf && !here.has(Version::Base) && contentDiffers()) {
        addedLeaf(spot); // decided as a whole
        return;
    }
    content(spot);
    separate(spot, Part::Title);
    separate(spot, Part::Acl);
}

bool MergeWalk::wouldFit(const MergeNodes& here, const Verdict& value, const Verdict& form) const
{
    return checkValue(tree(form.from).format(here[form.from]), tree(value.from).value(here[value.from])).has_value();
}

void MergeWalk::addedLeaf(const Spot& spot)
{
    const auto from = decide(described(spot, MergeConflict::Kind::AddAdd, Property::Value));
    if (!from)
        return;
    for (const Version side : kMergedVersions)
        m_steps.settle(spot, side, *from);
}

void MergeWalk::content(const Spot& spot)
{
    using Kind = Verdict::Kind;
    const MergeNodes& here = spot.here;
    Verdict value = judge(Part::Value, here);
    Verdict form = judge(Part::Form, here);
    const bool fromBoth = value.kind == Kind::Take && form.kind == Kind::Take && value.from != form.from;
    if (value.kind == Kind::Conflict || form.kind == Kind::Conflict || (fromBoth && !wouldFit(here, value, form))) {
        const bool sameFormat =
            tree(Version::Device).format(here[Version::Device]) == tree(Version::Card).format(here[Version::Card]);
        const Property formProperty = sameFormat ? Property::Type : Property::Format;
        const Property property = value.kind == Kind::Alike ? formProperty : Property::Value;
        const auto from = decide(described(spot, MergeConflict::Kind::Value, property));
        if (!from)
            return;
        if (!here.has(*from)) { // interior nodes that the base does not have: they had no Type
            for (const Version side : kMergedVersions)
                m_steps.clear(side, here[side], Property::Type);
            return;
        }
        // What is decided goes together: half of one and half of another would be nobody's wish.
        value = value.kind == Kind::Alike ? value : Verdict{Kind::Take, *from};
        form = form.kind == Kind::Alike ? form : Verdict{Kind::Take, *from};
    }
    for (const Version side : kMergedVersions) {
        const Version valueFrom = value.kind == Kind::Take ? value.from : side;
        const Version formFrom = form.kind == Kind::Take ? form.from : side;
        m_steps.setContent(side, here[side], valueFrom, here[valueFrom], formFrom, here[formFrom]);
    }
}

void MergeWalk::separate(const Spot& spot, Part part)
{
    const MergeNodes& here = spot.here;
    const Property property = kPartProperties[static_cast<std::size_t>(part)];
    const Verdict verdict = judge(part, here);
    if (verdict.kind == Verdict::Kind::Alike)
        return;
    std::optional<Version> from = verdict.from;
    if (verdict.kind == Verdict::Kind::Conflict)
        from = decide(described(spot, MergeConflict::Kind::Value, property));
    if (!from)
        return;
    for (const Version side : kMergedVersions) {
        if (here.has(*from))
            m_steps.set(side, here[side], property, *from, here[*from]);
        else
            m_steps.clear(side, here[side], property);
    }
}

} // namespace dmsc
