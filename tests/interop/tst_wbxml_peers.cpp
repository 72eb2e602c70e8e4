// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"
#include "model/syncml/wbxml_reader.h"
#include "model/syncml/wbxml_writer.h"
#include "tests/model/syncml/sample_messages.h"
#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_wbxml_peers {

using namespace dmsc::syncml;
using wbxml::Tag;

namespace {

/// Runs a converter of libwbxml; nothing if it refuses the input.
std::optional<Bytes> convert(const QString& program, const QStringList& options, const Bytes& input)
{
    const QTemporaryDir folder;
    const QString in = folder.filePath(QStringLiteral("in"));
    const QString out = folder.filePath(QStringLiteral("out"));
    QFile file(in);
    if (!file.open(QIODevice::WriteOnly))
        return std::nullopt;
    file.write(reinterpret_cast<const char*>(input.data()), static_cast<qint64>(input.size()));
    file.close();
    QProcess process;
    process.start(program, QStringList(options) << QStringLiteral("-o") << out << in);
    if (!process.waitForFinished() || process.exitCode() != 0 || !QFile::exists(out))
        return std::nullopt;
    return test::load(out);
}

std::optional<Bytes> toXml(const Bytes& wbxml)
{
    // Compact, blanks kept: what libwbxml's own round trips need.
    return convert(
        QStringLiteral("wbxml2xml"), {QStringLiteral("-m"), QStringLiteral("0"), QStringLiteral("-k")}, wbxml);
}

std::optional<Bytes> toWbxml(const Bytes& xml)
{
    return convert(QStringLiteral("xml2wbxml"), {QStringLiteral("-k")}, xml);
}

/// libwbxml needs the DOCTYPE to know the language.
Bytes withDoctype(const std::string& xml)
{
    const std::size_t root = xml.find("<SyncML");
    return test::bytesOf(xml.substr(0, root)
        + "<!DOCTYPE SyncML PUBLIC \"-//SYNCML//DTD SyncML 1.2//EN\" "
          "\"http://www.openmobilealliance.org/tech/DTD/x.dtd\">"
        + xml.substr(root));
}

/// The rich message without what libwbxml cannot carry: octets that are no text.
Message textMessage()
{
    Message message = test::richMessage();
    Item& icon = message.commands[2].members[0].items[1];
    icon.data = "plain";
    icon.meta.format = "chr";
    icon.meta.size.reset();
    message.commands[2].members[0].items[0].data = " blanks & <markup> ";
    return message;
}

} // namespace

class TestWbxmlPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void libwbxmlReadsOurMessage();
    void weReadLibwbxmlsMessage();
    void weReadWhatLibwbxmlMakesOfSharedMessages_data();
    void weReadWhatLibwbxmlMakesOfSharedMessages();
    void libwbxmlAgreesOnMotorolaMessages();
    void libwbxmlReadsOurTree();
    void weReadLibwbxmlsTree();
    void inlineTreeOfLibwbxmlIsADocument();
    void libwbxmlReadsOurProv();
};

void TestWbxmlPeers::initTestCase()
{
    for (const auto& program : {QStringLiteral("wbxml2xml"), QStringLiteral("xml2wbxml")}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("libwbxml2-utils is not installed");
    }
}

void TestWbxmlPeers::libwbxmlReadsOurMessage()
{
    const Message message = textMessage();
    const auto xml = toXml(*encodeWbxml(message));
    QVERIFY(xml.has_value());
    const auto again = decodeXml(*xml);
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().text()));
    QVERIFY(*again == message);
}

void TestWbxmlPeers::weReadLibwbxmlsMessage()
{
    const Message message = textMessage();
    const auto wbxml = toWbxml(withDoctype(*encodeXml(message)));
    QVERIFY(wbxml.has_value());
    const auto again = decodeWbxml(*wbxml);
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().text()));
    QVERIFY(*again == message);
}

