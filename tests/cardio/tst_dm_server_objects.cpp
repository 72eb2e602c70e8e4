// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/dm_packet.h"
#include "model/syncml/base64.h"
#include "tests/cardio/dm_server_rig.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_dm_server_objects {

using namespace dmsc::test;

namespace {

struct Rig
{
    Script script;
    ServerAccount account;
    ServerOptions options;
    std::unique_ptr<ServerSession> server;
    std::unique_ptr<HandMadeClient> client;

    Rig(std::vector<Command> commands, Encoding encoding)
    {
        script.packages = {std::move(commands)};
        server = std::make_unique<ServerSession>(account, options, script.source());
        client = std::make_unique<HandMadeClient>(*server, encoding);
    }
};

std::string someBytes(std::size_t size)
{
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i * 31 + i / 7);
    return bytes;
}

/// Data and format of an object that a server sends in chunks, as its client puts it together.
struct Received
{
    std::string data;
    std::vector<std::uint64_t> sizes; ///< Meta Size, where it was given
    std::size_t chunks = 0;
    std::size_t biggest = 0; ///< message
    bool alone = true; ///< nothing else came beside a chunk
};

Received receiveObject(Rig& rig)
{
    Received received;
    Message reply = rig.client->package1();
    while (!rig.server->ended() && received.chunks < 1'000) {
        received.biggest = std::max(received.biggest, rig.client->received.body.size());
        const auto commands = managementOf(reply);
        std::vector<Command> answers = {headerStatus(reply.header.msgId)};
        for (const Command& one : commands) {
            const Item& item = one.items.at(0);
            received.data += *item.data;
            received.chunks += 1;
            if (item.meta.size)
                received.sizes.push_back(*item.meta.size);
            if (item.moreData)
                received.alone = received.alone && commands.size() == 1 && !reply.final;
            answers.push_back(statusOf(reply, one, item.moreData ? StatusCode::ChunkAccepted : StatusCode::Ok));
        }
        if (!reply.final)
            answers.push_back(alertOf(AlertCode::NextMessage));
        reply = rig.client->say(std::move(answers), reply.final);
    }
    return received;
}

} // namespace

class TestDmServerObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void D13_messagesNeverAboveTheClientsSize_data();
    void D13_messagesNeverAboveTheClientsSize();
    void D13_quietClientsGetLessThan40000Bytes();
    void D13_manyStatusesAreSpreadToo();
    void D12_largeObjectsOutInChunks_data();
    void D12_largeObjectsOutInChunks();
    void D12_overTheClientsObjectSizeIsNotSent();
    void D12_aRefusedChunkEndsTheObject();
    void aGroupThatFitsNoMessageIsNotSent();
    void oneCommandOfManyItemsIsDivided();
    void largeObjectsInFromChunks_data();
    void largeObjectsInFromChunks();
    void D10_sizeDiffers();
    void D12_overOurObjectSizeIs413();
    void missingEndOfAnObjectIs1225();
    void D11_anObjectWithoutItsSizeIs411();
    void anObjectThatIsBrokenOffDoesNotHoldTheSession();
};

