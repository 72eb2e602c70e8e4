// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/base64.h"
#include "tests/cardio/dm_server_rig.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_dm_auth {

using namespace dmsc::test;

namespace {

Bytes octets(std::string_view text)
{
    return Bytes(text.begin(), text.end());
}

DmSecret bruce(AuthScheme scheme, std::string_view nonce = {}, const std::string& password = "OhBehave")
{
    return {scheme, "Bruce2", password, octets(nonce)};
}

struct Rig
{
    Script script;
    ServerAccount account;
    ServerOptions options;
    std::unique_ptr<ServerSession> server;
    std::unique_ptr<HandMadeClient> client;

    explicit Rig(AuthScheme scheme, std::string_view nonce = {})
    {
        script.packages = {{commandOf(CommandKind::Get, "./A")}, {commandOf(CommandKind::Get, "./B")}};
        account.client = bruce(scheme, nonce);
        start();
    }
    void start()
    {
        server = std::make_unique<ServerSession>(account, options, script.source());
        client = std::make_unique<HandMadeClient>(*server);
    }
};

StatusCode headerCode(const Message& message)
{
    const Command* status = headerStatusIn(message);
    return status ? status->status : StatusCode::None;
}

} // namespace

class TestDmAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfTheStandard();
    void hmacHeaderInAnyOrder();
    void noncesAreOctets();
    void B01_basicRightAndWrong();
    void B06_atMostOneMoreTry();
    void B07_noCredNeededAfter212();
    void B12_aStrangersNonceIsNotStored();
    void B13_nextNonceServesTheNextSession();
    void B15_hmacOfTheClientWithAFreshNonceEachTime();
    void B15_hmacOfTheServer();
    void B16_oneBitFlippedIsNotExecuted();
    void B18_anotherSchemeInTheSessionIsRefused();
    void B19_credInsideACommandIsNotHonoured();
    void serverProvesItselfUntilItIsAccepted();
    void serverAnswersOneChallenge();
    void serverNeverStepsDownToBasic();
};

void TestDmAuth::vectorsOfTheStandard()
{
    QVERIFY(digestsAvailable());
    QCOMPARE(credOf(bruce(AuthScheme::Md5, "Nonce"))->data, std::string("Zz6EivR3yeaaENcRN6lpAQ=="));
    QCOMPARE(credOf(bruce(AuthScheme::Basic))->data, std::string("QnJ1Y2UyOk9oQmVoYXZl"));
    QCOMPARE(credOf(bruce(AuthScheme::Basic))->meta.type, std::string("syncml:auth-basic"));
    QVERIFY(!credOf(bruce(AuthScheme::Hmac)));
    QVERIFY(!credOf(bruce(AuthScheme::None)));
    QCOMPARE(hmacOf(bruce(AuthScheme::Hmac, "Nonce"), octets("<SyncML/>")),
        std::string("algorithm=MD5, username=\"Bruce2\", mac=urdCeS3JUmjFgi8SX3webw=="));
    QCOMPARE(authSchemeOf("SYNCML:AUTH-MD5"), AuthScheme::Md5);
    QCOMPARE(authSchemeOf("syncml:auth-mac"), AuthScheme::Hmac);
    QCOMPARE(authSchemeOf("syncml:auth-x509"), AuthScheme::None);
}

void TestDmAuth::hmacHeaderInAnyOrder()
{
    const DmSecret secret = bruce(AuthScheme::Hmac, "Nonce");
    const Bytes body = octets("<SyncML/>");
    for (const char* header :
        {"mac=urdCeS3JUmjFgi8SX3webw==, username=\"Bruce2\"", "username=Bruce2,mac=urdCeS3JUmjFgi8SX3webw==",
            " algorithm = MD5 ,mac=\"urdCeS3JUmjFgi8SX3webw==\", username=\"Bruce2\" "})
        QVERIFY2(checkHmac(secret, header, body) == Proof::Right, header);
    for (const char* header : {"mac=urdCeS3JUmjFgi8SX3webw==", "username=\"Bruce2\"",
             "algorithm=SHA1, username=\"Bruce2\", mac=urdCeS3JUmjFgi8SX3webw==",
             "username=\"Bruce\", mac=urdCeS3JUmjFgi8SX3webw==", "username=\"Bruce2, mac=urdCeS3JUmjFgi8SX3webw==",
             "=,,,", "username=\"Bruce2\", mac=AAAA"})
        QVERIFY2(checkHmac(secret, header, body) == Proof::Wrong, header);
    QCOMPARE(checkHmac(secret, "", body), Proof::Missing);
    QCOMPARE(checkHmac(secret, "mac=urdCeS3JUmjFgi8SX3webw==, username=\"Bruce2\"", octets("<SyncMl/>")), Proof::Wrong);
}

