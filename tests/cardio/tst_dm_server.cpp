// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_xml.h"
#include "tests/cardio/dm_server_rig.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_dm_server {

using namespace dmsc::test;

namespace {

struct Rig
{
    Script script;
    ServerAccount account;
    ServerOptions options;
    std::unique_ptr<ServerSession> server;
    std::unique_ptr<HandMadeClient> client;

    explicit Rig(std::vector<std::vector<Command>> packages = {}, Encoding encoding = Encoding::Wbxml)
    {
        script.packages = std::move(packages);
        options.serverId = "com.example.dms";
        start(encoding);
    }
    void start(Encoding encoding = Encoding::Wbxml)
    {
        server = std::make_unique<ServerSession>(account, options, script.source());
        client = std::make_unique<HandMadeClient>(*server, encoding);
    }
};

Command get(const std::string& uri)
{
    return commandOf(CommandKind::Get, uri);
}

DmPacket packetOf(std::string_view text)
{
    return {std::string(mime::kMessageXml), Bytes(text.begin(), text.end()), {}};
}

/// The first message of a published client library in C, as it was measured: single quotes, Meta in every Item, DevInfo
/// in reverse order.
std::string firstMessageInC(const std::string& cred)
{
    std::string items;
    for (const char* name : {"DmV", "Lang", "DevId", "Man", "Mod"})
        items += std::string("<Item><Source><LocURI>./DevInfo/") + name
            + "</LocURI></Source><Meta><Format xmlns='syncml:metinf'>chr</Format><Type "
              "xmlns='syncml:metinf'>text/plain</Type></Meta><Data>value of "
            + name + "</Data></Item>";
    return "<?xml version='1.0' encoding='UTF-8'?><SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD>"
           "<VerProto>DM/1.2</VerProto><SessionID>7B</SessionID><MsgID>1</MsgID><Target><LocURI>http://127.0.0.1/dm"
           "</LocURI></Target><Source><LocURI>IMEI:493005100592800</LocURI></Source>"
        + cred
        + "<Meta><MaxMsgSize xmlns='syncml:metinf'>16384</MaxMsgSize></Meta></SyncHdr><SyncBody><Alert><CmdID>1</CmdID>"
          "<Data>1201</Data></Alert><Replace><CmdID>2</CmdID>"
        + items + "</Replace><Final/></SyncBody></SyncML>";
}

/// That of one in Java: Meta once for the whole Replace, a generic alert, Basic.
std::string firstMessageInJava()
{
    std::string items;
    for (const char* name : {"DevId", "Man", "Mod", "DmV", "Lang"})
        items += std::string("<Item><Source><LocURI>./DevInfo/") + name + "</LocURI></Source><Data>value of " + name
            + "</Data></Item>";
    return R"(<?xml version="1.0" encoding="UTF-8"?><SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD>)"
           R"(<VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>http://127.0.0.1/dm)"
           R"(</LocURI></Target><Source><LocURI>urn:imei:1</LocURI></Source><Cred><Meta><Format xmlns="syncml:metinf">)"
           R"(b64</Format><Type xmlns="syncml:metinf">syncml:auth-basic</Type></Meta><Data>QnJ1Y2UyOk9oQmVoYXZl</Data>)"
           R"(</Cred></SyncHdr><SyncBody><Alert><CmdID>1</CmdID><Data>1201</Data></Alert><Alert><CmdID>2</CmdID>)"
           R"(<Data>1226</Data><Correlator>c1</Correlator><Item><Source><LocURI>./X</LocURI></Source><Meta>)"
           R"(<Format xmlns="syncml:metinf">chr</Format><Type xmlns="syncml:metinf">org.example</Type>)"
           R"(<Mark xmlns="syncml:metinf">informational</Mark></Meta><Data>hello</Data></Item></Alert><Replace>)"
           R"(<CmdID>3</CmdID><Meta><Format xmlns="syncml:metinf">chr</Format><Type xmlns="syncml:metinf">text/plain)"
           R"(</Type></Meta>)"
        + items + "</Replace><Final/></SyncBody></SyncML>";
}

} // namespace

class TestDmServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void A04_noCredentialsButTheAccountNeedsThem();
    void A06_nothingToManage();
    void A09_A10_numbersOfMessagesAndCommands();
    void A13_commandsThatNoClientMaySend();
    void A15_aNewSessionAfterABrokenOne();
    void A16_otherProtocolVersionsAreRefused();
    void A19_A21_genericAlertsItemByItem();
    void answersReachTheCommandsThatTheyBelongTo();
    void D15_anUnfinishedPackageOfTheClient();
    void E10_userAlertsOfAClientAreIgnored();
    void F06_nothingIsManagedBeforeTheClientIsKnown();
    void G07_retransmissionsGetTheSameBytes();
    void G07_lateRetransmissionsDisturbNothing();
    void aStatusOfNothingIsNotThatOfTheHeader();
    void sessionsThatEndBeforeTheyBeginAreTold();
    void G04_G05_unknownElementsAndNoCmdId();
    void G01_nulInTheTextOfAClient();
    void G10_aMessageOverTheSizeIsRefused();
    void abort1223EndsTheSession();
    void replyHasRespUriAndData();
    void everyAddCarriesDataAndFormat();
    void recordedFirstMessages();
    void hostileClients();
};

void TestDmServer::A04_noCredentialsButTheAccountNeedsThem()
{
    Rig rig({{get("./DevInfo/Man")}});
    rig.account.client = {AuthScheme::Md5, "Bruce2", "OhBehave", {}};
    rig.start();
    const Message reply = rig.client->package1();
    const Command* header = headerStatusIn(reply);
    QVERIFY(header);
    QCOMPARE(header->status, StatusCode::AuthenticationRequired);
    QVERIFY(header->chal);
    QCOMPARE(header->chal->meta.type, std::string("syncml:auth-md5"));
    QCOMPARE(header->chal->meta.format, std::string("b64"));
    QCOMPARE(nonceOf(*header->chal).size(), std::size_t{16});
    // Alert and Replace too: libdmclient sends again exactly what was refused.
    QCOMPARE(statusFor(reply, CommandId{1}), StatusCode::AuthenticationRequired);
    QCOMPARE(statusFor(reply, CommandId{2}), StatusCode::AuthenticationRequired);
    QVERIFY(managementOf(reply).empty());
    QVERIFY(!reply.header.cred);
    QVERIFY(reply.final);
    QVERIFY(rig.script.facts.empty());
    QVERIFY(!rig.server->ended());
}

void TestDmServer::A06_nothingToManage()
{
    Rig rig;
    const Message reply = rig.client->package1();
    QVERIFY(reply.final);
    QVERIFY(std::all_of(reply.commands.begin(), reply.commands.end(),
        [](const Command& one) { return one.kind == CommandKind::Status; }));
    QCOMPARE(reply.commands.size(), std::size_t{3});
    QVERIFY(rig.server->ended());
    QCOMPARE(rig.script.facts.front().devInfo.size(), std::size_t{5});
    QCOMPARE(rig.script.facts.front().deviceId, std::string("IMEI:493005100592800"));
}

void TestDmServer::A09_A10_numbersOfMessagesAndCommands()
{
    Rig rig({{get("./DevInfo/Man"), get("./DevInfo/Mod")}, {get("./DevInfo/Lang")}});
    Message reply = rig.client->package1();
    std::uint32_t expected = 1;
    while (true) {
        QCOMPARE(static_cast<std::uint32_t>(reply.header.msgId), expected++);
        std::vector<std::uint32_t> ids;
        for (const Command& one : reply.commands)
            ids.push_back(static_cast<std::uint32_t>(one.id));
        std::sort(ids.begin(), ids.end());
        QVERIFY(ids.front() > 0);
        QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
        if (rig.server->ended())
            break;
        reply = rig.client->obey(reply);
    }
    QCOMPARE(expected, std::uint32_t{4});
}

void TestDmServer::A13_commandsThatNoClientMaySend()
{
    Rig rig({{get("./DevInfo/Man")}});
    const Message reply = rig.client->say({alertOf(AlertCode::ClientInitiated), devInfo(),
        commandOf(CommandKind::Add, "./X", "1"), get("./X"), commandOf(CommandKind::Replace, "./Other", "1")});
    QCOMPARE(statusFor(reply, CommandId{3}), StatusCode::NotAllowed);
    QCOMPARE(statusFor(reply, CommandId{4}), StatusCode::NotAllowed);
    QCOMPARE(statusFor(reply, CommandId{5}), StatusCode::NotAllowed);
    QCOMPARE(managementOf(reply).size(), std::size_t{1}); // the session goes on
    QVERIFY(!rig.server->ended());
}

