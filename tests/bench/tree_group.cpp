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

void reportMemory(const std::string& name, const Tree& tree)
{
    const double nodes = static_cast<double>(tree.size());
    const double text = static_cast<double>(textBytes(tree, Tree::root()));
    const double bytes = static_cast<double>(tree.bytes());
    report({.name = name + "_without_text.1M", .value = (bytes - text) / nodes, .unit = "bytes", .target = 100});
    report({.name = name + "_with_text.1M",
        .value = bytes / nodes,
        .unit = "bytes",
        .peer = "reference: flat array, examples.md 2.1",
        .peerValue = 62});
}

} // namespace

void tree()
{
    Tree big;
    report({.name = "tree.build.1M",
        .value = medianMs(3, [&] { big = test::bigTree(kLeaves); }),
        .unit = "ms",
        .peer = "reference: flat array, examples.md 2.1",
        .peerValue = 272});
    const Tree fresh = big;
    report({.name = "tree.digests.1M",
        .value = medianMs(
            3, [&] { big.refreshDigests(); }, [&] { big = fresh; }),
        .unit = "ms",
        .peer = "reference: SHA-256 of 64 bytes, 121 ns each",
        .peerValue = 134});
    reportMemory("tree.memory_per_node", big);
    NodeId deep = Tree::root();
    while (big.isInterior(deep))
        deep = big.children(deep).front();
    int round = 0;
    report({.name = "tree.digests_after_one_change.1M",
        .value = medianMs(
            7, [&] { big.refreshDigests(); }, [&] { (void)big.setValue(deep, std::to_string(round++)); }),
        .unit = "ms"});
}

} // namespace dmsc::bench