void TestDmAuth::noncesAreOctets()
{
    const Bytes nonce = {0, 1, 0xFF, 0x80, '=', 0};
    QCOMPARE(nonceOf(challengeOf(AuthScheme::Md5, nonce)), nonce);
    // A client is known whose nonces are base64 of base64.
    Chal chal;
    chal.meta.format = "b64";
    chal.meta.nextNonce = syncml::toBase64("QUJDREVGRw==");
    QCOMPARE(nonceOf(chal), octets("QUJDREVGRw=="));
}

void TestDmAuth::B01_basicRightAndWrong()
{
    Rig rig(AuthScheme::Basic);
    rig.client->cred = credOf(bruce(AuthScheme::Basic));
    QCOMPARE(headerCode(rig.client->package1()), StatusCode::Authenticated);
    QVERIFY(rig.server->client().authenticated);
    QCOMPARE(rig.server->client().user, std::string("Bruce2"));

    Rig wrong(AuthScheme::Basic);
    wrong.client->cred = credOf(bruce(AuthScheme::Basic, {}, "ohbehave"));
    const Message reply = wrong.client->package1();
    QCOMPARE(headerCode(reply), StatusCode::Unauthorized);
    QVERIFY(headerStatusIn(reply)->chal);
    QCOMPARE(headerStatusIn(reply)->chal->meta.type, std::string("syncml:auth-basic"));
    QCOMPARE(statusFor(reply, CommandId{1}), StatusCode::Unauthorized);
    QCOMPARE(statusFor(reply, CommandId{2}), StatusCode::Unauthorized);
    QVERIFY(managementOf(reply).empty());
    QVERIFY(wrong.script.facts.empty());
    wrong.client->cred = credOf(bruce(AuthScheme::Basic));
    QCOMPARE(headerCode(wrong.client->package1()), StatusCode::Authenticated);
    QCOMPARE(wrong.script.facts.size(), std::size_t{1});
}

void TestDmAuth::B06_atMostOneMoreTry()
{
    Rig rig(AuthScheme::Md5);
    rig.client->cred = credOf(bruce(AuthScheme::Md5, "old", "wrong"));
    const Message first = rig.client->package1();
    QVERIFY(headerStatusIn(first)->chal);
    rig.client->cred = credOf(bruce(AuthScheme::Md5, "old", "wrong"));
    const Message second = rig.client->package1();
    QCOMPARE(headerCode(second), StatusCode::Unauthorized);
    QVERIFY(!headerStatusIn(second)->chal);
    QVERIFY(rig.server->ended());
    // Even the right one comes too late.
    DmSecret right = bruce(AuthScheme::Md5);
    right.nonce = nonceOf(*headerStatusIn(first)->chal);
    rig.client->cred = credOf(right);
    QVERIFY(!isSuccess(headerCode(rig.client->package1())));
    QVERIFY(rig.script.facts.empty());
}

void TestDmAuth::B07_noCredNeededAfter212()
{
    Rig rig(AuthScheme::Md5, "n");
    rig.client->cred = credOf(bruce(AuthScheme::Md5, "n"));
    const Message first = rig.client->package1();
    QCOMPARE(headerCode(first), StatusCode::Authenticated);
    rig.client->cred.reset();
    const Message second = rig.client->obey(first);
    QVERIFY(isSuccess(headerCode(second)));
    QCOMPARE(managementOf(second).size(), std::size_t{1});
    // A client that sends the same in every message goes on, too.
    Rig again(AuthScheme::Md5, "n");
    again.client->cred = credOf(bruce(AuthScheme::Md5, "n"));
    QCOMPARE(managementOf(again.client->obey(again.client->package1())).size(), std::size_t{1});
}

