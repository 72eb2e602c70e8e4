// SPDX-License-Identifier: Apache-2.0
#include "model/formats/tnds.h"
#include "tests/model/formats/document_help.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_tnds {

using namespace dmsc::test;

namespace {

constexpr const char* kHead = "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD>";

std::string doc(std::string_view nodes)
{
    return std::string(kHead).append(nodes).append("</MgmtTree>");
}

/// A tree in which everything occurs that a document must carry.
Tree richTree()
{
    Tree tree;
    const auto add = [&tree](NodeId parent, const NodeData& data) {
        const auto id = tree.add(parent, data);
        return id ? *id : kNoNode;
    };
    const NodeId mo = add(Tree::root(),
        {"MO & Co", Format::Node, "urn:oma:mo:test:1.0", "", "Add=a&Get=*", "Ti<tle", "20260101T000000Z",
            std::uint16_t{7}});
    add(mo, {"Empty", Format::Node, "", "", "", "", "", {}});
    add(mo, {"bin", Format::Bin, "application/octet-stream", std::string("\0\xFF\x01<&", 5), "", "", "", {}});
    add(mo, {"b64", Format::B64, "text/plain", "AAEC", "", "", "", {}});
    add(mo, {"null", Format::Null, "", "", "", "", "", {}});
    add(mo, {"chr", Format::Chr, "text/plain", "a<b>&\"'\r\n\t ]]> \xC3\xA4 ", "", "", "", {}});
    add(mo, {"none", Format::Chr, "", "", "Replace=x", "", "", std::uint16_t{0}});
    add(mo, {"xml", Format::Xml, "text/xml", "<a b=\"1\"><c/>x &amp; y</a>", "", "", "", {}});
    add(mo, {"int", Format::Int, "", "-5", "", "", "", {}});
    add(mo, {"bool", Format::Bool, "", "true", "", "", "", {}});
    add(mo, {"float", Format::Float, "", "-1.5E3", "", "", "", {}});
    add(mo, {"date", Format::Date, "", "2026-11-24", "", "", "", {}});
    add(mo, {"time", Format::Time, "", "13:45:00", "", "", "", {}});
    return tree;
}

} // namespace

class TstTnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writtenIsReadBack_data();
    void writtenIsReadBack();
    void rootPropertiesSurvive();
    void bothScannersAgree_data();
    void bothScannersAgree();
    void reading_data();
    void reading();
    void whatIsPutUpWithIsSaid();
    void unnamedTopTakesTheTargetsName();
    void choosesProperties();
    void refusesWhatXmlCannotCarry();
    void wbxmlBinIsOpaque();
    void refusesOctetsBesideElements();
    void refusesDepth();
    void stops();
};

void TstTnds::writtenIsReadBack_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("xml") << static_cast<int>(DocumentFormat::TndsXml);
    QTest::newRow("wbxml") << static_cast<int>(DocumentFormat::TndsWbxml);
    QTest::newRow("json") << static_cast<int>(DocumentFormat::Json);
}

void TstTnds::writtenIsReadBack()
{
    QFETCH(int, format);
    Document document;
    document.tree = richTree();
    const auto bytes = writeDocument(document, static_cast<DocumentFormat>(format));
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().text()));
    const auto again = parseDocument(*bytes);
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    QCOMPARE(static_cast<int>(again->format), format);
    QCOMPARE(linesOf(again->tree), linesOf(document.tree));
    Hasher hasher;
    QCOMPARE(again->tree.computeContentDigest(Tree::root(), hasher),
        document.tree.computeContentDigest(Tree::root(), hasher));
    QCOMPARE(again->tree.computeAclDigest(Tree::root(), hasher), document.tree.computeAclDigest(Tree::root(), hasher));
}

void TstTnds::rootPropertiesSurvive()
{
    Tree tree = richTree();
    QVERIFY(tree.setAcl(Tree::root(), "Add=*&Get=*"));
    const auto bytes = writeTndsXml(tree);
    QVERIFY(bytes);
    QVERIFY(text(*bytes).find("<NodeName>.</NodeName>") != std::string::npos);
    const auto again = readMgmtTreeXml(*bytes);
    QVERIFY(again);
    QCOMPARE(linesOf(again->tree), linesOf(tree));
}

