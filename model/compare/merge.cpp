// SPDX-License-Identifier: Apache-2.0
#include "model/compare/merge.h"

#include "model/compare/merge_walk.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

/// The rule that stands nearest above a node of the device.
MergePolicy policyFor(const Uri& device, const std::vector<PolicyRule>& rules)
{
    const PolicyRule* nearest = nullptr;
    for (const PolicyRule& rule : rules)
        if (rule.uri.contains(device) && (!nearest || nearest->uri.contains(rule.uri)))
            nearest = &rule;
    return nearest ? nearest->policy : MergePolicy::Ask;
}

/// The side that was changed last; Open where one has no time stamp, or both the same.
Choice newest(const MergeConflict& conflict)
{
    const auto timeOf = [](std::string_view stamp) {
        return stamp.ends_with('Z') ? stamp.substr(0, stamp.size() - 1) : stamp;
    };
    const std::string_view device = timeOf(conflict.deviceStamp);
    const std::string_view card = timeOf(conflict.cardStamp);
    if (device.empty() || card.empty() || device == card)
        return Choice::Open;
    return device < card ? Choice::Card : Choice::Device;
}

Choice suggestionFor(const MergeConflict& conflict, MergePolicy policy)
{
    // A policy that names a side is somebody's word; without one no edit is lost.
    const Choice careful = conflict.kind != MergeConflict::Kind::EditDelete ? Choice::Open
        : conflict.onDevice                                                 ? Choice::Device
                                                                            : Choice::Card;
    switch (policy) {
    case MergePolicy::Ask:
        return careful;
    case MergePolicy::CardWins:
        return Choice::Card;
    case MergePolicy::DeviceWins:
        return Choice::Device;
    case MergePolicy::Newest:
        return careful == Choice::Open ? newest(conflict) : careful;
    }
    return careful;
}

Result<void> check(const Merge& merge, const std::vector<Choice>& choices)
{
    if (choices.size() != merge.conflicts.size())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Merge", "one choice for each conflict of the merge was expected"));
    const int open = static_cast<int>(std::count(choices.begin(), choices.end(), Choice::Open));
    if (open > 0)
        return fail(ErrorKind::Conflict,
            QCoreApplication::translate("Merge", "%n conflict(s) are not decided yet", nullptr, open));
    const auto base = std::find(choices.begin(), choices.end(), Choice::Base);
    if (!merge.hadBase && base != choices.end())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Merge", "there is no base to go back to: these two have never met"),
            QString::fromStdString(merge.conflicts[static_cast<std::size_t>(base - choices.begin())].device.text()));
    return {};
}

} // namespace

Merge mergeTrees(const Tree* base, const Tree& device, const Tree& card, const std::vector<PolicyRule>& rules)
{
    MergeWalk walk(base, device, card, {});
    walk.run();
    Merge merge;
    merge.conflicts = walk.conflicts();
    merge.operations = walk.takeOperations();
    merge.hadBase = base != nullptr;
    merge.alreadyEqual = walk.alreadyEqual();
    merge.suggested.reserve(merge.conflicts.size());
    for (const MergeConflict& conflict : merge.conflicts)
        merge.suggested.push_back(suggestionFor(conflict, policyFor(conflict.device, rules)));
    return merge;
}

Result<std::vector<Operation>> resolve(
    const Merge& merge, const std::vector<Choice>& choices, const Tree* base, const Tree& device, const Tree& card)
{
    if (auto good = check(merge, choices); !good)
        return tl::unexpected(good.error());
    MergeWalk walk(base, device, card, choices);
    walk.run();
    const auto sameConflict = [](const MergeConflict& a, const MergeConflict& b) {
        return a.kind == b.kind && a.device == b.device && a.card == b.card && a.property == b.property;
    };
    const auto& now = walk.conflicts();
    if (!std::equal(now.begin(), now.end(), merge.conflicts.begin(), merge.conflicts.end(), sameConflict))
        return fail(ErrorKind::Conflict,
            QCoreApplication::translate("Merge", "the trees are not those that were merged: they must be merged anew"));
    return walk.takeOperations();
}

} // namespace dmsc
