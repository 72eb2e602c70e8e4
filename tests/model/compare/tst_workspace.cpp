// SPDX-License-Identifier: Apache-2.0
#include "model/compare/workspace.h"
#include "tests/support/compare_text.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_workspace {

namespace {

std::shared_ptr<const Tree> shared(Tree tree)
{
    return std::make_shared<const Tree>(std::move(tree));
}

Workspace workspaceOf(std::string_view device, std::string_view card)
{
    Workspace workspace;
    workspace.setCommitted(Side::Device, shared(test::treeOf(device)));
    workspace.setCommitted(Side::Card, shared(test::treeOf(card)));
    return workspace;
}

PairNo pairAt(const Workspace& workspace, Side side, std::string_view uri)
{
    const Tree& tree = workspace.working(side);
    return workspace.aligned().find(side, tree.find(*Uri::parse(uri)), tree);
}

std::string text(const Workspace& workspace)
{
    return test::textOf(workspace.aligned(), workspace.working(Side::Device), workspace.working(Side::Card));
}

std::string aligned(const Workspace& workspace)
{
    const Tree& device = workspace.working(Side::Device);
    const Tree& card = workspace.working(Side::Card);
    return test::textOf(AlignedTree::align(device, card), device, card);
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagesAndTakesBack();
    void stagesAllOrNothing();
    void copiesOverAndGapsDelete();
    void nestedSelectionsCountOnce();
    void selectionsBelowAMissingParent();
    void removesFromTheMiddle();
    void newCommittedTreeKeepsWhatIsStillToDo();
    void movedMosAreCopiedWhereTheyHang();
    void touchedByThePlan();
    void randomWork();
};

void TestWorkspace::stagesAndTakesBack()
{
    Workspace workspace = workspaceOf("A\n  B = 1\n  C = 2\n", "A\n  B = 9\n");
    const std::string before = text(workspace);
    QVERIFY(workspace.stage(*workspace.copyPlan(Side::Device, pairAt(workspace, Side::Device, "./A"))));
    QCOMPARE(workspace.plan().operations().size(), std::size_t{2});
    QCOMPARE(text(workspace), test::golden("= A\n  = B\n  = C\n"));
    QCOMPARE(test::textOf(*workspace.committed(Side::Card)), std::string("A\n  B = 9\n"));
    workspace.unstage(1);
    QCOMPARE(text(workspace), test::golden("= A [1]\n  = B\n  > C [1]\n"));
    workspace.unstage(5);
    QCOMPARE(text(workspace), before);
    QVERIFY(workspace.plan().empty());
}

void TestWorkspace::stagesAllOrNothing()
{
    Workspace workspace = workspaceOf("A = 1\nB = 2\n", "A = 1\nB = 2\n");
    const std::string before = text(workspace);
    const Operation good{Side::Card, Operation::Kind::Replace, *Uri::parse("./A"), Property::Value, "1", "5", {}, {}};
    const Operation bad{Side::Card, Operation::Kind::Replace, *Uri::parse("./B"), Property::Value, "9", "5", {}, {}};
    const auto staged = workspace.stage({good, bad});
    QCOMPARE(staged.error().kind, ErrorKind::Conflict);
    QCOMPARE(text(workspace), before);
    QVERIFY(workspace.plan().empty());
}

void TestWorkspace::copiesOverAndGapsDelete()
{
    Workspace workspace = workspaceOf("A\n  B = 1\n", "A\n  C = 2\n");
    const auto remove = workspace.copyPlan(Side::Device, pairAt(workspace, Side::Card, "./A/C"));
    QCOMPARE(remove->size(), std::size_t{1});
    QVERIFY(remove->front().kind == Operation::Kind::Delete);
    QVERIFY(workspace.stage(*remove));
    QCOMPARE(text(workspace), test::golden("= A [1]\n  > B [1]\n"));
    QVERIFY(workspace.stage(*workspace.copyPlan(Side::Device, kRootPair)));
    QCOMPARE(text(workspace), test::golden("= A\n  = B\n"));
}

void TestWorkspace::nestedSelectionsCountOnce()
{
    const Workspace workspace = workspaceOf("A\n  B = 1\n  C = 2\nD = 3\n", "");
    const PairNo a = pairAt(workspace, Side::Device, "./A");
    const PairNo b = pairAt(workspace, Side::Device, "./A/B");
    const PairNo d = pairAt(workspace, Side::Device, "./D");
    const auto plan = workspace.copyPlan(Side::Device, std::vector{d, b, a, b});
    QCOMPARE(plan->size(), std::size_t{2});
}

void TestWorkspace::selectionsBelowAMissingParent()
{
    Workspace workspace = workspaceOf("A\n  B\n    C = 1\n    D = 2\n    E = 3\n  F\n    G = 4\n", "");
    std::vector<PairNo> pairs;
    for (const char* uri : {"./A/B/C", "./A/B/E", "./A/F/G"})
        pairs.push_back(pairAt(workspace, Side::Device, uri));
    const auto staged = workspace.stage(*workspace.copyPlan(Side::Device, pairs));
    QVERIFY2(staged, staged ? "" : qPrintable(staged.error().text()));
    QCOMPARE(
        test::textOf(workspace.working(Side::Card)), std::string("A\n  B\n    C = 1\n    E = 3\n  F\n    G = 4\n"));
    workspace.unstage(3);
    QCOMPARE(workspace.working(Side::Card).size(), std::size_t{1});
}

void TestWorkspace::removesFromTheMiddle()
{
    Workspace workspace = workspaceOf("A = 1\nB\n  C = 2\nD = 3\n", "");
    for (const char* uri : {"./A", "./B", "./D"})
        QVERIFY(workspace.stage(*workspace.copyPlan(Side::Device, pairAt(workspace, Side::Device, uri))));
    const Operation edit{Side::Card, Operation::Kind::Replace, *Uri::parse("./B/C"), Property::Value, "2", "5", {}, {}};
    QVERIFY(workspace.stage({edit}));
    QCOMPARE(workspace.removeAt(1), std::size_t{2});
    QCOMPARE(test::textOf(workspace.working(Side::Card)), std::string("A = 1\nD = 3\n"));
    QCOMPARE(text(workspace), aligned(workspace));
}

void TestWorkspace::newCommittedTreeKeepsWhatIsStillToDo()
{
    Workspace workspace = workspaceOf("A = 1\nB = 2\n", "");
    for (const char* uri : {"./A", "./B"})
        QVERIFY(workspace.stage(*workspace.copyPlan(Side::Device, pairAt(workspace, Side::Device, uri))));
    const auto gone = workspace.setCommitted(Side::Card, shared(test::treeOf("A = 1\n")));
    QCOMPARE(gone.size(), std::size_t{1});
    QVERIFY(gone.front().uri == *Uri::parse("./A"));
    QCOMPARE(workspace.plan().operations().size(), std::size_t{1});
    QCOMPARE(text(workspace), test::golden("= A\n= B\n"));
}

void TestWorkspace::movedMosAreCopiedWhereTheyHang()
{
    Workspace workspace =
        workspaceOf("DMAcc\n  Op  node  urn:x\n    Name = A\n", "S\n  One  node  urn:x\n    Name = B\n");
    const auto plan = workspace.copyPlan(Side::Device, pairAt(workspace, Side::Device, "./DMAcc/Op"));
    QCOMPARE(plan->size(), std::size_t{1});
    QVERIFY(plan->front().uri == *Uri::parse("./S/One/Name"));
    QVERIFY(workspace.stage(*plan));
    QVERIFY(
        workspace.uriOn(Side::Card, pairAt(workspace, Side::Device, "./DMAcc/Op/Name")) == *Uri::parse("./S/One/Name"));
    QCOMPARE(workspace.aligned().at(kRootPair).counts.total(), std::uint32_t{1}); // it still hangs elsewhere
}

void TestWorkspace::touchedByThePlan()
{
    Workspace workspace = workspaceOf("A\n  B = 1\nC = 1\n", "C = 1\n");
    QVERIFY(workspace.stage(*workspace.copyPlan(Side::Device, pairAt(workspace, Side::Device, "./A"))));
    QVERIFY(workspace.isTouched(Side::Card, *Uri::parse("./A")));
    QVERIFY(workspace.isTouched(Side::Card, *Uri::parse("./A/B")));
    QVERIFY(!workspace.isTouched(Side::Device, *Uri::parse("./A/B")));
    QVERIFY(!workspace.isTouched(Side::Card, *Uri::parse("./C")));
}

void TestWorkspace::randomWork()
{
    for (std::uint32_t seed = 0; seed < 80; ++seed) {
        test::RandomTrees random(seed);
        Tree device = random.tree(60);
        Tree card = device;
        for (std::uint32_t i = random.below(30); i-- > 0;)
            random.edit(card);
        const std::string deviceText = test::textOf(device);
        const std::string cardText = test::textOf(card);
        Workspace workspace;
        workspace.setCommitted(Side::Device, shared(std::move(device)));
        workspace.setCommitted(Side::Card, shared(std::move(card)));
        for (int step = 0; step < 20; ++step) {
            std::vector<PairNo> pairs;
            for (std::uint32_t i = 1 + random.below(4); i-- > 0;)
                pairs.push_back(PairNo{random.below(static_cast<std::uint32_t>(workspace.aligned().size()))});
            const Side from = random.chance(50) ? Side::Device : Side::Card;
            if (random.chance(70)) {
                // The root can only be made equal, never go.
                if (const auto plan = workspace.copyPlan(from, pairs))
                    (void)workspace.stage(*plan);
            } else if (!workspace.plan().empty()) {
                workspace.removeAt(random.below(static_cast<std::uint32_t>(workspace.plan().operations().size())));
            }
            QVERIFY2(text(workspace) == aligned(workspace),
                qPrintable(QStringLiteral("seed %1 step %2").arg(seed).arg(step)));
        }
        workspace.unstage(workspace.plan().operations().size());
        QCOMPARE(test::textOf(workspace.working(Side::Device)), deviceText);
        QCOMPARE(test::textOf(workspace.working(Side::Card)), cardText);
    }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestWorkspace>(argc, argv);
}

} // namespace dmsc::tst_workspace

#include "tst_workspace.moc"