void TestDmServer::A15_aNewSessionAfterABrokenOne()
{
    Script script;
    script.packages = {{get("./DevInfo/Man")}};
    ServerAccount account;
    LocalServer local(account, {}, [&] { return script.source(); });
    const auto send = [&](const std::string& session, std::uint32_t id, std::vector<Command> commands) {
        Message message;
        message.header.sessionId = session;
        message.header.msgId = static_cast<MessageId>(id);
        message.header.target.uri = "local";
        message.header.source.uri = "device";
        for (Command& one : commands)
            one.id = static_cast<CommandId>(&one - commands.data() + 1);
        message.commands = std::move(commands);
        message.final = true;
        const auto reply = local.exchange("local", *encodePacket(message, Encoding::Xml), {});
        return reply ? decodePacket(*reply) : tl::unexpected(reply.error());
    };
    const auto first = send("1", 1, {alertOf(AlertCode::ClientInitiated), devInfo()});
    QVERIFY(first && managementOf(*first).size() == 1);
    // The transport broke; the client comes back with another session and gets all from the start.
    const auto second = send("2", 1, {alertOf(AlertCode::ClientInitiated), devInfo()});
    QVERIFY(second && managementOf(*second).size() == 1);
    QCOMPARE(second->header.sessionId, std::string("2"));
    QCOMPARE(static_cast<std::uint32_t>(second->header.msgId), 1U);
    // The middle of a session that the server does not know is aborted, and nothing of it is taken.
    const auto unknown = send("3", 4, {headerStatus(MessageId{3})});
    QVERIFY(unknown && hasAlert(*unknown, AlertCode::SessionAbort));
    QCOMPARE(script.facts.size(), std::size_t{2});
}

void TestDmServer::A16_otherProtocolVersionsAreRefused()
{
    for (const auto& [proto, dtd, code] : {std::tuple("DM/1.1", "1.2", StatusCode::ProtocolVersionUnsupported),
             std::tuple("DM/1.3", "1.2", StatusCode::ProtocolVersionUnsupported),
             std::tuple("DM/1.2", "1.1", StatusCode::DtdVersionUnsupported)}) {
        Rig rig({{get("./DevInfo/Man")}});
        Message message = rig.client->next({alertOf(AlertCode::ClientInitiated), devInfo()});
        message.header.verProto = proto;
        message.header.verDtd = dtd;
        const auto reply = rig.client->exchange(message);
        QVERIFY(reply);
        QCOMPARE(headerStatusIn(*reply)->status, code);
        QVERIFY(managementOf(*reply).empty());
        QVERIFY(rig.script.facts.empty());
        QVERIFY(rig.server->ended());
    }
}

void TestDmServer::A19_A21_genericAlertsItemByItem()
{
    Rig rig;
    rig.options.alert = [](const Item& item) {
        return item.meta.type == "org.example.known" ? StatusCode::Accepted : StatusCode::UnsupportedTypeOrFormat;
    };
    rig.start();
    std::vector<Item> items(2);
    items[0].source.uri = "./A";
    items[0].meta.type = "org.example.known";
    items[0].data = "1";
    items[1].source.uri = "./B";
    items[1].meta.type = "org.example.other";
    items[1].data = "2";
    const Message reply = rig.client->say({alertOf(AlertCode::ClientInitiated), alertOf(AlertCode::Generic, items),
        devInfo(), alertOf(AlertCode::Generic, {items[0]}), alertOf(AlertCode::Generic)});
    std::vector<std::pair<std::string, StatusCode>> decisions;
    for (const Command& one : reply.commands)
        if (one.kind == CommandKind::Status && one.reference.command == CommandId{2})
            decisions.emplace_back(one.reference.sources.at(0), one.status);
    QCOMPARE(decisions.size(), std::size_t{2});
    QVERIFY((decisions[0] == std::pair<std::string, StatusCode>("./A", StatusCode::Accepted)));
    QVERIFY((decisions[1] == std::pair<std::string, StatusCode>("./B", StatusCode::UnsupportedTypeOrFormat)));
    QCOMPARE(statusFor(reply, CommandId{4}), StatusCode::Accepted);
    QCOMPARE(statusFor(reply, CommandId{5}), StatusCode::IncompleteCommand);
    const auto& alerts = rig.script.facts.at(0).alerts;
    QCOMPARE(alerts.size(), std::size_t{2});
    QCOMPARE(alerts[0].items.size(), std::size_t{1}); // what was refused is not passed on
    QCOMPARE(alerts[0].items[0].source.uri, std::string("./A"));
}

