// SPDX-License-Identifier: Apache-2.0
#include "model/tree/acl.h"
#include "model/tree/limits.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QTest>

namespace dmsc::tst_acl {

class TestAcl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void TND_8_3_7_1_grammar();
    void TND_8_3_7_1_refused_data();
    void TND_8_3_7_1_refused();
    void TND_8_3_7_1_starWins();
    void TND_8_3_7_1_2_inheritedWhole();
    void TND_8_3_7_1_4_removedAccount();
    void everyCommandHasAName();
    void limits_();
};

void TestAcl::TND_8_3_7_1_grammar()
{
    const auto acl = Acl::parse("Add=srvA&Replace=srvA+srvB&Get=*");
    QVERIFY(acl);
    QVERIFY(acl->allows(AclCommand::Add, "srvA"));
    QVERIFY(!acl->allows(AclCommand::Add, "srvB"));
    QVERIFY(acl->allows(AclCommand::Replace, "srvB"));
    QVERIFY(acl->allows(AclCommand::Get, "anybody"));
    QVERIFY(!acl->allows(AclCommand::Delete, "srvA"));
    QVERIFY(!acl->allows(AclCommand::Exec, "srvA"));
    QCOMPARE(acl->text(), std::string("Add=srvA&Get=*&Replace=srvA+srvB"));
    QVERIFY(*Acl::parse(acl->text()) == *acl);
    QVERIFY(Acl::parse("")->empty());
    QCOMPARE(Acl::parse("")->text(), std::string());
    QVERIFY(!acl->empty());
}

void TestAcl::TND_8_3_7_1_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"Add", "Add=", "Copy=*", "add=*", "=*", "&", "Add=*&", "&Add=*", "Add=a+", "Add=+a",
             "Add=a b", "Add=a=b", "Add=a&Add=b", "Add=a*", "Add=**", " Add=*", "Add=*\n", "Add=\x7f", "Get=*&&Add=*"})
        QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
}

void TestAcl::TND_8_3_7_1_refused()
{
    QFETCH(QByteArray, text);
    const auto parsed = Acl::parse(text.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::BadValue);
}

void TestAcl::TND_8_3_7_1_starWins()
{
    for (const char* text : {"Get=a+*", "Get=*+a", "Get=a+*+b"})
        QCOMPARE(Acl::parse(text)->text(), std::string("Get=*"));
    QCOMPARE(Acl::parse("Get=a+b+a")->text(), std::string("Get=a+b"));
}

void TestAcl::TND_8_3_7_1_2_inheritedWhole()
{
    const Tree tree = test::treeOf(R"(
        A [acl Get=a]
          B
            C [acl Replace=c]
              D = 1
            E = 2
        F = 3)");
    const auto effective = [&](const char* uri) { return effectiveAcl(tree, tree.find(*Uri::parse(uri))); };
    const NodeId a = tree.find(*Uri::parse("./A"));
    const NodeId c = tree.find(*Uri::parse("./A/B/C"));
    QCOMPARE(effective("./A").text, std::string("Get=a"));
    QCOMPARE(effective("./A/B/E").text, std::string("Get=a"));
    QVERIFY(effective("./A/B/E").from == a);
    // The nearest one alone: no Get from above.
    QCOMPARE(effective("./A/B/C/D").text, std::string("Replace=c"));
    QVERIFY(effective("./A/B/C/D").from == c);
    QCOMPARE(effective("./F").text, std::string(kDefaultRootAcl));
    QVERIFY(effective("./F").from == Tree::root());
}

void TestAcl::TND_8_3_7_1_4_removedAccount()
{
    Acl acl = *Acl::parse("Add=a&Get=*&Replace=a+b");
    acl.removeServer("a");
    QCOMPARE(acl.text(), std::string("Get=*&Replace=b"));
}

void TestAcl::everyCommandHasAName()
{
    for (const AclCommand command : kAclCommands) {
        Acl acl;
        acl.grant(command, "s");
        QCOMPARE(acl.text(), std::string(aclCommandName(command)) + "=s");
        QVERIFY(*Acl::parse(acl.text()) == acl);
    }
}

void TestAcl::limits_()
{
    QVERIFY(Acl::parse("Get=" + std::string(limits::kMaxAclBytes - 4, 'a')));
    const auto tooLong = Acl::parse("Get=" + std::string(limits::kMaxAclBytes, 'a'));
    QVERIFY(!tooLong);
    QVERIFY(tooLong.error().what.size() < 400);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestAcl>(argc, argv);
}

} // namespace dmsc::tst_acl

#include "tst_acl.moc"
