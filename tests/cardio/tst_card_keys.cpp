// SPDX-License-Identifier: Apache-2.0
// Keys that the issuer puts on a card that is there already, and certificates that name a card (SEC-1, SEC-3, SEC-5).
#include "tests/cardio/entity_rig.h"
#include "tests/cardio/own_card.h"

#include "cardio/card/card_client.h"
#include "cardio/card/key_data.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_card_keys {

using namespace dmsc::test;

namespace {

/// What the DM server has of the authority that names cards.
Credential namedServer()
{
    CardKeyPair own = namedPair("named-dms");
    return CertificateCredential{std::move(own.key), std::move(own.chain), std::move(own.anchors), 0};
}

/// The policy of a new card, but that the DM server is accepted with the key pair 13 too.
IssuerPolicy withPair13()
{
    IssuerPolicy policy = defaultPolicy(CardSetup().memorySize);
    policy.entities[2].methods.push_back({HandshakeMethod::Scp11a, 0x33, 0x13});
    return policy;
}

Result<std::unique_ptr<CardClient>> enter(Link& link, const Credential& credential, Role as)
{
    HandshakeOptions options;
    options.method =
        std::holds_alternative<KeySetCredential>(credential) ? HandshakeMethod::Scp03 : HandshakeMethod::Scp11a;
    options.as = as;
    options.time = goodTime();
    return CardClient::open(link, credential, options);
}

Bytes bytesOf(const SecretBytes& secret)
{
    return {secret.begin(), secret.end()};
}

/// What is on the card under 13, by its certificate; empty: nothing.
QString subjectOf(const EntityRig& rig)
{
    const auto image = CardImage::open(rig.path(), {}, rig.sealKey());
    const auto pair = image ? image->keyPair(0x13) : std::nullopt;
    return pair ? pair->chain.front().subject() : QString();
}

} // namespace

class TestCardKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_SEC_5_aKeyPairThatTheIssuerPutsOpensSessions()
    {
        EntityRig rig;
        const CardKeyPair pair = namedPair("named-card");
        {
            const auto device = enter(*rig.link, keysOf(Role::Device), Role::Device);
            QVERIFY2(device, device ? "" : qPrintable(device.error().text()));
            const auto refused = (*device)->putKeyPair(pair);
            QVERIFY(!refused && refused.error().kind == ErrorKind::NotAllowed);
            QCOMPARE(subjectOf(rig), QString());
        }
        {
            const auto issuer = enter(*rig.link, keysOf(Role::Issuer), Role::Issuer);
            const auto put = (*issuer)->putKeyPair(pair);
            QVERIFY2(put, put ? "" : qPrintable(put.error().text()));
            // Keys alone let nobody in: the policy does.
            QVERIFY(!enter(*rig.link, namedServer(), Role::Dms));
            const auto again = enter(*rig.link, keysOf(Role::Issuer), Role::Issuer);
            QVERIFY((*again)->putPolicy(encode(withPair13())));
        }
        for (const bool pulled : {false, true}) {
            if (pulled)
                rig.insert();
            // Of three pairs it is the one whose authority the server knows.
            const auto server = enter(*rig.link, namedServer(), Role::Dms);
            QVERIFY2(server, server ? "" : qPrintable(server.error().text()));
            QCOMPARE((*server)->facts().keyVersion, std::uint8_t{0x13});
            QCOMPARE((*server)->facts().cardCertificate->commonName(), QStringLiteral("card:8949010000000000008"));
            QVERIFY((*server)->accessConditions());
            const auto begin = (*server)->syncStatus();
            QVERIFY(begin);
            const auto receipt =
                (*server)->receipt(std::get<CertificateCredential>(namedServer()), begin->content, goodTime());
            QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().text()));
            // The others are as they were.
            QVERIFY(enter(*rig.link, certificateOf(Role::Dms), Role::Dms));
        }
    }

    void DM_SC_SEC_5_aKeySetThatTheIssuerPutsOpensSessions()
    {
        EntityRig rig;
        const Scp03CardConfig keys = someKeys(0x34, 9);
        {
            const auto issuer = enter(*rig.link, keysOf(Role::Issuer), Role::Issuer);
            const auto put = (*issuer)->putKeys(keys);
            QVERIFY2(put, put ? "" : qPrintable(put.error().text()));
            for (const std::uint8_t version : {std::uint8_t{0}, std::uint8_t{0x80}})
                QCOMPARE((*issuer)->putKeys(someKeys(version, 9)).error().kind, ErrorKind::BadValue);
            IssuerPolicy policy = defaultPolicy(CardSetup().memorySize);
            policy.entities[1].methods.push_back({HandshakeMethod::Scp03, 0x33, 0x34});
            QVERIFY((*issuer)->putPolicy(encode(policy)));
        }
        rig.insert();
        const auto device = enter(*rig.link, KeySetCredential{keys.keys, keys.macSize}, Role::Device);
        QVERIFY2(device, device ? "" : qPrintable(device.error().text()));
    }

    void DM_SC_SEC_5_whatIsNoKeyPairOfThisCardIsRefused()
    {
        EntityRig rig;
        QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok);
        const auto answerTo = [&rig](const CardKeyPair& pair) {
            return rig.ask(card::kInsPolicy, card::kPolicyPutKeyPair, bytesOf(encodeKeyPair(pair).value())).sw;
        };
        const CardKeyPair good = namedPair("named-card");
        CardKeyPair bad = good;
        bad.key = PrivateKey::generate(Curve::P256).value();
        QCOMPARE(answerTo(bad), StatusWord::WrongData); // not the certificate's
        bad = good;
        bad.anchors.clear();
        QCOMPARE(answerTo(bad), StatusWord::WrongData);
        bad = good;
        bad.chain.clear();
        QCOMPARE(answerTo(bad), StatusWord::WrongData);
        bad = good;
        bad.chain.insert(bad.chain.end(), 4, good.anchors.front());
        QCOMPARE(answerTo(bad), StatusWord::WrongData);
        for (const std::uint8_t version : {std::uint8_t{0}, std::uint8_t{0x80}, std::uint8_t{0x90}})
            QCOMPARE(answerTo(namedPair("named-card", version)), StatusWord::WrongData);
        QCOMPARE(answerTo(namedPair("named-other-card")), StatusWord::ConditionsNotSatisfied);
        QCOMPARE(answerTo(namedPair("named-dms")), StatusWord::ConditionsNotSatisfied);
        const Bytes whole = bytesOf(encodeKeyPair(good).value());
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY(!decodeKeyPair(ByteView(whole).first(size)));
        QCOMPARE(subjectOf(rig), QString());
        QCOMPARE(answerTo(good), StatusWord::Ok);
        QVERIFY(subjectOf(rig).contains(QStringLiteral("card:8949010000000000008")));
    }

    // A level without encryption is no way for a key, whatever the policy accepts.
    void DM_SC_SEC_1_aKeyPairNeverComesInClear()
    {
        CardSetup setup;
        setup.policy = defaultPolicy(setup.memorySize);
        setup.policy->entities[0].methods.front().leastLevel = 0x01;
        EntityRig rig(setup);
        QCOMPARE(rig.shake(Role::Issuer, HandshakeMethod::Scp03, SecurityLevel{0x11}), StatusWord::Ok);
        QCOMPARE(
            rig.ask(card::kInsPolicy, card::kPolicyPutKeyPair, bytesOf(encodeKeyPair(namedPair("named-card")).value()))
                .sw,
            StatusWord::SecurityStatusNotSatisfied);
        QCOMPARE(subjectOf(rig), QString());
    }

    void DM_SC_SEC_1_aPowerCutLeavesTheOldKeysOrTheNew()
    {
        const CardKeyPair old = namedPair("named-card");
        CardKeyPair next = old;
        next.anchors = {demoPki().value().authority};
        bool done = false;
        bool failed = false;
        for (int step = 0; !done && step < 40; ++step) {
            CardSetup setup;
            setup.keyPairs = {old};
            setup.keySets = {someKeys(0x34, 1)};
            EntityRig rig(setup);
            QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok); // grants and counters are written by now
            rig.channel.reset();
            int count = 0;
            bool counts = false;
            rig.insert([&](StoreStep) { return !counts || count++ != step; });
            QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok);
            counts = true;
            const StatusWord pair =
                rig.ask(card::kInsPolicy, card::kPolicyPutKeyPair, bytesOf(encodeKeyPair(next).value())).sw;
            const StatusWord set =
                rig.ask(card::kInsPolicy, card::kPolicyPutKeys, bytesOf(encodeKeySet(someKeys(0x34, 2)))).sw;
            done = count <= step;
            const auto image = CardImage::open(rig.path(), {}, rig.sealKey());
            const auto kept = image->keyPair(0x13);
            QVERIFY(kept && kept->anchors.size() == 1);
            const bool isNew = kept->anchors.front().der() == next.anchors.front().der();
            QVERIFY(isNew || kept->anchors.front().der() == old.anchors.front().der());
            QVERIFY(isNew || pair != StatusWord::Ok);
            const auto keys = image->keySet(0x34);
            QVERIFY(keys);
            const auto is = [&keys](std::uint8_t seed) {
                return equalInConstantTime(keys->config.keys.enc.bytes(), someKeys(0x34, seed).keys.enc.bytes())
                    && equalInConstantTime(keys->config.keys.dek.bytes(), someKeys(0x34, seed).keys.dek.bytes());
            };
            QVERIFY(is(1) || is(2));
            QVERIFY(is(2) || set != StatusWord::Ok);
            failed = failed || !isNew || is(1);
        }
        QVERIFY(done && failed);
    }

    // Cards and entities have the same authority: who has a certificate as one of them is not the other.
    void DM_SC_SEC_3_anEntityThatPlaysTheCardIsRefused()
    {
        CardSetup setup;
        CertifiedKey own = demoCertifiedKey(Role::Application).value();
        setup.keyPairs = {
            {kDemoCardKeyP256, std::move(own.key), {std::move(own.certificate)}, {demoPki().value().authority}}};
        EntityRig rig(setup);
        auto client = CardClient::select(*rig.link);
        QVERIFY(client);
        HandshakeOptions options;
        options.method = HandshakeMethod::Scp11a;
        options.as = Role::Issuer;
        options.time = goodTime();
        QString ended;
        options.steps = [&ended](const HandshakeStep& step) {
            if (step.state == StepState::Failed)
                ended = step.id;
        };
        const auto shaken = (*client)->authenticate(certificateOf(Role::Issuer), options);
        QVERIFY(!shaken);
        QCOMPARE(shaken.error().kind, ErrorKind::Security);
        QVERIFY2(shaken.error().what.contains(QStringLiteral("CN=application"))
                && shaken.error().what.contains(QStringLiteral("is no card's")),
            qPrintable(shaken.error().what));
        QCOMPARE(ended, QStringLiteral("cardCertificate")); // ours was not shown
    }

    // The chain and the key are good, but another card's: the session ends before anything is asked for.
    void DM_SC_SEC_3_aCardThatShowsAnotherCardsCertificateIsRefused()
    {
        CardSetup setup;
        setup.keyPairs = {namedPair("named-other-card")};
        setup.policy = withPair13();
        setup.tree = treeOf("MO  node  urn:oma:mo:test:1.0\n  A = 1\n");
        EntityRig rig(setup);
        const std::string before = rig.stored();
        auto client = CardClient::select(*rig.link);
        QVERIFY(client);
        std::vector<std::uint8_t> said;
        (*client)->setPlainTap([&](const CommandApdu& command, const ResponseApdu&) { said.push_back(command.ins); });
        HandshakeOptions options;
        options.method = HandshakeMethod::Scp11a;
        options.as = Role::Dms;
        options.time = goodTime();
        const auto shaken = (*client)->authenticate(namedServer(), options);
        QVERIFY(!shaken);
        QCOMPARE(shaken.error().kind, ErrorKind::Security);
        QVERIFY2(shaken.error().what.contains(QStringLiteral("card:8949010000000000016"))
                && shaken.error().what.contains(QStringLiteral("it is the card 8949010000000000008")),
            qPrintable(shaken.error().what));
        QVERIFY(!(*client)->isOpen());
        QVERIFY(!(*client)->syncStatus()); // and there is no session to ask in
        QCOMPARE(said, (std::vector<std::uint8_t>{card::kInsSyncStatus}));
        QCOMPARE(rig.stored(), before);
        // One that names no card, and one that names this one, are accepted.
        QVERIFY(enter(*rig.link, certificateOf(Role::Dms), Role::Dms));
        setup.keyPairs = {namedPair("named-card")};
        EntityRig own(setup);
        QVERIFY(enter(*own.link, namedServer(), Role::Dms));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardKeys>(argc, argv);
}

} // namespace dmsc::tst_card_keys

#include "tst_card_keys.moc"