void TstTnds::bothScannersAgree_data()
{
    QTest::addColumn<QByteArray>("document");
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    row("nodes", doc("<Node><NodeName>A</NodeName><Node><NodeName>B</NodeName><Value>x</Value></Node></Node>"));
    row("references", doc("<Node><NodeName>A&amp;B</NodeName><Value>&#x41;&lt;&#66; &quot;</Value></Node>"));
    row("unknown entity", doc("<Node><NodeName>A</NodeName><Value>&nope;</Value></Node>"));
    row("bad reference", doc("<Node><NodeName>A</NodeName><Value>&#1;</Value></Node>"));
    row("cdata", doc("<Node><NodeName>A</NodeName><Value><![CDATA[a<b]] >&amp;\r\nc]]>d</Value></Node>"));
    row("cr", doc("<Node>\r\n<NodeName>A</NodeName><Value>a\r\nb\rc</Value></Node>\r\n"));
    row("comments", doc("<!-- a - b --><Node><NodeName>A<!-- c -->B</NodeName><Value/></Node>"));
    row("bad comment", doc("<!-- a -- b --><Node><NodeName>A</NodeName><Value/></Node>"));
    row("bracket", doc("<Node><NodeName>A</NodeName><Value>x]]y]</Value></Node>"));
    row("bad bracket", doc("<Node><NodeName>A</NodeName><Value>x]]>y</Value></Node>"));
    row("markup", doc("<Node><NodeName>A</NodeName><Value><a><b/>&lt;t</a></Value></Node>"));
    row("control", doc("<Node><NodeName>A</NodeName><Value>\x01</Value></Node>"));
    row("utf8", doc("<Node><NodeName>\xC3\xA4</NodeName><Value>\xE2\x82\xAC</Value></Node>"));
    row("bad utf8", doc("<Node><NodeName>A</NodeName><Value>\xC3\x28</Value></Node>"));
    row("ffff", doc("<Node><NodeName>A</NodeName><Value>\xEF\xBF\xBF</Value></Node>"));
    row("wrong end", doc("<Node><NodeName>A</NodeNam></Node>"));
    row("end with blanks", doc("<Node ><NodeName\n>A</NodeName ><Value /></Node\t>"));
    row("open", std::string(kHead) + "<Node>");
    row("after", doc("<Node><NodeName>A</NodeName></Node>") + "<x/>");
    row("comment after", doc("<Node><NodeName>A</NodeName></Node>") + "\n<!-- x -->\n");
    row("twins", doc("<Node><NodeName>A</NodeName></Node>\n<Node><NodeName>A</NodeName></Node>"));
    row("stray", doc("<Node>x<NodeName>A</NodeName></Node>"));
    row("foreign name", doc("<Foo/>"));
}

void TstTnds::bothScannersAgree()
{
    QFETCH(QByteArray, document);
    const ByteView bytes(
        reinterpret_cast<const std::uint8_t*>(document.constData()), static_cast<std::size_t>(document.size()));
    MgmtTreeReadOptions full;
    full.plainScan = false;
    const auto a = readMgmtTreeXml(bytes);
    const auto b = readMgmtTreeXml(bytes, full);
    QCOMPARE(a.has_value(), b.has_value());
    if (a)
        QCOMPARE(linesOf(a->tree), linesOf(b->tree));
    else
        QCOMPARE(a.error().text(), b.error().text());
}

