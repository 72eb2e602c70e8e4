// SPDX-License-Identifier: Apache-2.0
// GEN-6: the card secures the session of its device with a DM server.
#include "client_rig.h"
#include "entity_rig.h"

#include "cardio/card/card_client.h"
#include "cardio/card/dm_credential.h"
#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <algorithm>

namespace dmsc::tst_card_credential {

using namespace dmsc::test;

namespace {

// Names and passwords of the published examples of SEC 5.1; only the issuer may Get the secrets.
constexpr const char* kCardTree = R"(
    . [acl Add=issuer&Get=*]
    DMAcc  node [acl Get=*]
      Spy  node  urn:oma:mo:oma-dm-dmacc:1.0
        AppAuth
          C
            AAuthLevel = CLCRED
            AAuthName = Bruce2
            AAuthSecret [acl Get=issuer] = OhBehave
            AAuthType = DIGEST
          S
            AAuthLevel = SRVCRED
            AAuthName = srv
            AAuthSecret [acl Get=issuer] = server password
            AAuthType = DIGEST
        ServerID = srv
      Bare  node  urn:oma:mo:oma-dm-dmacc:1.0
        ServerID = bare
)";

Bytes octets(std::string_view text)
{
    const ByteView view = viewOf(text);
    return {view.begin(), view.end()};
}

struct CredentialRig : EntityRig
{
    CredentialRig()
        : EntityRig([] {
            CardSetup setup;
            setup.tree = treeOf(kCardTree);
            return setup;
        }())
    {
    }
    std::unique_ptr<CardClient> enter(Link& over, const Credential& credential = keysOf(Role::Device),
        HandshakeMethod method = HandshakeMethod::Scp03)
    {
        HandshakeOptions options = optionsFor(method, SecurityLevel::All);
        options.as = Role::Device;
        return CardClient::open(over, credential, options).value();
    }
    ResponseApdu prove(const Bytes& data) { return ask(card::kInsDmCredential, card::kProve, data); }
    ResponseApdu check(const Bytes& data) { return ask(card::kInsDmCredential, card::kCheck, data); }
};

/// A client whose account has names and no passwords.
struct SecuredClient : ClientRig
{
    explicit SecuredClient(SecretKeeper& keeper, AuthScheme scheme = AuthScheme::Hmac)
    {
        account.client = {scheme, "Bruce2", {}, octets("n1")};
        account.server = {scheme, "srv", {}, octets("m1")};
        options.keeper = &keeper;
        hmac = {AuthScheme::Hmac, "srv", "server password", octets("m1")};
        seal = scheme == AuthScheme::Hmac;
    }
    /// What a server with the passwords thinks of the client's last message.
    [[nodiscard]] Proof proof(const char* nonce) const
    {
        return checkHmac({AuthScheme::Hmac, "Bruce2", "OhBehave", octets(nonce)}, last.hmac, last.body);
    }
};

} // namespace

