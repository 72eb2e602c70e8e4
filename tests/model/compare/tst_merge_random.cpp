// SPDX-License-Identifier: Apache-2.0
#include "merge_text.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"
#include "tests/support/sanitized.h"

#include <QTest>

#include <map>
#include <set>

namespace dmsc::tst_merge_random {

using namespace dmsc::test;

namespace {

/// DMSC_MERGE_ROUNDS asks for more.
std::uint32_t rounds()
{
    constexpr std::uint32_t kRounds = fewerIfSanitized(1000U);
    bool isNumber = false;
    const uint wanted = qEnvironmentVariable("DMSC_MERGE_ROUNDS").toUInt(&isNumber);
    return isNumber ? wanted : kRounds;
}

struct Three
{
    Tree base, device, card;
};

/// Any trees, with MOs of a few Types at any place.
Three anyTrees(RandomTrees& random)
{
    Three trees;
    trees.base = random.tree(random.below(40));
    trees.device = trees.card = trees.base;
    for (auto* tree : {&trees.device, &trees.card})
        for (std::uint32_t i = random.below(12); i > 0; --i)
            random.edit(*tree);
    return trees;
}

/// The same with many MOs of two Types.
Three crowded(RandomTrees& random)
{
    Three trees = anyTrees(random);
    for (auto* tree : {&trees.base, &trees.device, &trees.card})
        for (std::uint32_t i = 1; i < tree->idEnd(); ++i)
            if (const NodeId id{i}; tree->contains(id) && tree->isInterior(id))
                (void)tree->setType(id, tree->name(id) < "c" ? "" : tree->name(id) < "h" ? "urn:1" : "urn:2");
    return trees;
}

/// One MO at one place, edited below its root.
Three oneMo(RandomTrees& random)
{
    Three trees;
    NodeData root;
    root.name = "M";
    root.type = "urn:mo:m:1.0";
    const NodeId mo = *trees.base.add(Tree::root(), root);
    const Tree inside = random.tree(random.below(40));
    for (const NodeId top : inside.children(Tree::root()))
        (void)trees.base.addSubtree(mo, inside.name(top), inside, top);
    trees.device = trees.card = trees.base;
    for (auto* tree : {&trees.device, &trees.card}) {
        for (std::uint32_t i = random.below(12); i > 0; --i) {
            Tree edited = *tree;
            random.edit(edited);
            const auto tops = edited.children(Tree::root());
            if (tops.size() == 1 && edited.name(tops.front()) == "M" && edited.type(tops.front()) == root.type
                && edited.acl(Tree::root()).empty())
                *tree = std::move(edited);
        }
    }
    return trees;
}

std::vector<Choice> anyChoices(RandomTrees& random, const Merge& merge)
{
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < merge.conflicts.size(); ++i) {
        const Choice choice = random.chance(50) ? Choice::Card : Choice::Device;
        choices.push_back(merge.hadBase && random.chance(30) ? Choice::Base : choice);
    }
    return choices;
}

QString told(const Three& trees, const Merge& merge, std::uint32_t seed)
{
    return QStringLiteral("seed %1\nbase\n%2device\n%3card\n%4operations\n%5conflicts\n%6")
        .arg(seed)
        .arg(QString::fromStdString(textOf(trees.base)), QString::fromStdString(textOf(trees.device)),
            QString::fromStdString(textOf(trees.card)), QString::fromStdString(textOf(merge.operations)),
            QString::fromStdString(textOf(merge.conflicts)));
}

std::map<std::string, std::string> leavesOf(const Tree& tree)
{
    std::map<std::string, std::string> leaves;
    for (std::uint32_t i = 0; i < tree.idEnd(); ++i)
        if (const NodeId id{i}; tree.contains(id) && !tree.isInterior(id))
            leaves.emplace(tree.uri(id).text(), tree.value(id));
    return leaves;
}

/// The sides named the other way round.
std::multiset<std::string> mirrored(const Merge& merge)
{
    std::multiset<std::string> out;
    for (Operation operation : merge.operations) {
        operation.side = other(operation.side);
        out.insert(textOf(operation));
    }
    for (MergeConflict conflict : merge.conflicts) {
        std::swap(conflict.device, conflict.card);
        std::swap(conflict.onDevice, conflict.onCard);
        out.insert(textOf(conflict));
    }
    return out;
}

std::multiset<std::string> asIs(const Merge& merge)
{
    std::multiset<std::string> out;
    for (const Operation& operation : merge.operations)
        out.insert(textOf(operation));
    for (const MergeConflict& conflict : merge.conflicts)
        out.insert(textOf(conflict));
    return out;
}

} // namespace

class TestMergeRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_7_bothSidesEndEqual_data();
    void DM_SC_GEN_7_bothSidesEndEqual();
    void noEditIsLost();
    void swappedSidesMirror();
    void digestsChangeNothing();
};

void TestMergeRandom::DM_SC_GEN_7_bothSidesEndEqual_data()
{
    QTest::addColumn<bool>("withBase");
    QTest::addColumn<int>("kind");
    constexpr const char* kKinds[] = {"any MOs", "MOs of two Types", "one MO"};
    for (int kind = 0; kind < 3; ++kind) {
        QTest::addRow("%s, three-way", kKinds[kind]) << true << kind;
        QTest::addRow("%s, first contact", kKinds[kind]) << false << kind;
    }
}

