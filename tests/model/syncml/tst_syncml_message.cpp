// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/base64.h"
#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"
#include "model/syncml/wbxml_reader.h"
#include "model/syncml/wbxml_writer.h"
#include "tests/model/syncml/sample_messages.h"
#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QElapsedTimer>
#include <QTest>

namespace dmsc::tst_syncml_message {

using namespace dmsc::syncml;
using wbxml::Tag;

namespace {

QByteArray utf8(const QString& text)
{
    return text.toUtf8();
}

Message messageWith(const Command& command)
{
    Message message = test::richMessage();
    message.commands = {command};
    return message;
}

/// Header and the start of a SyncBody; the caller writes commands, then two ends.
wbxml::Writer begunMessage()
{
    wbxml::Writer writer(wbxml::Vocabulary::SyncMl);
    writer.start(Tag::SyncML);
    writer.start(Tag::SyncHdr);
    writer.element(Tag::MsgID, "1");
    writer.end();
    writer.start(Tag::SyncBody);
    return writer;
}

Result<Message> ended(wbxml::Writer&& writer)
{
    writer.end();
    writer.end();
    const auto octets = std::move(writer).finish();
    if (!octets)
        return tl::unexpected<Error>(octets.error());
    return decodeWbxml(*octets);
}

} // namespace

class TestSyncmlMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void richMessageComesBackFromWbxml();
    void richMessageComesBackFromXml();
    void headerBytesAreThoseOfLibwbxml();
    void G08_motorolaMessagesDecode();
    void G08_dataInAllTextForms();
    void G04_unknownElementIsFaultOfItsCommand();
    void G05_missingCmdIdIsFault();
    void G05_cmdIdThatIsNoNumberIsFault();
    void G11_escapedNonAsciiAndLongNamesStay();
    void B19_credInsideCommandIsNotHonoured();
    void commandMetaIsMergedIntoItems();
    void base64IsTakenOffAndPutOn();
    void chunkThatIsNotBase64AloneStays();
    void inlineTreeBecomesDocument();
    void opaqueTreeStaysAsItIs();
    void strictInWriting();
    void missingPartsAreErrors();
    void nestingAndCountAreBounded();
    void otherDocumentsAreRefused();
    void truncationAndMutationNeverCrash();
    void bigMessagesTakeLinearTime();
    void codesSayWhatTheyMean();
};

void TestSyncmlMessage::richMessageComesBackFromWbxml()
{
    const Message message = test::richMessage();
    const auto octets = encodeWbxml(message);
    QVERIFY2(octets.has_value(), octets ? "" : utf8(octets.error().text()));
    const auto again = decodeWbxml(*octets);
    QVERIFY2(again.has_value(), again ? "" : utf8(again.error().text()));
    QVERIFY(*again == message);
}

void TestSyncmlMessage::richMessageComesBackFromXml()
{
    Message message = test::richMessage();
    const auto text = encodeXml(message);
    QVERIFY2(text.has_value(), text ? "" : utf8(text.error().text()));
    const auto again = decodeXml(test::bytesOf(*text));
    QVERIFY2(again.has_value(), again ? "" : utf8(again.error().text()));
    // In XML binary data is base64, and Size counts that.
    Item& icon = message.commands[2].members[0].items[1];
    icon.base64 = true;
    icon.meta.size = 8;
    QVERIFY(*again == message);
    QCOMPARE(*encodeXml(*again), *text);
}

void TestSyncmlMessage::headerBytesAreThoseOfLibwbxml()
{
    const auto octets = encodeWbxml(test::richMessage());
    QCOMPARE(Bytes(octets->begin(), octets->begin() + 6), (Bytes{0x03, 0xA4, 0x01, 0x6A, 0x00, 0x6D}));
}

