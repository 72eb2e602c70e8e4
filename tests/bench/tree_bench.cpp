// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench.h"
#include "tests/support/random_tree.h"

namespace dmsc::bench {

namespace {

std::size_t textBytes(const Tree& tree, NodeId id)
{
    std::size_t bytes = tree.name(id).size() + tree.value(id).size();
    for (const NodeId below : tree.children(id))
        bytes += textBytes(tree, below);
    return bytes;
}

} // namespace

void tree()
{
    constexpr std::size_t kLeaves = 1'000'000;
    Tree big;
    report({"tree.build.1M", medianMs(3, [&] { big = test::bigTree(kLeaves); }), "ms", "flat array, examples.md 2.1",
        272});
    const double nodes = static_cast<double>(big.size());
    const double text = static_cast<double>(textBytes(big, Tree::root()));
    report({"tree.memory_per_node_without_text.1M", (static_cast<double>(big.bytes()) - text) / nodes, "bytes",
        "issue: at most", 100});
    report({"tree.memory_per_node_with_text.1M", static_cast<double>(big.bytes()) / nodes, "bytes",
        "flat array, examples.md 2.1", 62});
    const Tree fresh = big;
    report({"tree.digests.1M",
        medianMs(
            3, [&] { big.refreshDigests(); }, [&] { big = fresh; }),
        "ms", "SHA-256 of 64 bytes, 121 ns each", 134});
    const NodeId leaf = big.children(big.children(big.children(Tree::root()).front()).front()).front();
    NodeId deep = leaf;
    while (big.isInterior(deep))
        deep = big.children(deep).front();
    int round = 0;
    report({"tree.digests_after_one_change.1M",
        medianMs(
            7, [&] { big.refreshDigests(); }, [&] { (void)big.setValue(deep, std::to_string(round++)); }),
        "ms", "", 0});
}

} // namespace dmsc::bench
