// SPDX-License-Identifier: Apache-2.0
#include "model/tree/limits.h"
#include "model/tree/tree.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QTest>

#include <map>

namespace dmsc::tst_tree {

namespace {

NodeId at(const Tree& tree, std::string_view uri)
{
    return tree.find(*Uri::parse(uri));
}

/// A tree as simple as can be: nodes by URI.
class NaiveTree
{
public:
    explicit NaiveTree(const Tree& tree) { take(tree, Tree::root()); }

    void remove(const std::string& uri)
    {
        std::erase_if(m_nodes, [&](const auto& entry) { return isBelow(entry.first, uri); });
    }

    void rename(const std::string& uri, const std::string& name)
    {
        const std::string target = uri.substr(0, uri.rfind('/') + 1) + name;
        std::map<std::string, NodeData> moved;
        for (const auto& [place, data] : m_nodes)
            moved[isBelow(place, uri) ? target + place.substr(uri.size()) : place] = data;
        moved[target].name = name;
        m_nodes = std::move(moved);
    }

    NodeData& operator[](const std::string& uri) { return m_nodes[uri]; }
    friend bool operator==(const NaiveTree&, const NaiveTree&) = default;

private:
    static bool isBelow(const std::string& place, const std::string& uri)
    {
        return place == uri || place.starts_with(uri + "/");
    }

    void take(const Tree& tree, NodeId id)
    {
        m_nodes[tree.uri(id).text()] = tree.data(id);
        for (const NodeId below : tree.children(id))
            take(tree, below);
    }

    std::map<std::string, NodeData> m_nodes;
};

bool childrenInOrder(const Tree& tree, NodeId id)
{
    const auto list = tree.children(id);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0 && tree.name(list[i - 1]) >= tree.name(list[i]))
            return false;
        if (tree.parent(list[i]) != id || !tree.contains(list[i]) || !childrenInOrder(tree, list[i]))
            return false;
    }
    return true;
}

} // namespace

class TestTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newTreeIsARoot();
    void addAndLook();
    void TND_8_2_2_noTwoSiblingsOfOneName();
    void TND_8_2_leavesHaveNoChildren();
    void TND_8_2_kindNeverChanges();
    void REPU_4_1_6_5_rootStays();
    void limits_();
    void errorsLeaveTheTreeAlone();
    void namesMayPointIntoTheTree();
    void addSubtreeCopiesEverything();
    void addSubtreeIntoItself();
    void addSubtreeTooDeepAddsNothing();
    void copiesAreIndependent();
    void randomEditsAgainstAMap();
    void builderEqualsAdd();
    void builderRefuses();
    void garbageIsDropped();
    void manyChildren();
};

void TestTree::newTreeIsARoot()
{
    const Tree tree;
    QCOMPARE(tree.size(), std::size_t{1});
    QVERIFY(tree.isInterior(Tree::root()));
    QVERIFY(tree.name(Tree::root()) == ".");
    QVERIFY(tree.parent(Tree::root()) == kNoNode);
    QVERIFY(tree.children(Tree::root()).empty());
    QVERIFY(tree.find(Uri()) == Tree::root());
    QVERIFY(tree.uri(Tree::root()).isRoot());
    QVERIFY(!tree.contains(NodeId{1}));
    QVERIFY(!tree.contains(kNoNode));
}

void TestTree::addAndLook()
{
    const Tree tree = test::treeOf("B\n  Y = 2\n  X = 1\nA = 0\na = 3\n");
    QCOMPARE(test::textOf(tree), std::string("A = 0\nB\n  X = 1\n  Y = 2\na = 3\n"));
    QCOMPARE(tree.depth(at(tree, "./B/X")), std::size_t{2});
    QCOMPARE(tree.subtreeSize(at(tree, "./B")), std::size_t{3});
    QCOMPARE(tree.subtreeSize(Tree::root()), tree.size());
    QVERIFY(at(tree, "./B/Z") == kNoNode);
    QVERIFY(at(tree, "./A/Z") == kNoNode);
    QVERIFY(tree.isWithin(at(tree, "./B/X"), at(tree, "./B")));
    QVERIFY(!tree.isWithin(at(tree, "./A"), at(tree, "./B")));
}

