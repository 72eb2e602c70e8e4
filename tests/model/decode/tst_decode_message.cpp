// SPDX-License-Identifier: Apache-2.0
#include "field_text.h"

#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace dmsc::tst_decode_message {

class TestDecodeMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void xmlElementsHaveTheirBytes();
    void codesAreExplained();
    void tndsInCdata();
    void tndsWithEscapedMarkup();
    void wbxmlDownToItsTokens();
    void wbxmlHeaderByStringTable();
    void tndsInAnOpaque();
    void tagsWithoutPartnersCloseNothing();
    void hostileNestingEnds();
    void manyElementsEndWithANote();
    void publishedMessages();
};

namespace {

std::vector<Field> decoded(const QByteArray& message)
{
    RecordView view;
    view.layer = Layer::SyncMl;
    view.request = message;
    std::vector<Field> fields = decode(view);
    return isWellFormed(fields, message.size(), 0) ? fields.at(0).children : std::vector<Field>{};
}

} // namespace

void TestDecodeMessage::xmlElementsHaveTheirBytes()
{
    const QByteArray message =
        "<?xml version=\"1.0\"?><SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><MsgID>1</MsgID></SyncHdr>"
        "<SyncBody><Get><CmdID>4</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item>"
        "</Get><Final/></SyncBody></SyncML>";
    const auto fields = decoded(message);
    QCOMPARE(bytesOf(fields, QStringLiteral("MsgID"), message), QByteArray("<MsgID>1</MsgID>"));
    QCOMPARE(bytesOf(fields, QStringLiteral("Final"), message), QByteArray("<Final/>"));
    QVERIFY(bytesOf(fields, QStringLiteral("SyncML"), message).startsWith("<SyncML xmlns"));
    QCOMPARE(valueOf(fields, QStringLiteral("MsgID")), QStringLiteral("1"));
    QCOMPARE(valueOf(fields, QStringLiteral("Get")), QStringLiteral("./DevInfo/Man"));
}

void TestDecodeMessage::codesAreExplained()
{
    const auto fields =
        decoded("<SyncML><SyncBody><Status><CmdRef>2</CmdRef><Cmd>Replace</Cmd><Data>404</Data></Status>"
                "<Alert><CmdID>1</CmdID><Data>1226</Data></Alert></SyncBody></SyncML>");
    const Field* status = find(fields, QStringLiteral("Status"));
    QCOMPARE(status->value, QStringLiteral("Replace: 404 not found"));
    QVERIFY(status->level == StatusLevel::Error);
    QCOMPARE(valueOf(fields, QStringLiteral("Alert")), QStringLiteral("1226 generic alert"));
}

void TestDecodeMessage::tndsInCdata()
{
    const QByteArray message = "<Add><Item><Data><![CDATA[<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>Con</NodeName>"
                               "</Node></MgmtTree>]]></Data></Item></Add>";
    const auto fields = decoded(message);
    QCOMPARE(valueOf(fields, QStringLiteral("Node")), QStringLiteral("Con"));
    QCOMPARE(bytesOf(fields, QStringLiteral("NodeName"), message), QByteArray("<NodeName>Con</NodeName>"));
}

void TestDecodeMessage::tndsWithEscapedMarkup()
{
    const QByteArray message =
        "<Add><Item><Data>&lt;MgmtTree&gt;&lt;Node&gt;&lt;NodeName&gt;A &amp;amp; B&lt;/NodeName&gt;"
        "&lt;/Node&gt;&lt;/MgmtTree&gt;</Data></Item></Add>";
    const auto fields = decoded(message);
    QCOMPARE(valueOf(fields, QStringLiteral("NodeName")), QStringLiteral("A & B"));
    QCOMPARE(bytesOf(fields, QStringLiteral("NodeName"), message),
        QByteArray("&lt;NodeName&gt;A &amp;amp; B&lt;/NodeName&gt;"));
}

void TestDecodeMessage::wbxmlDownToItsTokens()
{
    const QByteArray message = QByteArray::fromHex("03A4016A00 6D6C71 03312E3200 0101 6B120101");
    QCOMPARE(print(decoded(message)),
        QStringLiteral("WBXML header 0x1201 -//SYNCML//DTD SyncML 1.2//EN @0+5\n"
                       "  Version 1.3 @0+1\n"
                       "  Public id 0x1201 -//SYNCML//DTD SyncML 1.2//EN @1+2\n"
                       "  Character set UTF-8 @3+1\n"
                       "  Length of the string table 0 @4+1\n"
                       "SyncML  @5+14\n"
                       "  Tag 6D SyncML @5+1\n"
                       "    Attributes no @5+1/80\n"
                       "    Content yes @5+1/40\n"
                       "    Tag code 2D @5+1/3F\n"
                       "  SyncHdr  @6+9\n"
                       "    Tag 6C SyncHdr @6+1\n"
                       "      Attributes no @6+1/80\n"
                       "      Content yes @6+1/40\n"
                       "      Tag code 2C @6+1/3F\n"
                       "    VerDTD 1.2 @7+7\n"
                       "      Tag 71 VerDTD @7+1\n"
                       "        Attributes no @7+1/80\n"
                       "        Content yes @7+1/40\n"
                       "        Tag code 31 @7+1/3F\n"
                       "      STR_I 1.2 @8+5\n"
                       "      END  @13+1\n"
                       "    END  @14+1\n"
                       "  SyncBody  @15+3\n"
                       "    Tag 6B SyncBody @15+1\n"
                       "      Attributes no @15+1/80\n"
                       "      Content yes @15+1/40\n"
                       "      Tag code 2B @15+1/3F\n"
                       "    Final  @16+1\n"
                       "      Tag 12 Final @16+1\n"
                       "        Attributes no @16+1/80\n"
                       "        Content no @16+1/40\n"
                       "        Tag code 12 @16+1/3F\n"
                       "    END  @17+1\n"
                       "  END  @18+1\n"));
}

