// SPDX-License-Identifier: Apache-2.0
#include "model/compare/diff.h"
#include "model/compare/merge.h"
#include "tests/bench/bench.h"
#include "tests/support/random_tree.h"

namespace dmsc::bench {

namespace {

/// All of it in MOs: what is in none is not merged.
void makeMos(Tree& tree)
{
    int number = 0;
    for (const NodeId top : tree.children(Tree::root()))
        must(tree.setType(top, "urn:bench:" + std::to_string(number++)));
}

/// Other leaves than those that bigTree() changes, so that both sides have a hundred changes of their own.
void changeOthers(Tree& tree)
{
    const std::uint32_t step = tree.idEnd() / kChanges;
    for (std::uint32_t i = 0; i < kChanges; ++i) {
        std::uint32_t place = i * step + step / 4;
        while (tree.isInterior(NodeId{place}))
            ++place;
        must(tree.setValue(NodeId{place}, "of the card"));
    }
}

void measure(const std::string& name, const Tree& base, const Tree& device, const Tree& card)
{
    const double diffMs = medianMs(9, [&] { (void)diff(base, device); });
    std::size_t found = 0;
    const double ms = medianMs(9, [&] {
        const Merge merge = mergeTrees(&base, device, card);
        found = merge.operations.size() + merge.conflicts.size();
    });
    report({.name = name + ".1M.100_changes_each",
        .value = ms,
        .unit = "ms",
        .peer = "diff of base and device, same run",
        .peerValue = diffMs});
    report({.name = name + ".operations_found",
        .value = static_cast<double>(found),
        .unit = "operations",
        .target = static_cast<double>(2 * kChanges)});
}

/// Without a base, and without digests: neither side has been looked at before. What differs is a conflict.
void measureFirstContact(const Tree& device, const Tree& card)
{
    std::size_t conflicts = 0;
    const double ms = medianMs(5, [&] { conflicts = mergeTrees(nullptr, device, card).conflicts.size(); });
    report({.name = "merge.first_contact.1M", .value = ms, .unit = "ms"});
    report({.name = "merge.first_contact.conflicts_found",
        .value = static_cast<double>(conflicts),
        .unit = "conflicts",
        .target = static_cast<double>(2 * kChanges)});
}

} // namespace

void merge()
{
    Tree base = test::bigTree(kLeaves);
    Tree device = test::bigTree(kLeaves, kLeaves / kChanges);
    Tree card = base;
    changeOthers(card);
    for (auto* tree : {&base, &device, &card})
        makeMos(*tree);
    measure("merge.full", base, device, card);
    measureFirstContact(device, card);
    for (auto* tree : {&base, &device, &card})
        tree->refreshDigests();
    measure("merge.cached_digests", base, device, card);
}

} // namespace dmsc::bench
