// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_xml.h"
#include "model/syncml/xml_text.h"
#include "tests/model/syncml/sample_messages.h"
#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>

namespace dmsc::tst_syncml_xml {

using namespace dmsc::syncml;

namespace {

Result<Message> decode(std::string_view xml)
{
    return decodeXml(test::bytesOf(xml));
}

std::string wrap(std::string_view body, std::string_view attributes = "xmlns='SYNCML:SYNCML1.2'")
{
    std::string xml = "<SyncML ";
    xml += attributes;
    xml += "><SyncHdr><VerDTD>1.2</VerDTD><MsgID>1</MsgID></SyncHdr>\n<SyncBody>";
    xml += body;
    xml += "</SyncBody></SyncML>";
    return xml;
}

QString errorOf(std::string_view xml)
{
    const auto message = decode(xml);
    return message ? QString() : message.error().text();
}

} // namespace

class TestSyncmlXml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void motorolaFiles_data();
    void motorolaFiles();
    void libwbxmlFiles();
    void namespacesMayBeMissingOrPrefixed_data();
    void namespacesMayBeMissingOrPrefixed();
    void dataIsKeptAsItIs();
    void inlineTreeBecomesDocument();
    void foreignElementsAreNotDmElements();
    void G01_nulInText();
    void G02_notWellFormedNamesTheLine();
    void G03_wrongNamespace();
    void G06_leadingSlashIsForTheTree();
    void G09_entityBombIsRefused_data();
    void G09_entityBombIsRefused();
    void G10_hugeMessageIsRefused();
    void G10_attributesWithoutEndAreRefused_data();
    void G10_attributesWithoutEndAreRefused();
    void deepMessageIsRefused();
    void otherEncodingsAreRead();
    void truncationAndMutationNeverCrash();
    void writesNamespacesAndCdata();
    void xmlTextKnowsItsCharacters();
};

void TestSyncmlXml::motorolaFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("display") << "testalertdisplay" << true;
    QTest::newRow("atomic") << "testalertconfirmatomic" << true;
    QTest::newRow("exec") << "testexecscript" << true;
    QTest::newRow("get") << "testgetscript" << true;
    QTest::newRow("data types") << "testnewdatatype" << true;
    // These forgot to escape & in the options of the Alert.
    QTest::newRow("confirm") << "testalertconfirm" << false;
    QTest::newRow("multiple choice") << "testalertmultiplechoice" << false;
    QTest::newRow("single choice") << "testalertsinglechoice" << false;
    QTest::newRow("text input") << "testalerttextinput" << false;
}

void TestSyncmlXml::motorolaFiles()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    const auto path = test::sharedData(QStringLiteral("syncml/motorola-aosp-dm12/%1.xml").arg(name));
    if (!path)
        QSKIP("shared data is missing");
    const auto message = decodeXml(test::load(*path));
    if (!good) {
        QVERIFY(!message.has_value());
        QVERIFY2(message.error().where.startsWith(QLatin1String("line 2")), qPrintable(message.error().text()));
        return;
    }
    QVERIFY2(message.has_value(), message ? "" : qPrintable(message.error().text()));
    QVERIFY(message->final);
    for (const Command& command : message->commands)
        QVERIFY(!command.fault);
    const auto text = encodeXml(*message);
    QVERIFY(text.has_value());
    QVERIFY(*decode(*text) == *message);
}

void TestSyncmlXml::libwbxmlFiles()
{
    const auto folder = test::sharedData(QStringLiteral("syncml/libwbxml"));
    if (!folder)
        QSKIP("shared data is missing");
    const auto status = decodeXml(test::load(*folder + QStringLiteral("/syncml-005.xml")));
    QVERIFY2(status.has_value(), status ? "" : qPrintable(status.error().text()));
    QCOMPARE(status->commands[0].reference.sources[0], std::string("http://www.syncml.org/sync-server"));
    QCOMPARE(status->commands[2].name, std::string("Sync")); // data synchronisation is not DM
    const auto add = decodeXml(test::load(*folder + QStringLiteral("/syncml-012.xml")));
    QVERIFY(add.has_value());
    QCOMPARE(add->commands[0].items[0].target.uri, std::string("./SyncML/DMAcc/UltimateManagement"));
    QCOMPARE(add->commands[0].items[0].meta.format, std::string("node"));
    QVERIFY(errorOf("<DevInf/>").contains(QLatin1String("the root is DevInf")));
}