void TestTree::TND_8_2_2_noTwoSiblingsOfOneName()
{
    Tree tree = test::treeOf("A = 1\nB = 2\n");
    const auto again = tree.add(Tree::root(), {"A", Format::Chr, {}, "x", {}, {}, {}, {}});
    QCOMPARE(again.error().kind, ErrorKind::Exists);
    QCOMPARE(again.error().where, QStringLiteral("./A"));
    QCOMPARE(tree.rename(at(tree, "./B"), "A").error().kind, ErrorKind::Exists);
    QVERIFY(tree.rename(at(tree, "./B"), "B"));
    QCOMPARE(test::textOf(tree), std::string("A = 1\nB = 2\n"));
}

void TestTree::TND_8_2_leavesHaveNoChildren()
{
    Tree tree = test::treeOf("A = 1\n");
    QCOMPARE(tree.add(at(tree, "./A"), {"B", {}, {}, {}, {}, {}, {}, {}}).error().kind, ErrorKind::NotAllowed);
    QVERIFY(!tree.add(Tree::root(), {"B", Format::Node, {}, "value", {}, {}, {}, {}}));
}

void TestTree::TND_8_2_kindNeverChanges()
{
    Tree tree = test::treeOf("A = 1\nB\n");
    QCOMPARE(tree.setFormat(at(tree, "./A"), Format::Node).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(tree.setFormat(at(tree, "./B"), Format::Chr).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(tree.setValue(at(tree, "./B"), "1").error().kind, ErrorKind::NotAllowed);
    QVERIFY(tree.setFormat(at(tree, "./A"), Format::Int));
    QVERIFY(tree.format(at(tree, "./A")) == Format::Int);
}

void TestTree::REPU_4_1_6_5_rootStays()
{
    Tree tree;
    QCOMPARE(tree.remove(Tree::root()).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(tree.rename(Tree::root(), "x").error().kind, ErrorKind::NotAllowed);
}

void TestTree::limits_()
{
    Tree tree;
    NodeId parent = Tree::root();
    for (std::size_t depth = 0; depth < limits::kMaxDepth; ++depth) {
        const auto added = tree.add(parent, {"a", {}, {}, {}, {}, {}, {}, {}});
        QVERIFY(added);
        parent = *added;
    }
    QCOMPARE(tree.add(parent, {"a", {}, {}, {}, {}, {}, {}, {}}).error().kind, ErrorKind::Limit);
    const auto refused = [&](const NodeData& data) { return tree.add(Tree::root(), data).error().kind; };
    QCOMPARE(refused({std::string(limits::kMaxNameBytes + 1, 'x'), {}, {}, {}, {}, {}, {}, {}}), ErrorKind::Limit);
    QCOMPARE(refused({"b", {}, std::string(limits::kMaxTypeBytes + 1, 'x'), {}, {}, {}, {}, {}}), ErrorKind::Limit);
    QCOMPARE(refused({"b", {}, {}, {}, {}, std::string(limits::kMaxTitleBytes + 1, 'x'), {}, {}}), ErrorKind::Limit);
    QCOMPARE(refused({"b", {}, {}, {}, "no ACL", {}, {}, {}}), ErrorKind::BadValue);
    QCOMPARE(refused({"..", {}, {}, {}, {}, {}, {}, {}}), ErrorKind::BadValue);
    QCOMPARE(tree.size(), limits::kMaxDepth + 1);
}

void TestTree::errorsLeaveTheTreeAlone()
{
    Tree tree = test::treeOf("A [acl Get=a] [title t] = 1\n");
    const std::string before = test::textOf(tree);
    const NodeId a = at(tree, "./A");
    QVERIFY(!tree.setAcl(a, "nonsense"));
    QVERIFY(!tree.setTitle(a, std::string(limits::kMaxTitleBytes + 1, 'x')));
    QVERIFY(!tree.setType(a, std::string(limits::kMaxTypeBytes + 1, 'x')));
    QVERIFY(!tree.rename(a, "a/b"));
    QCOMPARE(test::textOf(tree), before);
}

void TestTree::namesMayPointIntoTheTree()
{
    for (int i = 0; i < 200; ++i) {
        Tree tree = test::treeOf("A\n  " + std::string(static_cast<std::size_t>(i) + 1, 'n') + " = x\nB = y\n");
        const NodeId leaf = tree.children(at(tree, "./A")).front();
        const std::string name(tree.name(leaf));
        QVERIFY(tree.rename(at(tree, "./B"), tree.name(leaf)));
        QVERIFY(tree.setValue(leaf, tree.name(leaf)));
        QVERIFY(tree.value(leaf) == name);
        QVERIFY(tree.child(Tree::root(), name) != kNoNode);
    }
}

void TestTree::addSubtreeCopiesEverything()
{
    const Tree source = test::treeOf(R"(
        A  node  urn:x [acl Get=*] [title t] [tstamp 20261124T000000Z] [verno 2]
          B : bin image/png [acl Get=a] = \x00
          C
            D = 1)");
    Tree tree = test::treeOf("E = 1\n");
    const auto added = tree.addSubtree(Tree::root(), "Z", source, at(source, "./A"));
    QVERIFY(added);
    std::string expected = test::textOf(source, at(source, "./A"));
    expected[0] = 'Z';
    QCOMPARE(test::textOf(tree, *added), expected);
    QVERIFY(tree.addSubtree(*added, "Copy", tree, at(tree, "./E")));
    QVERIFY(tree.value(at(tree, "./Z/Copy")) == "1");
}

void TestTree::addSubtreeIntoItself()
{
    Tree tree = test::treeOf("A\n  B\n    C = 1\n");
    QVERIFY(tree.addSubtree(at(tree, "./A/B"), "A2", tree, at(tree, "./A")));
    QCOMPARE(test::textOf(tree), test::normalText("A\n  B\n    A2\n      B\n        C = 1\n    C = 1\n"));
    QVERIFY(tree.addSubtree(at(tree, "./A"), "A3", tree, at(tree, "./A")));
    QCOMPARE(tree.size(), std::size_t{1 + 6 + 6});
}

void TestTree::addSubtreeTooDeepAddsNothing()
{
    Tree deep;
    NodeId parent = Tree::root();
    for (std::size_t depth = 0; depth < limits::kMaxDepth; ++depth)
        parent = *deep.add(parent, {"a", {}, {}, {}, {}, {}, {}, {}});
    Tree tree = test::treeOf("X\n");
    const auto added = tree.addSubtree(at(tree, "./X"), "Y", deep, deep.children(Tree::root()).front());
    QCOMPARE(added.error().kind, ErrorKind::Limit);
    QCOMPARE(test::textOf(tree), std::string("X\n"));
    QCOMPARE(tree.size(), std::size_t{2});
}

void TestTree::copiesAreIndependent()
{
    Tree tree = test::treeOf("A = 1\n");
    const Tree copy = tree;
    QVERIFY(tree.setValue(at(tree, "./A"), "2"));
    QVERIFY(tree.setAcl(at(tree, "./A"), "Get=*"));
    QCOMPARE(test::textOf(copy), std::string("A = 1\n"));
}

void TestTree::randomEditsAgainstAMap()
{
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        test::RandomTrees random(seed);
        Tree tree = random.tree(40);
        NaiveTree naive(tree);
        for (int step = 0; step < 150; ++step) {
            const NodeId id = random.anyNode(tree);
            const std::string uri = tree.uri(id).text();
            const std::string value = std::to_string(random.below(1000));
            switch (random.below(8)) {
            case 0:
            case 1: {
                const NodeData data = random.chance(60) ? random.leaf() : random.interior();
                if (const auto added = tree.isInterior(id) ? tree.add(id, data) : fail(ErrorKind::NotAllowed, {}))
                    naive[tree.uri(*added).text()] = data;
                break;
            }
            case 2:
                if (tree.remove(id))
                    naive.remove(uri);
                break;
            case 3: {
                const std::string name = random.name();
                if (tree.rename(id, name) && tree.name(id) == name && uri != tree.uri(id).text())
                    naive.rename(uri, name);
                break;
            }
            case 4:
                if (tree.setValue(id, value))
                    naive[uri].value = value;
                break;
            case 5:
                QVERIFY(tree.setAcl(id, "Get=" + value));
                naive[uri].acl = "Get=" + value;
                break;
            case 6:
                QVERIFY(tree.setType(id, value));
                naive[uri].type = value;
                break;
            default:
                tree.setVerNo(id, static_cast<std::uint16_t>(step));
                naive[uri].verNo = static_cast<std::uint16_t>(step);
                break;
            }
        }
        QVERIFY2(naive == NaiveTree(tree), qPrintable(QString::number(seed)));
        QVERIFY(childrenInOrder(tree, Tree::root()));
        QCOMPARE(tree.subtreeSize(Tree::root()), tree.size());
    }
}

void TestTree::builderEqualsAdd()
{
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        test::RandomTrees random(seed);
        const Tree added = random.tree(80);
        Tree built = test::treeOf(test::textOf(added));
        QCOMPARE(test::textOf(built), test::textOf(added));
        QCOMPARE(built.size(), added.size());
        // A built tree takes changes like any other.
        Tree changed = added;
        test::RandomTrees one(seed), two(seed);
        for (int i = 0; i < 30; ++i) {
            one.add(built);
            two.add(changed);
        }
        QVERIFY(childrenInOrder(built, Tree::root()));
        QVERIFY(built.size() > added.size());
    }
}

void TestTree::builderRefuses()
{
    TreeBuilder twins;
    QVERIFY(twins.open("A") && twins.close() && twins.open("A") && twins.close());
    QCOMPARE(twins.finish().error().kind, ErrorKind::Exists);

    TreeBuilder leaf;
    QVERIFY(leaf.open("A") && leaf.setValue("1") && leaf.open("B") && leaf.close());
    QCOMPARE(leaf.close().error().kind, ErrorKind::Syntax);

    TreeBuilder root;
    QVERIFY(!root.close());
    QVERIFY(!root.setValue("1"));
    QVERIFY(!root.open("a/b"));
    QVERIFY(!root.setAcl("nonsense"));

    TreeBuilder open;
    QVERIFY(open.open("A"));
    QVERIFY(!open.finish());

    TreeBuilder deep;
    for (std::size_t depth = 0; depth < limits::kMaxDepth; ++depth)
        QVERIFY(deep.open("a"));
    QCOMPARE(deep.open("a").error().kind, ErrorKind::Limit);
}

void TestTree::garbageIsDropped()
{
    Tree tree = test::treeOf("A\n  Big = x\n  Small = y\nB = z\n");
    const std::string big(100'000, 'b');
    const NodeId id = at(tree, "./A/Big");
    for (int i = 0; i < 1000; ++i)
        QVERIFY(tree.setValue(id, big + std::to_string(i)));
    QVERIFY2(tree.bytes() < 8u << 20, qPrintable(QString::number(tree.bytes())));
    QVERIFY(tree.value(id) == big + "999");
    QVERIFY(tree.value(at(tree, "./A/Small")) == "y");
    QVERIFY(tree.value(at(tree, "./B")) == "z");
    // Nodes that come and go: ids, child lists and digests are used again.
    for (int i = 0; i < 100'000; ++i) {
        const auto added = tree.add(Tree::root(), {"C", {}, {}, {}, {}, {}, {}, {}});
        QVERIFY(added && tree.add(*added, {"D", Format::Chr, {}, "1", {}, {}, {}, {}}) && tree.remove(*added));
    }
    QVERIFY2(tree.bytes() < 16u << 20, qPrintable(QString::number(tree.bytes())));
    QCOMPARE(tree.size(), std::size_t{5});
    QVERIFY(childrenInOrder(tree, Tree::root()));
}

void TestTree::manyChildren()
{
    Tree tree;
    for (int i = 0; i < 20'000; ++i)
        QVERIFY(tree.add(Tree::root(), {std::to_string(i * 7919 % 20'000), Format::Int, {}, "1", {}, {}, {}, {}}));
    QVERIFY(childrenInOrder(tree, Tree::root()));
    QVERIFY(tree.child(Tree::root(), "12345") != kNoNode);
    QVERIFY(tree.child(Tree::root(), "20000") == kNoNode);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestTree>(argc, argv);
}

} // namespace dmsc::tst_tree

#include "tst_tree.moc"
