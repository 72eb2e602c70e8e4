// SPDX-License-Identifier: Apache-2.0
#include "model/formats/description.h"
#include "tests/model/formats/document_help.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_description {

using namespace dmsc::test;

namespace {

std::string node(const char* name, const char* properties, const std::string& below = {})
{
    return std::string("<Node><NodeName>")
        .append(name)
        .append("</NodeName><DFProperties>")
        .append(properties)
        .append("</DFProperties>")
        .append(below)
        .append("</Node>");
}

Description account()
{
    const std::string xml = "<MgmtTree><VerDTD>1.2</VerDTD>"
        + node("",
            "<AccessType><Get/></AccessType><DFFormat><node/></DFFormat><Occurrence><OneOrMore/></Occurrence>"
            "<DFType><DDFName>urn:oma:mo:oma-dm-dmacc:1.0</DDFName></DFType>",
            node("AppID",
                "<AccessType><Get/></AccessType><DFFormat><chr/></DFFormat><Scope><Permanent/></Scope>"
                "<DFType><MIME>text/plain</MIME></DFType>")
                + node("Name",
                    "<AccessType><Add/><Delete/><Get/><Replace/></AccessType><DFFormat><chr/></DFFormat>"
                    "<Occurrence><ZeroOrOne/></Occurrence><DFType><MIME/></DFType>"
                    "<CaseSense><CIS/></CaseSense>")
                + node("AppAddr",
                    "<AccessType><Get/></AccessType><DFFormat><node/></DFFormat><DFType><DDFName/></DFType>",
                    node("",
                        "<AccessType><Add/><Delete/><Get/><Replace/></AccessType><DFFormat><node/></DFFormat>"
                        "<Occurrence><OneOrN>2</OneOrN></Occurrence><DFType><DDFName/></DFType>",
                        node("Port",
                            "<AccessType><Get/><Replace/></AccessType><DFFormat><int/></DFFormat>"
                            "<DFType><MIME/></DFType>"))))
        + "</MgmtTree>";
    auto document = parseDocument(view(xml));
    return document ? *document->description : Description{};
}

/// An account somewhere deep in a tree, found by its Type.
Tree device()
{
    Tree tree;
    const NodeId where = *tree.add(Tree::root(), {"Accounts", Format::Node, "", "", "", "", "", {}});
    const NodeId mo = *tree.add(where, {"X1", Format::Node, "urn:oma:mo:oma-dm-dmacc:1.0", "", "", "", "", {}});
    (void)tree.add(mo, {"AppID", Format::Chr, "", "w7", "", "", "", {}});
    const NodeId addresses = *tree.add(mo, {"AppAddr", Format::Node, "", "", "", "", "", {}});
    const NodeId one = *tree.add(addresses, {"a", Format::Node, "", "", "", "", "", {}});
    (void)tree.add(one, {"Port", Format::Int, "", "80", "", "", "", {}});
    return tree;
}

NodeId find(const Tree& tree, const char* uri)
{
    return tree.find(*Uri::parse(uri));
}

QString outcome(const Result<void>& result)
{
    return result ? QStringLiteral("ok") : result.error().text();
}

} // namespace

class TstDescription : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_set.add(account());
        QVERIFY(!m_set.empty());
    }
    void findsRulesByMoType();
    void wholeTreeDescriptions();
    void replace();
    void add();
    void remove();
    void rename();
    void withoutDescriptionFormatsHold();
    void hostilePlaceholdersEnd();

private:
    DescriptionSet m_set;
    Tree m_tree = device();
};

void TstDescription::findsRulesByMoType()
{
    const NodeRule* port = m_set.ruleFor(m_tree, find(m_tree, "./Accounts/X1/AppAddr/a/Port"));
    QVERIFY(port);
    QCOMPARE(port->format, std::optional(Format::Int));
    QVERIFY(!m_set.ruleFor(m_tree, find(m_tree, "./Accounts")));
    const NodeId mo = find(m_tree, "./Accounts/X1");
    QVERIFY(m_set.ruleFor(m_tree, mo)->placeholder);
    QVERIFY(m_set.ruleForChild(m_tree, mo, "Name"));
    QVERIFY(m_set.ruleForChild(m_tree, mo, "nAME")); // CIS
    QVERIFY(!m_set.ruleForChild(m_tree, mo, "appid"));
    QCOMPARE(m_set.describe(m_tree, mo)->mo, std::string("urn:oma:mo:oma-dm-dmacc:1.0"));
}

void TstDescription::wholeTreeDescriptions()
{
    auto document = parseDocument(view("<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>.</NodeName>"
                                       "<DFProperties><DFFormat><node/></DFFormat></DFProperties>"
        + node("Accounts", "<AccessType><Get/></AccessType><DFFormat><node/></DFFormat>") + "</Node></MgmtTree>"));
    QVERIFY(document);
    DescriptionSet set;
    set.add(*document->description);
    QVERIFY(set.ruleFor(m_tree, find(m_tree, "./Accounts")));
    QVERIFY(!set.ruleFor(m_tree, find(m_tree, "./Accounts/X1")));
}

