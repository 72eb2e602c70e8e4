// SPDX-License-Identifier: Apache-2.0
#include "model/compare/workspace.h"
#include "tests/bench/bench.h"
#include "tests/support/random_tree.h"

namespace dmsc::bench {

void compare()
{
    constexpr std::size_t kLeaves = 1'000'000;
    Tree left = test::bigTree(kLeaves);
    Tree right = test::bigTree(kLeaves, kLeaves / 100);
    std::size_t found = 0;
    report({"diff.full.1M.100_changes", medianMs(7, [&] { found = diff(left, right).size(); }), "ms",
        "C++ reference, peers.md 3.7", 28.5});
    report({"diff.operations_found", static_cast<double>(found), "operations", "changes made", 100});
    report({"align.1M", medianMs(7, [&] { (void)AlignedTree::align(left, right); }), "ms", "", 0});
    left.refreshDigests();
    right.refreshDigests();
    report({"diff.cached_digests.1M.100_changes", medianMs(7, [&] { found = diff(left, right).size(); }), "ms",
        "C++ reference, peers.md 3.7", 0.045});
    report({"diff.cached_digests.operations_found", static_cast<double>(found), "operations", "changes made", 100});

    Workspace workspace;
    workspace.setCommitted(Side::Device, std::make_shared<const Tree>(left));
    workspace.setCommitted(Side::Card, std::make_shared<const Tree>(right));
    report({"align.memory_per_pair.1M",
        static_cast<double>(workspace.aligned().bytes()) / static_cast<double>(workspace.aligned().size()), "bytes", "",
        0});
    const auto copy = [&] {
        const PairNo next = workspace.aligned().nextDifference(kRootPair);
        (void)workspace.stage(*workspace.copyPlan(Side::Device, next));
    };
    report({"workspace.copy_one_leaf.1M", medianMs(7, copy), "ms", "", 0});
    report({"workspace.take_back_one.1M", medianMs(7, [&] { workspace.unstage(1); }), "ms", "", 0});
}

} // namespace dmsc::bench
