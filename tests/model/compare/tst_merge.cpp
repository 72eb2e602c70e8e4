// SPDX-License-Identifier: Apache-2.0
#include "merge_text.h"
#include "tests/support/compare_text.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_merge {

using namespace dmsc::test;

namespace {

QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

/// An MO of one Type with this below it.
Tree mo(const std::string& inside)
{
    return treeOf("M  node  urn:mo:m:1.0\n" + inside);
}

void compare(const std::string& found, std::string_view wanted)
{
    QCOMPARE(shown(found), shown(golden(wanted)));
}

/// Merges and carries the outcome out on both; a conflict that is left open fails the test.
struct Outcome
{
    Tree device, card;
    std::vector<Operation> operations;
};

Outcome carryOut(const Tree* base, const Tree& device, const Tree& card, const std::vector<Choice>& choices)
{
    const Merge merge = mergeTrees(base, device, card);
    const auto operations = resolve(merge, choices, base, device, card);
    if (!operations)
        qFatal("resolve: %s", qPrintable(operations.error().text()));
    Outcome outcome{device, card, *operations};
    for (const auto& [tree, side] : {std::pair(&outcome.device, Side::Device), std::pair(&outcome.card, Side::Card)})
        if (const auto done = applyAll(*tree, ofSide(*operations, side)); !done)
            qFatal("apply: %s", qPrintable(done.error().text()));
    return outcome;
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_7_everyCellOfTheTable_data();
    void DM_SC_GEN_7_everyCellOfTheTable();
    void propertiesMergeSeparately();
    void formatAndTypeGoTogether();
    void valueThatWouldNotFitIsAConflict();
    void editDeleteKeepsTheEdit();
    void editDeleteOfAnMo();
    void choicesDecide_data();
    void choicesDecide();
    void policies();
    void firstContactDeletesNothing();
    void mosMeetWhereverTheyHang();
    void severalOfOneTypeMeetByKey();
    void newMosFindAPlace();
    void whatIsInNoMoIsLeftAlone();
    void aclsComeLast();
    void secretsAreMarked();
    void resolveRefuses();
    void twiceIsHarmless();
    void digestsPruneWithoutAnotherOutcome();
};

void TestMerge::DM_SC_GEN_7_everyCellOfTheTable_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("operations");
    QTest::addColumn<QString>("conflicts");
    QTest::addColumn<int>("alike");

    const auto row = [](const char* name, const char* base, const char* device, const char* card,
                         const char* operations, const char* conflicts, int alike = 0) {
        QTest::newRow(name) << base << device << card << operations << conflicts << alike;
    };
    row("= / =", "A = 1", "A = 1", "A = 1", "", "");
    row("= / M", "A = 1", "A = 1", "A = 2", "device replace ./M/A value: 1 -> 2\n", "");
    row("= / A", "", "", "A = 1", "device add ./M/A\n", "");
    row("= / D", "A = 1", "A = 1", "", "device delete ./M/A\n", "");
    row("= / T", "A = 1", "A = 1", "A|B = 1", "device delete ./M/A\ndevice add ./M/A\n", "");
    row("M / =", "A = 1", "A = 2", "A = 1", "card replace ./M/A value: 1 -> 2\n", "");
    row("M / M same", "A = 1", "A = 2", "A = 2", "", "", 1);
    row("M / M other", "A = 1", "A = 2", "A = 3", "", "value ./M/A value: 1 | 2 | 3\n");
    row("M / D", "A = 1", "A = 2", "", "", "edit-delete ./M/A: 1 | 2 | - !./M/A\n");
    row("M / T", "A = 1", "A = 2", "A|B = 1", "", "node-kind ./M/A: 1 | 2 | \n");
    row("A / =", "", "A = 1", "", "card add ./M/A\n", "");
    row("A / A same", "", "A = 1", "A = 1", "", "", 1);
    row("A / A leaves", "", "A = 1", "A = 2", "", "add-add ./M/A: - | 1 | 2\n");
    row("A / A interior", "", "A|B = 1", "A|C = 2", "card add ./M/A/B\ndevice add ./M/A/C\n", "", 1);
    row("A / A kinds", "", "A = 1", "A|C = 2", "", "node-kind ./M/A: - | 1 | \n");
    row("D / =", "A = 1", "", "A = 1", "card delete ./M/A\n", "");
    row("D / M", "A = 1", "", "A = 2", "", "edit-delete ./M/A: 1 | - | 2 !./M/A\n");
    row("D / D", "A = 1", "", "", "", "", 1);
    row("D / T", "A = 1", "", "A|B = 1", "", "edit-delete ./M/A: 1 | - |  !./M/A/B\n");
    row("T / =", "A = 1", "A|B = 1", "A = 1", "card delete ./M/A\ncard add ./M/A\n", "");
    row("T / M", "A|B = 1", "A = 1", "A|B = 2", "", "node-kind ./M/A:  | 1 | \n");
    row("T / D", "A|B = 1", "A = 1", "", "", "edit-delete ./M/A:  | 1 | - !./M/A\n");
    row("T / T same", "A = 1", "A|B = 1", "A|B = 1", "", "", 1);
    row("T / T other", "A = 1", "A|B = 1", "A|B = 2", "", "node-kind ./M/A: 1 |  | \n");
    row("D of interior / M below", "A|B = 1|C = 1", "", "A|B = 2|C = 1", "", "edit-delete ./M/A:  | - |  !./M/A/B\n");
    row("D of interior / D below", "A|B = 1|C = 1", "", "A|C = 1", "card delete ./M/A\n", "");
    row("D of interior / A below", "A|B = 1", "A|B = 1|C = 2", "", "", "edit-delete ./M/A:  |  | - !./M/A/C\n");
}