void TestSyncmlMessage::G08_motorolaMessagesDecode()
{
    const auto folder = test::sharedData(QStringLiteral("syncml/motorola-aosp-dm12"));
    if (!folder)
        QSKIP("shared data is missing");
    const auto add = decodeWbxml(test::load(*folder + QStringLiteral("/testadd.wbxml")));
    QVERIFY2(add.has_value(), add ? "" : utf8(add.error().text()));
    QCOMPARE(add->header.verProto, std::string("DM/1.2"));
    QCOMPARE(add->header.cred->meta.type, std::string("syncml:auth-basic"));
    QCOMPARE(add->header.cred->data, std::string("U2N0czpTYW1wbGVDbGllbnQ="));
    QCOMPARE(*add->header.meta.maxMsgSize, std::uint64_t(3500));
    QCOMPARE(add->commands.size(), std::size_t(4));
    QCOMPARE(add->commands[0].status, StatusCode::Authenticated);
    QCOMPARE(add->commands[0].reference.name, std::string("SyncHdr"));
    QCOMPARE(add->commands[3].kind, CommandKind::Add);
    QCOMPARE(add->commands[3].items[0].target.uri, std::string("./TestLeafNode"));
    QCOMPARE(add->commands[3].items[0].meta.format, std::string("node"));
    QCOMPARE(add->commands[3].items[0].data, std::optional<std::string>(""));
    QVERIFY(add->final);

    const auto replace = decodeWbxml(test::load(*folder + QStringLiteral("/testreplace.wbxml")));
    QVERIFY(replace.has_value());
    QCOMPARE(replace->header.source.name, std::string("SampleServer"));
    QCOMPARE(replace->commands[0].alert, AlertCode::ClientInitiated);
    QCOMPARE(replace->commands[1].items.size(), std::size_t(9));
    QCOMPARE(replace->commands[1].items[3].source.uri, std::string("./DevInfo/Man"));
    QCOMPARE(*replace->commands[1].items[3].data, std::string("Motorola, Copyright 2005"));

    for (const char* name : {"testget", "testdelete"}) {
        const auto message = decodeWbxml(test::load(*folder + QStringLiteral("/%1.wbxml").arg(QLatin1String(name))));
        QVERIFY(message.has_value());
        const auto again = encodeWbxml(*message);
        QVERIFY(again.has_value());
        QVERIFY(*decodeWbxml(*again) == *message);
    }
}

void TestSyncmlMessage::G08_dataInAllTextForms()
{
    // Data as STR_T, STR_I, ENTITY and OPAQUE in turn; WBXML 1.2 with the id in the string table.
    const std::string id = "-//SYNCML//DTD SyncML 1.2//EN";
    std::string octets =
        std::string("\x02\0\0\x6A", 4) + static_cast<char>(id.size() + 5) + id + std::string("\0abc", 4);
    octets += std::string("\0\x6D\x6C\x5B\x03"
                          "1\0\x01\x01\x6B\x60\x4B\x03"
                          "9\0\x01\x54\x4F\x83\x1E\x03"
                          "def\0\x02\x21\xC3\x02\0z\x01\x01\x01\x12\x01\x01",
        37);
    const auto message = decodeWbxml(test::bytesOf(octets));
    QVERIFY2(message.has_value(), message ? "" : utf8(message.error().text()));
    QCOMPARE(message->commands[0].id, CommandId{9});
    QCOMPARE(*message->commands[0].items[0].data, "abcdef!" + std::string("\0z", 2));
}

void TestSyncmlMessage::G04_unknownElementIsFaultOfItsCommand()
{
    auto writer = begunMessage();
    writer.start(Tag::Search);
    writer.element(Tag::CmdID, "1");
    writer.element(Tag::Target, "x");
    writer.end();
    writer.start(Tag::Get);
    writer.element(Tag::CmdID, "2");
    writer.element(Tag::SourceParent, "ignored");
    writer.end();
    writer.start(Tag::Atomic);
    writer.element(Tag::CmdID, "3");
    writer.element(Tag::Map);
    writer.end();
    const auto message = ended(std::move(writer));
    QVERIFY2(message.has_value(), message ? "" : utf8(message.error().text()));
    QCOMPARE(message->commands.size(), std::size_t(3));
    const Command& unknown = message->commands[0];
    QCOMPARE(unknown.kind, CommandKind::Unknown);
    QCOMPARE(unknown.name, std::string("Search"));
    QCOMPARE(unknown.id, CommandId{1});
    QCOMPARE(unknown.fault->answer, StatusCode::BadRequest);
    QVERIFY(!message->commands[1].fault);
    QCOMPARE(message->commands[2].members[0].name, std::string("Map"));
    QVERIFY(message->commands[2].members[0].fault.has_value());
}

void TestSyncmlMessage::G05_missingCmdIdIsFault()
{
    auto writer = begunMessage();
    writer.element(Tag::Get);
    const auto message = ended(std::move(writer));
    QVERIFY(message.has_value());
    QCOMPARE(message->commands[0].id, CommandId::None);
    QCOMPARE(message->commands[0].fault->answer, StatusCode::BadRequest);
    QVERIFY(message->commands[0].fault->what.contains(QLatin1String("CmdID")));
}