void TestDmAuth::B12_aStrangersNonceIsNotStored()
{
    Rig rig(AuthScheme::Md5, "stored");
    rig.client->cred = credOf(bruce(AuthScheme::Md5, "guess", "wrong"));
    const Message challenge = rig.client->package1();
    QCOMPARE(rig.account.client.nonce, octets("stored"));
    // It is good for the next try, and only then the account moves on.
    DmSecret right = bruce(AuthScheme::Md5);
    right.nonce = nonceOf(*headerStatusIn(challenge)->chal);
    rig.client->cred = credOf(right);
    const Message welcome = rig.client->package1();
    QCOMPARE(headerCode(welcome), StatusCode::Authenticated);
    QVERIFY(rig.account.client.nonce != octets("stored"));
    QCOMPARE(rig.account.client.nonce, nonceOf(*headerStatusIn(welcome)->chal));

    // The same for what an unauthenticated client says about the server's nonce.
    Rig other(AuthScheme::Md5, "stored");
    other.account.server = {AuthScheme::Md5, "srv", "pw", octets("mine")};
    other.start();
    Command status = headerStatus(MessageId{1}, StatusCode::Authenticated);
    status.chal = challengeOf(AuthScheme::Md5, octets("evil"));
    (void)other.client->say({status, alertOf(AlertCode::ClientInitiated), devInfo()});
    QCOMPARE(other.account.server.nonce, octets("mine"));
}

void TestDmAuth::B13_nextNonceServesTheNextSession()
{
    Rig rig(AuthScheme::Md5, "n1");
    rig.client->cred = credOf(bruce(AuthScheme::Md5, "n1"));
    const Message first = rig.client->package1();
    DmSecret next = bruce(AuthScheme::Md5);
    next.nonce = nonceOf(*headerStatusIn(first)->chal);
    QCOMPARE(next.nonce.size(), std::size_t{16});
    QVERIFY(headerStatusIn(first)->chal->meta.nextNonce.ends_with("=="));
    rig.start();
    rig.client->cred = credOf(bruce(AuthScheme::Md5, "n1")); // recorded and played again
    QCOMPARE(headerCode(rig.client->package1()), StatusCode::Unauthorized);
    rig.start();
    rig.client->cred = credOf(next);
    QCOMPARE(headerCode(rig.client->package1()), StatusCode::Authenticated);
}

void TestDmAuth::B15_hmacOfTheClientWithAFreshNonceEachTime()
{
    Rig rig(AuthScheme::Hmac, "n");
    rig.client->hmac = bruce(AuthScheme::Hmac, "n");
    Message reply = rig.client->package1();
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(headerCode(reply), StatusCode::Ok); // never 212
        QVERIFY(headerStatusIn(reply)->chal);
        const Bytes nonce = nonceOf(*headerStatusIn(reply)->chal);
        QVERIFY(nonce != rig.client->hmac.nonce);
        rig.client->hmac.nonce = nonce;
        QCOMPARE(managementOf(reply).size(), std::size_t{1});
        reply = rig.client->obey(reply);
    }
    QVERIFY(rig.server->ended());
    QCOMPARE(rig.script.facts.size(), std::size_t{3});
    // Without a signature in the middle: nothing is executed, one more try is offered.
    Rig bare(AuthScheme::Hmac, "n");
    bare.client->hmac = bruce(AuthScheme::Hmac, "n");
    reply = bare.client->package1();
    bare.client->hmac.scheme = AuthScheme::None;
    const Message refused = bare.client->obey(reply);
    QCOMPARE(headerCode(refused), StatusCode::AuthenticationRequired);
    QVERIFY(managementOf(refused).empty());
    QCOMPARE(bare.script.facts.size(), std::size_t{1});
    bare.client->hmac = bruce(AuthScheme::Hmac);
    bare.client->hmac.nonce = nonceOf(*headerStatusIn(refused)->chal);
    QCOMPARE(headerCode(bare.client->obey(reply)), StatusCode::Ok);
    QCOMPARE(bare.script.facts.size(), std::size_t{2});
}

