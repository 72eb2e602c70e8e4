// SPDX-License-Identifier: Apache-2.0
#include "model/formats/tnds.h"
#include "tests/model/formats/document_help.h"
#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QTest>

namespace dmsc::tst_ddf {

using namespace dmsc::test;

namespace {

/// As configuration service providers are published: BOM, CRLF, foreign elements, a blank in the public id, a DTD
/// subset with a processing instruction, two top Nodes with Path, MIME on interior nodes, unnamed nodes.
const std::string kCspStyle = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
                              "<!DOCTYPE MgmtTree PUBLIC \" -//OMA//DTD-DM-DDF 1.2//EN\"\r\n"
                              "  \"http://www.openmobilealliance.org/tech/DTD/DM_DDF-V1_2.dtd\"\r\n"
                              "  [<?oma-dm-ddf-ver supported-versions=\"1.2\"?>]>\r\n"
                              "<MgmtTree xmlns:MSFT=\"http://schemas.example.com/MobileDevice/DM\">\r\n"
                              "  <VerDTD>1.2</VerDTD>\r\n"
                              "  <MSFT:Diagnostics><MSFT:Inner>x</MSFT:Inner></MSFT:Diagnostics>\r\n"
                              "  <Node>\r\n"
                              "    <NodeName>Gadget</NodeName>\r\n"
                              "    <Path>./User/Vendor/Example</Path>\r\n"
                              "    <DFProperties>\r\n"
                              "      <AccessType><Get /></AccessType>\r\n"
                              "      <DFFormat><node /></DFFormat>\r\n"
                              "      <Occurrence><One /></Occurrence>\r\n"
                              "      <Scope><Permanent /></Scope>\r\n"
                              "      <DFType><MIME /></DFType>\r\n"
                              "      <MSFT:Applicability><MSFT:OsBuild>1</MSFT:OsBuild></MSFT:Applicability>\r\n"
                              "    </DFProperties>\r\n"
                              "    <Node>\r\n"
                              "      <NodeName> </NodeName>\r\n"
                              "      <DFProperties>\r\n"
                              "        <AccessType><Add /><Delete /><Get /></AccessType>\r\n"
                              "        <DFFormat><node /></DFFormat>\r\n"
                              "        <Occurrence><ZeroOrN>3</ZeroOrN></Occurrence>\r\n"
                              "        <Scope><Dynamic /></Scope>\r\n"
                              "        <DFType><DDFName></DDFName></DFType>\r\n"
                              "      </DFProperties>\r\n"
                              "      <Node>\r\n"
                              "        <NodeName>Level</NodeName>\r\n"
                              "        <DFProperties>\r\n"
                              "          <DFType><MIME>text/plain</MIME><MIME>text/x</MIME></DFType>\r\n"
                              "          <DFFormat><int /></DFFormat>\r\n"
                              "          <AccessType><Get /><Replace /></AccessType>\r\n"
                              "          <DefaultValue>4</DefaultValue>\r\n"
                              "          <Description>How much, &amp; why</Description>\r\n"
                              "          <CaseSense><CIS /></CaseSense>\r\n"
                              "        </DFProperties>\r\n"
                              "      </Node>\r\n"
                              "    </Node>\r\n"
                              "  </Node>\r\n"
                              "  <Node>\r\n"
                              "    <NodeName>Gadget</NodeName>\r\n"
                              "    <Path>./Device/Vendor/Example</Path>\r\n"
                              "    <DFProperties><AccessType/><DFFormat><node/></DFFormat><DFType><DDFName>\r\n"
                              "      com.example/1.0/Gadget</DDFName></DFType></DFProperties>\r\n"
                              "    <Node><NodeName>*</NodeName><DFProperties><AccessType><Get/></AccessType>"
                              "<DFFormat><chr/></DFFormat><DFType><MIME/></DFType></DFProperties></Node>\r\n"
                              "  </Node>\r\n"
                              "</MgmtTree>\r\n";

const std::string kOldDialect = "<MgmtTree>\n <VerDTD>1.1.2</VerDTD>\n <Man>Maker</Man>\n <Mod>One</Mod>\n"
                                " <Node>\n  <NodeName>.</NodeName>\n"
                                "  <DFProperties><DFFormat><node/></DFFormat><AccessType><Get/></AccessType>"
                                "</DFProperties>\n  <Type>text/plain</Type>\n"
                                "  <Node><NodeName>FwV</NodeName><DFProperties><DFFormat><chr/></DFFormat>"
                                "<AccessType><Get/><Replace/></AccessType></DFProperties>\n"
                                "   <Type>text/plain</Type>\n   <Data>1.0</Data></Node>\n </Node>\n</MgmtTree>\n";

struct Expected
{
    const char* file;
    const char* outcome; ///< "" for read; else what the error says
    std::size_t nodes;
    bool described;
};

constexpr Expected kShared[] = {
    {"ddf/motorola-aosp/syncmldm.ddf", "", 0, true},
    {"ddf/motorola-aosp/root.xml", "", 0, true},
    {"ddf/motorola-aosp/customization.xml", "", 0, true},
    {"ddf/motorola-aosp/devdetail_ext.xml", "", 4, true},
    {"ddf/motorola-aosp/devdetail_uri.xml", "", 5, true},
    {"ddf/motorola-aosp/managedobjects.xml", "", 2, true},
    {"ddf/motorola-aosp/root.wbxml", "public id 0x1", 0, false},
    {"ddf/motorola-aosp/BROWSER.xml", "line 50", 0, false},
    {"ddf/motorola-aosp/MMS.xml", "line 46", 0, false},
    {"ddf/motorola-aosp/acl.txt", "expected", 0, false},
    {"ddf/oma/dm_ddf-v1_2.dtd", "line", 0, false},
    {"tnds/aosp/PerProviderSubscription.xml", "", 0, false},
    {"tnds/libwbxml/ddf-001.ddf", "", 6, false},
    {"tnds/libwbxml/syncml_with_ddf-001.xml", "SyncML message", 0, false},
    {"tnds/hostap/devinfo.xml", "plain XML", 0, false},
    {"tnds/hostap/devdetail.xml", "plain XML", 0, false},
    {"tnds/hostap/pps-mo-1.xml", "plain XML", 0, false},
    {"wapprov/libwbxml/prov-001.xml", "", 0, false},
    {"wapprov/libwbxml/prov-002.xml", "", 0, false},
    {"wapprov/libwbxml/prov-003.xml", "", 0, false},
    {"wapprov/libwbxml/prov-005.xml", "", 11, false},
    {"wapprov/libwbxml/prov-007.xml", "", 0, false},
    {"wapprov/sailfish-operators/prov_beeline_2.wbxml", "", 0, false},
    {"wapprov/sailfish-operators/prov_dna_2.wbxml", "", 0, false},
    {"wapprov/sailfish-operators/prov_moi_3.wbxml", "", 0, false},
    {"wapprov/sailfish-operators/prov_sonera.wbxml", "", 0, false},
};

} // namespace

class TstDdf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cspStyle();
    void oldDialect();
    void writtenIsReadBack();
    void placeholdersInPaths();
    void refusesEntities();
    void sharedFiles_data();
    void sharedFiles();
};

