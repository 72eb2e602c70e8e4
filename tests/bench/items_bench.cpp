// SPDX-License-Identifier: Apache-2.0
#include "model/items/compare_model.h"
#include "tests/bench/bench.h"
#include "tests/support/random_tree.h"

namespace dmsc::bench {

namespace {

Operation addLeaf(const CompareModel& model, int number)
{
    const Tree& tree = model.workspace().working(Side::Card);
    NodeId parent = Tree::root();
    while (tree.isInterior(tree.children(parent).front()))
        parent = tree.children(parent)[tree.children(parent).size() / 2];
    Tree added;
    (void)added.add(Tree::root(), {"new", Format::Chr, {}, "1", {}, {}, {}, {}});
    Operation operation;
    operation.side = Side::Card;
    operation.kind = Operation::Kind::Add;
    operation.uri = tree.uri(parent).child("new" + std::to_string(number));
    operation.added = std::make_shared<const Tree>(std::move(added));
    return operation;
}

} // namespace

void items()
{
    constexpr std::size_t kLeaves = 1'000'000;
    CompareModel model;
    model.setCommitted(Side::Device, std::make_shared<const Tree>(test::bigTree(kLeaves)));
    model.setCommitted(Side::Card, std::make_shared<const Tree>(test::bigTree(kLeaves, kLeaves / 100)));
    const auto filterBy = [&](const char* text) {
        CompareFilter filter;
        filter.text = QString::fromUtf8(text);
        model.setFilter(filter);
    };
    const auto clear = [&] { model.setFilter({}); };
    report({"items.expand_all.1M",
        medianMs(
            5, [&] { model.expandAll(); }, [&] { model.collapseAll(); }),
        "ms", "row list, examples.md 2.3", 4.5});
    report({"items.filter_some.1M",
        medianMs(
            5, [&] { filterBy("chang"); }, clear),
        "ms", "row list until painted, examples.md 2.3", 10.4});
    report({"items.filter_many.1M",
        medianMs(
            5, [&] { filterBy("value1"); }, clear),
        "ms", "row list until painted, examples.md 2.3", 10.4});
    report({"items.filter_none.1M",
        medianMs(
            5, [&] { filterBy("zzz"); }, clear),
        "ms", "row list until painted, examples.md 2.3", 4.7});
    report({"items.filter_clear.1M", medianMs(5, clear, [&] { filterBy("chang"); }), "ms",
        "row list until painted, examples.md 2.3", 7.2});
    CompareFilter differences;
    differences.states = CompareFilter::differences();
    report({"items.filter_differences.1M",
        medianMs(
            5, [&] { model.setFilter(differences); }, clear),
        "ms", "row list until painted, examples.md 2.3", 10.4});
    clear();
    model.expandAll();
    int number = 0;
    report({"items.insert_row.1M", medianMs(7, [&] { (void)model.stage({addLeaf(model, number++)}); }), "ms",
        "bare row list until painted, examples.md 2.3", 2.8});
    report({"items.next_difference.1M", medianMs(7, [&] { (void)model.nextDifference(0); }), "ms", "", 0});
}

} // namespace dmsc::bench