void TestWbxmlPeers::weReadWhatLibwbxmlMakesOfSharedMessages_data()
{
    QTest::addColumn<QString>("path");
    const auto folder = test::sharedData(QStringLiteral("syncml/libwbxml"));
    if (!folder)
        QSKIP("shared data is missing");
    const QDir dir(*folder);
    for (const QString& name : dir.entryList({QStringLiteral("syncml-*.xml")}, QDir::Files)) {
        if (name != QLatin1String("syncml-011.xml")) // device information, no message
            QTest::newRow(qPrintable(name)) << dir.filePath(name);
    }
}

void TestWbxmlPeers::weReadWhatLibwbxmlMakesOfSharedMessages()
{
    QFETCH(QString, path);
    const Bytes xml = test::load(path);
    const auto wbxml = convert(QStringLiteral("xml2wbxml"), {}, xml);
    QVERIFY(wbxml.has_value());
    auto ours = decodeXml(xml);
    auto theirs = decodeWbxml(*wbxml);
    QVERIFY2(ours.has_value(), ours ? "" : qPrintable(ours.error().text()));
    QVERIFY2(theirs.has_value(), theirs ? "" : qPrintable(theirs.error().text()));
    QVERIFY(ours->header == theirs->header);
    QCOMPARE(theirs->commands.size(), ours->commands.size());
    for (std::size_t i = 0; i < ours->commands.size(); ++i) {
        QCOMPARE(theirs->commands[i].kind, ours->commands[i].kind);
        QCOMPARE(theirs->commands[i].id, ours->commands[i].id);
        QVERIFY(theirs->commands[i].reference == ours->commands[i].reference);
        QCOMPARE(theirs->commands[i].items.size(), ours->commands[i].items.size());
    }
}

void TestWbxmlPeers::libwbxmlAgreesOnMotorolaMessages()
{
    const auto folder = test::sharedData(QStringLiteral("syncml/motorola-aosp-dm12"));
    if (!folder)
        QSKIP("shared data is missing");
    for (const char* name : {"testadd", "testdelete", "testget", "testreplace"}) {
        const Bytes wbxml = test::load(*folder + QStringLiteral("/%1.wbxml").arg(QLatin1String(name)));
        const auto xml = toXml(wbxml);
        QVERIFY2(xml.has_value(), name);
        const auto theirs = decodeXml(*xml);
        QVERIFY2(theirs.has_value(), theirs ? "" : qPrintable(theirs.error().text()));
        Message ours = *decodeWbxml(wbxml);
        QVERIFY2(ours == *theirs, name);
    }
}

void TestWbxmlPeers::libwbxmlReadsOurTree()
{
    wbxml::Writer writer(wbxml::Vocabulary::DmDdf);
    writer.start(Tag::DdfMgmtTree);
    writer.element(Tag::DdfVerDTD, "1.2");
    writer.start(Tag::DdfNode);
    writer.element(Tag::DdfNodeName, "Ext");
    writer.start(Tag::DdfRTProperties);
    writer.start(Tag::DdfFormat);
    writer.element(Tag::DdfFormatNode);
    writer.end();
    writer.start(Tag::DdfType);
    writer.element(Tag::DdfDDFName);
    writer.end();
    writer.end();
    writer.end();
    writer.end();
    const auto xml = toXml(*std::move(writer).finish());
    QVERIFY(xml.has_value());
    const std::string text(xml->begin(), xml->end());
    const std::size_t root = text.find("<MgmtTree");
    QVERIFY(root != std::string::npos);
    QCOMPARE(text.substr(root),
        std::string("<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>Ext</NodeName>"
                    "<RTProperties><Format><node/></Format><Type><DDFName/></Type></RTProperties></Node></MgmtTree>"));
}