void TestDmServer::answersReachTheCommandsThatTheyBelongTo()
{
    Command atomic = commandOf(CommandKind::Atomic);
    atomic.members = {commandOf(CommandKind::Add, "./A", "1"), commandOf(CommandKind::Delete, "./B")};
    Command two = get("./C");
    two.items.emplace_back().target.uri = "./D";
    Command prompt = alertOf(AlertCode::TextInput);
    prompt.items.resize(2);
    prompt.items[1].data = "your name";
    Rig rig({{atomic, two, prompt}});
    const Message reply = rig.client->package1();
    const auto commands = managementOf(reply);
    QCOMPARE(commands.size(), std::size_t{2});
    const Command& alert = *std::find_if(reply.commands.begin(), reply.commands.end(),
        [](const Command& one) { return one.kind == CommandKind::Alert; });
    Command typed = statusOf(reply, alert, StatusCode::Ok);
    typed.items.emplace_back().data = "Bruce";
    Command c = statusOf(reply, commands[1], StatusCode::Ok);
    c.reference.targets = {"./C"};
    Command d = statusOf(reply, commands[1], StatusCode::NotFound);
    d.reference.targets = {"./D"};
    // Out of order, with a Status for something that was never sent.
    Command stray = statusOf(reply, commands[0], StatusCode::CommandFailed);
    stray.reference.command = CommandId{999};
    (void)rig.client->say({headerStatus(reply.header.msgId), stray, typed, c, resultsOf(reply, commands[1], "./C", "c"),
        d, statusOf(reply, commands[0], StatusCode::AtomicFailed),
        statusOf(reply, commands[0].members[1], StatusCode::NotFound),
        statusOf(reply, commands[0].members[0], StatusCode::AtomicRolledBack)});
    const auto& answers = rig.script.answers.at(1);
    QCOMPARE(answers.size(), std::size_t{3});
    QCOMPARE(answers[0].status, StatusCode::AtomicFailed);
    QCOMPARE(answers[0].members[0].status, StatusCode::AtomicRolledBack);
    QCOMPARE(answers[0].members[1].status, StatusCode::NotFound);
    QCOMPARE(answers[1].status, StatusCode::NotFound);
    QVERIFY((answers[1].items == std::vector{StatusCode::Ok, StatusCode::NotFound}));
    QCOMPARE(answers[1].results.size(), std::size_t{1});
    QCOMPARE(*answers[1].results[0].data, std::string("c"));
    QCOMPARE(*answers[2].results.at(0).data, std::string("Bruce"));
    QVERIFY(rig.server->ended());
}

void TestDmServer::D15_anUnfinishedPackageOfTheClient()
{
    Rig rig({{get("./DevInfo/Man")}});
    const Message reply = rig.client->say({alertOf(AlertCode::ClientInitiated)}, false);
    QCOMPARE(headerStatusIn(reply)->status, StatusCode::Ok);
    QVERIFY(hasAlert(reply, AlertCode::NextMessage));
    QVERIFY(managementOf(reply).empty());
    QVERIFY(!reply.final);
    QVERIFY(rig.script.facts.empty());
    const Message rest = rig.client->say({devInfo()});
    QCOMPARE(managementOf(rest).size(), std::size_t{1});
    QCOMPARE(rig.script.facts.size(), std::size_t{1});
}

void TestDmServer::E10_userAlertsOfAClientAreIgnored()
{
    Rig rig({{get("./DevInfo/Man")}});
    Command prompt = alertOf(AlertCode::ConfirmOrReject);
    prompt.items.resize(2);
    prompt.items[1].data = "give me all";
    const Message reply = rig.client->say({alertOf(AlertCode::ClientInitiated), prompt, devInfo()});
    QCOMPARE(statusFor(reply, CommandId{2}), StatusCode::None);
    QVERIFY(rig.script.facts.at(0).alerts.empty());
    QCOMPARE(managementOf(reply).size(), std::size_t{1});
}

void TestDmServer::F06_nothingIsManagedBeforeTheClientIsKnown()
{
    Rig rig({{get("./DevInfo/Man")}});
    rig.account.client = {AuthScheme::Basic, "Bruce2", "OhBehave", {}};
    rig.start();
    rig.client->cred = credOf({AuthScheme::Basic, "Bruce2", "wrong", {}});
    for (int i = 0; i < 4; ++i) {
        const Message reply = rig.client->package1();
        QVERIFY(managementOf(reply).empty());
        QVERIFY(!isSuccess(headerStatusIn(reply)->status));
    }
    QVERIFY(rig.script.facts.empty());
    QVERIFY(rig.server->ended());
}