void TstDescription::replace()
{
    const auto check = [this](const char* uri, std::string_view value) {
        return outcome(checkEdit(m_set, m_tree, find(m_tree, uri), EditKind::Replace, value));
    };
    QCOMPARE(check("./Accounts/X1/AppID", "w8"),
        QStringLiteral("the DDF of urn:oma:mo:oma-dm-dmacc:1.0 allows only Get here, ./Accounts/X1/AppID"));
    QCOMPARE(check("./Accounts/X1/AppAddr/a/Port", "81"), QStringLiteral("ok"));
    QVERIFY(check("./Accounts/X1/AppAddr/a/Port", "x").startsWith(QStringLiteral("Format int expects")));
    QVERIFY(check("./Accounts", "x").startsWith(QStringLiteral("an interior node has no value")));
}

void TstDescription::add()
{
    const auto check = [this](const char* uri, const NodeData& data) {
        return outcome(checkAdd(m_set, m_tree, find(m_tree, uri), data));
    };
    QCOMPARE(check("./Accounts/X1", {"Name", Format::Chr, "", "n", "", "", "", {}}), QStringLiteral("ok"));
    QCOMPARE(check("./Accounts/X1", {"Name", Format::Int, "", "5", "", "", "", {}}),
        QStringLiteral("the DDF of urn:oma:mo:oma-dm-dmacc:1.0 asks for Format chr here, not int, "
                       "./Accounts/X1/Name"));
    QCOMPARE(check("./Accounts/X1", {"Foo", Format::Chr, "", "n", "", "", "", {}}),
        QStringLiteral("the DDF of urn:oma:mo:oma-dm-dmacc:1.0 has no node of the name Foo here, ./Accounts/X1/Foo"));
    QVERIFY(check("./Accounts/X1",
        {"AppID", Format::Chr, "", "n", "", "", "",
            {}}).startsWith(QStringLiteral("a node of that name is there already")));
    QCOMPARE(check("./Accounts/X1/AppAddr", {"b", Format::Node, "", "", "", "", "", {}}), QStringLiteral("ok"));
    Tree full = m_tree;
    QVERIFY(full.add(find(full, "./Accounts/X1/AppAddr"), {"b", Format::Node, "", "", "", "", "", {}}));
    const auto third = checkEdit(m_set, full, find(full, "./Accounts/X1/AppAddr"), EditKind::Add, "c");
    QCOMPARE(outcome(third),
        QStringLiteral("the DDF of urn:oma:mo:oma-dm-dmacc:1.0 allows at most 2 nodes of this kind here, "
                       "./Accounts/X1/AppAddr/c"));
    QCOMPARE(check("./Accounts", {"Free", Format::Int, "", "1", "", "", "", {}}), QStringLiteral("ok"));
}

void TstDescription::remove()
{
    const auto check = [this](const char* uri) {
        return outcome(checkEdit(m_set, m_tree, find(m_tree, uri), EditKind::Delete));
    };
    QVERIFY(check(".").startsWith(QStringLiteral("the root can never be deleted")));
    QVERIFY(check("./Accounts/X1/AppID").contains(QStringLiteral("permanent")));
    QVERIFY(check("./Accounts/X1").contains(QStringLiteral("allows only Get")));
    QVERIFY(check("./Accounts/X1/AppAddr/a").contains(QStringLiteral("at least one node")));
    QCOMPARE(check("./Accounts"), QStringLiteral("ok"));
}

void TstDescription::rename()
{
    const auto check = [this](const char* uri, std::string_view name) {
        return outcome(checkEdit(m_set, m_tree, find(m_tree, uri), EditKind::Rename, name));
    };
    QCOMPARE(check("./Accounts/X1/AppAddr/a", "b"), QStringLiteral("ok"));
    QVERIFY(check("./Accounts/X1/AppAddr/a", "b/c").contains(QStringLiteral("/")));
    QVERIFY(check("./Accounts/X1/AppAddr/a/Port", "Hafen").contains(QStringLiteral("calls this node Port")));
    QVERIFY(check("./Accounts/X1/AppID", "Y").contains(QStringLiteral("permanent")));
    QVERIFY(check("./Accounts/X1/AppAddr", "AppID").startsWith(QStringLiteral("a node of that name")));
}

void TstDescription::withoutDescriptionFormatsHold()
{
    const DescriptionSet none;
    const NodeId port = find(m_tree, "./Accounts/X1/AppAddr/a/Port");
    QCOMPARE(outcome(checkEdit(none, m_tree, port, EditKind::Replace, "1")), QStringLiteral("ok"));
    QVERIFY(outcome(checkEdit(none, m_tree, port, EditKind::Replace, "1x")).startsWith(QStringLiteral("Format int")));
    QCOMPARE(outcome(checkEdit(none, m_tree, port, EditKind::Delete)), QStringLiteral("ok"));
}

void TstDescription::hostilePlaceholdersEnd()
{
    std::string below;
    for (int i = 0; i < 60; ++i)
        below = i == 0 ? node("", "<AccessType/>") : node("", "<AccessType/>", below) + node("", "<AccessType/>", {});
    auto document = parseDocument(view("<MgmtTree><VerDTD>1.2</VerDTD>" + below + "</MgmtTree>"));
    QVERIFY(document);
    DescriptionSet set;
    set.add(*document->description);
    Tree tree;
    NodeId at = Tree::root();
    for (int i = 0; i < 100; ++i)
        at = *tree.add(at, {"n", Format::Node, "", "", "", "", "", {}});
    QVERIFY(!set.ruleFor(tree, at));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TstDescription>(argc, argv);
}

} // namespace dmsc::tst_description

#include "tst_description.moc"