void TestMerge::DM_SC_GEN_7_everyCellOfTheTable()
{
    // "A|B = 1|C = 2" is an interior node A with two leaves.
    const auto tree = [](const QString& column) {
        std::string inside;
        for (const QString& line : column.split(u'|', Qt::SkipEmptyParts))
            inside += std::string(inside.empty() ? 2 : 4, ' ') + line.toStdString() + "\n";
        return mo(inside);
    };
    QFETCH(const QString, base);
    QFETCH(const QString, device);
    QFETCH(const QString, card);
    QFETCH(const QString, operations);
    QFETCH(const QString, conflicts);
    QFETCH(const int, alike);
    const Tree before = tree(base);
    const Merge merge = mergeTrees(&before, tree(device), tree(card));
    QCOMPARE(shown(textOf(merge.operations)), operations);
    QCOMPARE(shown(textOf(merge.conflicts)), conflicts);
    QCOMPARE(static_cast<int>(merge.alreadyEqual), alike);
    QCOMPARE(merge.suggested.size(), merge.conflicts.size());
}

void TestMerge::propertiesMergeSeparately()
{
    const Tree base = mo("  A [acl Get=*] [title old] = 1\n");
    const Tree device = mo("  A [acl Get=*] [title new] = 2\n");
    const Tree card = mo("  A [acl Get=x] [title old] = 1\n");
    const Merge merge = mergeTrees(&base, device, card);
    compare(textOf(merge.operations), R"(
        card replace ./M/A value: 1 -> 2
        card replace ./M/A title: old -> new
        device replace ./M/A acl: Get=* -> Get=x
    )");
    QVERIFY(merge.conflicts.empty());
    // Two of them in conflict are two conflicts.
    const Tree other = mo("  A [acl Get=y] [title other] = 2\n");
    compare(textOf(mergeTrees(&base, device, other).conflicts), "value ./M/A title: old | new | other\n");
    const Tree rights = mo("  A [acl Get=z] [title new] = 1\n");
    compare(textOf(mergeTrees(&base, rights, other).conflicts), R"(
        value ./M/A title: old | new | other
        value ./M/A acl: Get=* | Get=z | Get=y
    )");
}

void TestMerge::formatAndTypeGoTogether()
{
    const Tree base = mo("  A : chr text/plain = 1\n");
    const Tree device = mo("  A : int text/plain = 1\n");
    const Tree card = mo("  A : chr text/x = 1\n");
    const Merge merge = mergeTrees(&base, device, card);
    compare(textOf(merge.conflicts), "value ./M/A format: chr | int | chr\n");
    const Outcome outcome = carryOut(&base, device, card, {Choice::Card});
    compare(textOf(outcome.device), textOf(card));
    // A value from one side, its Format from the other.
    const Tree value = mo("  A : chr text/plain = 2\n");
    const Outcome both = carryOut(&base, device, value, {});
    compare(textOf(both.card), textOf(mo("  A : int text/plain = 2\n")));
    QCOMPARE(shown(textOf(both.card)), shown(textOf(both.device)));
}