class TestCardCredential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_6_publishedDigestsComeFromTheCard()
    {
        CredentialRig rig;
        const auto card = rig.enter(*rig.link);
        const auto digest = card->prove({"srv", octets("Nonce"), {}});
        QVERIFY2(digest, digest ? "" : qPrintable(digest.error().text()));
        QCOMPARE(md5Cred(*digest).data, std::string("Zz6EivR3yeaaENcRN6lpAQ=="));
        const Bytes body = octets("<SyncML/>");
        const auto mac = card->prove({"srv", octets("Nonce"), messageDigests(body)});
        QCOMPARE(hmacHeader("Bruce2", *mac), hmacOf({AuthScheme::Hmac, "Bruce2", "OhBehave", octets("Nonce")}, body));
    }

    void DM_SC_GEN_6_theCardChecksTheServer()
    {
        CredentialRig rig;
        const auto card = rig.enter(*rig.link);
        const DmSecret server{AuthScheme::Md5, "srv", "server password", octets("n")};
        DmDigest digest = *dmDigestOf(server, {});
        QVERIFY(card->check({"srv", octets("n"), {}}, digest).value());
        QVERIFY(!card->check({"srv", octets("o"), {}}, digest).value());
        for (std::uint8_t& byte : digest) {
            byte ^= 1U;
            QVERIFY(!card->check({"srv", octets("n"), {}}, digest).value());
            byte ^= 1U;
        }
    }

    void DM_SC_SEC_1_theDeviceNeverLearnsThePasswords()
    {
        CredentialRig rig;
        const auto card = rig.enter(*rig.link);
        TreeClient client(*card);
        CardReader reader(*card, client);
        QVERIFY(reader.refresh());
        const std::string seen = textOf(reader.tree());
        QVERIFY2(seen.find("Bruce2") != std::string::npos, seen.c_str());
        QVERIFY(seen.find("OhBehave") == std::string::npos && seen.find("server password") == std::string::npos);
        QVERIFY(card->prove({"srv", octets("n"), {}}));
    }

    void DM_SC_GEN_6_onlyADeviceIsSecured()
    {
        const Bytes good = encodeCredential({"srv", octets("n"), {}});
        for (const Role role : {Role::Issuer, Role::Dms, Role::Application}) {
            CredentialRig rig;
            QCOMPARE(rig.shake(role), StatusWord::Ok);
            QCOMPARE(rig.prove(good).sw, StatusWord::SecurityStatusNotSatisfied);
        }
        CredentialRig rig;
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        QCOMPARE(rig.prove(good).sw, StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsDmCredential, 2, good).sw, StatusWord::WrongP1P2);
        for (const char* unknown : {"bare", "nobody"})
            QCOMPARE(rig.prove(encodeCredential({unknown, octets("n"), {}})).sw, StatusWord::ReferenceNotFound);
    }

    void DM_SC_GEN_6_dataThatAreNotThese()
    {
        CredentialRig rig;
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        const KeptProof proof{"srv", octets("n"), messageDigests(octets("m"))};
        const Bytes good = encodeCredential(proof);
        QCOMPARE(rig.check(good).sw, StatusWord::WrongData); // nothing to check
        QCOMPARE(rig.prove(encodeCredential(proof, DmDigest{})).sw, StatusWord::WrongData);
        QCOMPARE(rig.prove(encodeCredential({"", octets("n"), {}})).sw, StatusWord::WrongData);
        QCOMPARE(rig.prove(encodeCredential({"srv", Bytes(1025), {}})).sw, StatusWord::WrongData);
        constexpr std::size_t kWithoutMessage = 8; // the data may end there
        for (std::size_t size = 0; size < good.size(); ++size)
            QCOMPARE(rig.prove(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size))).sw,
                size == kWithoutMessage ? StatusWord::Ok : StatusWord::WrongData);
    }

    void DM_SC_GEN_6_aSessionBySealedMessages()
    {
        CredentialRig card;
        const auto keeper = card.enter(*card.link);
        SecuredClient rig(*keeper);
        (void)rig.start();
        QCOMPARE(rig.proof("n1"), Proof::Right);
        rig.chal = challengeOf(AuthScheme::Hmac, octets("n2"));
        QVERIFY(rig.say({command(syncml::CommandKind::Get, "./DevInfo/Man")}));
        QCOMPARE(rig.proof("n2"), Proof::Right);
        QCOMPARE(rig.codes().front(), 200);
        QCOMPARE(resultsOf(rig.lastMessage()).front().data.value_or(""), std::string("House"));
    }

    void DM_SC_GEN_6_aMessageThatWasChangedIsNotCarriedOut()
    {
        CredentialRig card;
        const auto keeper = card.enter(*card.link);
        SecuredClient rig(*keeper);
        (void)rig.start();
        rig.chal = challengeOf(AuthScheme::Hmac, octets("n2"));
        DmPacket sent = rig.packet(rig.made({command(syncml::CommandKind::Replace, "./MO/Text", "good")}));
        const Bytes good = octets("good");
        std::ranges::copy(octets("evil"), std::search(sent.body.begin(), sent.body.end(), good.begin(), good.end()));
        QVERIFY(rig.send(sent));
        QCOMPARE(rig.codes().front(), 401);
        QVERIFY(rig.unchanged());
    }

    void DM_SC_GEN_6_basicWouldGiveThePasswordAway()
    {
        CredentialRig card;
        const auto keeper = card.enter(*card.link);
        SecuredClient rig(*keeper, AuthScheme::Md5);
        rig.account.server = {};
        (void)rig.start();
        rig.headerStatus = syncml::StatusCode::AuthenticationRequired;
        rig.chal = challengeOf(AuthScheme::Basic, {});
        const auto answer = rig.session->receive(rig.packet(rig.made({})));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::NotAllowed);
    }

    void DM_SC_GEN_6_withoutTheCardNothingMoreIsSaid()
    {
        CredentialRig card;
        bool pulled = false;
        FaultyLink link(*card.link, {{}, [&pulled](std::size_t, Result<Bytes>& response) {
                                         if (pulled)
                                             response = fail(ErrorKind::Io, QStringLiteral("pulled"));
                                     }});
        const auto keeper = card.enter(link);
        SecuredClient rig(*keeper);
        (void)rig.start();
        rig.chal = challengeOf(AuthScheme::Hmac, octets("n2"));
        pulled = true;
        const auto answer =
            rig.session->receive(rig.packet(rig.made({command(syncml::CommandKind::Replace, "./MO/Text", "new")})));
        QVERIFY(!answer);
        QVERIFY(rig.unchanged());
    }

    /// Non-repudiation: both have signed what was said, by a digest of each message that SHA-256 made.
    void DM_SC_GEN_6_theReceiptIsOfEachMessage()
    {
        CredentialRig card;
        const CertificateCredential own = certificateOf(Role::Device);
        const auto keeper = card.enter(*card.link, own, HandshakeMethod::Scp11a);
        QVERIFY(keeper->accessConditions()); // says whom the card takes us for
        const Digest before = keeper->syncStatus().value().content;
        SecuredClient rig(*keeper);
        (void)rig.start();
        rig.chal = challengeOf(AuthScheme::Hmac, octets("n2"));
        const DmPacket first = rig.last;
        const DmPacket second = rig.packet(rig.made({command(syncml::CommandKind::Get, "./DevInfo/Man")}));
        QVERIFY(rig.send(second));
        const auto receipt = keeper->receipt(own, before, goodTime());
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().text()));
        const Transcript transcript =
            decodeTranscript(verify(*receipt, {demoPki().value().authority}, goodTime()).value().content).value();
        const auto said = [&](const KeptProof& proof, const std::optional<DmDigest>& given = {}) {
            const Digest data = digestOf(encodeCredential(proof, given));
            return std::ranges::count_if(transcript.entries,
                [&](const TranscriptEntry& one) { return one.ins == card::kInsDmCredential && one.command == data; });
        };
        QCOMPARE(said({"srv", octets("n1"), messageDigests(first.body)}), 1);
        QCOMPARE(said({"srv", octets("m1"), messageDigests(second.body)}, digestIn(second.hmac, "srv")), 1);
        QCOMPARE(said({"srv", octets("n2"), messageDigests(rig.last.body)}), 1);
        QCOMPARE(said({"srv", octets("n2"), messageDigests(octets("another"))}), 0);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardCredential>(argc, argv);
}

} // namespace dmsc::tst_card_credential

#include "tst_card_credential.moc"