void TstTnds::reading_data()
{
    QTest::addColumn<QByteArray>("nodes");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* nodes, const char* expected) {
        QTest::newRow(name) << QByteArray(nodes) << lines(expected);
    };
    row("children first, name later",
        "<Node><Node><Value>x</Value><NodeName>B</NodeName></Node><NodeName>A</NodeName></Node>",
        "./A node\n./A/B chr =x");
    row("path form",
        "<Node><NodeName>C</NodeName><Path>./A/B</Path><Value>x</Value></Node>"
        "<Node><NodeName>A</NodeName><Path></Path></Node><Node><NodeName>B</NodeName><Path>A</Path></Node>"
        "<Node><NodeName>D</NodeName><Path>./New/P</Path><Value>y</Value></Node>",
        "./A node\n./A/B node\n./A/B/C chr =x\n./New node\n./New/P node\n./New/P/D chr =y");
    row("root node",
        "<Node><NodeName>.</NodeName><RTProperties><ACL>Get=*</ACL></RTProperties><Node><NodeName>A"
        "</NodeName></Node></Node>",
        ". node acl=Get=*\n./A node");
    row("base64",
        "<Node><NodeName>A</NodeName><RTProperties><Format><bin/></Format></RTProperties><Value> QU\nI= "
        "</Value></Node>",
        "./A bin =AB");
    row("b64 stays",
        "<Node><NodeName>A</NodeName><RTProperties><Format><b64/></Format></RTProperties><Value> QUI= "
        "</Value></Node>",
        "./A b64 =QUI=");
    row("bad base64",
        "<Node>\n<NodeName>A</NodeName><RTProperties><Format><bin/></Format></RTProperties><Value>%%</Value></Node>",
        "! a value of Format bin is written as base64, line 2: ./A");
    row("inline markup",
        "<Node><NodeName>A</NodeName><Value> <x:a xmlns:x='u' k='&lt;&quot;'>t&amp;<b/></x:a></Value></Node>",
        "./A xml =<x:a xmlns:x=\"u\" k=\"&lt;&quot;\">t&amp;<b/></x:a>");
    row("interior with a MIME type",
        "<Node><NodeName>A</NodeName><RTProperties><Format><node/></Format><Type><MIME>text/plain</MIME></Type>"
        "</RTProperties><Node><NodeName>B</NodeName><Value/></Node></Node>",
        "./A node\n./A/B chr =");
    row("type as text", "<Node><NodeName>A</NodeName><Type>text/x</Type><Data>v</Data></Node>", "./A chr text/x =v");
    row("both", "<Node>\n<NodeName>A</NodeName><Value>x</Value>\n<Node><NodeName>B</NodeName></Node></Node>",
        "! a Node holds either a Value or Nodes, found both, line 3: ./A");
    row("both, other order", "<Node><NodeName>A</NodeName><Node><NodeName>B</NodeName></Node>\n<Value>x</Value></Node>",
        "! a Node holds either a Value or Nodes, found both, line 2: ./A");
    row("leaf with nodes",
        "<Node><NodeName>A</NodeName><RTProperties><Format><int/></Format></RTProperties><Node><NodeName>B</NodeName>"
        "</Node></Node>",
        "! a leaf (Format int) has no Nodes below it, line 1: ./A");
    row("twins",
        "<Node><NodeName>A</NodeName></Node>\n<Node><NodeName>B</NodeName></Node>\n<Node><NodeName>A"
        "</NodeName></Node>",
        "! two nodes of one name below one parent, line 3: ./A");
    row("twins by path",
        "<Node><NodeName>A</NodeName><Node><NodeName>B</NodeName></Node></Node>\n<Node><NodeName>B</NodeName><Path>./A"
        "</Path></Node>",
        "! two nodes of one name below one parent, line 2: ./A/B");
    row("no name", "<Node>\n<Value>x</Value></Node>", "! expected a <NodeName> that is not empty in this Node, line 1");
    row("unexpected element", "\n<Node><NodeName>A</NodeName><Foo/></Node>",
        "! expected <NodeName>, <Path>, <RTProperties>, <DFProperties>, <Node> or <Value>, found <Foo>, line 2");
    row("bad verno", "<Node><NodeName>A</NodeName><RTProperties><VerNo>65536</VerNo></RTProperties></Node>",
        "! expected a VerNo from 0 to 65535, found \"65536\", line 1");
    row("two values", "<Node><NodeName>A</NodeName><Value>x</Value><Value>y</Value></Node>",
        "! expected one <Value> in a Node, found a second one, line 1");
    row("bad acl", "<Node><NodeName>A</NodeName><RTProperties><ACL>Foo=*</ACL></RTProperties></Node>", "!");
    row("slash in a name", "<Node><NodeName>A/B</NodeName></Node>", "!");
}

void TstTnds::reading()
{
    QFETCH(QByteArray, nodes);
    QFETCH(QStringList, expected);
    const QStringList found = parsed(doc(nodes.toStdString()));
    if (expected == QStringList{QStringLiteral("!")})
        QVERIFY2(found.front().startsWith(QStringLiteral("! ")) && found.front().contains(QStringLiteral("line 1")),
            qPrintable(found.front()));
    else
        QCOMPARE(found, expected);
}

void TstTnds::whatIsPutUpWithIsSaid()
{
    const auto foreign = readMgmtTreeXml(
        view("<MgmtTree xmlns='urn:x'>\n<VerDTD>1.2</VerDTD><Node><NodeName>A</NodeName></Node></MgmtTree>"));
    QVERIFY(foreign);
    QCOMPARE(foreign->warnings,
        std::vector<QString>{QStringLiteral("the namespace urn:x is read as syncml:dmddf1.2, line 1")});
    const auto model = readMgmtTreeXml(view("<MgmtTree><VerDTD>1.2</VerDTD>\n<Man>Maker</Man><Mod>One</Mod>"
                                            "<Node><NodeName>A</NodeName></Node></MgmtTree>"));
    QVERIFY(model);
    QCOMPARE(model->warnings,
        std::vector<QString>{QStringLiteral("Man and Mod are left out: they belong to a description, line 2")});
    const auto null = readMgmtTreeXml(view(doc("<Node><NodeName>A</NodeName><RTProperties><Format><null/></Format>"
                                               "</RTProperties><Value>x</Value></Node>")));
    QVERIFY(null);
    QCOMPARE(linesOf(null->tree), lines("./A null ="));
    QCOMPARE(null->warnings, std::vector<QString>{QStringLiteral("a node of Format null has no value, ./A, line 1")});
}