void TestMerge::valueThatWouldNotFitIsAConflict()
{
    const Tree base = mo("  A = 1\n");
    const Tree device = mo("  A : int = 1\n");
    const Tree card = mo("  A = one\n");
    const Merge merge = mergeTrees(&base, device, card);
    QVERIFY(merge.operations.empty());
    compare(textOf(merge.conflicts), "value ./M/A value: 1 | 1 | one\n");
    for (const Choice choice : {Choice::Base, Choice::Card, Choice::Device}) {
        const Outcome outcome = carryOut(&base, device, card, {choice});
        QCOMPARE(shown(textOf(outcome.card)), shown(textOf(outcome.device)));
        QCOMPARE(shown(textOf(outcome.card)),
            shown(textOf(choice == Choice::Base ? base
                    : choice == Choice::Card    ? card
                                                : device)));
    }
}

void TestMerge::editDeleteKeepsTheEdit()
{
    const Tree base = mo("  A\n    B = 1\n    C = 1\n");
    const Tree gone = mo("");
    const Tree edited = mo("  A\n    B = 2\n    C = 1\n");
    QCOMPARE(mergeTrees(&base, gone, edited).suggested, std::vector{Choice::Card});
    QCOMPARE(mergeTrees(&base, edited, gone).suggested, std::vector{Choice::Device});
    const Merge merge = mergeTrees(&base, gone, edited);
    const Outcome outcome = carryOut(&base, gone, edited, merge.suggested);
    QCOMPARE(shown(textOf(outcome.device)), shown(textOf(edited)));
    QCOMPARE(shown(textOf(outcome.card)), shown(textOf(edited)));
}

void TestMerge::editDeleteOfAnMo()
{
    const Tree base = treeOf("X\n  M  node  urn:mo:m:1.0\n    A = 1\n");
    const Tree device;
    const Tree card = treeOf("X\n  M  node  urn:mo:m:1.0\n    A = 2\n");
    const Merge merge = mergeTrees(&base, device, card);
    compare(textOf(merge.conflicts), "edit-delete ./X/M:  | - |  !./X/M/A\n");
    const Outcome kept = carryOut(&base, device, card, {Choice::Card});
    QCOMPARE(shown(textOf(kept.device)), shown(textOf(card)));
    const Outcome lost = carryOut(&base, device, card, {Choice::Device});
    QCOMPARE(shown(textOf(lost.card)), QStringLiteral("X\n"));
    const Outcome back = carryOut(&base, device, card, {Choice::Base});
    QCOMPARE(shown(textOf(back.card)), shown(textOf(base)));
    QCOMPARE(shown(textOf(back.device)), shown(textOf(base)));
}

void TestMerge::choicesDecide_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("base") << static_cast<int>(Choice::Base);
    QTest::newRow("card") << static_cast<int>(Choice::Card);
    QTest::newRow("device") << static_cast<int>(Choice::Device);
}

void TestMerge::choicesDecide()
{
    QFETCH(const int, choice);
    const auto taken = static_cast<Choice>(choice);
    const Tree base = mo("  A = 1\n  B\n    C = 1\n  D = 1\n");
    const Tree device = mo("  A = 2\n  B = leaf\n  D = 5\n  E : int = 4\n");
    const Tree card = mo("  A = 3\n  B\n    C = 9\n  E = x\n");
    const Merge merge = mergeTrees(&base, device, card);
    compare(textOf(merge.conflicts), R"(
        value ./M/A value: 1 | 2 | 3
        node-kind ./M/B:  | leaf | 
        edit-delete ./M/D: 1 | 5 | - !./M/D
        add-add ./M/E: - | 4 | x
    )");
    QVERIFY(merge.operations.empty());
    const std::vector<Choice> choices(merge.conflicts.size(), taken);
    const Outcome outcome = carryOut(&base, device, card, choices);
    const Tree& wanted = taken == Choice::Base ? base : taken == Choice::Card ? card : device;
    QCOMPARE(shown(textOf(outcome.device)), shown(textOf(wanted)));
    QCOMPARE(shown(textOf(outcome.card)), shown(textOf(wanted)));
}