void TestSyncmlXml::namespacesMayBeMissingOrPrefixed_data()
{
    QTest::addColumn<QByteArray>("xml");
    const QByteArray body("<Add><CmdID>1</CmdID><Item><Meta><Format%1>int</Format></Meta><Data>7</Data></Item></Add>");
    const auto with = [&body](const char* metinf, const char* root) {
        QByteArray filled = body;
        filled.replace("%1", metinf);
        return QByteArray::fromStdString(wrap(filled.toStdString(), root));
    };
    QTest::newRow("none") << with("", "");
    QTest::newRow("root only") << with("", "xmlns='SYNCML:SYNCML1.2'");
    QTest::newRow("both") << with(" xmlns='syncml:metinf'", "xmlns=\"SYNCML:SYNCML1.2\"");
    QTest::newRow("Meta too") << QByteArray::fromStdString(
        wrap("<Add><CmdID>1</CmdID><Item><Meta "
             "xmlns='syncml:metinf'><Format>int</Format></Meta><Data>7</Data></Item></Add>"));
    QTest::newRow("1.1") << with(" xmlns='syncml:metinf'", "xmlns='SYNCML:SYNCML1.1'");
    QTest::newRow("prefixes") << QByteArray(
        "<?xml version='1.0'?><s:SyncML xmlns:s='SYNCML:SYNCML1.2' xmlns:m='syncml:metinf'><s:SyncHdr>"
        "<s:MsgID>1</s:MsgID></s:SyncHdr><s:SyncBody><s:Add><s:CmdID>1</s:CmdID><s:Item><s:Meta><m:Format>int"
        "</m:Format></s:Meta><s:Data>7</s:Data></s:Item></s:Add></s:SyncBody></s:SyncML>");
    QTest::newRow("blank before the declaration") << "\n <?xml version='1.0'?>" + with("", "");
}

void TestSyncmlXml::namespacesMayBeMissingOrPrefixed()
{
    QFETCH(QByteArray, xml);
    const auto message = decode({xml.data(), static_cast<std::size_t>(xml.size())});
    QVERIFY2(message.has_value(), message ? "" : qPrintable(message.error().text()));
    const Item& item = message->commands.at(0).items.at(0);
    QCOMPARE(item.meta.format, std::string("int"));
    QCOMPARE(*item.data, std::string("7"));
}

void TestSyncmlXml::dataIsKeptAsItIs()
{
    const auto message = decode(wrap("<Add><CmdID> 1\n</CmdID><Item><Target><LocURI>\n ./A/B </LocURI></Target>"
                                     "<Data> a<![CDATA[<&]]>&#65;&amp;&lt; <!-- not this --> \n</Data></Item>"
                                     "<Item><Data/></Item><Item></Item></Add>"));
    QVERIFY2(message.has_value(), message ? "" : qPrintable(message.error().text()));
    const auto& items = message->commands[0].items;
    QCOMPARE(items[0].target.uri, std::string("./A/B"));
    QCOMPARE(*items[0].data, std::string(" a<&A&<  \n"));
    QCOMPARE(items[1].data, std::optional<std::string>(""));
    QVERIFY(!items[2].data);
}

void TestSyncmlXml::inlineTreeBecomesDocument()
{
    const auto message = decode(wrap("<Add><CmdID>1</CmdID><Item><Meta><Type>application/vnd.syncml.dmtnds+xml</Type>"
                                     "</Meta><Data>\n  <MgmtTree xmlns='syncml:dmddf1.2'><VerDTD>1.2</VerDTD>\n"
                                     "<Node><NodeName>a&amp;b</NodeName><Value><![CDATA[<x>]]></Value></Node>"
                                     "</MgmtTree>\n </Data></Item></Add>"));
    QVERIFY2(message.has_value(), message ? "" : qPrintable(message.error().text()));
    const Item& item = message->commands[0].items[0];
    QCOMPARE(item.meta.type, std::string(mime::kTndsXml));
    QCOMPARE(*item.data,
        std::string("<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD>\n<Node><NodeName>a&amp;b</NodeName>"
                    "<Value>&lt;x&gt;</Value></Node></MgmtTree>"));
}

void TestSyncmlXml::foreignElementsAreNotDmElements()
{
    const auto message = decode(wrap("<Get xmlns='urn:x'><CmdID>1</CmdID></Get><Get><CmdID>2</CmdID>"
                                     "<x:CmdID xmlns:x='urn:x'>3</x:CmdID><Item><Foo>./A</Foo></Item></Get>"));
    QVERIFY(message.has_value());
    QCOMPARE(message->commands[0].kind, CommandKind::Unknown);
    QCOMPARE(message->commands[1].id, CommandId{2});
    QVERIFY(message->commands[1].items[0].target.empty());
}