void TestDmServerObjects::D13_messagesNeverAboveTheClientsSize_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<quint64>("size");
    for (const int encoding : {0, 1})
        for (const quint64 size : {1'500U, 4'000U, 16'384U})
            QTest::addRow("%s %d", encoding ? "WBXML" : "XML", int(size)) << encoding << size;
}

void TestDmServerObjects::D13_messagesNeverAboveTheClientsSize()
{
    QFETCH(int, encoding);
    QFETCH(quint64, size);
    std::vector<Command> commands;
    for (int i = 0; i < 200; ++i) {
        Command add = commandOf(CommandKind::Add, "./Node" + std::to_string(i), "<&> value " + std::string(40, 'v'));
        commands.push_back(std::move(add));
    }
    Rig rig(commands, static_cast<Encoding>(encoding));
    rig.client->maxMsgSize = size;
    Message reply = rig.client->package1();
    int messages = 0;
    std::size_t seen = 0;
    while (!rig.server->ended() && messages++ < 1'000) {
        QVERIFY2(rig.client->received.body.size() <= size, std::to_string(rig.client->received.body.size()).c_str());
        const auto got = managementOf(reply);
        QVERIFY(!got.empty());
        for (const Command& one : got)
            QCOMPARE(one.items[0].target.uri, "./Node" + std::to_string(seen++));
        QCOMPARE(reply.final, seen == 200);
        reply = rig.client->obey(reply);
    }
    QVERIFY(rig.server->ended());
    const auto& answers = rig.script.answers.at(1);
    QCOMPARE(answers.size(), std::size_t{200});
    QVERIFY(std::all_of(
        answers.begin(), answers.end(), [](const CommandAnswer& one) { return one.status == StatusCode::Ok; }));
}

void TestDmServerObjects::D13_quietClientsGetLessThan40000Bytes()
{
    Rig rig({commandOf(CommandKind::Replace, "./Big", std::string(300'000, 'x'))}, Encoding::Xml);
    const Received received = receiveObject(rig);
    QVERIFY(received.biggest < 40'000);
    QVERIFY(received.biggest > 30'000);
    QCOMPARE(received.data, std::string(300'000, 'x'));
}

void TestDmServerObjects::D13_manyStatusesAreSpreadToo()
{
    Rig rig({commandOf(CommandKind::Get, "./A")}, Encoding::Xml);
    rig.client->maxMsgSize = 1'200;
    std::vector<Command> commands = {alertOf(AlertCode::ClientInitiated), devInfo()};
    for (int i = 0; i < 60; ++i)
        commands.push_back(alertOf(AlertCode::ClientEvent));
    Message reply = rig.client->say(commands);
    std::size_t statuses = 0;
    for (int i = 0; i < 100; ++i) {
        QVERIFY(rig.client->received.body.size() <= 1'200);
        for (const Command& one : reply.commands)
            statuses += one.kind == CommandKind::Status && one.reference.message == MessageId{1}
                && one.reference.command != CommandId::None;
        if (!managementOf(reply).empty())
            break;
        QVERIFY(!reply.final);
        reply = rig.client->say({headerStatus(reply.header.msgId), alertOf(AlertCode::NextMessage)}, false);
    }
    QCOMPARE(statuses, std::size_t{62});
    QCOMPARE(managementOf(reply).size(), std::size_t{1});
    QVERIFY(reply.final);
}

void TestDmServerObjects::D12_largeObjectsOutInChunks_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<bool>("binary");
    for (const int encoding : {0, 1}) {
        QTest::addRow("%s text", encoding ? "WBXML" : "XML") << encoding << false;
        QTest::addRow("%s binary", encoding ? "WBXML" : "XML") << encoding << true;
    }
}

void TestDmServerObjects::D12_largeObjectsOutInChunks()
{
    QFETCH(int, encoding);
    QFETCH(bool, binary);
    std::string text;
    while (text.size() < 100'000)
        text += "\xC3\xA4<&]]>\xE2\x82\xAC.";
    Command add = commandOf(CommandKind::Add, "./Big", binary ? someBytes(100'001) : text);
    add.items[0].meta.format = binary ? "bin" : "chr";
    add.items[0].meta.type = "application/x-test";
    const std::string value = *add.items[0].data;
    Rig rig({add}, static_cast<Encoding>(encoding));
    rig.client->maxMsgSize = 6'000;
    rig.client->maxObjSize = 1'000'000;
    const Received received = receiveObject(rig);
    QVERIFY(received.biggest <= 6'000);
    QVERIFY(received.chunks > 15);
    QVERIFY(received.alone);
    QVERIFY(received.data == value);
    QCOMPARE(received.sizes.size(), std::size_t{1}); // only in the first
    const bool base64 = binary && encoding == 0;
    QCOMPARE(received.sizes[0], base64 ? syncml::base64Size(value.size()) : std::uint64_t{value.size()});
    QCOMPARE(rig.script.answers.at(1).at(0).status, StatusCode::Ok);
}

void TestDmServerObjects::D12_overTheClientsObjectSizeIsNotSent()
{
    Rig rig({commandOf(CommandKind::Add, "./Big", std::string(5'001, 'x')), commandOf(CommandKind::Get, "./A")},
        Encoding::Wbxml);
    rig.client->maxObjSize = 5'000;
    const Message reply = rig.client->package1();
    QCOMPARE(managementOf(reply).size(), std::size_t{1});
    QCOMPARE(managementOf(reply)[0].kind, CommandKind::Get);
    (void)rig.client->obey(reply);
    QCOMPARE(rig.script.answers.at(1).at(0).status, StatusCode::TooLarge);
    QCOMPARE(rig.script.answers[1].at(1).status, StatusCode::Ok);
}

void TestDmServerObjects::D12_aRefusedChunkEndsTheObject()
{
    Rig rig({commandOf(CommandKind::Add, "./Big", std::string(50'000, 'x')), commandOf(CommandKind::Get, "./A")},
        Encoding::Wbxml);
    rig.client->maxMsgSize = 4'000;
    const Message first = rig.client->package1();
    QVERIFY(managementOf(first).at(0).items[0].moreData);
    const Message second = rig.client->obey(first, StatusCode::DeviceFull);
    QCOMPARE(managementOf(second).at(0).kind, CommandKind::Get); // not the next chunk
    (void)rig.client->obey(second);
    QCOMPARE(rig.script.answers.at(1).at(0).status, StatusCode::DeviceFull);
    QVERIFY(rig.server->ended());
}

void TestDmServerObjects::aGroupThatFitsNoMessageIsNotSent()
{
    Command atomic = commandOf(CommandKind::Atomic);
    atomic.members = {commandOf(CommandKind::Add, "./A", std::string(9'000, 'x'))};
    Rig rig({atomic, commandOf(CommandKind::Get, "./A")}, Encoding::Wbxml);
    rig.client->maxMsgSize = 4'000;
    const Message reply = rig.client->package1();
    QCOMPARE(managementOf(reply).size(), std::size_t{1});
    (void)rig.client->obey(reply);
    QCOMPARE(rig.script.answers.at(1).at(0).status, StatusCode::TooLarge);
}

void TestDmServerObjects::oneCommandOfManyItemsIsDivided()
{
    Command get = commandOf(CommandKind::Get);
    for (int i = 0; i < 100; ++i)
        get.items.emplace_back().target.uri = "./A/rather/long/name/" + std::to_string(i);
    Rig rig({get}, Encoding::Xml);
    rig.client->maxMsgSize = 2'000;
    Message reply = rig.client->package1();
    int seen = 0;
    while (!rig.server->ended() && seen < 200) {
        QVERIFY(rig.client->received.body.size() <= 2'000);
        std::vector<Command> answers = {headerStatus(reply.header.msgId)};
        for (const Command& one : managementOf(reply)) {
            const bool missing = seen == 7;
            answers.push_back(statusOf(reply, one, missing ? StatusCode::NotFound : StatusCode::Ok));
            if (!missing)
                answers.push_back(resultsOf(reply, one, one.items.at(0).target.uri, std::to_string(seen)));
            ++seen;
        }
        if (!reply.final)
            answers.push_back(alertOf(AlertCode::NextMessage));
        reply = rig.client->say(std::move(answers), reply.final);
    }
    const CommandAnswer& answer = rig.script.answers.at(1).at(0);
    QCOMPARE(answer.items.size(), std::size_t{100});
    QCOMPARE(answer.items[7], StatusCode::NotFound);
    QCOMPARE(answer.items[8], StatusCode::Ok);
    QCOMPARE(answer.status, StatusCode::NotFound);
    QCOMPARE(answer.results.size(), std::size_t{99});
}

void TestDmServerObjects::largeObjectsInFromChunks_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<int>("chunk");
    QTest::addRow("XML, base64 cut in groups") << 0 << 300;
    QTest::addRow("WBXML, octets") << 1 << 301;
}

void TestDmServerObjects::largeObjectsInFromChunks()
{
    QFETCH(int, encoding);
    QFETCH(int, chunk);
    const std::string value = someBytes(2'000);
    Rig rig({commandOf(CommandKind::Get, "./A")}, static_cast<Encoding>(encoding));
    const Message first = rig.client->package1();
    const Command get = managementOf(first).at(0);
    Message reply = first;
    for (std::size_t at = 0; at < value.size(); at += static_cast<std::size_t>(chunk)) {
        Command results = resultsOf(first, get, "./A", value.substr(at, static_cast<std::size_t>(chunk)));
        Item& item = results.items[0];
        item.meta.format = "bin";
        item.moreData = at + static_cast<std::size_t>(chunk) < value.size();
        if (at == 0)
            item.meta.size = value.size();
        std::vector<Command> commands = {
            headerStatus(reply.header.msgId), statusOf(first, get, StatusCode::Ok), results};
        if (item.moreData)
            commands.push_back(alertOf(AlertCode::NextMessage));
        const bool more = item.moreData;
        reply = rig.client->say(commands, !more);
        if (!more)
            break;
        QVERIFY(!reply.final);
        QVERIFY(hasAlert(reply, AlertCode::NextMessage));
        QVERIFY(managementOf(reply).empty());
        QCOMPARE(statusFor(reply, CommandId{3}), StatusCode::ChunkAccepted);
    }
    QVERIFY(rig.server->ended());
    const CommandAnswer& answer = rig.script.answers.at(1).at(0);
    QCOMPARE(answer.results.size(), std::size_t{1});
    QVERIFY(*answer.results[0].data == value);
    QCOMPARE(answer.results[0].meta.format, std::string("bin"));
}

void TestDmServerObjects::D10_sizeDiffers()
{
    Rig rig({commandOf(CommandKind::Get, "./A")}, Encoding::Wbxml);
    const Message first = rig.client->package1();
    const Command get = managementOf(first).at(0);
    Command results = resultsOf(first, get, "./A", "abc");
    results.items[0].moreData = true;
    results.items[0].meta.size = 10;
    const Message reply = rig.client->say({headerStatus(first.header.msgId), results}, false);
    QCOMPARE(statusFor(reply, CommandId{2}), StatusCode::ChunkAccepted);
    Command rest = resultsOf(first, get, "./A", "def");
    const Message last = rig.client->say({headerStatus(reply.header.msgId), rest});
    QCOMPARE(statusFor(last, CommandId{2}), StatusCode::SizeMismatch);
    QVERIFY(rig.script.answers.at(1).at(0).results.empty());
}

void TestDmServerObjects::D12_overOurObjectSizeIs413()
{
    Rig rig({commandOf(CommandKind::Get, "./A")}, Encoding::Wbxml);
    rig.options.maxObjSize = 1'000;
    rig.server = std::make_unique<ServerSession>(rig.account, rig.options, rig.script.source());
    rig.client = std::make_unique<HandMadeClient>(*rig.server);
    const Message first = rig.client->package1();
    const Command get = managementOf(first).at(0);
    Message reply = first;
    for (int i = 0; i < 3; ++i) {
        Command results = resultsOf(first, get, "./A", std::string(600, 'x'));
        results.items[0].moreData = true;
        if (i == 0)
            results.items[0].meta.size = 900;
        reply = rig.client->say({headerStatus(reply.header.msgId), results}, false);
        QCOMPARE(statusFor(reply, CommandId{2}), i == 0 ? StatusCode::ChunkAccepted : StatusCode::TooLarge);
    }
    (void)rig.client->say({headerStatus(reply.header.msgId), resultsOf(first, get, "./A", "end")});
    QVERIFY(rig.script.answers.at(1).at(0).results.empty());
}

void TestDmServerObjects::missingEndOfAnObjectIs1225()
{
    Rig rig({commandOf(CommandKind::Get, "./A"), commandOf(CommandKind::Get, "./B")}, Encoding::Wbxml);
    const Message first = rig.client->package1();
    const auto gets = managementOf(first);
    Command results = resultsOf(first, gets.at(0), "./A", "abc");
    results.items[0].moreData = true;
    results.items[0].meta.size = 6;
    const Message reply = rig.client->say({headerStatus(first.header.msgId), results}, false);
    const Message last =
        rig.client->say({headerStatus(reply.header.msgId), resultsOf(first, gets.at(1), "./B", "whole")});
    const auto alert = std::find_if(last.commands.begin(), last.commands.end(),
        [](const Command& one) { return one.alert == AlertCode::NoEndOfData; });
    QVERIFY(alert != last.commands.end());
    QCOMPARE(alert->items.at(0).source.uri, std::string("./A"));
    const auto& answers = rig.script.answers.at(1);
    QVERIFY(answers.at(0).results.empty());
    QCOMPARE(*answers.at(1).results.at(0).data, std::string("whole"));
}

void TestDmServerObjects::D11_anObjectWithoutItsSizeIs411()
{
    Rig rig({commandOf(CommandKind::Get, "./A")}, Encoding::Wbxml);
    const Message first = rig.client->package1();
    const Command get = managementOf(first).at(0);
    Message reply = first;
    for (int i = 0; i < 2; ++i) {
        Command results = resultsOf(first, get, "./A", "abc");
        results.items[0].moreData = true;
        reply = rig.client->say({headerStatus(reply.header.msgId), results}, false);
        QCOMPARE(statusFor(reply, CommandId{2}), StatusCode::SizeRequired);
    }
    reply = rig.client->say({headerStatus(reply.header.msgId), resultsOf(first, get, "./A", "def")});
    QCOMPARE(statusFor(reply, CommandId{2}), StatusCode::SizeRequired);
    QVERIFY(rig.script.answers.at(1).at(0).results.empty());
}

void TestDmServerObjects::anObjectThatIsBrokenOffDoesNotHoldTheSession()
{
    Rig rig({commandOf(CommandKind::Get, "./A")}, Encoding::Wbxml);
    const Message first = rig.client->package1();
    const Command get = managementOf(first).at(0);
    Command results = resultsOf(first, get, "./A", "abc");
    results.items[0].moreData = true;
    results.items[0].meta.size = 6;
    const Message reply = rig.client->say({headerStatus(first.header.msgId), results}, false);
    const Message last =
        rig.client->say({headerStatus(reply.header.msgId), statusOf(first, get, StatusCode::CommandFailed)});
    QVERIFY(last.final && rig.server->ended());
    QVERIFY(hasAlert(last, AlertCode::NoEndOfData) && !hasAlert(last, AlertCode::NextMessage));
    QVERIFY(rig.script.answers.at(1).at(0).results.empty());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmServerObjects>(argc, argv);
}

} // namespace dmsc::tst_dm_server_objects

#include "tst_dm_server_objects.moc"
