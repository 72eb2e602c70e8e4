// SPDX-License-Identifier: Apache-2.0
#include "model/compare/workspace.h"
#include "tests/bench/bench.h"
#include "tests/support/random_tree.h"

namespace dmsc::bench {

namespace {

void reportDiff(const std::string& name, const Tree& left, const Tree& right, double target, double reference)
{
    std::size_t found = 0;
    const double ms = medianMs(15, [&] { found = diff(left, right).size(); });
    report({.name = name + ".1M.100_changes",
        .value = ms,
        .unit = "ms",
        .target = target,
        .peer = "reference: C++, peers.md 3.7",
        .peerValue = reference});
    report({.name = name + ".operations_found",
        .value = static_cast<double>(found),
        .unit = "operations",
        .target = static_cast<double>(kChanges)});
}

void reportWorkspace(const Tree& left, const Tree& right)
{
    Workspace workspace;
    workspace.setCommitted(Side::Device, std::make_shared<const Tree>(left));
    workspace.setCommitted(Side::Card, std::make_shared<const Tree>(right));
    const AlignedTree& aligned = workspace.aligned();
    report({.name = "align.memory_per_pair.1M",
        .value = static_cast<double>(aligned.bytes()) / static_cast<double>(aligned.size()),
        .unit = "bytes"});
    const auto copy = [&] {
        const PairNo next = workspace.aligned().nextDifference(kRootPair);
        (void)workspace.stage(*workspace.copyPlan(Side::Device, next));
    };
    report({.name = "workspace.copy_one_leaf.1M", .value = medianMs(7, copy), .unit = "ms"});
    report({.name = "workspace.take_back_one.1M", .value = medianMs(7, [&] { workspace.unstage(1); }), .unit = "ms"});
}

} // namespace

void compare()
{
    Tree left = test::bigTree(kLeaves);
    Tree right = test::bigTree(kLeaves, kLeaves / kChanges);
    reportDiff("diff.full", left, right, 30, 28.5);
    report({.name = "align.1M", .value = medianMs(7, [&] { (void)AlignedTree::align(left, right); }), .unit = "ms"});
    left.refreshDigests();
    right.refreshDigests();
    reportDiff("diff.cached_digests", left, right, 0.1, 0.045);
    report({.name = "align.cached_digests.1M",
        .value = medianMs(7, [&] { (void)AlignedTree::align(left, right); }),
        .unit = "ms"});
    reportWorkspace(left, right);
}

} // namespace dmsc::bench