void TestDmServer::G07_retransmissionsGetTheSameBytes()
{
    Rig rig({{get("./DevInfo/Man")}, {get("./DevInfo/Mod")}});
    const Message reply = rig.client->package1();
    const DmPacket first = rig.client->received;
    QVERIFY(rig.client->exchange(DmPacket(rig.client->sent)));
    QCOMPARE(rig.client->received.body, first.body);
    QCOMPARE(rig.script.facts.size(), std::size_t{1}); // not carried out twice
    (void)rig.client->obey(reply);
    const DmPacket second = rig.client->received;
    QVERIFY(rig.client->exchange(DmPacket(rig.client->sent)));
    QCOMPARE(rig.client->received.body, second.body);
    QCOMPARE(rig.script.facts.size(), std::size_t{2});
    // An old number with other content is no retransmission.
    rig.client->msgId = 1;
    const Message stale = rig.client->say({headerStatus(reply.header.msgId)});
    QCOMPARE(headerStatusIn(stale)->status, StatusCode::BadRequest);
    QVERIFY(managementOf(stale).empty());
    QCOMPARE(rig.script.facts.size(), std::size_t{2});
}

void TestDmServer::G07_lateRetransmissionsDisturbNothing()
{
    Script script;
    script.packages = {{get("./DevInfo/Man")}, {get("./DevInfo/Mod")}};
    ServerAccount account;
    LocalServer local(account, {}, [&] { return script.source(); });
    ServerSession writer(account, {}, {}); // for the client's numbers alone
    HandMadeClient client(writer);
    const auto send = [&](const DmPacket& packet) { return local.exchange("http://here/dm", packet, {}); };
    const DmPacket one = *encodePacket(client.next({alertOf(AlertCode::ClientInitiated), devInfo()}), Encoding::Wbxml);
    const auto first = send(one);
    QVERIFY(first);
    const Message two = *decodePacket(*first);
    QCOMPARE(two.header.respUri, std::string("http://here/dm")); // not what the client calls us
    const DmPacket three = *encodePacket(
        client.next({headerStatus(two.header.msgId), statusOf(two, managementOf(two).at(0), StatusCode::Ok)}),
        Encoding::Wbxml);
    const auto second = send(three);
    QVERIFY(second);
    const auto late = send(one);
    QVERIFY(late && late->body == first->body);
    QCOMPARE(script.facts.size(), std::size_t{2}); // neither done again nor begun anew
    const Message four = *decodePacket(*second);
    const auto last = send(*encodePacket(
        client.next({headerStatus(four.header.msgId), statusOf(four, managementOf(four).at(0), StatusCode::Ok)}),
        Encoding::Wbxml));
    QVERIFY(last && decodePacket(*last)->final);
    QCOMPARE(script.facts.size(), std::size_t{3});
    QVERIFY(local.session()->ended());
    // When it is over, the same bytes are another session.
    QVERIFY(send(one));
    QCOMPARE(script.facts.size(), std::size_t{4});
}

void TestDmServer::aStatusOfNothingIsNotThatOfTheHeader()
{
    Rig rig({{get("./DevInfo/Man")}});
    rig.account.server = {AuthScheme::Basic, "srv", "pw", {}};
    rig.start();
    (void)rig.client->package1();
    Command nothing;
    nothing.kind = CommandKind::Status;
    nothing.status = StatusCode::Unauthorized;
    const Message reply = rig.client->say({nothing});
    QVERIFY(!rig.script.facts.back().refused);
    QVERIFY(reply.final);
}