void TestSyncmlMessage::G05_cmdIdThatIsNoNumberIsFault()
{
    for (const char* id : {"x", "-1", "99999999999", "1 2", ""}) {
        auto writer = begunMessage();
        writer.start(Tag::Get);
        writer.element(Tag::CmdID, id);
        writer.end();
        const auto message = ended(std::move(writer));
        QVERIFY(message.has_value());
        QCOMPARE(message->commands[0].id, CommandId::None);
        QVERIFY2(message->commands[0].fault.has_value(), id);
    }
}

void TestSyncmlMessage::G11_escapedNonAsciiAndLongNamesStay()
{
    Command add;
    add.kind = CommandKind::Add;
    add.id = CommandId{1};
    add.items.resize(1);
    add.items[0].target.uri = "./A%2FB/\xC3\xA4\xF0\x9F\x93\xB1/" + std::string(255, 'n');
    add.items[0].data = "&amp;";
    const Message message = messageWith(add);
    QVERIFY(*decodeWbxml(*encodeWbxml(message)) == message);
    QVERIFY(*decodeXml(test::bytesOf(*encodeXml(message))) == message);
}

void TestSyncmlMessage::B19_credInsideCommandIsNotHonoured()
{
    auto writer = begunMessage();
    writer.start(Tag::Get);
    writer.element(Tag::CmdID, "1");
    writer.start(Tag::Cred);
    writer.element(Tag::Data, "secret");
    writer.end();
    writer.end();
    const auto message = ended(std::move(writer));
    QVERIFY(message.has_value());
    QVERIFY(!message->header.cred);
    QVERIFY(!message->commands[0].fault);
}

void TestSyncmlMessage::commandMetaIsMergedIntoItems()
{
    auto writer = begunMessage();
    writer.start(Tag::Replace);
    writer.element(Tag::CmdID, "1");
    writer.start(Tag::Meta);
    writer.element(Tag::MetFormat, "chr");
    writer.element(Tag::MetType, "text/plain");
    writer.end();
    writer.start(Tag::Item);
    writer.element(Tag::Data, "plain");
    writer.end();
    writer.start(Tag::Item);
    writer.start(Tag::Meta);
    writer.element(Tag::MetFormat, "int");
    writer.end();
    writer.element(Tag::Data, "7");
    writer.end();
    writer.end();
    const auto message = ended(std::move(writer));
    QVERIFY(message.has_value());
    const auto& items = message->commands[0].items;
    QCOMPARE(items[0].meta.format, std::string("chr"));
    QCOMPARE(items[1].meta.format, std::string("int"));
    QCOMPARE(items[1].meta.type, std::string("text/plain"));
}

void TestSyncmlMessage::base64IsTakenOffAndPutOn()
{
    const auto read = [](std::string_view data) {
        auto writer = begunMessage();
        writer.start(Tag::Add);
        writer.element(Tag::CmdID, "1");
        writer.start(Tag::Item);
        writer.start(Tag::Meta);
        writer.element(Tag::MetFormat, "b64");
        writer.end();
        writer.element(Tag::Data, data);
        writer.end();
        writer.end();
        return ended(std::move(writer))->commands[0].items[0];
    };
    const Item item = read("AP+A\r\n  eg==\n");
    QCOMPARE(item.meta.format, std::string("bin"));
    QVERIFY(item.base64);
    QCOMPARE(*item.data, std::string("\0\xFF\x80z", 4));

    Command add;
    add.kind = CommandKind::Add;
    add.id = CommandId{1};
    add.items = {item};
    const auto message = messageWith(add);
    QVERIFY(*decodeWbxml(*encodeWbxml(message)) == message);
    QVERIFY(encodeXml(message)->find("<Data>AP+Aeg==</Data>") != std::string::npos);

    QVERIFY(!fromBase64("AP+"));
    QVERIFY(!fromBase64("AP+A="));
    QVERIFY(!fromBase64("A==="));
    QVERIFY(!fromBase64("AP*A"));
    QVERIFY(!fromBase64("AA==AAAA"));
    QCOMPARE(*fromBase64(""), std::string());
    QCOMPARE(base64Size(4), std::uint64_t(8));
}