void TestWbxmlPeers::weReadLibwbxmlsTree()
{
    const auto path = test::sharedData(QStringLiteral("tnds/aosp/PerProviderSubscription.xml"));
    if (!path)
        QSKIP("shared data is missing");
    Bytes xml = test::load(*path);
    const std::string text(xml.begin(), xml.end());
    if (text.find("<!DOCTYPE") == std::string::npos) {
        xml = test::bytesOf("<!DOCTYPE MgmtTree PUBLIC \"-//OMA//DTD-DM-DDF 1.2//EN\" \"http://x/dm_ddf-v1_2.dtd\">"
            + text.substr(text.find("<MgmtTree")));
    }
    const auto wbxml = toWbxml(xml);
    QVERIFY(wbxml.has_value());
    auto reader = wbxml::Reader::open(*wbxml);
    QVERIFY2(reader.has_value(), reader ? "" : qPrintable(reader.error().text()));
    std::size_t nodes = 0;
    std::size_t covered = reader->header().length;
    while (true) {
        const auto event = reader->next();
        QVERIFY2(event.has_value(), event ? "" : qPrintable(event.error().text()));
        QCOMPARE(event->offset, covered);
        covered += event->length;
        if (event->kind == wbxml::Event::Kind::EndDocument)
            break;
        if (event->kind == wbxml::Event::Kind::Start && event->tag == Tag::DdfNode)
            ++nodes;
    }
    QCOMPARE(covered, wbxml->size());
    QCOMPARE(nodes, static_cast<std::size_t>(QByteArray::fromStdString(text).count("<Node>")));
}

void TestWbxmlPeers::inlineTreeOfLibwbxmlIsADocument()
{
    const std::string xml =
        "<?xml version=\"1.0\"?><SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2"
        "</VerProto><SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>a</LocURI></Target><Source><LocURI>b"
        "</LocURI></Source></SyncHdr><SyncBody><Add><CmdID>1</CmdID><Item><Target><LocURI>./X</LocURI></Target><Meta>"
        "<Format xmlns=\"syncml:metinf\">xml</Format><Type xmlns=\"syncml:metinf\">application/vnd.syncml.dmtnds+xml"
        "</Type></Meta><Data><MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD></MgmtTree></Data></Item></Add>"
        "<Final/></SyncBody></SyncML>";
    const auto wbxml = toWbxml(withDoctype(xml));
    QVERIFY(wbxml.has_value());
    const auto message = decodeWbxml(*wbxml);
    QVERIFY2(message.has_value(), message ? "" : qPrintable(message.error().text()));
    const Item& item = message->commands[0].items[0];
    QCOMPARE(item.meta.type, std::string(mime::kTndsWbxml));
    const Bytes tree = test::bytesOf(*item.data);
    auto reader = wbxml::Reader::open(tree);
    QVERIFY2(reader.has_value(), reader ? "" : qPrintable(reader.error().text()));
    QCOMPARE(reader->next()->tag, Tag::DdfMgmtTree);
}

void TestWbxmlPeers::libwbxmlReadsOurProv()
{
    wbxml::Writer writer(wbxml::Vocabulary::Prov);
    writer.start(Tag::ProvDocument);
    writer.attribute("version", "1.1");
    writer.start(Tag::ProvCharacteristic);
    writer.attribute("type", "APPLICATION");
    for (const auto& [name, value] : {std::pair("APPID", "w7"), std::pair("AAUTHLEVEL", "APPSRV"),
             std::pair("NAME", "My server"), std::pair("AAUTHTYPE", "HTTP-DIGEST")}) {
        writer.start(Tag::ProvParm);
        writer.attribute("name", name);
        writer.attribute("value", value);
        writer.end();
    }
    writer.end();
    writer.end();
    const auto xml = toXml(*std::move(writer).finish());
    QVERIFY(xml.has_value());
    const std::string text(xml->begin(), xml->end());
    const std::size_t root = text.find("<wap-provisioningdoc");
    QVERIFY(root != std::string::npos);
    QCOMPARE(text.substr(root),
        std::string("<wap-provisioningdoc version=\"1.1\"><characteristic type=\"APPLICATION\">"
                    "<parm name=\"APPID\" value=\"w7\"/><parm name=\"AAUTHLEVEL\" value=\"APPSRV\"/>"
                    "<parm name=\"NAME\" value=\"My server\"/><parm name=\"AAUTHTYPE\" value=\"HTTP-DIGEST\"/>"
                    "</characteristic></wap-provisioningdoc>"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestWbxmlPeers>(argc, argv);
}

} // namespace dmsc::tst_wbxml_peers

#include "tst_wbxml_peers.moc"