void TestDmServer::sessionsThatEndBeforeTheyBeginAreTold()
{
    std::vector<std::pair<std::string, bool>> told;
    Rig rig({{get("./DevInfo/Man")}});
    rig.options.endedUnasked = [&](const ClientFacts& client, const std::string& session, bool turnedAway) {
        told.emplace_back(client.deviceId + ' ' + session, turnedAway);
    };
    const std::string who = "IMEI:493005100592800 A1";
    rig.start();
    (void)rig.client->say({alertOf(AlertCode::ClientInitiated), devInfo(), alertOf(AlertCode::SessionAbort)});
    QVERIFY(rig.server->ended() && rig.script.facts.empty());
    QCOMPARE(told, (std::vector<std::pair<std::string, bool>>{{who, false}}));
    told.clear();
    rig.start();
    Message other = rig.client->next({alertOf(AlertCode::ClientInitiated), devInfo()});
    other.header.verProto = "DM/1.3";
    QVERIFY(rig.client->exchange(other));
    QCOMPARE(told, (std::vector<std::pair<std::string, bool>>{{who, false}}));
    told.clear();
    rig.account.client = {AuthScheme::Basic, "Bruce2", "OhBehave", {}};
    rig.start();
    rig.client->cred = credOf({AuthScheme::Basic, "Bruce2", "wrong", {}});
    for (int i = 0; i < 3; ++i)
        (void)rig.client->package1();
    QCOMPARE(told, (std::vector<std::pair<std::string, bool>>{{who, true}}));
    // A stray message is no session, and one that was asked for commands tells itself.
    told.clear();
    rig.account.client = {};
    rig.start();
    rig.client->cred.reset();
    rig.client->msgId = 4;
    (void)rig.client->say({headerStatus(MessageId{3})});
    rig.start();
    (void)rig.client->package1();
    (void)rig.client->say({alertOf(AlertCode::SessionAbort)});
    QVERIFY(told.empty());
}

void TestDmServer::G04_G05_unknownElementsAndNoCmdId()
{
    Rig rig({{get("./DevInfo/Man")}}, Encoding::Xml);
    std::string text = firstMessageInC({});
    text.replace(text.find("<Final/>"), 8,
        "<Frobnicate><CmdID>7</CmdID></Frobnicate><Alert><Data>1224</Data></Alert><Put><CmdID>8</CmdID></Put><Final/>");
    const auto reply = rig.client->exchange(packetOf(text));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().text()));
    QCOMPARE(statusFor(*reply, CommandId{7}), StatusCode::NotSupported);
    QCOMPARE(statusFor(*reply, CommandId{8}), StatusCode::NotSupported);
    const auto blank = std::count_if(reply->commands.begin(), reply->commands.end(), [](const Command& one) {
        return one.kind == CommandKind::Status && one.reference.name == "Alert"
            && one.reference.command == CommandId::None && one.status == StatusCode::BadRequest;
    });
    QCOMPARE(blank, 1);
    QCOMPARE(managementOf(*reply).size(), std::size_t{1});
}

void TestDmServer::G01_nulInTheTextOfAClient()
{
    Rig rig({{get("./DevInfo/Man")}}, Encoding::Xml);
    std::string text = firstMessageInC({});
    text.insert(text.find("value of Man") + 12, 1, '\0');
    text.insert(text.find("value of Mod") + 5, 1, '\0');
    const auto reply = rig.client->exchange(packetOf(text));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().text()));
    QCOMPARE(managementOf(*reply).size(), std::size_t{1}); // the session goes on
    const auto& info = rig.script.facts.at(0).devInfo;
    QVERIFY(std::ranges::any_of(info, [](const auto& one) { return one.second == "value of Man"; }));
    QVERIFY(std::ranges::any_of(info, [](const auto& one) { return one.second == "value of Mod"; }));
}

void TestDmServer::G10_aMessageOverTheSizeIsRefused()
{
    Rig rig({{get("./DevInfo/Man")}});
    Command big = devInfo();
    big.items[0].data = std::string(2 << 20, 'x');
    const Message reply = rig.client->say({alertOf(AlertCode::ClientInitiated), big});
    QCOMPARE(headerStatusIn(reply)->status, StatusCode::TooLarge);
    QVERIFY(managementOf(reply).empty());
    QVERIFY(rig.script.facts.empty());
}

void TestDmServer::abort1223EndsTheSession()
{
    Rig rig({{get("./DevInfo/Man")}, {get("./DevInfo/Mod")}});
    (void)rig.client->package1();
    const Message reply = rig.client->say({alertOf(AlertCode::SessionAbort)});
    QVERIFY(reply.final);
    QVERIFY(managementOf(reply).empty());
    QVERIFY(rig.server->ended());
    QCOMPARE(rig.script.facts.size(), std::size_t{1});
}