void TestSyncmlMessage::chunkThatIsNotBase64AloneStays()
{
    auto writer = begunMessage();
    writer.start(Tag::Add);
    writer.element(Tag::CmdID, "1");
    writer.start(Tag::Item);
    writer.start(Tag::Meta);
    writer.element(Tag::MetFormat, "b64");
    writer.element(Tag::MetSize, "8");
    writer.end();
    writer.element(Tag::Data, "AP+Ae");
    writer.element(Tag::MoreData);
    writer.end();
    writer.end();
    const Item item = ended(std::move(writer))->commands[0].items[0];
    QCOMPARE(item.meta.format, std::string("b64"));
    QCOMPARE(*item.data, std::string("AP+Ae"));
    QCOMPARE(*item.meta.size, std::uint64_t(8));
    QVERIFY(item.moreData && item.base64);
}

void TestSyncmlMessage::inlineTreeBecomesDocument()
{
    auto writer = begunMessage();
    writer.start(Tag::Add);
    writer.element(Tag::CmdID, "1");
    writer.start(Tag::Item);
    writer.start(Tag::Meta);
    writer.element(Tag::MetType, mime::kTndsXml);
    writer.end();
    writer.start(Tag::Data);
    writer.start(Tag::DdfMgmtTree);
    writer.element(Tag::DdfVerDTD, "1.2");
    writer.end();
    writer.end();
    writer.end();
    writer.end();
    const auto message = ended(std::move(writer));
    QVERIFY2(message.has_value(), message ? "" : utf8(message.error().text()));
    const Item& item = message->commands[0].items[0];
    QCOMPARE(item.meta.type, std::string(mime::kTndsWbxml));

    wbxml::Writer expected(wbxml::Vocabulary::DmDdf);
    expected.start(Tag::DdfMgmtTree);
    expected.element(Tag::DdfVerDTD, "1.2");
    expected.end();
    QCOMPARE(test::bytesOf(*item.data), *std::move(expected).finish());
}

void TestSyncmlMessage::opaqueTreeStaysAsItIs()
{
    wbxml::Writer tree(wbxml::Vocabulary::DmDdf);
    tree.start(Tag::DdfMgmtTree);
    tree.end();
    const auto octets = std::move(tree).finish();
    Command add;
    add.kind = CommandKind::Add;
    add.id = CommandId{1};
    add.items.resize(1);
    add.items[0].meta.format = "xml";
    add.items[0].meta.type = mime::kTndsWbxml;
    add.items[0].data = std::string(octets->begin(), octets->end());
    const auto message = messageWith(add);
    QVERIFY(*decodeWbxml(*encodeWbxml(message)) == message);
    QVERIFY(!encodeXml(message).has_value()); // NUL is no XML character
}

void TestSyncmlMessage::strictInWriting()
{
    Command get;
    get.kind = CommandKind::Get;
    get.id = CommandId{1};
    Message message = messageWith(get);
    QVERIFY(encodeXml(message).has_value());
    message.commands.push_back(get);
    QVERIFY(encodeXml(message).error().what.contains(QLatin1String("CmdID 1 occurs twice")));
    message.commands[1].id = CommandId::None;
    QVERIFY(encodeWbxml(message).error().what.contains(QLatin1String("Get without CmdID")));
    message.commands[1].kind = CommandKind::Unknown;
    QVERIFY(!encodeWbxml(message).has_value());
    message.commands.pop_back();
    message.header.msgId = MessageId::None;
    QVERIFY(!encodeWbxml(message).has_value());
    message = messageWith(get);
    message.header.source.uri = std::string("a\0b", 3);
    QVERIFY(!encodeWbxml(message).has_value());
    QVERIFY(!encodeXml(message).has_value());
}

void TestSyncmlMessage::missingPartsAreErrors()
{
    wbxml::Writer noHeader(wbxml::Vocabulary::SyncMl);
    noHeader.start(Tag::SyncML);
    noHeader.start(Tag::SyncBody);
    QVERIFY(ended(std::move(noHeader)).error().what.contains(QLatin1String("no SyncHdr")));

    wbxml::Writer noMsgId(wbxml::Vocabulary::SyncMl);
    noMsgId.start(Tag::SyncML);
    noMsgId.element(Tag::SyncHdr);
    noMsgId.start(Tag::SyncBody);
    QVERIFY(ended(std::move(noMsgId)).error().what.contains(QLatin1String("no MsgID")));
}

