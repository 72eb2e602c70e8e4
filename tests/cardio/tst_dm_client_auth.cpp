// SPDX-License-Identifier: Apache-2.0
// dm-cases.md B: authentication and integrity, role client.
#include "client_rig.h"

#include "cardio/session/server_session.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_dm_client_auth {

using namespace dmsc::test;
using syncml::AlertCode;
using syncml::Command;
using syncml::CommandKind;
using syncml::Message;
using syncml::StatusCode;

namespace {

Bytes octets(std::string_view text)
{
    return {text.begin(), text.end()};
}

/// A client that is ready to prove itself by MD5 with a nonce that the server does not have.
struct AuthRig : ClientRig
{
    explicit AuthRig(AuthScheme scheme = AuthScheme::Md5)
    {
        account.client = {scheme, "Bruce2", "OhBehave", octets("old")};
        options.random = countingRandom();
    }
    /// The server's challenge: on the header and on everything that it was sent.
    std::optional<Message> challenge(StatusCode code, AuthScheme scheme, std::string_view nonce)
    {
        const Message sent = lastMessage();
        std::vector<Command> refusals;
        for (const Command& one : sent.commands) {
            if (one.kind == CommandKind::Status || one.kind == CommandKind::Results)
                continue;
            Command& refusal = refusals.emplace_back();
            refusal.kind = CommandKind::Status;
            refusal.reference.message = sent.header.msgId;
            refusal.reference.command = one.id;
            refusal.reference.name = std::string(syncml::commandName(one.kind));
            refusal.status = code;
        }
        headerStatus = code;
        chal = challengeOf(scheme, octets(nonce));
        auto answer = say(refusals);
        headerStatus = StatusCode::Ok;
        chal.reset();
        return answer;
    }
    [[nodiscard]] std::string credFor(std::string_view nonce) const
    {
        return credOf({AuthScheme::Md5, "Bruce2", "OhBehave", octets(nonce)})->data;
    }
};

bool isPackageOne(const Message& message)
{
    const std::size_t from = message.commands.front().kind == CommandKind::Status ? 1 : 0;
    return message.commands.size() >= from + 2 && message.commands[from].alert == AlertCode::ClientInitiated
        && message.commands[from + 1].kind == CommandKind::Replace && message.commands[from + 1].items.size() == 6;
}

} // namespace

class TestDmClientAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void B01_theFirstMessageCarriesTheCred()
    {
        AuthRig basic(AuthScheme::Basic);
        QCOMPARE(basic.start().header.cred->data, std::string("QnJ1Y2UyOk9oQmVoYXZl")); // PRO 2.4.4.1
        AuthRig md5;
        md5.account.client.nonce = octets("Nonce");
        const Message one = md5.start();
        QCOMPARE(one.header.cred->data, std::string("Zz6EivR3yeaaENcRN6lpAQ==")); // PRO 2.4.4.2
        QCOMPARE(one.header.source.name, std::string("Bruce2"));
        QVERIFY(md5.last.hmac.empty());
    }

    void B03_packageOneGoesAgainWithTheNewDigest()
    {
        AuthRig rig;
        Command taken = alert(AlertCode::Generic, {"taken"});
        Command refused = alert(AlertCode::Generic, {"refused"});
        rig.options.alerts = {taken, refused};
        const Message one = rig.start();
        QCOMPARE(one.header.cred->data, rig.credFor("old"));
        rig.headerStatus = StatusCode::Unauthorized;
        rig.chal = challengeOf(AuthScheme::Md5, octets("new"));
        Command accepted;
        accepted.kind = CommandKind::Status;
        accepted.reference.command = one.commands[2].id;
        accepted.reference.name = "Alert";
        accepted.status = StatusCode::Ok;
        const auto again = rig.say({accepted});
        QVERIFY(again);
        QCOMPARE(again->header.cred->data, rig.credFor("new"));
        QCOMPARE(again->header.sessionId, one.header.sessionId);
        QCOMPARE(static_cast<int>(again->header.msgId), 2);
        QVERIFY(isPackageOne(*again));
        QCOMPARE(rig.codes(), (Codes{200})); // the Status for the server's header alone
        QCOMPARE(again->commands.size(), std::size_t{4}); // only what was refused or not answered
        QCOMPARE(*again->commands.back().items.front().data, std::string("refused"));
        QVERIFY(again->final);
        QVERIFY(rig.session->end() == SessionEnd::Running);
    }

    void B04_anotherTypeIsTaken()
    {
        AuthRig rig(AuthScheme::Basic);
        rig.start();
        const auto again = rig.challenge(StatusCode::AuthenticationRequired, AuthScheme::Md5, "fresh");
        QCOMPARE(again->header.cred->meta.type, std::string("syncml:auth-md5"));
        QCOMPARE(again->header.cred->data, rig.credFor("fresh"));
        // Without a Cred at first, too.
        AuthRig bare(AuthScheme::None);
        QVERIFY(!bare.start().header.cred);
        QVERIFY(bare.challenge(StatusCode::AuthenticationRequired, AuthScheme::Basic, "")->header.cred);
    }

    void DM_SC_GEN_20_aChallengeIsNoErrorAndARefusalIs()
    {
        std::vector<Record> rows;
        const auto errors = [&rows] {
            return std::ranges::count_if(rows, [](const Record& row) { return row.level == StatusLevel::Error; });
        };
        AuthRig rig;
        rig.options.records =
            RecordOutlet([&rows](Record row) { rows.push_back(std::move(row)); }, steadyRecordClock());
        rig.start();
        QVERIFY(rig.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "stale nonce"));
        QVERIFY(std::ranges::any_of(rows, [](const Record& row) { return row.status == QLatin1String("401"); }));
        QCOMPARE(errors(), 0);
        // The server is challenged back.
        rig.account.server = {AuthScheme::Md5, "srv", "pw", octets("s")};
        rig.start();
        rig.msgId = 0;
        rig.headerStatus = StatusCode::Authenticated;
        QVERIFY(rig.say({command(CommandKind::Get, "./MO/Text")}));
        QCOMPARE(rig.codes(), (Codes{407, 407}));
        QCOMPARE(errors(), 0);
        // Not so what nothing follows on, whether or not there is a nonce with it.
        rig.account.server = {};
        rig.start();
        rig.msgId = 0;
        QVERIFY(rig.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "once"));
        QVERIFY(!rig.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "once"));
        QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
        QVERIFY(errors() > 0);
    }

    void B04_aWeakerTypeIsNotTaken_data()
    {
        QTest::addColumn<int>("own");
        QTest::addColumn<int>("asked");
        QTest::newRow("Basic for MD5") << int(AuthScheme::Md5) << int(AuthScheme::Basic);
        QTest::newRow("Basic for HMAC") << int(AuthScheme::Hmac) << int(AuthScheme::Basic);
        QTest::newRow("MD5 for HMAC") << int(AuthScheme::Hmac) << int(AuthScheme::Md5);
    }
    void B04_aWeakerTypeIsNotTaken()
    {
        QFETCH(int, own);
        QFETCH(int, asked);
        AuthRig rig(static_cast<AuthScheme>(own));
        rig.start();
        QVERIFY(!rig.challenge(StatusCode::Unauthorized, static_cast<AuthScheme>(asked), "n"));
        QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
        QVERIFY(rig.session->whyAborted() == SessionAbort::WeakerProof);
        QVERIFY(describe(rig.session->whyAborted()).contains(QLatin1String("weaker")));
    }

    void B10_whoNeverProvedItselfHasNotFinished()
    {
        AuthRig rig;
        rig.account.server = {AuthScheme::Md5, "srv", "pw", octets("s")};
        rig.start();
        rig.headerStatus = StatusCode::Authenticated;
        QVERIFY(rig.say({command(CommandKind::Get, "./MO/Text")}));
        QCOMPARE(rig.codes(), (Codes{407, 407}));
        QVERIFY(!rig.say({}));
        QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
        // Who wants nothing at all need not prove anything (PRO 2.4).
        AuthRig quiet;
        quiet.account.server = rig.account.server;
        quiet.start();
        quiet.headerStatus = StatusCode::Authenticated;
        QVERIFY(!quiet.say({}));
        QVERIFY(quiet.session->end() == SessionEnd::Finished);
    }

    void B06_theSameChallengeIsNotAnsweredTwice()
    {
        for (const AuthScheme scheme : {AuthScheme::Basic, AuthScheme::Md5}) {
            AuthRig rig(scheme);
            rig.start();
            QVERIFY(rig.challenge(StatusCode::Unauthorized, scheme, "n"));
            QVERIFY(!rig.challenge(StatusCode::Unauthorized, scheme, "n"));
            QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
            QVERIFY(rig.session->whyAborted() == SessionAbort::ClientUnproven);
        }
        // With new nonces there is one more try, and an end.
        AuthRig rig;
        rig.start();
        QVERIFY(rig.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "1"));
        QVERIFY(rig.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "2"));
        QVERIFY(!rig.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "3"));
        QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
    }

    void B06_aChallengeThatCannotBeAnsweredEndsTheSession()
    {
        AuthRig rig;
        rig.start();
        rig.headerStatus = StatusCode::Unauthorized; // without Chal
        QVERIFY(!rig.say({}));
        QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
        AuthRig strange;
        strange.start();
        strange.headerStatus = StatusCode::Unauthorized;
        strange.chal.emplace().meta.type = "syncml:auth-x509";
        QVERIFY(!strange.say({}));
        QVERIFY(strange.session->end() == SessionEnd::NotAuthenticated);
    }

    void B07_212IsForTheSessionAnd200ForAMessage()
    {
        AuthRig rig;
        rig.start();
        rig.headerStatus = StatusCode::Authenticated;
        QVERIFY(!rig.say({command(CommandKind::Get, "./MO/Text")})->header.cred);
        QVERIFY(!rig.say({command(CommandKind::Get, "./MO/Text")})->header.cred);
        AuthRig each;
        each.start();
        each.chal = challengeOf(AuthScheme::Md5, octets("second"));
        QCOMPARE(each.say({command(CommandKind::Get, "./MO/Text")})->header.cred->data, each.credFor("second"));
        each.chal = challengeOf(AuthScheme::Md5, octets("third"));
        QCOMPARE(each.say({command(CommandKind::Get, "./MO/Text")})->header.cred->data, each.credFor("third"));
    }

    void B09_aServerThatOnlyAnswersIsNotChallenged()
    {
        AuthRig rig;
        rig.account.server = {AuthScheme::Md5, "srv", "secret", octets("held")};
        rig.start();
        rig.headerStatus = StatusCode::Authenticated;
        QVERIFY(!rig.say({}));
        QVERIFY(rig.session->end() == SessionEnd::Finished);
        QCOMPARE(rig.account.server.nonce, octets("held"));
        // One that challenges us is answered without a challenge of ours.
        AuthRig mutual;
        mutual.account.server = {AuthScheme::Md5, "srv", "secret", octets("held")};
        mutual.start();
        const auto again = mutual.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "n");
        QVERIFY(isPackageOne(*again));
        QVERIFY(!again->commands.front().chal);
        // Nothing was asked of it, so that the nonce which it holds is still the one that counts.
        mutual.cred = credOf(mutual.account.server);
        mutual.headerStatus = StatusCode::Authenticated;
        QCOMPARE(mutual.codes({command(CommandKind::Get, "./MO/Text")}), (Codes{212, 200}));
    }

    void B10_B19_commandsOfAServerThatProvedNothingAreRefused()
    {
        AuthRig rig;
        rig.account.server = {AuthScheme::Md5, "srv", "secret", octets("held")};
        rig.start();
        QCOMPARE(rig.codes({command(CommandKind::Delete, "./MO/Text"),
                     group(CommandKind::Sequence, {command(CommandKind::Delete, "./MO/Sub")}),
                     alert(AlertCode::Display, {"", "Hello"})}),
            (Codes{407, 407, 407, 407}));
        QVERIFY(rig.unchanged());
        QVERIFY(rig.user.asked().empty());
        const auto chal = rig.lastMessage().commands.front().chal;
        QVERIFY(chal);
        QCOMPARE(rig.account.server.nonce, octets("held")); // B12: nobody proved anything
        // The right proof with the new nonce.
        rig.cred = credOf({AuthScheme::Md5, "srv", "secret", nonceOf(*chal)});
        QCOMPARE(rig.codes({command(CommandKind::Get, "./MO/Text")}), (Codes{212, 200}));
        const auto next = rig.lastMessage().commands.front().chal;
        QVERIFY(next);
        QCOMPARE(rig.account.server.nonce, nonceOf(*next)); // B13: for the next session
        QVERIFY(rig.account.server.nonce != nonceOf(*chal));
        // 212 was for the session.
        rig.cred.reset();
        QCOMPARE(rig.codes({command(CommandKind::Get, "./MO/Text")}), (Codes{200, 200}));
        // But a wrong proof later is a wrong proof.
        rig.cred = credOf({AuthScheme::Md5, "srv", "wrong", nonceOf(*next)});
        QCOMPARE(rig.codes({command(CommandKind::Delete, "./MO/Text")}), (Codes{401, 401}));
        QVERIFY(rig.unchanged());
    }

    void B10_aServerIsLeftAfterItsLastTry()
    {
        AuthRig rig;
        rig.account.server = {AuthScheme::Md5, "srv", "secret", octets("held")};
        rig.cred = credOf({AuthScheme::Md5, "srv", "wrong", octets("held")});
        rig.start();
        QCOMPARE(rig.codes({command(CommandKind::Delete, "./MO/Text")}), (Codes{401, 401}));
        QVERIFY(rig.lastMessage().commands.front().chal);
        QCOMPARE(rig.codes({command(CommandKind::Delete, "./MO/Text")}), (Codes{401, 401}));
        QCOMPARE(rig.codes({command(CommandKind::Delete, "./MO/Text")}), (Codes{401, 401}));
        QVERIFY(!rig.lastMessage().commands.front().chal);
        QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
        QVERIFY(rig.session->whyAborted() == SessionAbort::ServerUnproven);
        QVERIFY(rig.unchanged());
    }

    void B12_B13_noncesAreStoredFromProvedServersOnly()
    {
        AuthRig rig;
        rig.account.server = {AuthScheme::Basic, "srv", "secret", {}};
        rig.start();
        QVERIFY(rig.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "fresh"));
        QCOMPARE(rig.account.client.nonce, octets("old")); // used, not stored
        rig.cred = credOf(rig.account.server);
        rig.headerStatus = StatusCode::Authenticated;
        rig.chal = challengeOf(AuthScheme::Md5, octets("next time"));
        QCOMPARE(rig.codes({command(CommandKind::Get, "./MO/Text")}), (Codes{212, 200}));
        QCOMPARE(rig.account.client.nonce, octets("next time"));
        AuthRig next;
        next.account.client = rig.account.client;
        QCOMPARE(next.start().header.cred->data, next.credFor("next time"));
    }

    void B15_hmacGoesWithEachMessage()
    {
        AuthRig rig(AuthScheme::Hmac);
        rig.account.server = {AuthScheme::Hmac, "srv", "secret", octets("s0")};
        rig.hmac = rig.account.server;
        rig.seal = true;
        const Message one = rig.start();
        QVERIFY(!one.header.cred);
        QCOMPARE(one.header.source.name, std::string("Bruce2"));
        DmSecret own{AuthScheme::Hmac, "Bruce2", "OhBehave", octets("old")};
        QVERIFY(checkHmac(own, rig.last.hmac, rig.last.body) == Proof::Right);
        for (const char* nonce : {"n1", "n2", "n3"}) {
            rig.chal = challengeOf(AuthScheme::Hmac, octets(nonce));
            QCOMPARE(rig.codes({command(CommandKind::Get, "./MO/Text")}), (Codes{200, 200}));
            own.nonce = octets(nonce);
            QVERIFY(checkHmac(own, rig.last.hmac, rig.last.body) == Proof::Right);
            const auto chal = rig.lastMessage().commands.front().chal;
            QVERIFY(chal);
            QVERIFY(nonceOf(*chal) != rig.hmac.nonce);
            rig.hmac.nonce = nonceOf(*chal);
            QCOMPARE(rig.account.server.nonce, rig.hmac.nonce);
            QCOMPARE(rig.account.client.nonce, octets(nonce));
        }
        rig.chal.reset(); // no nonce for the next message: the session ends
        QVERIFY(!rig.say({command(CommandKind::Get, "./MO/Text")}));
        QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
    }

    void B16_oneFlippedByte()
    {
        AuthRig rig(AuthScheme::None);
        rig.account.server = {AuthScheme::Hmac, "srv", "secret", octets("s0")};
        rig.hmac = rig.account.server;
        rig.seal = true;
        rig.start();
        DmPacket packet = rig.packet(rig.made({command(CommandKind::Replace, "./MO/Text", "value")}));
        const std::string_view value = "value";
        const auto at = std::search(packet.body.begin(), packet.body.end(), value.begin(), value.end());
        QVERIFY(at != packet.body.end());
        *at = 'V';
        QVERIFY(rig.send(packet));
        QCOMPARE(rig.codes(), (Codes{401, 401}));
        QVERIFY(rig.unchanged());
        QCOMPARE(rig.account.server.nonce, octets("s0"));
        // Without any HMAC: 407.
        rig.seal = false;
        QCOMPARE(rig.codes({command(CommandKind::Delete, "./MO/Text")}), (Codes{407, 407}));
        rig.hmac.nonce = nonceOf(*rig.lastMessage().commands.front().chal);
        rig.seal = true;
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", "value")}), (Codes{200, 200}));
        QCOMPARE(rig.value("./MO/Text"), std::string("value"));
    }

    void B18_theTypeStays()
    {
        AuthRig rig;
        rig.start();
        rig.headerStatus = StatusCode::Authenticated;
        QVERIFY(rig.say({command(CommandKind::Get, "./MO/Text")}));
        QVERIFY(!rig.challenge(StatusCode::Unauthorized, AuthScheme::Basic, ""));
        QVERIFY(rig.session->end() == SessionEnd::NotAuthenticated);
        AuthRig twice(AuthScheme::Basic);
        twice.start();
        QVERIFY(twice.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "n"));
        QVERIFY(!twice.challenge(StatusCode::Unauthorized, AuthScheme::Basic, ""));
        QVERIFY(twice.session->end() == SessionEnd::NotAuthenticated);
    }

    void B03_B07_B13_withARealServer_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<bool>("wbxml");
        QTest::newRow("nobody proves anything") << int(AuthScheme::None) << true;
        QTest::newRow("Basic") << int(AuthScheme::Basic) << false;
        QTest::newRow("MD5") << int(AuthScheme::Md5) << true;
        QTest::newRow("MD5, XML") << int(AuthScheme::Md5) << false;
        QTest::newRow("HMAC") << int(AuthScheme::Hmac) << true;
        QTest::newRow("HMAC, XML") << int(AuthScheme::Hmac) << false;
    }
    void B03_B07_B13_withARealServer()
    {
        QFETCH(int, scheme);
        QFETCH(bool, wbxml);
        const auto chosen = static_cast<AuthScheme>(scheme);
        ClientRig rig;
        rig.options.encoding = wbxml ? Encoding::Wbxml : Encoding::Xml;
        rig.account.client = {chosen, "Bruce2", "OhBehave", octets("stale")}; // the server has another nonce
        rig.account.server = {chosen, "srv", "secret", octets("stale too")};
        ServerAccount server{{chosen, "Bruce2", "OhBehave", {}}, {chosen, "srv", "secret", {}}};
        ServerOptions options;
        options.serverId = "srv";
        options.respUri = "http://server";
        options.maxMsgSize = 2'000;
        std::vector<CommandAnswer> answers;
        LocalServer local(server, options, [&]() -> CommandSource {
            return [&, round = 0](const ClientFacts& client,
                       std::vector<CommandAnswer> given) mutable -> Result<std::vector<Command>> {
                if (client.deviceId != "IMEI:001")
                    return fail(ErrorKind::BadValue, QStringLiteral("another client"));
                std::move(given.begin(), given.end(), std::back_inserter(answers));
                if (round++ == 0)
                    return std::vector{command(CommandKind::Replace, "./MO/Text", std::string(9'000, 'x')),
                        command(CommandKind::Get, "./MO/Sub/Leaf")};
                if (round == 2)
                    return std::vector{command(CommandKind::Get, "./MO/Text")};
                return std::vector<Command>{};
            };
        });
        for (int session = 1; session <= 2; ++session) { // the second with the nonces that the first left
            answers.clear();
            rig.options.sessionId = std::to_string(session);
            ClientSession client(rig.device, rig.account, rig.options);
            const auto report = runClientSession(client, local);
            QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
            QVERIFY2(report->end == SessionEnd::Finished,
                qPrintable(QStringLiteral("end %1 after %2 messages").arg(int(report->end)).arg(report->messages)));
            QCOMPARE(answers.size(), std::size_t{3});
            for (const CommandAnswer& one : answers)
                QCOMPARE(static_cast<int>(one.status), 200);
            QCOMPARE(*answers[1].results.at(0).data, std::string("x"));
            QCOMPARE(*answers[2].results.at(0).data, std::string(9'000, 'x')); // in chunks, and whole again
            QCOMPARE(rig.value("./MO/Text").size(), std::size_t{9'000});
        }
    }

    void B13_nothingToManageThriceOver_data()
    {
        QTest::addColumn<QString>("held"); // the client's nonces, which it does not keep between sessions
        QTest::newRow("no nonce yet") << QString();
        QTest::newRow("nonces of long ago") << QStringLiteral("stale");
    }
    void B13_nothingToManageThriceOver()
    {
        QFETCH(QString, held);
        const Bytes nonce = octets(held.toStdString());
        ServerAccount server{{AuthScheme::Md5, "Bruce2", "OhBehave", {}}, {AuthScheme::Md5, "srv", "secret", {}}};
        LocalServer local(server, {}, []() -> CommandSource {
            return [](const ClientFacts&, std::vector<CommandAnswer>) -> Result<std::vector<Command>> {
                return std::vector<Command>{};
            };
        });
        for (int session = 1; session <= 3; ++session) {
            ClientRig rig;
            rig.account.client = {AuthScheme::Md5, "Bruce2", "OhBehave", nonce};
            rig.account.server = {AuthScheme::Md5, "srv", "secret", nonce};
            rig.options.sessionId = std::to_string(session);
            ClientSession client(rig.device, rig.account, rig.options);
            const auto report = runClientSession(client, local);
            QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
            QVERIFY2(report->end == SessionEnd::Finished,
                qPrintable(QStringLiteral("session %1 has end %2").arg(session).arg(int(report->end))));
        }
    }

    void B10_aServerWithTheWrongSecretAndNothingToDo()
    {
        ClientRig rig;
        rig.account.server = {AuthScheme::Md5, "srv", "secret", octets("held")};
        ServerAccount server{{}, {AuthScheme::Md5, "srv", "another", {}}};
        LocalServer local(server, {}, []() -> CommandSource {
            return [](const ClientFacts&, std::vector<CommandAnswer>) -> Result<std::vector<Command>> {
                return std::vector<Command>{};
            };
        });
        ClientSession client(rig.device, rig.account, rig.options);
        const auto report = runClientSession(client, local);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        QVERIFY(report->end == SessionEnd::NotAuthenticated);
    }

    void DM_SC_SEC_9_aProofMayBeAskedForAgain()
    {
        AuthRig rig;
        rig.start();
        rig.headerStatus = StatusCode::Authenticated;
        const auto answer = rig.say({command(CommandKind::Get, "./MO/Text")});
        QVERIFY(answer);
        // In the middle: what was refused goes again, package 1 does not.
        const auto again = rig.challenge(StatusCode::Unauthorized, AuthScheme::Md5, "middle");
        QVERIFY(again);
        QCOMPARE(again->header.cred->data, rig.credFor("middle"));
        QVERIFY(!isPackageOne(*again));
        QCOMPARE(resultsOf(*again).size(), std::size_t{1});
        QCOMPARE(rig.codes(), (Codes{200, 200}));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmClientAuth>(argc, argv);
}

} // namespace dmsc::tst_dm_client_auth

#include "tst_dm_client_auth.moc"