void TstDdf::cspStyle()
{
    const auto read = parseDocument(view(kCspStyle));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(read->format, DocumentFormat::Ddf);
    QCOMPARE(linesOf(read->tree),
        lines("./Device node\n./Device/Vendor node\n./Device/Vendor/Example node\n"
              "./Device/Vendor/Example/Gadget node com.example/1.0/Gadget\n"
              "./Device/Vendor/Example/Gadget/<X> chr =\n"
              "./User node\n./User/Vendor node\n./User/Vendor/Example node\n./User/Vendor/Example/Gadget node\n"
              "./User/Vendor/Example/Gadget/<X> node\n./User/Vendor/Example/Gadget/<X>/Level int text/plain =4"));
    const NodeId level = read->tree.find(*Uri::parse("./User/Vendor/Example/Gadget/<X>/Level"));
    const NodeRule* rule = read->description->rule(level);
    QVERIFY(rule);
    QCOMPARE(static_cast<int>(rule->access), NodeRule::Get | NodeRule::Replace);
    QCOMPARE(rule->types.size(), std::size_t{2});
    QCOMPARE(rule->description, std::string("How much, & why"));
    QVERIFY(!rule->caseSensitive);
    const NodeRule* unnamed = read->description->rule(read->tree.parent(level));
    QVERIFY(unnamed && unnamed->placeholder);
    QCOMPARE(unnamed->maxOccurrence, 3U);
    QCOMPARE(unnamed->occurrence, NodeRule::Occurrence::ZeroOrN);
    QCOMPARE(read->warnings.size(), std::size_t{1});
    QVERIFY2(read->warnings.front().contains(QStringLiteral("MSFT:Diagnostics")), qPrintable(read->warnings.front()));
}