void TestDmServer::replyHasRespUriAndData()
{
    Rig rig({{get("./DevInfo/Man")}}, Encoding::Xml);
    (void)rig.client->package1();
    const QByteArray text(reinterpret_cast<const char*>(rig.client->received.body.data()),
        static_cast<qsizetype>(rig.client->received.body.size()));
    QVERIFY(text.contains("<RespURI>http://127.0.0.1/dm</RespURI>"));
    rig.options.respUri = "http://127.0.0.1:9/next";
    rig.start(Encoding::Xml);
    QCOMPARE(rig.client->package1().header.respUri, std::string("http://127.0.0.1:9/next"));
}

void TestDmServer::everyAddCarriesDataAndFormat()
{
    Command sequence = commandOf(CommandKind::Sequence);
    sequence.members = {commandOf(CommandKind::Add, "./B")};
    sequence.members[0].items[0].meta.format = "node";
    Rig rig({{commandOf(CommandKind::Add, "./A"), sequence}}, Encoding::Xml);
    const Message reply = rig.client->package1();
    const auto commands = managementOf(reply);
    QCOMPARE(commands.at(0).items[0].meta.format, std::string("chr"));
    QCOMPARE(*commands[0].items[0].data, std::string());
    QCOMPARE(commands.at(1).members.at(0).items[0].meta.format, std::string("node"));
    QCOMPARE(*commands[1].members[0].items[0].data, std::string());
    QVERIFY(QByteArray(reinterpret_cast<const char*>(rig.client->received.body.data()),
        static_cast<qsizetype>(rig.client->received.body.size()))
                .contains("<Data></Data>"));
}

void TestDmServer::recordedFirstMessages()
{
    {
        Rig rig({{get("./DevInfo/Man")}}, Encoding::Xml);
        const auto reply = rig.client->exchange(packetOf(firstMessageInC({})));
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().text()));
        QCOMPARE(reply->commands.size(), std::size_t{4}); // three Statuses, then the command
        QCOMPARE(reply->header.sessionId, std::string("7B"));
        QCOMPARE(rig.script.facts.at(0).devInfo.at(0).first, std::string("./DevInfo/DmV"));
        QVERIFY(rig.client->received.body.size() <= 16'384);
    }
    Rig rig({{get("./DevInfo/Man")}}, Encoding::Xml);
    rig.account.client = {AuthScheme::Basic, "Bruce2", "OhBehave", {}};
    rig.start(Encoding::Xml);
    const auto reply = rig.client->exchange(packetOf(firstMessageInJava()));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().text()));
    QCOMPARE(headerStatusIn(*reply)->status, StatusCode::Authenticated);
    QCOMPARE(statusFor(*reply, CommandId{2}), StatusCode::Ok);
    QCOMPARE(rig.script.facts.at(0).alerts.at(0).correlator, std::string("c1"));
    QCOMPARE(rig.script.facts[0].devInfo.size(), std::size_t{5});
    QCOMPARE(rig.script.facts[0].user, std::string("Bruce2"));
}

void TestDmServer::hostileClients()
{
    // Bytes that are no message.
    Rig rig({{get("./DevInfo/Man")}});
    for (const std::string_view text : {"", "<", "<html/>", "\x03\x01\x6A", "<SyncML/>", "not at all"})
        QVERIFY(!rig.server->receive(packetOf(text)));
    // Another one's session id and name do not get into the session.
    const Message reply = rig.client->package1();
    rig.client->source = "IMEI:0";
    QCOMPARE(headerStatusIn(rig.client->obey(reply))->status, StatusCode::BadRequest);
    rig.client->source = "IMEI:493005100592800";
    (void)rig.client->obey(reply);
    QVERIFY(rig.server->ended());
    // A client that never ends a package is left after so many messages.
    Rig endless;
    endless.options.maxMessages = 20;
    endless.start();
    int messages = 1;
    Message last = endless.client->say({alertOf(AlertCode::ClientInitiated)}, false);
    while (!endless.server->ended() && messages < 100) {
        last = endless.client->say({alertOf(AlertCode::NextMessage)}, false);
        ++messages;
    }
    QCOMPARE(messages, 21);
    QVERIFY(hasAlert(last, AlertCode::SessionAbort));
    // One that takes no message at all.
    Rig tiny({{get("./DevInfo/Man")}});
    tiny.client->maxMsgSize = 10;
    QVERIFY(!tiny.client->exchange(tiny.client->next({alertOf(AlertCode::ClientInitiated)})));
    QVERIFY(tiny.server->ended());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmServer>(argc, argv);
}

} // namespace dmsc::tst_dm_server

#include "tst_dm_server.moc"
