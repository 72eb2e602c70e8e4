// SPDX-License-Identifier: Apache-2.0
#include "tests/support/compare_text.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <set>

namespace dmsc::tst_diff {

namespace {

/// The diff by URI alone, as plainly as can be: what each URI has on either side.
std::set<std::string> plainDiff(const Tree& left, const Tree& right)
{
    std::set<std::string> lines;
    const auto only = [&](const auto& self, const Tree& tree, NodeId id, const std::string& word) -> void {
        if (tree.children(id).empty())
            lines.insert(word + " " + tree.uri(id).text());
        for (const NodeId below : tree.children(id))
            self(self, tree, below, word);
    };
    const auto both = [&](const auto& self, NodeId l, NodeId r) -> void {
        const auto meant = [](const Tree& tree, NodeId id) {
            return tree.type(id).empty() && !tree.isInterior(id) ? std::string_view("text/plain") : tree.type(id);
        };
        const auto changed = [&](bool differs, const char* property) {
            if (differs)
                lines.insert("replace " + left.uri(l).text() + " " + property);
        };
        changed(left.value(l) != right.value(r), "value");
        changed(left.format(l) != right.format(r), "format");
        changed(meant(left, l) != meant(right, r), "type");
        changed(left.acl(l) != right.acl(r), "acl");
        changed(left.title(l) != right.title(r), "title");
        for (const NodeId below : left.children(l)) {
            const NodeId other = right.child(r, left.name(below));
            if (other != kNoNode && left.isInterior(below) == right.isInterior(other))
                self(self, below, other);
            else
                only(only, left, below, "delete");
        }
        for (const NodeId below : right.children(r)) {
            const NodeId other = left.child(l, right.name(below));
            if (other == kNoNode || left.isInterior(other) != right.isInterior(below))
                only(only, right, below, "add");
        }
    };
    both(both, Tree::root(), Tree::root());
    return lines;
}

std::set<std::string> linesOf(const std::vector<Difference>& differences, const Tree& left, const Tree& right)
{
    std::set<std::string> lines;
    for (const Difference& d : differences) {
        const std::string uri = uriOf(d, left, right).text();
        lines.insert(d.kind == Operation::Kind::Add ? "add " + uri
                : d.kind == Operation::Kind::Delete ? "delete " + uri
                                                    : "replace " + uri + " " + std::string(propertyName(d.property)));
    }
    return lines;
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalTreesDoNotDiffer();
    void oneChangeIsOneDifference();
    void subtreesAreLeavesAndEmptyInteriorNodes();
    void leafAndInteriorNodeAtOneUri();
    void emptyTypeOfALeafIsTextPlain();
    void optionsLeaveOut();
    void TND_8_3_7_7_mosMatchByIdentifier();
    void mosOfOneTypeMatchByNameThenKey();
    void otherTypeAtTheSameUri();
    void renamedNodesAreOneDifference();
    void aRenameMustBeUnmistakable();
    void randomTreesAgainstThePlainWay();
    void cachedDigestsChangeNothing();
    void hundredChangesInABigTree();
};

void TestDiff::equalTreesDoNotDiffer()
{
    QVERIFY(diff(Tree(), Tree()).empty());
    test::RandomTrees random(1);
    const Tree tree = random.tree(200);
    QVERIFY(diff(tree, tree).empty());
    QVERIFY(diff(tree, test::treeOf(test::textOf(tree))).empty());
}

void TestDiff::oneChangeIsOneDifference()
{
    const char* base = "A\n  B = 1\n  C [acl Get=a] = 2\nD [title t]\n";
    const auto against = [&](const char* text) { return test::diffText(test::treeOf(base), test::treeOf(text)); };
    QCOMPARE(against("A\n  B = 9\n  C [acl Get=a] = 2\nD [title t]\n"), std::string("replace ./A/B value: 1 -> 9\n"));
    QCOMPARE(against("A\n  B : int = 1\n  C [acl Get=a] = 2\nD [title t]\n"),
        std::string("replace ./A/B format: chr -> int\n"));
    QCOMPARE(against("A\n  B : chr text/x = 1\n  C [acl Get=a] = 2\nD [title t]\n"),
        std::string("replace ./A/B type:  -> text/x\n"));
    QCOMPARE(against("A\n  B = 1\n  C = 2\nD [title t]\n"), std::string("replace ./A/C acl: Get=a -> \n"));
    QCOMPARE(against("A\n  B = 1\n  C [acl Get=a] = 2\nD [title u]\n"), std::string("replace ./D title: t -> u\n"));
    QCOMPARE(against("A\n  B = 1\n  BB = 3\n  C [acl Get=a] = 2\nD [title t]\n"), std::string("add ./A/BB = 3\n"));
    QCOMPARE(against("A\n  C [acl Get=a] = 2\nD [title t]\n"), std::string("delete ./A/B = 1\n"));
    QCOMPARE(against(". [acl Get=*]\nA\n  B = 1\n  C [acl Get=a] = 2\nD [title t]\n"),
        std::string("replace . acl:  -> Get=*\n"));
}

void TestDiff::subtreesAreLeavesAndEmptyInteriorNodes()
{
    const Tree left = test::treeOf("A\n  B\n    C = 1\n    D = 2\n  E\nF = 3\n");
    const Tree right = test::treeOf("F = 3\nG\nH\n  I\n    J =\n");
    QCOMPARE(test::diffText(left, right),
        std::string("delete ./A/B/C = 1\ndelete ./A/B/D = 2\ndelete ./A/E\nadd ./G\nadd ./H/I/J = \n"));
    const DifferenceCounts counted = counts(diff(left, right));
    QCOMPARE(counted.added, std::size_t{2});
    QCOMPARE(counted.deleted, std::size_t{3});
    QCOMPARE(counted.replaced, std::size_t{0});
}

void TestDiff::leafAndInteriorNodeAtOneUri()
{
    QCOMPARE(test::diffText(test::treeOf("A = 1\n"), test::treeOf("A\n  B = 2\n")),
        std::string("delete ./A = 1\nadd ./A/B = 2\n"));
}

void TestDiff::emptyTypeOfALeafIsTextPlain()
{
    QCOMPARE(test::diffText(test::treeOf("A = 1\n"), test::treeOf("A : chr text/plain = 1\n")), std::string());
    QCOMPARE(test::diffText(test::treeOf("A\n"), test::treeOf("A  node  text/plain\n")),
        std::string("replace ./A type:  -> text/plain\n"));
}

void TestDiff::optionsLeaveOut()
{
    const Tree left = test::treeOf("A [acl Get=a] [title t] = 1\n");
    const Tree right = test::treeOf("A = 1\n");
    DiffOptions options;
    options.ignoreAcl = true;
    QCOMPARE(test::diffText(left, right, options), std::string("replace ./A title: t -> \n"));
    options.ignoreTitle = true;
    QCOMPARE(test::diffText(left, right, options), std::string());
}

void TestDiff::TND_8_3_7_7_mosMatchByIdentifier()
{
    const Tree left = test::treeOf(R"(
        DMAcc
          Op  node  urn:oma:mo:oma-dm-dmacc:1.0
            Name = A
            ServerID = s
        X = 1)");
    const Tree right = test::treeOf(R"(
        Store
          Accounts
            One  node  urn:oma:mo:oma-dm-dmacc:1.0
              Name = B
              ServerID = s
          More = 2
        X = 1)");
    QCOMPARE(test::diffText(left, right),
        std::string("replace ./DMAcc/Op name: ./DMAcc/Op -> ./Store/Accounts/One\n"
                    "replace ./DMAcc/Op/Name value: A -> B\n"
                    "add ./Store/More = 2\n"));
    DiffOptions byUri;
    byUri.matchMos = false;
    QCOMPARE(counts(diff(left, right, byUri)).added, std::size_t{3});
    QCOMPARE(counts(diff(left, right, byUri)).deleted, std::size_t{2});
}

void TestDiff::mosOfOneTypeMatchByNameThenKey()
{
    const Tree left = test::treeOf(R"(
        L
          A  node  urn:x
            ServerID = 1
          B  node  urn:x
            ServerID = 2
          C  node  urn:x
            ServerID = 3)");
    const Tree right = test::treeOf(R"(
        R
          B  node  urn:x
            ServerID = 2
          D  node  urn:x
            ServerID = 1
          E  node  urn:x
            ServerID = 9)");
    // C and E are two accounts, not one that changed all it has.
    QCOMPARE(test::diffText(left, right),
        std::string("replace ./L/A name: ./L/A -> ./R/D\nreplace ./L/B name: ./L/B -> ./R/B\n"
                    "delete ./L/C/ServerID = 3\nadd ./R/E/ServerID = 9\n"));
}

void TestDiff::otherTypeAtTheSameUri()
{
    const Tree left = test::treeOf("A  node  urn:x:1.0\n  B = 1\n");
    QCOMPARE(test::diffText(left, test::treeOf("A  node  urn:x:1.2\n  B = 1\n")),
        std::string("replace ./A type: urn:x:1.0 -> urn:x:1.2\n"));
    QCOMPARE(test::diffText(left, test::treeOf("A  node  urn:y\n  C = 2\nZ  node  urn:x:1.0\n  B = 1\n")),
        std::string("replace ./A name: ./A -> ./Z\nadd ./A/C = 2\n"));
}

void TestDiff::renamedNodesAreOneDifference()
{
    const Tree left = test::treeOf("P\n  A\n    B = 1\n    C\n      D = 2\n");
    QCOMPARE(test::diffText(left, test::treeOf("P\n  Z\n    B = 1\n    C\n      D = 2\n")),
        std::string("replace ./P/A name: ./P/A -> ./P/Z\n"));
    // Rights do not make another content.
    QCOMPARE(test::diffText(left, test::treeOf("P\n  Z\n    B [acl Get=a] = 1\n    C\n      D = 2\n")),
        std::string("replace ./P/A name: ./P/A -> ./P/Z\nreplace ./P/A/B acl:  -> Get=a\n"));
    DiffOptions options;
    options.findRenames = false;
    QCOMPARE(diff(left, test::treeOf("P\n  Z\n    B = 1\n    C\n      D = 2\n"), options).size(), std::size_t{4});
}

void TestDiff::aRenameMustBeUnmistakable()
{
    const Tree left = test::treeOf("A\n  X = 1\nB\n  X = 1\nE\nl = 5\n");
    QCOMPARE(diff(left, test::treeOf("C\n  X = 1\nF\nk = 5\n")).size(), std::size_t{7});
    QCOMPARE(diff(test::treeOf("A\n  X = 1\n"), test::treeOf("P\n  A2\n    X = 1\n")).size(), std::size_t{2});
}

void TestDiff::randomTreesAgainstThePlainWay()
{
    DiffOptions byUri;
    byUri.matchMos = false;
    byUri.findRenames = false;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        test::RandomTrees random(seed);
        const Tree left = random.tree(10 + seed % 100);
        Tree right = random.chance(80) ? left : random.tree(30);
        for (std::uint32_t i = random.below(30); i-- > 0;)
            random.edit(right);
        const auto found = diff(left, right, byUri);
        const auto lines = linesOf(found, left, right);
        QVERIFY2(lines == plainDiff(left, right), qPrintable(QString::number(seed)));
        QCOMPARE(lines.size(), found.size());
        // Whatever is paired, nothing is left unsaid: no differences only for equal trees.
        QCOMPARE(diff(left, right).empty(), found.empty());
    }
}

void TestDiff::cachedDigestsChangeNothing()
{
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        test::RandomTrees random(seed);
        Tree left = random.tree(80);
        Tree right = left;
        for (std::uint32_t i = random.below(10); i-- > 0;)
            random.edit(right);
        const Tree plainLeft = left;
        Tree plainRight = right;
        const auto without = diff(left, right);
        left.refreshDigests();
        QVERIFY(diff(left, right) == without);
        right.refreshDigests();
        QVERIFY(diff(left, right) == without);
        QVERIFY(test::diffText(right, left).size() >= without.size());
        // Brought up to date after changes, they still change nothing.
        test::RandomTrees again = random;
        for (int i = 0; i < 10; ++i) {
            random.edit(right);
            again.edit(plainRight);
        }
        right.refreshDigests();
        QVERIFY(diff(left, right) == diff(plainLeft, plainRight));
    }
}

void TestDiff::hundredChangesInABigTree()
{
    Tree left = test::bigTree(100'000);
    Tree right = test::bigTree(100'000, 1000);
    QCOMPARE(diff(left, right).size(), std::size_t{100});
    left.refreshDigests();
    right.refreshDigests();
    QCOMPARE(diff(left, right).size(), std::size_t{100});
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDiff>(argc, argv);
}

} // namespace dmsc::tst_diff

#include "tst_diff.moc"