void TstDdf::oldDialect()
{
    const auto read = parseDocument(view(kOldDialect));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(linesOf(read->tree), lines("./FwV chr text/plain =1.0"));
    QCOMPARE(read->description->man, std::string("Maker"));
    const NodeRule* root = read->description->rule(Tree::root());
    QVERIFY(root);
    QCOMPARE(static_cast<int>(root->access), static_cast<int>(NodeRule::Get));
    QVERIFY(read->warnings.front().contains(QStringLiteral("1.1.2")));
}

void TstDdf::writtenIsReadBack()
{
    for (const std::string& source : {kCspStyle, kOldDialect}) {
        const auto read = parseDocument(view(source));
        QVERIFY(read);
        const auto bytes = writeDocument(*read, DocumentFormat::Ddf);
        QVERIFY(bytes);
        QVERIFY(text(*bytes).find("MSFT") == std::string::npos);
        const auto again = parseDocument(*bytes);
        QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
        QCOMPARE(again->format, DocumentFormat::Ddf);
        QCOMPARE(linesOf(again->tree), linesOf(read->tree));
        for (const auto& [id, rule] : read->description->rules) {
            const NodeId same = again->tree.find(read->tree.uri(NodeId{id}));
            const NodeRule* other = again->description->rule(same);
            QVERIFY(other);
            QCOMPARE(other->access, rule.access);
            QCOMPARE(other->format, rule.format);
            QCOMPARE(other->occurrence, rule.occurrence);
            QCOMPARE(other->maxOccurrence, rule.maxOccurrence);
            QCOMPARE(other->scope, rule.scope);
            QCOMPARE(other->placeholder, rule.placeholder);
            QCOMPARE(other->caseSensitive, rule.caseSensitive);
            QCOMPARE(other->defaultValue, rule.defaultValue);
        }
    }
}

void TstDdf::placeholdersInPaths()
{
    const auto node = [](const char* name, const char* path) {
        return std::string("<Node><NodeName>")
            .append(name)
            .append("</NodeName><Path>")
            .append(path)
            .append("</Path><DFProperties><AccessType><Get/></AccessType><DFFormat><node/></DFFormat><DFType><DDFName/>"
                    "</DFType></DFProperties></Node>");
    };
    const std::string xml =
        "<MgmtTree><VerDTD>1.2</VerDTD>" + node("A", ".") + node("", "./A") + node("B", "./A/*") + "</MgmtTree>";
    QCOMPARE(parsed(xml), lines("./A node\n./A/<X> node\n./A/<X>/B node"));
}

void TstDdf::refusesEntities()
{
    const std::string bomb = "<!DOCTYPE MgmtTree [\n<!ENTITY a \"aaaaaaaaaa\">\n<!ENTITY b \"&a;&a;&a;&a;\">]>\n"
                             "<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>&b;</NodeName></Node></MgmtTree>";
    QCOMPARE(parsed(bomb),
        lines("! the document declares the entity \"a\": documents with entities of their own are refused, line 2"));
    const std::string external = "<!DOCTYPE MgmtTree [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                 "<MgmtTree><Node><NodeName>&x;</NodeName></Node></MgmtTree>";
    QVERIFY(parsed(external).front().contains(QStringLiteral("entity \"x\"")));
}

void TstDdf::sharedFiles_data()
{
    QTest::addColumn<int>("number");
    int number = 0;
    for (const Expected& each : kShared)
        QTest::newRow(each.file) << number++;
}

void TstDdf::sharedFiles()
{
    QFETCH(int, number);
    const Expected& expected = kShared[number];
    const auto path = sharedData(QString::fromLatin1(expected.file));
    if (!path)
        QSKIP("no shared data");
    const auto read = readDocument(*path);
    const QString outcome = QString::fromLatin1(expected.outcome);
    if (!outcome.isEmpty()) {
        QVERIFY(!read);
        QVERIFY2(read.error().text().contains(outcome), qPrintable(read.error().text()));
        QVERIFY(read.error().where.startsWith(*path));
        return;
    }
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(read->description.has_value(), expected.described);
    QVERIFY(read->tree.size() > 1);
    if (expected.nodes > 0)
        QCOMPARE(read->tree.size(), expected.nodes);
    for (const auto format : {DocumentFormat::TndsXml, DocumentFormat::TndsWbxml, DocumentFormat::Json}) {
        const auto bytes = writeDocument(*read, format);
        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().text()));
        const auto again = parseDocument(*bytes);
        QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
        QCOMPARE(linesOf(again->tree), linesOf(read->tree));
    }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TstDdf>(argc, argv);
}

} // namespace dmsc::tst_ddf

#include "tst_ddf.moc"