void TestMerge::policies()
{
    const Tree base = mo("  A = 1\n  B\n    C = 1\n    D = 1\n  E = 1\n");
    const Tree device = mo("  A [tstamp 20260102T000000Z] = 2\n  B\n    C [tstamp 20260101T000000Z] = 2\n    D = 2\n");
    const Tree card =
        mo("  A [tstamp 20260101T000000Z] = 3\n  B\n    C [tstamp 20260103T000000Z] = 3\n    D = 3\n  E = 3\n");
    const auto suggested = [&](const std::vector<PolicyRule>& rules) {
        return mergeTrees(&base, device, card, rules).suggested;
    };
    const Uri root, m = *Uri::parse("./M"), b = *Uri::parse("./M/B");
    using enum Choice;
    QCOMPARE(suggested({}), (std::vector{Open, Open, Open, Card}));
    QCOMPARE(suggested({{root, MergePolicy::CardWins}}), (std::vector{Card, Card, Card, Card}));
    QCOMPARE(suggested({{root, MergePolicy::DeviceWins}}), (std::vector{Device, Device, Device, Device}));
    QCOMPARE(suggested({{m, MergePolicy::Newest}}), (std::vector{Device, Card, Open, Card}));
    // The nearest rule counts, in whatever order they come.
    QCOMPARE(
        suggested({{b, MergePolicy::Ask}, {root, MergePolicy::DeviceWins}}), (std::vector{Device, Open, Open, Device}));
    QCOMPARE(suggested({{root, MergePolicy::DeviceWins}, {b, MergePolicy::CardWins}, {m, MergePolicy::Newest}}),
        (std::vector{Device, Card, Card, Card}));
}

void TestMerge::firstContactDeletesNothing()
{
    const Tree device =
        treeOf("M  node  urn:mo:m:1.0\n  A = 1\n  B = 1\n  C\n    D = 1\nN  node  urn:mo:n:1.0\n  X = 1\n");
    const Tree card =
        treeOf("M  node  urn:mo:m:1.0\n  A = 1\n  B = 2\n  C\n    E = 1\nO  node  urn:mo:o:1.0\n  X = 1\n");
    const Merge merge = mergeTrees(nullptr, device, card);
    QVERIFY(!merge.hadBase);
    compare(textOf(merge.operations), R"(
        card add ./M/C/D
        device add ./M/C/E
        card add ./N
        device add ./O
    )");
    compare(textOf(merge.conflicts), "add-add ./M/B: - | 1 | 2\n");
    QCOMPARE(merge.suggested, std::vector{Choice::Open});
    const auto refused = resolve(merge, {Choice::Base}, nullptr, device, card);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::BadValue);
}

void TestMerge::mosMeetWhereverTheyHang()
{
    const Tree base = treeOf("Card\n  Mine  node  urn:mo:m:1.0\n    A = 1\n    B = 1\n");
    const Tree device = treeOf("Deep\n  Er\n    Yours  node  urn:mo:m:1.0\n      A = 2\n      B = 1\n");
    const Tree card = treeOf("Card\n  Mine  node  urn:mo:m:1.0\n    A = 1\n    B = 3\n    C = 4\n");
    const Merge merge = mergeTrees(&base, device, card);
    QVERIFY(merge.conflicts.empty());
    compare(textOf(merge.operations), R"(
        card replace ./Card/Mine/A value: 1 -> 2
        device replace ./Deep/Er/Yours/B value: 1 -> 3
        device add ./Deep/Er/Yours/C
    )");
    const Tree other = treeOf("Card\n  Mine  node  urn:mo:m:1.0\n    A = 5\n    B = 1\n");
    compare(textOf(mergeTrees(&base, device, other).conflicts),
        "value ./Deep/Er/Yours/A (./Card/Mine/A) value: 1 | 2 | 5\n");
}

void TestMerge::severalOfOneTypeMeetByKey()
{
    const auto account = [](const std::string& name, const std::string& server, const std::string& port) {
        return "  " + name + "  node  urn:acc\n    Port = " + port + "\n    ServerID = " + server + "\n";
    };
    const Tree base = treeOf("Acc\n" + account("1", "a", "1") + account("2", "b", "1"));
    const Tree device = treeOf("Acc\n" + account("x", "b", "1") + account("y", "a", "7"));
    const Tree card = treeOf("Acc\n" + account("1", "a", "1") + account("2", "b", "8") + account("3", "c", "1"));
    const Merge merge = mergeTrees(&base, device, card);
    QVERIFY(merge.conflicts.empty());
    compare(textOf(merge.operations), R"(
        card replace ./Acc/1/Port value: 1 -> 7
        device replace ./Acc/x/Port value: 1 -> 8
        device add ./Acc/3
    )");
}