void TstTnds::unnamedTopTakesTheTargetsName()
{
    MgmtTreeReadOptions options;
    options.nameForUnnamedTop = "OperatorX";
    const auto read =
        readMgmtTreeXml(view(doc("<Node><NodeName/><Node><NodeName>A</NodeName></Node></Node>")), options);
    QVERIFY(read);
    QCOMPARE(linesOf(read->tree), lines("./OperatorX node\n./OperatorX/A node"));
}

void TstTnds::choosesProperties()
{
    TndsWriteOptions options;
    options.properties = TndsProperties::Acl | TndsProperties::Value;
    options.lines = false;
    options.prolog = false;
    options.readable = [](const Tree& tree, NodeId id) { return tree.name(id) != "bin"; };
    const Tree tree = richTree();
    const auto bytes = writeTndsXml(tree, tree.children(Tree::root()).front(), options);
    QVERIFY(bytes);
    const std::string xml = text(*bytes);
    QVERIFY(xml.starts_with("<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>MO &amp; "
                            "Co</NodeName><RTProperties><ACL>Add=a&amp;Get=*</ACL></RTProperties>"));
    QVERIFY(xml.find("<Format>") == std::string::npos);
    QVERIFY(xml.find("<NodeName>bin<") == std::string::npos);
    QVERIFY(xml.find("<Value>-5</Value>") != std::string::npos);
}

void TstTnds::refusesWhatXmlCannotCarry()
{
    Tree tree;
    QVERIFY(tree.add(Tree::root(), {"A", Format::Chr, "", std::string("a\x01"), "", "", "", {}}));
    const auto bytes = writeTndsXml(tree);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().where, QStringLiteral("./A"));
    QVERIFY(writeTndsWbxml(tree));
    QVERIFY(tree.setValue(tree.children(Tree::root()).front(), std::string_view("a\0b", 3)));
    QVERIFY(!writeTndsWbxml(tree));
}

void TstTnds::wbxmlBinIsOpaque()
{
    Tree tree;
    QVERIFY(tree.add(Tree::root(), {"A", Format::Bin, "", std::string("\0\xFF", 2), "", "", "", {}}));
    const auto bytes = writeTndsWbxml(tree);
    QVERIFY(bytes);
    QVERIFY(text(*bytes).find(std::string("\xC3\x02\0\xFF", 4)) != std::string::npos);
}

void TstTnds::refusesOctetsBesideElements()
{
    // <MgmtTree><Node><Value><Value>OPAQUE 00 FF, found by the fuzzer.
    const std::string id = "-//OMA//DTD-DM-DDF 1.2//EN";
    const std::string octets("\xC3\x02\x00\xFF\x01\x01\x01\x01", 8);
    const std::string document =
        std::string("\x03\x00\x00\x6A\x1B", 5) + id + std::string("\x00\x00\x02", 3) + "\x60\x64\x76\x76" + octets;
    QCOMPARE(parsed(document), lines("! expected UTF-8 text without control characters, byte 38"));
}

void TstTnds::refusesDepth()
{
    constexpr int kDeep = 100'000;
    std::string deep = kHead;
    for (int i = 0; i < kDeep; ++i)
        deep += "<Node><NodeName>A</NodeName>";
    for (int i = 0; i < kDeep; ++i)
        deep += "</Node>";
    deep += "</MgmtTree>";
    QCOMPARE(parsed(deep), lines("! a tree is at most 128 levels deep, line 1"));
    std::string markup = kHead;
    markup += "<Node><NodeName>A</NodeName><Value>";
    for (int i = 0; i < kDeep; ++i)
        markup += "<a>";
    QCOMPARE(parsed(markup), lines("! elements nested more than 400 deep, line 1"));
}

void TstTnds::stops()
{
    std::string many;
    for (int i = 0; i < 10'000; ++i)
        many += "<Node><NodeName>" + std::to_string(i) + "</NodeName></Node>";
    const auto read = parseDocument(view(doc(many)), std::nullopt, [] { return true; });
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Cancelled);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TstTnds>(argc, argv);
}

} // namespace dmsc::tst_tnds

#include "tst_tnds.moc"