void TestDecodeMessage::wbxmlHeaderByStringTable()
{
    // As real devices begin: WBXML 1.2, the public id in the string table. MetInf's Format after SWITCH_PAGE.
    const QByteArray id = "-//SYNCML//DTD SyncML 1.2//EN";
    const QByteArray message = QByteArray::fromHex("0200006A") + char(id.size()) + id
        + QByteArray::fromHex("6D6B5A000147036368720001") + QByteArray::fromHex("010101");
    const auto fields = decoded(message);
    QCOMPARE(valueOf(fields, QStringLiteral("Version")), QStringLiteral("1.2"));
    QCOMPARE(valueOf(fields, QStringLiteral("Public id")), QStringLiteral("string table, byte 0"));
    QCOMPARE(valueOf(fields, QStringLiteral("SWITCH_PAGE")), QStringLiteral("page 1"));
    QCOMPARE(valueOf(fields, QStringLiteral("Format")), QStringLiteral("chr"));
}

void TestDecodeMessage::tndsInAnOpaque()
{
    // Data with an OPAQUE: a WBXML document of DM-DDF 1.2, named through its string table.
    const QByteArray id = "-//OMA//DTD-DM-DDF 1.2//EN";
    const QByteArray tnds =
        QByteArray::fromHex("0300006A") + char(id.size()) + id + QByteArray::fromHex("0002606466034100010101");
    const QByteArray message =
        QByteArray::fromHex("03A4016A00 6D6B45544F C3") + char(tnds.size()) + tnds + QByteArray::fromHex("0101010101");
    const auto fields = decoded(message);
    const QString text = print(fields);
    QVERIFY2(find(fields, QStringLiteral("MgmtTree")) != nullptr, qPrintable(text));
    QCOMPARE(valueOf(fields, QStringLiteral("NodeName")), QStringLiteral("A"));
    QCOMPARE(valueOf(fields, QStringLiteral("Length")), QString::number(tnds.size()));
}

void TestDecodeMessage::tagsWithoutPartnersCloseNothing()
{
    const auto fields = decoded("<A><B>x</C></B><D>y</A>");
    QCOMPARE(fields.size(), std::size_t{1});
    QCOMPARE(valueOf(fields, QStringLiteral("B")), QStringLiteral("x"));
    QCOMPARE(valueOf(fields, QStringLiteral("D")), QStringLiteral("y"));
    // What is cut keeps what was read.
    QCOMPARE(valueOf(decoded("<A><B>x"), QStringLiteral("B")), QStringLiteral("x"));
}

void TestDecodeMessage::hostileNestingEnds()
{
    const auto fields = decoded(QByteArray("<a>").repeated(100'000));
    QVERIFY(find(fields, QStringLiteral("Note")) != nullptr);
}

void TestDecodeMessage::manyElementsEndWithANote()
{
    const auto fields = decoded("<A>" + QByteArray("<b>1</b>").repeated(50'000) + "</A>");
    QCOMPARE(fields.size(), std::size_t{1});
    QVERIFY(fields.front().children.size() < 21'000);
    QCOMPARE(valueOf(fields, QStringLiteral("Note")), QStringLiteral("the rest is not shown"));
}

void TestDecodeMessage::publishedMessages()
{
    const auto folder = test::sharedData(QStringLiteral("syncml"));
    if (!folder) {
        QSKIP("the published messages are not here");
    }
    QDirIterator files(
        *folder, {QStringLiteral("*.xml"), QStringLiteral("*.wbxml")}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto fields = decoded(file.readAll());
        // Some are documents that messages carry, all have a root with something in it.
        QVERIFY2(!fields.empty() && !fields.back().children.empty(), qPrintable(file.fileName()));
        QVERIFY2(find(fields, QStringLiteral("Note")) == nullptr, qPrintable(file.fileName()));
        ++count;
    }
    QVERIFY(count > 10);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDecodeMessage>(argc, argv);
}

} // namespace dmsc::tst_decode_message

#include "tst_decode_message.moc"
