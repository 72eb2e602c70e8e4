// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QTest>

namespace dmsc::tst_tree_text {

class TestTreeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPart();
    void writesWhatItReads();
};

void TestTreeText::readsEveryPart()
{
    const Tree tree = test::treeOf(R"(
        . [acl Add=*&Get=*]
        DMAcc  node  urn:oma:mo:oma-dm-dmacc:1.0 [acl Get=*]
          Name = Operator = A
          Port : int [title A port] [verno 7] = 80
          Icon : bin image/png = \x00\xFF\\
          Empty =
        My Node)");
    QCOMPARE(tree.size(), std::size_t{7});
    QVERIFY(tree.acl(Tree::root()) == "Add=*&Get=*");
    const NodeId account = tree.child(Tree::root(), "DMAcc");
    QVERIFY(tree.type(account) == "urn:oma:mo:oma-dm-dmacc:1.0");
    QVERIFY(tree.acl(account) == "Get=*");
    QVERIFY(tree.value(tree.child(account, "Name")) == "Operator = A");
    const NodeData port = tree.data(tree.child(account, "Port"));
    QVERIFY((port == NodeData{"Port", Format::Int, "", "80", "", "A port", "", std::uint16_t{7}}));
    const NodeData icon = tree.data(tree.child(account, "Icon"));
    QVERIFY((icon == NodeData{"Icon", Format::Bin, "image/png", std::string("\0\xFF\\", 3), "", "", "", {}}));
    QVERIFY(tree.format(tree.child(account, "Empty")) == Format::Chr);
    QVERIFY(tree.isInterior(tree.child(Tree::root(), "My Node")));
}

void TestTreeText::writesWhatItReads()
{
    const std::string text = ". [acl Get=*]\n"
                             "A  node  urn:x [title t]\n"
                             "  B : int [acl Get=a+b&Replace=*] [tstamp 20261124T100000Z] [verno 3] = 80\n"
                             "  C : bin image/png = \\x00\\xFF\n"
                             "  D = \\x20blank at both ends\\x20\n"
                             "  E =\n"
                             "F\n";
    QCOMPARE(test::textOf(test::treeOf(text)), text);
    QCOMPARE(test::textOf(test::treeOf("")), std::string());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestTreeText>(argc, argv);
}

} // namespace dmsc::tst_tree_text

#include "tst_tree_text.moc"