void TestDmAuth::B15_hmacOfTheServer()
{
    Rig rig(AuthScheme::Basic);
    rig.account.server = {AuthScheme::Hmac, "srv", "server password", octets("s1")};
    rig.start();
    rig.client->cred = credOf(bruce(AuthScheme::Basic));
    DmSecret server = rig.account.server;
    const Message first = rig.client->package1();
    QCOMPARE(checkHmac(server, rig.client->received.hmac, rig.client->received.body), Proof::Right);
    QCOMPARE(first.header.source.name, std::string("srv"));
    QVERIFY(!first.header.cred);
    Command status = headerStatus(first.header.msgId);
    status.chal = challengeOf(AuthScheme::Hmac, octets("s2"));
    const Message second = rig.client->say({status, statusOf(first, managementOf(first)[0], StatusCode::Ok)});
    QCOMPARE(checkHmac(server, rig.client->received.hmac, rig.client->received.body), Proof::Wrong);
    server.nonce = octets("s2");
    QCOMPARE(checkHmac(server, rig.client->received.hmac, rig.client->received.body), Proof::Right);
    QCOMPARE(rig.account.server.nonce, octets("s2"));
    QCOMPARE(managementOf(second).size(), std::size_t{1});
    // No new nonce: the session ends.
    const Message last = rig.client->obey(second);
    QVERIFY(managementOf(last).empty());
    QVERIFY(rig.server->ended());
    QCOMPARE(rig.script.facts.size(), std::size_t{3});
    QVERIFY(rig.script.facts.back().refused);
}

void TestDmAuth::B16_oneBitFlippedIsNotExecuted()
{
    Rig rig(AuthScheme::Hmac, "n");
    rig.client->hmac = bruce(AuthScheme::Hmac, "n");
    auto packet = *encodePacket(rig.client->next({alertOf(AlertCode::ClientInitiated), devInfo()}), Encoding::Xml);
    packet.hmac = hmacOf(rig.client->hmac, packet.body);
    const QByteArray text(reinterpret_cast<const char*>(packet.body.data()), qsizetype(packet.body.size()));
    packet.body[static_cast<std::size_t>(text.indexOf("value of DevId"))] ^= 1;
    const auto reply = rig.client->exchange(packet);
    QVERIFY(reply);
    QCOMPARE(headerCode(*reply), StatusCode::Unauthorized);
    QCOMPARE(statusFor(*reply, CommandId{2}), StatusCode::Unauthorized);
    QVERIFY(rig.script.facts.empty());
    QVERIFY(rig.server->client().devInfo.empty());
}

void TestDmAuth::B18_anotherSchemeInTheSessionIsRefused()
{
    Rig rig(AuthScheme::Md5, "n");
    rig.client->cred = credOf(bruce(AuthScheme::Md5, "n"));
    const Message first = rig.client->package1();
    rig.client->cred = credOf(bruce(AuthScheme::Basic));
    const Message refused = rig.client->obey(first);
    QCOMPARE(headerCode(refused), StatusCode::Unauthorized);
    QVERIFY(managementOf(refused).empty());
    QCOMPARE(rig.script.facts.size(), std::size_t{1});
    QVERIFY(rig.server->ended());
    // And a first message with another one than the account's is challenged (B04).
    Rig basic(AuthScheme::Md5, "n");
    basic.client->cred = credOf(bruce(AuthScheme::Basic));
    const Message challenge = basic.client->package1();
    QCOMPARE(headerCode(challenge), StatusCode::Unauthorized);
    QCOMPARE(headerStatusIn(challenge)->chal->meta.type, std::string("syncml:auth-md5"));
}

