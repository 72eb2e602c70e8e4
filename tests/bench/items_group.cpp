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
    CompareModel model;
    model.setCommitted(Side::Device, std::make_shared<const Tree>(test::bigTree(kLeaves)));
    model.setCommitted(Side::Card, std::make_shared<const Tree>(test::bigTree(kLeaves, kLeaves / 100)));
    const auto filterBy = [&](const char* text) {
        CompareFilter filter;
        filter.text = QString::fromUtf8(text);
        model.setFilter(filter);
    };
    const auto clear = [&] { model.setFilter({}); };
    const std::string reference = "reference: row list until painted, examples.md 2.3";
    report({.name = "items.expand_all.1M",
        .value = medianMs(
            5, [&] { model.expandAll(); }, [&] { model.collapseAll(); }),
        .unit = "ms",
        .peer = reference,
        .peerValue = 4.5});
    const auto reportFilter = [&](const std::string& name, const char* text, double referenceMs) {
        report({.name = name,
            .value = medianMs(
                5, [&] { filterBy(text); }, clear),
            .unit = "ms",
            .target = 33,
            .peer = reference,
            .peerValue = referenceMs});
    };
    reportFilter("items.filter_some.1M", "chang", 10.4);
    reportFilter("items.filter_many.1M", "value1", 10.4);
    reportFilter("items.filter_none.1M", "zzz", 4.7);
    report({.name = "items.filter_one_letter_more.1M",
        .value = medianMs(
            5, [&] { filterBy("value12"); }, [&] { filterBy("value1"); }),
        .unit = "ms",
        .target = 33});
    report({.name = "items.filter_clear.1M",
        .value = medianMs(5, clear, [&] { filterBy("chang"); }),
        .unit = "ms",
        .target = 33,
        .peer = reference,
        .peerValue = 7.2});
    CompareFilter differences;
    differences.states = CompareFilter::differences();
    report({.name = "items.filter_differences.1M",
        .value = medianMs(
            5, [&] { model.setFilter(differences); }, clear),
        .unit = "ms",
        .target = 33});
    clear();
    auto owners = std::make_shared<Owners>(); // of each child of the root another
    owners->set(Uri(), "issuer");
    const Tree& card = model.workspace().working(Side::Card);
    for (std::size_t i = 0; i < card.children(Tree::root()).size(); ++i)
        owners->set(card.uri(card.children(Tree::root())[i]), i % 2 == 0 ? "dms" : "device");
    model.setOwners(owners);
    CompareFilter stored;
    stored.owner = QStringLiteral("dms");
    report({.name = "items.filter_owner.1M",
        .value = medianMs(
            5, [&] { model.setFilter(stored); }, clear),
        .unit = "ms",
        .target = 33});
    clear();
    model.expandAll();
    int number = 0;
    report({.name = "items.insert_row.1M",
        .value = medianMs(7, [&] { (void)model.stage({addLeaf(model, number++)}); }),
        .unit = "ms",
        .peer = reference,
        .peerValue = 2.8});
    report({.name = "items.next_difference.1M",
        .value = medianMs(7, [&] { (void)model.nextDifference(0); }),
        .unit = "ms"});
}

} // namespace dmsc::bench