void TestSyncmlMessage::nestingAndCountAreBounded()
{
    auto deep = begunMessage();
    for (int i = 0; i < 20; ++i)
        deep.start(Tag::Sequence);
    for (int i = 0; i < 20; ++i)
        deep.end();
    const auto nested = ended(std::move(deep));
    QCOMPARE(nested.error().kind, ErrorKind::Limit);
    QVERIFY(nested.error().where.startsWith(QLatin1String("byte ")));

    auto many = begunMessage();
    many.start(Tag::Get);
    for (std::size_t i = 0; i < kMaxItems; ++i)
        many.element(Tag::Item);
    many.end();
    QCOMPARE(ended(std::move(many)).error().kind, ErrorKind::Limit);
}

void TestSyncmlMessage::otherDocumentsAreRefused()
{
    wbxml::Writer prov(wbxml::Vocabulary::Prov);
    prov.start(Tag::ProvDocument);
    prov.end();
    QVERIFY(decodeWbxml(*std::move(prov).finish()).error().what.contains(QLatin1String("expected a SyncML message")));

    wbxml::Writer root(wbxml::Vocabulary::SyncMl);
    root.start(Tag::Meta);
    root.end();
    QVERIFY(decodeWbxml(*std::move(root).finish()).error().what.contains(QLatin1String("the root is Meta")));
}

void TestSyncmlMessage::truncationAndMutationNeverCrash()
{
    const auto octets = encodeWbxml(test::richMessage());
    for (std::size_t length = 0; length < octets->size(); ++length)
        QVERIFY(!decodeWbxml(ByteView(octets->data(), length)).has_value());
    Bytes changed = *octets;
    int read = 0;
    for (std::size_t at = 0; at < changed.size(); ++at) {
        for (const int value : {0x00, 0x01, 0x03, 0x04, 0x14, 0x40, 0x4F, 0x7F, 0x83, 0xC3, 0xFF}) {
            changed[at] = static_cast<std::uint8_t>(value);
            const auto message = decodeWbxml(changed);
            if (message) {
                ++read;
                (void)encodeWbxml(*message);
            }
        }
        changed[at] = (*octets)[at];
    }
    QVERIFY(read > 0);
}

void TestSyncmlMessage::bigMessagesTakeLinearTime()
{
    Command replace;
    replace.kind = CommandKind::Replace;
    replace.id = CommandId{1};
    for (int i = 0; i < 10'000; ++i) {
        Item item;
        item.target.uri = "./Bulk/Leaf" + std::to_string(i);
        item.meta.format = "chr";
        item.data = "value " + std::to_string(i);
        replace.items.push_back(std::move(item));
    }
    Command add;
    add.kind = CommandKind::Add;
    add.id = CommandId{2};
    add.items.resize(1);
    add.items[0].meta.format = "bin";
    add.items[0].data = std::string(5'000'000, '\xA5');
    Message message = messageWith(replace);
    message.commands.push_back(add);

    QElapsedTimer timer;
    timer.start();
    const auto octets = encodeWbxml(message);
    const auto written = timer.restart();
    QVERIFY(*decodeWbxml(*octets) == message);
    const auto read = timer.restart();
    const auto text = encodeXml(message);
    const auto writtenXml = timer.restart();
    QVERIFY(decodeXml(test::bytesOf(*text)).has_value());
    qInfo("10,000 Items and 5 MB: WBXML write %lld ms, read %lld ms; XML write %lld ms, read %lld ms", written, read,
        writtenXml, timer.elapsed());
}

void TestSyncmlMessage::codesSayWhatTheyMean()
{
    QCOMPARE(describe(StatusCode::NotFound), QStringLiteral("404 not found"));
    QCOMPARE(describe(static_cast<StatusCode>(299)), QStringLiteral("299"));
    for (const int code :
        {203, 205, 206, 207, 208, 209, 210, 211, 300, 301, 302, 303, 305, 426, 427, 428, 502, 504, 509, 512})
        QVERIFY(describe(static_cast<StatusCode>(code)).startsWith(QStringLiteral("%1 ").arg(code)));
    QCOMPARE(describe(AlertCode::NextMessage), QStringLiteral("1222 next message"));
    QVERIFY(isSuccess(StatusCode::Accepted) && !isSuccess(StatusCode::NotModified));
    QCOMPARE(commandKind("Sequence"), CommandKind::Sequence);
    QCOMPARE(commandKind("SyncHdr"), CommandKind::Unknown);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestSyncmlMessage>(argc, argv);
}

} // namespace dmsc::tst_syncml_message

#include "tst_syncml_message.moc"