void TestSyncmlXml::G01_nulInText()
{
    std::string xml = wrap("<Add><CmdID>1</CmdID><Item><Data>ab@</Data></Item></Add>");
    xml[xml.find('@')] = '\0';
    QVERIFY2(errorOf(xml).contains(QLatin1String("line 2")), qPrintable(errorOf(xml)));
    // A server hears what such a client means.
    const auto octets = [](std::string_view text) {
        return ByteView(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    };
    const auto message = decodeXml(octets(xml), Nul::PassedOver);
    QVERIFY(message.has_value());
    QCOMPARE(*message->commands.at(0).items.at(0).data, std::string("ab"));
    // In UTF-16 it is half a character.
    const QString wide = QStringLiteral("<?xml version='1.0' encoding='UTF-16'?>") + QString::fromStdString(wrap(""));
    const QByteArray two = QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom)(wide);
    QVERIFY(decodeXml(octets(two.toStdString()), Nul::PassedOver).has_value());
    QVERIFY(errorOf(wrap("<Add><Item><Data>&#0;</Data></Item></Add>")).contains(QLatin1String("well-formed")));
    QVERIFY(errorOf(wrap("<Add><Item><Data>\xC3\x28</Data></Item></Add>")).contains(QLatin1String("UTF-8")));
}

void TestSyncmlXml::G02_notWellFormedNamesTheLine()
{
    QVERIFY(errorOf(wrap("<Add></Get>")).contains(QLatin1String("line 2")));
    QVERIFY(errorOf("").contains(QLatin1String("empty")));
    QVERIFY(errorOf(" \n").contains(QLatin1String("empty")));
    QVERIFY(!errorOf("plain text").isEmpty());
    QVERIFY(!errorOf(wrap("") + "<more/>").isEmpty());
}

void TestSyncmlXml::G03_wrongNamespace()
{
    const QString error = errorOf(wrap("", "xmlns='http://www.w3.org/1999/xhtml'"));
    QVERIFY2(error.contains(QLatin1String("1999/xhtml")) && error.contains(QLatin1String("line 1")), qPrintable(error));
}

void TestSyncmlXml::G06_leadingSlashIsForTheTree()
{
    const auto message = decode(wrap("<Get><CmdID>1</CmdID><Item><Target><LocURI>/A</LocURI></Target></Item></Get>"));
    QCOMPARE(message->commands[0].items[0].target.uri, std::string("/A"));
}

void TestSyncmlXml::G09_entityBombIsRefused_data()
{
    QTest::addColumn<QByteArray>("doctype");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("laughs") << QByteArray("<!DOCTYPE SyncML [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>"
                                          "<!ENTITY c '&b;&b;&b;&b;'>]>")
                            << QByteArray("declarations are not accepted");
    QTest::newRow("external") << QByteArray("<!DOCTYPE SyncML [<!ENTITY c SYSTEM 'file:///etc/passwd'>]>")
                              << QByteArray("declarations are not accepted");
    QTest::newRow("parameter") << QByteArray("<!DOCTYPE SyncML [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>")
                               << QByteArray("declarations are not accepted");
    QTest::newRow("attribute") << QByteArray("<!DOCTYPE SyncML [<!ATTLIST SyncML a CDATA 'x'>]>")
                               << QByteArray("declarations are not accepted");
    QTest::newRow("element") << QByteArray("<!DOCTYPE SyncML [<!ELEMENT SyncML ANY>]>")
                             << QByteArray("declarations are not accepted");
    QTest::newRow("undefined") << QByteArray("") << QByteArray("Entity 'c' not defined");
    QTest::newRow("undefined, DTD outside")
        << QByteArray("<!DOCTYPE SyncML SYSTEM 'http://localhost:1/x.dtd'>") << QByteArray("entity &c; is not defined");
}

void TestSyncmlXml::G09_entityBombIsRefused()
{
    QFETCH(QByteArray, doctype);
    QFETCH(QByteArray, says);
    const std::string xml =
        doctype.toStdString() + wrap("<Add><CmdID>1</CmdID><Item><Data>&c;</Data></Item></Add>", "");
    QVERIFY2(errorOf(xml).toUtf8().contains(says), qPrintable(errorOf(xml)));
}

void TestSyncmlXml::G10_attributesWithoutEndAreRefused_data()
{
    QTest::addColumn<QString>("attribute");
    QTest::addColumn<bool>("wide");
    QTest::newRow("attributes") << QStringLiteral(" a%1='x'") << false;
    QTest::newRow("namespaces") << QStringLiteral(" xmlns:a%1='x'") << false;
    // The first octet of this letter in UTF-16 is that of a quote.
    QTest::newRow("in UTF-16") << QStringLiteral(" \u0122%1='x'") << true;
}