void TestMerge::newMosFindAPlace()
{
    // A leaf, another MO and a branch of the same name are in the way; parents are made once.
    const Tree device = treeOf(R"(
        A = leaf
        B  node  urn:mo:b:1.0
          X = 1
        C
          Y = 1
    )");
    const Tree card = treeOf(R"(
        A
          M  node  urn:mo:1
            V = 1
        B
          M  node  urn:mo:2
            V = 2
        C  node  urn:mo:3
          V = 3
        D
          E
            F  node  urn:mo:4
              V = 4
            G  node  urn:mo:5
              V = 5
    )");
    const Tree base;
    const Merge merge = mergeTrees(&base, device, card);
    compare(textOf(ofSide(merge.operations, Side::Device)), R"(
        device add ./M
        device add ./M-2
        device add ./C-2
        device add ./D
        device add ./D/E/G
    )");
    const Outcome outcome = carryOut(&base, device, card, {});
    QCOMPARE(mosOf(outcome.device), mosOf(outcome.card));
    const Merge again = mergeTrees(&outcome.card, outcome.device, outcome.card);
    QCOMPARE(shown(textOf(again.operations)), QString());
    QVERIFY(again.conflicts.empty());
}

void TestMerge::whatIsInNoMoIsLeftAlone()
{
    const Tree base = treeOf("Loose = 1\nI\n  A = 1\nM  node  urn:m\n  A = 1\n");
    const Tree device = treeOf("Loose = 2\nM  node  urn:m\n  A = 1\n");
    const Tree card = treeOf("I\n  A = 7\n  B = 7\nM  node  urn:m\n  A = 1\n");
    const Merge merge = mergeTrees(&base, device, card);
    QVERIFY(merge.operations.empty());
    QVERIFY(merge.conflicts.empty());
}

void TestMerge::aclsComeLast()
{
    const Tree base = mo("  A\n    B = 1\n");
    const Tree device = treeOf("M  node  urn:mo:m:1.0 [acl Get=*]\n  A [acl Get=*]\n    B = 2\n    C = 1\n");
    compare(textOf(mergeTrees(&base, device, base).operations), R"(
        card replace ./M/A/B value: 1 -> 2
        card add ./M/A/C
        card replace ./M/A acl:  -> Get=*
        card replace ./M acl:  -> Get=*
    )");
}

void TestMerge::secretsAreMarked()
{
    const Tree base = mo("  A : chr application/x-secret = old\n");
    const Tree device = mo("  A : chr application/x-secret = new\n");
    const Merge merge = mergeTrees(&base, device, base);
    QCOMPARE(merge.operations.size(), std::size_t{1});
    QVERIFY(merge.operations.front().secret);
}

void TestMerge::resolveRefuses()
{
    const Tree base = mo("  A = 1\n  B = 1\n");
    const Tree device = mo("  A = 2\n  B = 2\n");
    const Tree card = mo("  A = 3\n  B = 3\n");
    const Merge merge = mergeTrees(&base, device, card);
    const auto open = resolve(merge, {Choice::Open, Choice::Open}, &base, device, card);
    QVERIFY(!open);
    QCOMPARE(open.error().kind, ErrorKind::Conflict);
    QVERIFY2(open.error().what.startsWith(u'2'), qPrintable(open.error().what));
    const auto few = resolve(merge, {Choice::Card}, &base, device, card);
    QVERIFY(!few);
    QCOMPARE(few.error().kind, ErrorKind::BadValue);
    // Another tree than the one that was merged.
    const auto other = resolve(merge, {Choice::Card, Choice::Card}, &base, device, base);
    QVERIFY(!other);
    QCOMPARE(other.error().kind, ErrorKind::Conflict);
}

void TestMerge::twiceIsHarmless()
{
    const Tree base = mo("  A = 1\n  B = 1\n");
    const Tree device = mo("  A = 2\n  B = 1\n  C = 1\n");
    const Tree card = mo("  A = 1\n");
    const Outcome outcome = carryOut(&base, device, card, {});
    Tree twice = outcome.card;
    QVERIFY(!applyAll(twice, ofSide(outcome.operations, Side::Card)));
    QCOMPARE(shown(textOf(twice)), shown(textOf(outcome.card)));
}

void TestMerge::digestsPruneWithoutAnotherOutcome()
{
    Tree base = mo("  A\n    B = 1\n    C = 1\n  D\n    E = 1\n");
    Tree device = mo("  A\n    B = 2\n    C = 1\n  D\n    E = 1\n");
    Tree card = mo("  A\n    B = 1\n    C [acl Get=*] = 1\n  D\n    E = 1\n");
    const std::string before = textOf(mergeTrees(&base, device, card).operations);
    for (Tree* tree : {&base, &device, &card})
        tree->refreshDigests();
    QCOMPARE(shown(textOf(mergeTrees(&base, device, card).operations)), shown(before));
    compare(before, R"(
        card replace ./M/A/B value: 1 -> 2
        device replace ./M/A/C acl:  -> Get=*
    )");
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestMerge>(argc, argv);
}

} // namespace dmsc::tst_merge

#include "tst_merge.moc"
