// SPDX-License-Identifier: Apache-2.0
#include "model/compare/plan.h"
#include "tests/support/compare_text.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_plan {

namespace {

Uri uri(std::string_view text)
{
    return *Uri::parse(text);
}

Operation replaceValue(std::string_view at, std::string before, std::string after)
{
    return {
        Side::Device, Operation::Kind::Replace, uri(at), Property::Value, std::move(before), std::move(after), {}, {}};
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operationsDoWhatTheySay();
    void operationsExpectTheOldState();
    void allOrNone();
    void inverseTakesBack();
    void copyMakesEqual();
    void copyAddsMissingParents();
    void copyBelowALeafIsRefused();
    void randomCopiesMakeEqualAndCanBeTakenBack();
    void planCountsBytes();
    void planLosesWhatDependsOnWhatIsRemoved();
};

void TestPlan::operationsDoWhatTheySay()
{
    Tree tree = test::treeOf("A\n  B = 1\n");
    QVERIFY(apply(tree, replaceValue("./A/B", "1", "2")));
    Operation rename{Side::Device, Operation::Kind::Replace, uri("./A/B"), Property::Name, "B", "C", {}, {}};
    QVERIFY(apply(tree, rename));
    Operation acl{Side::Device, Operation::Kind::Replace, uri("./A"), Property::Acl, "", "Get=*", {}, {}};
    QVERIFY(apply(tree, acl));
    Operation format{Side::Device, Operation::Kind::Replace, uri("./A/C"), Property::Format, "chr", "int", {}, {}};
    QVERIFY(apply(tree, format));
    QCOMPARE(test::textOf(tree), std::string("A [acl Get=*]\n  C : int = 2\n"));
    Operation add{Side::Device, Operation::Kind::Add, uri("./Z"), Property::Value, {}, {}, {}, {}};
    add.added = takeSubtree(tree, tree.find(uri("./A")));
    QVERIFY(apply(tree, add));
    QVERIFY(apply(tree, {Side::Device, Operation::Kind::Delete, uri("./A"), {}, {}, {}, {}, {}}));
    QCOMPARE(test::textOf(tree), std::string("Z [acl Get=*]\n  C : int = 2\n"));
}

void TestPlan::operationsExpectTheOldState()
{
    Tree tree = test::treeOf("A\n  B = 1\n");
    const std::string before = test::textOf(tree);
    const auto kindOf = [&](const Operation& operation) { return apply(tree, operation).error().kind; };
    QCOMPARE(kindOf(replaceValue("./A/B", "7", "2")), ErrorKind::Conflict);
    QCOMPARE(kindOf(replaceValue("./A/X", "1", "2")), ErrorKind::Conflict);
    QCOMPARE(kindOf(replaceValue("./A", "", "2")), ErrorKind::NotAllowed);
    Operation add{Side::Device, Operation::Kind::Add, uri("./A/B"), {}, {}, {}, {}, {}};
    QCOMPARE(kindOf(add), ErrorKind::BadValue);
    add.added = takeSubtree(tree, tree.find(uri("./A/B")));
    QCOMPARE(kindOf(add), ErrorKind::Conflict);
    add.uri = uri("./X/B");
    QCOMPARE(kindOf(add), ErrorKind::Conflict);
    Operation remove{Side::Device, Operation::Kind::Delete, uri("./A"), {}, {}, {}, {}, {}};
    const Tree other = test::treeOf("A\n  B = 2\n");
    remove.removed = takeSubtree(other, other.find(uri("./A")));
    QCOMPARE(kindOf(remove), ErrorKind::Conflict);
    QCOMPARE(apply(tree, remove).error().where, QStringLiteral("./A"));
    QCOMPARE(test::textOf(tree), before);
}

void TestPlan::allOrNone()
{
    Tree tree = test::treeOf("A\n  B [tstamp 20261124T000000Z] = 1\nC = 2\n");
    const std::string before = test::textOf(tree);
    const auto done = applyAll(tree,
        {replaceValue("./C", "2", "3"), {Side::Device, Operation::Kind::Delete, uri("./A"), {}, {}, {}, {}, {}},
            replaceValue("./A/B", "1", "2")});
    QVERIFY(!done);
    QCOMPARE(done.error().where, QStringLiteral("./A/B"));
    QCOMPARE(test::textOf(tree), before);
}

void TestPlan::inverseTakesBack()
{
    const Operation rename{Side::Card, Operation::Kind::Replace, uri("./A/B"), Property::Name, "B", "C", {}, {}};
    const Operation back = inverse(rename);
    QVERIFY(back.uri == uri("./A/C"));
    QCOMPARE(back.before, std::string("C"));
    QCOMPARE(back.after, std::string("B"));
    QVERIFY(back.side == Side::Card);
    QVERIFY(inverse(back).uri == rename.uri);
}

void TestPlan::copyMakesEqual()
{
    const Tree source = test::treeOf("A [acl Get=*]\n  B : int [title t] = 5\n  C\n    D = 1\n");
    Tree destination = test::treeOf("A\n  B = 4\n  X\n    Y = 1\n");
    const auto plan = planCopy(source, source.find(uri("./A")), destination, uri("./A"), Side::Card);
    QVERIFY(plan);
    QCOMPARE(plan->size(), std::size_t{6}); // ACL, Format, value, Title, add C, delete X
    for (const Operation& operation : *plan)
        QVERIFY(operation.side == Side::Card);
    QVERIFY(applyAll(destination, *plan));
    QCOMPARE(test::textOf(destination), test::textOf(source));
    QVERIFY(planCopy(source, source.find(uri("./A")), destination, uri("./A"), Side::Card)->empty());
}

void TestPlan::copyAddsMissingParents()
{
    const Tree source = test::treeOf("A  node  urn:x [acl Get=*]\n  B\n    C = 1\n  Not = copied\n");
    Tree destination;
    const auto same = planCopy(source, source.find(uri("./A/B/C")), destination, uri("./A/B/C"), Side::Card);
    QCOMPARE(same->size(), std::size_t{1});
    QVERIFY(applyAll(destination, *same));
    QCOMPARE(test::textOf(destination), std::string("A  node  urn:x [acl Get=*]\n  B\n    C = 1\n"));
    const auto elsewhere = planCopy(source, source.find(uri("./A/B")), destination, uri("./X/Y"), Side::Card);
    QVERIFY(applyAll(destination, *elsewhere));
    QCOMPARE(test::textOf(destination, destination.find(uri("./X"))), std::string("X\n  Y\n    C = 1\n"));
}

void TestPlan::copyBelowALeafIsRefused()
{
    const Tree source = test::treeOf("A\n  B = 1\n");
    const Tree destination = test::treeOf("A = 1\n");
    const auto plan = planCopy(source, source.find(uri("./A/B")), destination, uri("./A/B"), Side::Card);
    QCOMPARE(plan.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(plan.error().where, QStringLiteral("./A"));
    QVERIFY(!planCopy(source, source.find(uri("./A/B")), destination, uri("."), Side::Card));
}

void TestPlan::randomCopiesMakeEqualAndCanBeTakenBack()
{
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        test::RandomTrees random(seed);
        const Tree source = random.tree(60);
        Tree destination = random.chance(70) ? source : random.tree(30);
        for (std::uint32_t i = random.below(20); i-- > 0;)
            random.edit(destination);
        const std::string before = test::textOf(destination);
        const NodeId from = random.anyNode(source);
        const Uri target = source.uri(from);
        const auto plan = planCopy(source, from, destination, target, Side::Device);
        if (!plan)
            continue; // below a leaf
        QVERIFY2(applyAll(destination, *plan), qPrintable(QString::number(seed)));
        const NodeId copied = destination.find(target);
        QVERIFY(copied != kNoNode);
        QVERIFY2(diff(source, from, destination, copied).empty(), qPrintable(QString::number(seed)));
        QVERIFY(applyAll(destination, inverse(*plan)));
        QCOMPARE(test::textOf(destination), before);
    }
}

void TestPlan::planCountsBytes()
{
    const Tree source = test::treeOf("Abc\n  Name = value\n");
    Plan plan;
    plan.append(*planCopy(source, source.find(uri("./Abc")), Tree(), uri("./Abc"), Side::Card));
    QCOMPARE(plan.bytesToStore(Side::Card), std::size_t{3 + 4 + 5});
    QCOMPARE(plan.bytesToStore(Side::Device), std::size_t{0});
    plan.append({replaceValue("./x", "1", "1234")});
    QCOMPARE(plan.bytesToStore(Side::Device), std::size_t{4});
    QCOMPARE(plan.forSide(Side::Card).size(), std::size_t{1});
    plan.removeLast(1);
    QCOMPARE(plan.operations().size(), std::size_t{1});
    plan.removeLast(9);
    QVERIFY(plan.empty());
}

void TestPlan::planLosesWhatDependsOnWhatIsRemoved()
{
    const Tree device = test::treeOf("A = 1\nB = 2\n");
    Plan plan;
    plan.append({replaceValue("./A", "1", "5"), replaceValue("./B", "2", "6"), replaceValue("./A", "5", "7")});
    QCOMPARE(plan.remove(0, device, Tree()), std::size_t{2});
    QCOMPARE(plan.operations().size(), std::size_t{1});
    QVERIFY(plan.operations().front().uri == uri("./B"));
    QCOMPARE(plan.remove(7, device, Tree()), std::size_t{0});
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestPlan>(argc, argv);
}

} // namespace dmsc::tst_plan

#include "tst_plan.moc"