/// libxml2 takes minutes for so many.
void TestSyncmlXml::G10_attributesWithoutEndAreRefused()
{
    QFETCH(QString, attribute);
    QFETCH(bool, wide);
    QString attributes = QStringLiteral("xmlns='SYNCML:SYNCML1.2'");
    for (int i = 0; i < 100'001; ++i)
        attributes += attribute.arg(i);
    const std::string text = wrap("<Final/>", attributes.toStdString());
    const QString whole = QString::fromStdString(text);
    std::string wideText("\xFF\xFE");
    wideText.append(reinterpret_cast<const char*>(whole.utf16()), static_cast<std::size_t>(whole.size()) * 2);
    QElapsedTimer timer;
    timer.start();
    const auto refused = decode(wide ? wideText : text);
    QVERIFY(timer.elapsed() < 3'000);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Limit);
    // What stands in comments and values does not count.
    QVERIFY(decode(wrap("<!-- " + attributes.toStdString() + "--><Final/>")));
}

void TestSyncmlXml::G10_hugeMessageIsRefused()
{
    const Bytes huge(kMaxMessageBytes + 1, ' ');
    QCOMPARE(decodeXml(huge).error().kind, ErrorKind::Limit);
    // Honest big text is no error.
    const auto message =
        decode(wrap("<Add><CmdID>1</CmdID><Item><Data>" + std::string(12'000'000, 'x') + "</Data></Item></Add>"));
    QVERIFY2(message.has_value(), message ? "" : qPrintable(message.error().text()));
    QCOMPARE(message->commands[0].items[0].data->size(), std::size_t(12'000'000));
}

void TestSyncmlXml::deepMessageIsRefused()
{
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<x>";
    QVERIFY(!errorOf(wrap("<Add><CmdID>1</CmdID><Item><Data>" + deep)).isEmpty());
    QVERIFY(!errorOf(deep).isEmpty());
}

void TestSyncmlXml::otherEncodingsAreRead()
{
    const auto latin1 = decode("<?xml version='1.0' encoding='ISO-8859-1'?>"
        + wrap("<Add><CmdID>1</CmdID><Item><Data>M\xFCnchen</Data></Item></Add>"));
    QVERIFY2(latin1.has_value(), latin1 ? "" : qPrintable(latin1.error().text()));
    QCOMPARE(*latin1->commands[0].items[0].data, std::string("M\xC3\xBCnchen"));
    QVERIFY(!errorOf("<?xml version='1.0' encoding='no-such'?>" + wrap("")).isEmpty());
}

void TestSyncmlXml::truncationAndMutationNeverCrash()
{
    const auto text = encodeXml(test::richMessage());
    for (std::size_t length = 0; length < text->size(); length += 3)
        QVERIFY(!decode(std::string_view(*text).substr(0, length)).has_value());
    std::string changed = *text;
    for (std::size_t at = 0; at < changed.size(); ++at) {
        for (const char value : {'\0', '<', '>', '&', '/', '\xFF', ']', 'x', '1', '!'}) {
            changed[at] = value;
            const auto message = decode(changed);
            if (message)
                (void)encodeXml(*message);
        }
        changed[at] = (*text)[at];
    }
}

void TestSyncmlXml::writesNamespacesAndCdata()
{
    Message message;
    message.header.sessionId = "1";
    message.header.msgId = MessageId{1};
    message.header.target.uri = "t";
    message.header.source.uri = "s";
    Command add;
    add.kind = CommandKind::Add;
    add.id = CommandId{1};
    add.items.resize(1);
    add.items[0].target.uri = "./A&B";
    add.items[0].meta.format = "xml";
    add.items[0].data = "<a b='1'/>";
    message.commands = {add};
    message.final = true;
    QCOMPARE(*encodeXml(message),
        std::string(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr>"
            "<VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>1</MsgID>"
            "<Target><LocURI>t</LocURI></Target><Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody>"
            "<Add><CmdID>1</CmdID><Item><Target><LocURI>./A&amp;B</LocURI></Target><Meta>"
            "<Format xmlns=\"syncml:metinf\">xml</Format></Meta><Data><![CDATA[<a b='1'/>]]></Data></Item></Add>"
            "<Final/></SyncBody></SyncML>"));
}

void TestSyncmlXml::xmlTextKnowsItsCharacters()
{
    QVERIFY(isXmlText("tab\t line\n \xC3\xBC \xE2\x82\xAC \xF0\x9F\x93\xB1"));
    for (const char* bad : {"\x01", "\x1F", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
             "\xEF\xBF\xBF", "\xFF", "\xF0\x9F\x93"})
        QVERIFY2(!isXmlText(bad), bad);
    QVERIFY(!isXmlText(std::string_view("\0", 1)));
    std::string out;
    appendAsCdata(out, "a]]><b>\r");
    QCOMPARE(out, std::string("a]]&gt;&lt;b&gt;&#13;"));
    QCOMPARE(trimmed(" \n"), std::string_view());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestSyncmlXml>(argc, argv);
}

} // namespace dmsc::tst_syncml_xml

#include "tst_syncml_xml.moc"