void TestMergeRandom::DM_SC_GEN_7_bothSidesEndEqual()
{
    QFETCH(const bool, withBase);
    QFETCH(const int, kind);
    std::size_t conflicts = 0;
    for (std::uint32_t seed = 0; seed < rounds(); ++seed) {
        RandomTrees random(seed);
        Three trees = kind == 0 ? anyTrees(random) : kind == 1 ? crowded(random) : oneMo(random);
        const Tree* base = withBase ? &trees.base : nullptr;
        const Merge merge = mergeTrees(base, trees.device, trees.card);
        conflicts += merge.conflicts.size();
        const auto operations = resolve(merge, anyChoices(random, merge), base, trees.device, trees.card);
        QVERIFY2(operations, qPrintable(told(trees, merge, seed)));
        Tree device = trees.device, card = trees.card;
        for (const auto& [tree, side] : {std::pair(&device, Side::Device), std::pair(&card, Side::Card)}) {
            const auto done = applyAll(*tree, ofSide(*operations, side));
            QVERIFY2(done, qPrintable((done ? QString() : done.error().text()) + u'\n' + told(trees, merge, seed)));
        }
        if (mosOf(device) != mosOf(card))
            QFAIL(qPrintable(told(trees, merge, seed) + QStringLiteral("outcome on the device\n")
                + QString::fromStdString(textOf(device)) + QStringLiteral("outcome on the card\n")
                + QString::fromStdString(textOf(card))));
        // With the outcome as the base there is nothing to do.
        const Merge again = mergeTrees(&card, device, card);
        if (!again.operations.empty() || !again.conflicts.empty())
            QFAIL(qPrintable(told(trees, merge, seed) + QStringLiteral("again\n")
                + QString::fromStdString(textOf(again.operations) + textOf(again.conflicts) + "device\n"
                    + textOf(device) + "card\n" + textOf(card))));
    }
    QVERIFY2(conflicts > rounds() / 20, "nothing was tested");
}

void TestMergeRandom::noEditIsLost()
{
    std::size_t edits = 0;
    for (std::uint32_t seed = 0; seed < rounds(); ++seed) {
        RandomTrees random(seed);
        const Three trees = oneMo(random);
        const Merge merge = mergeTrees(&trees.base, trees.device, trees.card);
        // What is suggested, and where nothing is, the device's.
        std::vector<Choice> choices = merge.suggested;
        std::replace(choices.begin(), choices.end(), Choice::Open, Choice::Device);
        const auto operations = resolve(merge, choices, &trees.base, trees.device, trees.card);
        QVERIFY(operations);
        Tree device = trees.device;
        QVERIFY(applyAll(device, ofSide(*operations, Side::Device)));
        const auto before = leavesOf(trees.base), onDevice = leavesOf(trees.device), onCard = leavesOf(trees.card);
        const auto after = leavesOf(device);
        const auto inConflict = [&](const std::string& uri) {
            return std::any_of(merge.conflicts.begin(), merge.conflicts.end(), [&](const MergeConflict& conflict) {
                return conflict.kind != MergeConflict::Kind::EditDelete && conflict.device.contains(*Uri::parse(uri));
            });
        };
        for (const auto* side : {&onDevice, &onCard}) {
            for (const auto& [uri, value] : *side) {
                const auto was = before.find(uri);
                if ((was != before.end() && was->second == value) || (side == &onCard && inConflict(uri)))
                    continue;
                ++edits;
                const auto now = after.find(uri);
                if (now == after.end() || now->second != value)
                    QFAIL(qPrintable(QString::fromStdString(uri) + u'\n' + told(trees, merge, seed)));
            }
        }
    }
    QVERIFY(edits > rounds());
}

void TestMergeRandom::swappedSidesMirror()
{
    for (std::uint32_t seed = 0; seed < rounds(); ++seed) {
        RandomTrees random(seed);
        const Three trees = oneMo(random);
        const Merge merge = mergeTrees(&trees.base, trees.device, trees.card);
        const Merge swapped = mergeTrees(&trees.base, trees.card, trees.device);
        if (asIs(merge) != mirrored(swapped))
            QFAIL(qPrintable(told(trees, merge, seed)
                + QString::fromStdString(textOf(swapped.operations) + textOf(swapped.conflicts))));
        QCOMPARE(merge.alreadyEqual, swapped.alreadyEqual);
    }
}

void TestMergeRandom::digestsChangeNothing()
{
    for (std::uint32_t seed = 0; seed < rounds(); ++seed) {
        RandomTrees random(seed);
        Three trees = anyTrees(random);
        const Merge plain = mergeTrees(&trees.base, trees.device, trees.card);
        for (auto* tree : {&trees.base, &trees.device, &trees.card})
            tree->refreshDigests();
        const Merge pruned = mergeTrees(&trees.base, trees.device, trees.card);
        QCOMPARE(textOf(plain.operations), textOf(pruned.operations));
        QCOMPARE(textOf(plain.conflicts), textOf(pruned.conflicts));
        QCOMPARE(plain.alreadyEqual, pruned.alreadyEqual);
    }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestMergeRandom>(argc, argv);
}

} // namespace dmsc::tst_merge_random

#include "tst_merge_random.moc"