void TestDmAuth::B19_credInsideACommandIsNotHonoured()
{
    Rig rig(AuthScheme::Basic);
    const std::string text =
        R"(<SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>)"
        R"(<SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>s</LocURI></Target><Source><LocURI>d</LocURI>)"
        R"(</Source></SyncHdr><SyncBody><Alert><CmdID>1</CmdID><Cred><Meta><Format xmlns="syncml:metinf">b64</Format>)"
        R"(<Type xmlns="syncml:metinf">syncml:auth-basic</Type></Meta><Data>QnJ1Y2UyOk9oQmVoYXZl</Data></Cred>)"
        R"(<Data>1201</Data></Alert><Final/></SyncBody></SyncML>)";
    const auto reply = rig.client->exchange(DmPacket{std::string(mime::kMessageXml), octets(text), {}});
    QVERIFY(reply);
    QCOMPARE(headerCode(*reply), StatusCode::AuthenticationRequired);
    QVERIFY(rig.script.facts.empty());
}

void TestDmAuth::serverProvesItselfUntilItIsAccepted()
{
    Rig rig(AuthScheme::Basic);
    rig.account.server = {AuthScheme::Md5, "srv", "server password", {}};
    rig.start();
    QVERIFY(!rig.client->package1().header.cred); // not to a stranger
    rig.client->cred = credOf(bruce(AuthScheme::Basic));
    const Message first = rig.client->package1();
    QVERIFY(first.header.cred);
    QCOMPARE(checkCred(rig.account.server, &*first.header.cred), Proof::Right);
    Command accepted = headerStatus(first.header.msgId, StatusCode::Authenticated);
    accepted.chal = challengeOf(AuthScheme::Md5, octets("next"));
    const Message second = rig.client->say({accepted, statusOf(first, managementOf(first)[0], StatusCode::Ok)});
    QVERIFY(!second.header.cred);
    QCOMPARE(rig.account.server.nonce, octets("next"));
}

void TestDmAuth::serverAnswersOneChallenge()
{
    Rig rig(AuthScheme::Basic);
    rig.account.server = {AuthScheme::Md5, "srv", "server password", octets("stale")};
    rig.start();
    rig.client->cred = credOf(bruce(AuthScheme::Basic));
    const Message first = rig.client->package1();
    const auto refuse = [&](const Message& message) {
        Command status = headerStatus(message.header.msgId, StatusCode::Unauthorized);
        status.chal = challengeOf(AuthScheme::Md5, octets("fresh"));
        return rig.client->say({status, statusOf(message, managementOf(message)[0], StatusCode::Unauthorized)});
    };
    const Message second = refuse(first);
    // The command goes once more, with the client's nonce; it is not stored before the server was accepted.
    QCOMPARE(managementOf(second).size(), std::size_t{1});
    QCOMPARE(managementOf(second)[0].items[0].target.uri, std::string("./A"));
    QVERIFY(second.header.cred);
    QCOMPARE(
        checkCred({AuthScheme::Md5, "srv", "server password", octets("fresh")}, &*second.header.cred), Proof::Right);
    QCOMPARE(rig.account.server.nonce, octets("stale"));
    const Message third = refuse(second);
    QVERIFY(managementOf(third).empty());
    QVERIFY(rig.server->ended());
    QCOMPARE(rig.script.facts.size(), std::size_t{2});
    QVERIFY(rig.script.facts.back().refused);
}

void TestDmAuth::serverNeverStepsDownToBasic()
{
    Rig rig(AuthScheme::Basic);
    rig.account.server = {AuthScheme::Md5, "srv", "server password", {}};
    rig.start();
    rig.client->cred = credOf(bruce(AuthScheme::Basic));
    const Message first = rig.client->package1();
    Command status = headerStatus(first.header.msgId, StatusCode::Unauthorized);
    status.chal = challengeOf(AuthScheme::Basic, {});
    const Message reply = rig.client->say({status});
    QVERIFY(!reply.header.cred || reply.header.cred->meta.type != "syncml:auth-basic");
    QVERIFY(rig.server->ended());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmAuth>(argc, argv);
}

} // namespace dmsc::tst_dm_auth

#include "tst_dm_auth.moc"
