// SPDX-License-Identifier: Apache-2.0
// The card's issuer says who comes in how and may do what (SEC-6): asked of the card itself, by APDU.
#include "tests/cardio/entity_rig.h"

#include "cardio/card/card_answers.h"
#include "cardio/card/key_data.h"
#include "cardio/receipt/receipt.h"
#include "model/formats/tnds.h"
#include "model/syncml/message_wbxml.h"
#include "tests/support/run_test.h"

Q_DECLARE_METATYPE(dmsc::Role)

namespace dmsc::tst_card_policy {

using namespace dmsc::test;

namespace {

constexpr const char* kTree = "MO  node  urn:oma:mo:test:1.0\n  A = 1\n";

CardSetup withTree()
{
    CardSetup setup;
    setup.tree = treeOf(kTree);
    return setup;
}

/// A DM message with its digest before it, as DM MESSAGE carries it.
Bytes dmMessage(syncml::CommandKind kind, const char* target, const char* value = nullptr)
{
    syncml::Message message;
    message.header.sessionId = "1";
    message.header.msgId = syncml::MessageId{1};
    message.header.target.uri = "card";
    message.header.source.uri = "host";
    syncml::Command command;
    command.kind = kind;
    command.id = syncml::CommandId{1};
    syncml::Item& item = command.items.emplace_back();
    item.target.uri = target;
    if (value)
        item.data = value;
    message.commands = {command};
    message.final = true;
    const Bytes wbxml = *syncml::encodeWbxml(message);
    Hasher hasher;
    hasher.begin();
    hasher.add({reinterpret_cast<const char*>(wbxml.data()), wbxml.size()});
    const Digest digest = hasher.end();
    Bytes data(digest.begin(), digest.end());
    data.insert(data.end(), wbxml.begin(), wbxml.end());
    return data;
}

int statusOf(const ResponseApdu& answer)
{
    const auto message = syncml::decodeWbxml(answer.data);
    return answer.sw == StatusWord::Ok && message && message->commands.size() > 1
        ? static_cast<int>(message->commands[1].status)
        : -1;
}

Bytes keyVersion(std::uint8_t version)
{
    return {0x81, 0x01, version};
}

Bytes bytesOf(const SecretBytes& secret)
{
    return {secret.begin(), secret.end()};
}

Credential hostKeys(const Scp03CardConfig& config)
{
    return KeySetCredential{config.keys, config.macSize};
}

Digest digestOf(const Bytes& bytes)
{
    Hasher hasher;
    hasher.begin();
    hasher.add({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    return hasher.end();
}

/// A session of the DM server with certificates, written down as its host would.
struct WrittenSession
{
    explicit WrittenSession(EntityRig& card, Role role = Role::Dms, HandshakeMethod method = HandshakeMethod::Scp11a)
        : rig(&card)
    {
        if (card.shake(role, method) != StatusWord::Ok)
            qFatal("%s", qPrintable(card.problem));
        transcript.method = method;
        transcript.level = 0x33;
        transcript.entity = "dms";
        transcript.iccid = CardSetup().iccid;
        transcript.handshake = card.facts.digest;
        transcript.time = "20260101T120000Z";
        const auto status = decodeSyncStatus(ask(card::kInsSyncStatus).data);
        transcript.before = status->content;
    }

    ResponseApdu ask(std::uint8_t ins, Bytes data = {})
    {
        ResponseApdu answer = rig->ask(ins, 0, data);
        transcript.entries.push_back({ins, 0, digestOf(data), digestOf(answer.data), value(answer.sw)});
        return answer;
    }

    /// What the card says to the transcript, signed by that role's key.
    ResponseApdu receipt(Role signer = Role::Dms)
    {
        const auto status = decodeSyncStatus(ask(card::kInsSyncStatus).data);
        transcript.after = status->content;
        return rig->ask(card::kInsReceipt, 0, signedBy(signer));
    }
    [[nodiscard]] Bytes signedBy(Role signer) const
    {
        const CertifiedKey own = demoCertifiedKey(signer).value();
        return sign(encode(transcript), own.key, {own.certificate}).value();
    }

    EntityRig* rig;
    Transcript transcript;
};

EntityPolicy& entity(IssuerPolicy& policy, std::string_view name)
{
    for (EntityPolicy& one : policy.entities)
        if (one.name == name)
            return one;
    return policy.entities.front();
}

} // namespace

class TestCardPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_SEC_6_aPolicyIsReadAsItWasWritten()
    {
        IssuerPolicy policy = defaultPolicy(std::uint64_t{16} << 20U);
        policy.types.push_back({"urn:oma:mo:test:1.0", Blocks{77}, {}});
        entity(policy, "application").conditions.push_back({Rights{3}, {}, "urn:oma:mo:test:1.0"});
        const Bytes bytes = encode(policy);
        const auto read = decodePolicy(bytes);
        QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
        QVERIFY(*read == policy);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            if (const auto cut = decodePolicy(ByteView(bytes).first(size)))
                QVERIFY(*cut != policy);
        // Memory of a card of 16 MiB: what is shared out is not more than there is.
        std::uint64_t granted = number(policy.system) + number(policy.reserve);
        for (const EntityPolicy& one : policy.entities)
            granted += number(one.firstGrant);
        QVERIFY(granted < (std::uint64_t{16} << 20U) / policy.blockSize);
    }

    void DM_SC_SEC_6_whatIsNoPolicyIsRefused_data()
    {
        QTest::addColumn<int>("wrong");
        for (int i = 0; i < 9; ++i)
            QTest::addRow("%d", i) << i;
    }

    void DM_SC_SEC_6_whatIsNoPolicyIsRefused()
    {
        QFETCH(int, wrong);
        IssuerPolicy policy = defaultPolicy(std::uint64_t{1} << 20U);
        EntityPolicy& dms = entity(policy, "dms");
        switch (wrong) {
        case 0:
            policy.entities.erase(policy.entities.begin()); // no issuer
            break;
        case 1:
            dms.name = "device";
            break;
        case 2:
            dms.commonName = "issuer"; // two for one certificate
            break;
        case 3:
            dms.methods.push_back({HandshakeMethod::Scp03, 0x33, 0x30}); // two for one key set
            break;
        case 4:
            dms.methods.front().leastLevel = 0x22;
            break;
        case 5:
            dms.name = "a+b";
            break;
        case 6:
            dms.conditions.front().uri = "./a//b";
            break;
        case 7:
            policy.handshakeTries = 16;
            break;
        default:
            dms.firstGrant = Blocks{number(dms.memoryLimit) + 1};
        }
        const auto read = decodePolicy(encode(policy));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Syntax);
    }

    void DM_SC_GEN_12_selectTellsWhatIsAcceptedFromWhom()
    {
        EntityRig rig;
        QCOMPARE(rig.select(), StatusWord::Ok);
        const auto told = decodeDiscovery(rig.selected);
        QVERIFY(told);
        QCOMPARE(told->versionMajor, 1);
        QCOMPARE(told->versionMinor, 1);
        const OfferedMethod dms{Role::Dms, HandshakeMethod::Scp11a, 0x33, {0x11, 0x12}};
        QVERIFY(std::find(told->offers.begin(), told->offers.end(), dms) != told->offers.end());
        const OfferedMethod issuer{Role::Issuer, HandshakeMethod::Scp03, 0x33, {0x30}};
        QVERIFY(std::find(told->offers.begin(), told->offers.end(), issuer) != told->offers.end());
        for (const OfferedMethod& offer : told->offers)
            QVERIFY(offer.method != HandshakeMethod::Scp11b);
    }

    void DM_SC_SEC_5_eachEntityComesInByEachMethodThatThePolicyAccepts_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<int>("method");
        QTest::addColumn<bool>("p384");
        QTest::addColumn<QString>("name");
        const auto row = [](Role role, HandshakeMethod method, bool p384, const char* name) {
            QTest::addRow("%s %s%s", name, qPrintable(methodName(method)), p384 ? " P-384" : "")
                << role << static_cast<int>(method) << p384 << QString::fromLatin1(name);
        };
        row(Role::Issuer, HandshakeMethod::Scp03, false, "issuer");
        row(Role::Issuer, HandshakeMethod::Scp11a, false, "issuer");
        row(Role::Device, HandshakeMethod::Scp03, false, "device");
        row(Role::Device, HandshakeMethod::Scp11a, false, "device");
        row(Role::Device, HandshakeMethod::Scp11c, false, "device");
        row(Role::Dms, HandshakeMethod::Scp03, false, "dms");
        row(Role::Dms, HandshakeMethod::Scp11a, false, "dms");
        row(Role::Dms, HandshakeMethod::Scp11a, true, "dms");
        row(Role::Application, HandshakeMethod::Scp03, false, "application");
    }

    void DM_SC_SEC_5_eachEntityComesInByEachMethodThatThePolicyAccepts()
    {
        QFETCH(Role, role);
        QFETCH(int, method);
        QFETCH(bool, p384);
        QFETCH(QString, name);
        EntityRig rig(withTree());
        const auto by = static_cast<HandshakeMethod>(method);
        QCOMPARE(rig.shake(role, by, SecurityLevel::All, p384 ? Curve::P384 : Curve::P256), StatusWord::Ok);
        const ResponseApdu answer = rig.ask(card::kInsAccessConditions);
        QCOMPARE(answer.sw, StatusWord::Ok);
        const auto access = decodeAccessConditions(answer.data);
        QVERIFY(access);
        QCOMPARE(QString::fromStdString(access->entity), name);
        QCOMPARE(access->role, role);
        QCOMPARE(access->method, by);
        QCOMPARE(access->level, 0x33);
        QVERIFY(access->conditions == defaultPolicy(std::uint64_t{16} << 20U).find(access->entity)->conditions);
        QVERIFY(access->credential.find(by == HandshakeMethod::Scp03 ? "key version 3" : "CN=") != std::string::npos);
        // UC2-N, step 5: conditions and memory come in one answer.
        const auto memory = decodeMemoryMap(answer.data);
        QVERIFY(memory && *memory == *decodeMemoryMap(rig.ask(card::kInsGetMemory).data));
        QCOMPARE(rig.ask(card::kInsSyncStatus).sw, StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsGetMemory).sw, StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsOwners).sw, StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsAccessConditions, 1).sw, StatusWord::WrongP1P2);
    }

    void DM_SC_UC1_A2_whoIsNotAcceptedGetsTheErrorAndNothingElse_data()
    {
        QTest::addColumn<int>("who");
        QTest::addColumn<int>("word");
        QTest::newRow("unknown key version") << 0 << 0x6A88;
        QTest::newRow("wrong keys") << 1 << 0x63C9;
        QTest::newRow("level too low") << 2 << 0x6982;
        QTest::newRow("method not accepted from it") << 3 << 0x6985;
        QTest::newRow("SCP11b from anybody") << 4 << 0x6985;
        QTest::newRow("certificate of a name that nobody has") << 5 << 0x6A88;
        QTest::newRow("key pair not meant for it") << 6 << 0x6985;
    }

    void DM_SC_UC1_A2_whoIsNotAcceptedGetsTheErrorAndNothingElse()
    {
        QFETCH(int, who);
        QFETCH(int, word);
        CardSetup setup = withTree();
        setup.policy = defaultPolicy(setup.memorySize);
        if (who == 5)
            entity(*setup.policy, "device").commonName = "another";
        EntityRig rig(setup);
        using enum HandshakeMethod;
        StatusWord said = StatusWord::Ok;
        switch (who) {
        case 0:
            said = rig.shakeWith(hostKeys(someKeys(0x44, 1)), Scp03);
            break;
        case 1:
            said = rig.shakeWith(hostKeys(someKeys(0x30, 1)), Scp03);
            break;
        case 2:
            said = rig.shake(Role::Device, Scp03, SecurityLevel::BothMac);
            break;
        case 3:
            said = rig.shake(Role::Dms, Scp11c);
            break;
        case 4:
            said = rig.shake(Role::Application, Scp11b);
            break;
        case 5:
            said = rig.shake(Role::Device, Scp11a);
            break;
        default:
            said = rig.shake(Role::Device, Scp11a, SecurityLevel::All, Curve::P384);
        }
        // The host sees that wrong keys cannot be the card's before it says anything with them.
        if (who != 1)
            QCOMPARE(int{value(said)}, word);
        QVERIFY(!rig.channel);
        QVERIFY(!rig.problem.isEmpty());
        for (const char* command : {"80420000", "80440000", "80460000", "80480000", "804A0000", "804C0100", "804E0000",
                 "80520000", "80540000", "8442000008 0000000000000000", "844A000008 0000000000000000", "8040000001 00"})
            QCOMPARE(toHex(rig.card->process(*fromHex(QString::fromLatin1(command)))), QStringLiteral("6982"));
        QCOMPARE(rig.stored(), normalText(kTree));
    }

    void DM_SC_SEC_1_wrongCryptogramsUseTriesUpAndTheIssuerGivesThemBack()
    {
        CardSetup setup;
        setup.policy = defaultPolicy(setup.memorySize);
        setup.policy->handshakeTries = 3;
        EntityRig rig(setup);
        const auto attempt = [&rig] {
            (void)rig.select();
            (void)rig.card->process(*fromHex(QStringLiteral("8050310008000102030405060700")));
            return toHex(rig.card->process(*fromHex(QStringLiteral("8482330010 00000000000000000000000000000000"))));
        };
        QCOMPARE(rig.triesLeft(0x31), 3);
        QCOMPARE(attempt(), QStringLiteral("63C2"));
        QCOMPARE(attempt(), QStringLiteral("63C1"));
        rig.insert(); // pulling the card gives none back
        QCOMPARE(attempt(), QStringLiteral("63C0"));
        QCOMPARE(rig.triesLeft(0x31), 0);
        QCOMPARE(rig.shake(Role::Device), StatusWord::AuthenticationBlocked);
        // Others are not touched, and none but the issuer gives tries back.
        QCOMPARE(rig.shake(Role::Dms), StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyResetTries, keyVersion(0x31)).sw,
            StatusWord::SecurityStatusNotSatisfied);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyTries).sw, StatusWord::SecurityStatusNotSatisfied);
        rig.channel.reset();
        QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok);
        const std::vector<KeySetTries> told{
            {"issuer", 0x30, 3, 3}, {"device", 0x31, 0, 3}, {"dms", 0x32, 3, 3}, {"application", 0x33, 3, 3}};
        QVERIFY(decodeTries(rig.ask(card::kInsPolicy, card::kPolicyTries).data) == told);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyTries, {1}).sw, StatusWord::WrongLength);
        QCOMPARE(
            rig.ask(card::kInsPolicy, card::kPolicyResetTries, keyVersion(0x44)).sw, StatusWord::ReferenceNotFound);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyResetTries, {1}).sw, StatusWord::WrongData);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyResetTries, keyVersion(0x31)).sw, StatusWord::Ok);
        QCOMPARE(rig.triesLeft(0x31), 3);
        rig.channel.reset();
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
    }

    void DM_SC_SEC_1_aPowerCutGivesNoTryBack()
    {
        // The store fails at each of its steps in turn while a wrong cryptogram is looked at: either a try is gone, or
        // nothing was compared.
        for (int step = 0; step < 12; ++step) {
            EntityRig rig;
            int count = 0;
            rig.insert([&](StoreStep) { return count++ != step; });
            (void)rig.select();
            (void)rig.card->process(*fromHex(QStringLiteral("8050310008000102030405060700")));
            const QString said =
                toHex(rig.card->process(*fromHex(QStringLiteral("8482330010 00000000000000000000000000000000"))));
            const int left = rig.triesLeft(0x31);
            QVERIFY2(said == QStringLiteral("6581") ? left == 10 : said == QStringLiteral("63C9") && left == 9,
                qPrintable(said + QStringLiteral(" %1").arg(left)));
        }
        // The same with the right one: no more tries than before, and no session without its counter being stored.
        bool opened = false;
        for (int step = 0; !opened && step < 40; ++step) {
            EntityRig rig;
            int count = 0;
            rig.insert([&](StoreStep) { return count++ != step; });
            const bool open = rig.shake(Role::Device) == StatusWord::Ok;
            const auto image = CardImage::open(rig.path(), {}, rig.sealKey());
            const auto keys = image->keySet(0x31);
            QVERIFY(keys->triesLeft <= 10);
            QVERIFY(!open || static_cast<std::uint32_t>(keys->next) == 1);
            opened = open && count <= step;
        }
        QVERIFY(opened);
    }

    void DM_SC_SEC_6_theIssuerReadsAndSetsThePolicy()
    {
        EntityRig rig(withTree());
        for (const Role role : {Role::Device, Role::Dms, Role::Application}) {
            rig.channel.reset();
            QCOMPARE(rig.shake(role), StatusWord::Ok);
            QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyGet).sw, StatusWord::SecurityStatusNotSatisfied);
            QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyPut, encode(defaultPolicy(1U << 20U))).sw,
                StatusWord::SecurityStatusNotSatisfied);
        }
        rig.channel.reset();
        QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok);
        const ResponseApdu got = rig.ask(card::kInsPolicy, card::kPolicyGet);
        QCOMPARE(got.sw, StatusWord::Ok);
        auto policy = decodePolicy(got.data);
        QVERIFY(policy && *policy == defaultPolicy(CardSetup().memorySize));
        // The DM server may come in by certificate alone from now on, and only look.
        EntityPolicy& dms = entity(*policy, "dms");
        std::erase_if(dms.methods, [](const AcceptedMethod& one) { return one.method == HandshakeMethod::Scp03; });
        dms.conditions = {{Rights{0x23}, ".", {}}};
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyPut, encode(*policy)).sw, StatusWord::Ok);
        rig.insert();
        QCOMPARE(rig.shake(Role::Dms), StatusWord::ReferenceNotFound);
        QCOMPARE(rig.shake(Role::Dms, HandshakeMethod::Scp11a), StatusWord::Ok);
        QCOMPARE(statusOf(rig.ask(card::kInsDmMessage, 0, dmMessage(syncml::CommandKind::Get, "./MO/A"))), 200);
        QCOMPARE(
            statusOf(rig.ask(card::kInsDmMessage, 0, dmMessage(syncml::CommandKind::Replace, "./MO/A", "2"))), 425);
        QCOMPARE(rig.stored(), normalText(kTree));
        (void)rig.select();
        const auto told = decodeDiscovery(rig.selected);
        for (const OfferedMethod& offer : told->offers)
            QVERIFY(offer.role != Role::Dms || offer.method == HandshakeMethod::Scp11a);
    }

    void DM_SC_SEC_6_noPolicyLocksTheIssuerOut()
    {
        EntityRig rig;
        QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok);
        const IssuerPolicy good = defaultPolicy(CardSetup().memorySize);
        std::vector<IssuerPolicy> bad(6, good);
        bad[0].entities.front().methods.clear();
        bad[1].entities.front().methods = {{HandshakeMethod::Scp03, 0x33, 0x44}}; // keys that are not there
        bad[2].entities.front().conditions = {{Rights{0x07}, ".", {}}};
        bad[3].entities.front().methods = {{HandshakeMethod::Scp11b, 0x33, 0x11}}; // anybody
        bad[4].blockSize = 512;
        entity(bad[5], "application").methods.push_back({HandshakeMethod::Scp11b, 0x33, 0x11}); // anybody may write
        for (const IssuerPolicy& policy : bad)
            QCOMPARE(
                rig.ask(card::kInsPolicy, card::kPolicyPut, encode(policy)).sw, StatusWord::ConditionsNotSatisfied);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyPut, {1, 2, 3}).sw, StatusWord::WrongData);
        QCOMPARE(rig.ask(card::kInsPolicy, 7).sw, StatusWord::WrongP1P2);
        QVERIFY(*decodePolicy(rig.ask(card::kInsPolicy).data) == good);
    }

    void DM_SC_SEC_6_withTheCardsCertificateAloneOneMayLook()
    {
        CardSetup setup = withTree();
        setup.policy = defaultPolicy(setup.memorySize);
        EntityPolicy guest;
        guest.name = "guest";
        guest.role = Role::Application;
        guest.methods = {{HandshakeMethod::Scp11b, 0x33, 0x11}};
        guest.conditions = {{Rights{0x23}, "./MO", {}}};
        setup.policy->entities.push_back(guest);
        EntityRig rig(setup);
        QCOMPARE(rig.shake(Role::Application, HandshakeMethod::Scp11b), StatusWord::Ok);
        QCOMPARE(statusOf(rig.ask(card::kInsDmMessage, 0, dmMessage(syncml::CommandKind::Get, "./MO/A"))), 200);
        QCOMPARE(
            statusOf(rig.ask(card::kInsDmMessage, 0, dmMessage(syncml::CommandKind::Replace, "./MO/A", "2"))), 425);
        QCOMPARE(rig.stored(), normalText(kTree));
    }

    void DM_SC_SEC_6_keysArePutByTheIssuerAndTheirCounterGoesOn()
    {
        EntityRig rig;
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyPutKeys, bytesOf(encodeKeySet(someKeys(0x31, 5)))).sw,
            StatusWord::SecurityStatusNotSatisfied);
        rig.channel.reset();
        QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyPutKeys, {0x81, 1, 0x31}).sw, StatusWord::WrongData);
        QCOMPARE(rig.ask(card::kInsPolicy, card::kPolicyPutKeys, bytesOf(encodeKeySet(someKeys(0x31, 5)))).sw,
            StatusWord::Ok);
        rig.channel.reset();
        QVERIFY(rig.shake(Role::Device) != StatusWord::Ok);
        QCOMPARE(rig.shakeWith(hostKeys(someKeys(0x31, 5)), HandshakeMethod::Scp03), StatusWord::Ok);
        const auto image = CardImage::open(rig.path(), {}, rig.sealKey());
        QVERIFY(static_cast<std::uint32_t>(image->keySet(0x31)->next) == 2);
        QVERIFY(QFile::exists(rig.sealKey()));
    }

    void DM_SC_SEC_9_provedAgainAHalfSentMessageGoesOn_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<bool>("same");
        QTest::newRow("SCP03, the same entity") << int(HandshakeMethod::Scp03) << true;
        QTest::newRow("SCP11a, the same entity") << int(HandshakeMethod::Scp11a) << true;
        QTest::newRow("SCP03, another entity") << int(HandshakeMethod::Scp03) << false;
        QTest::newRow("SCP11a, another entity") << int(HandshakeMethod::Scp11a) << false;
    }

    void DM_SC_SEC_9_provedAgainAHalfSentMessageGoesOn()
    {
        QFETCH(int, method);
        QFETCH(bool, same);
        EntityRig rig(withTree());
        QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok);
        const Bytes message = dmMessage(syncml::CommandKind::Replace, "./MO/A", "two");
        const auto half = message.begin() + static_cast<std::ptrdiff_t>(message.size() / 2);
        const auto part = [&](std::uint8_t cla, Bytes data) {
            const auto wrapped = rig.channel->wrap({cla, card::kInsDmMessage, 0, 0, std::move(data), kMaxShortLe});
            return *rig.channel->unwrap(*sendOne(*rig.link, *wrapped));
        };
        QCOMPARE(part(0x90, Bytes(message.begin(), half)).sw, StatusWord::Ok);
        const auto before = rig.facts.digest;
        QCOMPARE(rig.shake(same ? Role::Issuer : Role::Device, static_cast<HandshakeMethod>(method)), StatusWord::Ok);
        QVERIFY(rig.facts.digest != before);
        QCOMPARE(rig.stored(), normalText(kTree));
        const ResponseApdu answer = part(0x80, Bytes(half, message.end()));
        if (same) {
            QCOMPARE(statusOf(answer), 200);
            QVERIFY(rig.stored() != normalText(kTree));
        } else {
            QVERIFY(answer.sw != StatusWord::Ok); // half a message is none
            QCOMPARE(rig.stored(), normalText(kTree));
        }
    }

    void DM_SC_SEC_9_aFailedAttemptWithinLeavesTheSessionAsItIs()
    {
        EntityRig rig(withTree());
        QCOMPARE(rig.shake(Role::Issuer), StatusWord::Ok);
        QVERIFY(rig.shakeWith(hostKeys(someKeys(0x44, 9)), HandshakeMethod::Scp03) != StatusWord::Ok);
        QVERIFY(rig.channel && rig.channel->isOpen());
        QCOMPARE(rig.ask(card::kInsSyncStatus).sw, StatusWord::Ok);
    }

    void DM_SC_SEC_7_theCardSignsItsOwnTranscript_data()
    {
        QTest::addColumn<int>("method");
        QTest::newRow("SCP11a") << int(HandshakeMethod::Scp11a);
        QTest::newRow("SCP11c") << int(HandshakeMethod::Scp11c);
    }

    void DM_SC_SEC_7_theCardSignsItsOwnTranscript()
    {
        QFETCH(int, method);
        CardSetup setup = withTree();
        setup.policy = defaultPolicy(setup.memorySize);
        entity(*setup.policy, "dms").methods.push_back({HandshakeMethod::Scp11c, 0x33, 0x11});
        EntityRig rig(setup);
        WrittenSession session(rig, Role::Dms, static_cast<HandshakeMethod>(method));
        session.ask(card::kInsDmMessage, dmMessage(syncml::CommandKind::Add, "./New", "value"));
        session.ask(card::kInsDmMessage, Bytes{1}); // refused commands stand in it too
        const ResponseApdu answer = session.receipt();
        QCOMPARE(answer.sw, StatusWord::Ok);
        const auto both = verify(answer.data, {demoPki()->authority}, goodTime());
        QVERIFY2(both, both ? "" : qPrintable(both.error().text()));
        QCOMPARE(both->signers.size(), std::size_t{2});
        QVERIFY(std::any_of(both->signers.begin(), both->signers.end(),
            [](const Certificate& one) { return one.der() == demoPki()->card.certificate.der(); }));
        const auto transcript = decodeTranscript(both->content);
        QVERIFY(transcript && *transcript == session.transcript);
        QVERIFY(transcript->before != transcript->after);
        // The session goes on, and ends in another receipt.
        session.ask(card::kInsGetMemory);
        QCOMPARE(session.receipt().sw, StatusWord::Ok);
    }

    void DM_SC_SEC_7_theCardSignsNothingElse_data()
    {
        QTest::addColumn<int>("wrong");
        QTest::addColumn<int>("word");
        QTest::newRow("a command left out") << 0 << 0x6A80;
        QTest::newRow("a command changed") << 1 << 0x6A80;
        QTest::newRow("before") << 2 << 0x6A80;
        QTest::newRow("after") << 3 << 0x6A80;
        QTest::newRow("handshake") << 4 << 0x6A80;
        QTest::newRow("entity") << 5 << 0x6A80;
        QTest::newRow("ICCID") << 6 << 0x6A80;
        QTest::newRow("level") << 7 << 0x6A80;
        QTest::newRow("method") << 8 << 0x6A80;
        QTest::newRow("signed by another") << 9 << 0x6984;
        QTest::newRow("a changed byte") << 10 << 0x6984;
        QTest::newRow("no CMS") << 11 << 0x6A80;
    }

    void DM_SC_SEC_7_theCardSignsNothingElse()
    {
        QFETCH(int, wrong);
        QFETCH(int, word);
        EntityRig rig(withTree());
        WrittenSession session(rig);
        session.ask(card::kInsGetMemory);
        const auto status = decodeSyncStatus(session.ask(card::kInsSyncStatus).data);
        Transcript& transcript = session.transcript;
        transcript.after = status->content;
        const Transcript good = transcript;
        Digest* const digests[] = {&transcript.before, &transcript.after, &transcript.handshake};
        switch (wrong) {
        case 0:
            transcript.entries.erase(transcript.entries.begin());
            break;
        case 1:
            transcript.entries.back().command[0] ^= 1U;
            break;
        case 2:
        case 3:
        case 4:
            (*digests[wrong - 2])[0] ^= 1U;
            break;
        case 5:
            transcript.entity = "issuer";
            break;
        case 6:
            transcript.iccid = "89";
            break;
        case 7:
            transcript.level = 0x13;
            break;
        case 8:
            transcript.method = HandshakeMethod::Scp11c;
            break;
        default:
            break;
        }
        Bytes cms = session.signedBy(wrong == 9 ? Role::Issuer : Role::Dms);
        if (wrong == 10)
            cms.back() ^= 1U;
        if (wrong == 11)
            cms = {0x30, 0x03, 0x02, 0x01, 0x00};
        QCOMPARE(int{value(rig.ask(card::kInsReceipt, 0, cms).sw)}, word);
        // What is right is still signed afterwards.
        transcript = good;
        QCOMPARE(rig.ask(card::kInsReceipt, 0, session.signedBy(Role::Dms)).sw, StatusWord::Ok);
    }

    void DM_SC_SEC_7_withoutCertificatesThereIsNoReceipt()
    {
        EntityRig rig(withTree());
        QCOMPARE(rig.shake(Role::Dms), StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsReceipt, 0, Bytes(50, 1)).sw, StatusWord::ConditionsNotSatisfied);
        QCOMPARE(rig.ask(card::kInsReceipt, 1, Bytes(50, 1)).sw, StatusWord::WrongP1P2);
    }

    void DM_SC_SEC_2_anExpiredCertificateOpensNothing()
    {
        EntityRig rig;
        rig.now = QDateTime(QDate(2051, 1, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(rig.shake(Role::Dms, HandshakeMethod::Scp11a), StatusWord::SecureMessagingWrong);
        QVERIFY(!rig.channel);
        rig.now = goodTime();
        QCOMPARE(rig.shake(Role::Dms, HandshakeMethod::Scp11a), StatusWord::Ok);
    }

    void theIssuersDomainOpensAChannelForTheIssuerAlone_data()
    {
        QTest::addColumn<QString>("aid");
        QTest::newRow("of today") << QStringLiteral("A000000003000000");
        QTest::newRow("of old cards") << QStringLiteral("A000000151000000");
    }

    void theIssuersDomainOpensAChannelForTheIssuerAlone()
    {
        QFETCH(QString, aid);
        EntityRig rig;
        const Bytes name = *fromHex(aid);
        const auto shake = [&](Role role) {
            rig.channel.reset();
            (void)sendOne(*rig.link, {0, card::kInsSelect, 4, 0, name, kMaxShortLe});
            HandshakeOptions options = optionsFor(HandshakeMethod::Scp03);
            options.aid = name; // checks the card's pseudo-random challenge
            auto shaken = shakeHands(*rig.link, keysOf(role), options);
            if (shaken)
                rig.channel = std::move(shaken->channel);
            return shaken.has_value();
        };
        QVERIFY(!shake(Role::Device));
        QVERIFY(shake(Role::Issuer));
        const auto tell = [&](std::uint8_t ins, std::uint8_t p1, std::uint8_t p2, Bytes data = {}) {
            const auto answer = send(*rig.link, *rig.channel, {0x80, ins, p1, p2, std::move(data), kMaxShortLe});
            return answer ? *answer : ResponseApdu{{}, StatusWord::NoDiagnosis};
        };
        QVERIFY(toHex(tell(0xCA, 0x00, 0x66).data).startsWith(QStringLiteral("66")));
        QCOMPARE(toHex(tell(0xCA, 0x00, 0xE0).data), QStringLiteral("E012C00401308810C00402308810C00403308810"));
        const QString domains = toHex(tell(0xF2, 0x80, 0x02, {0x4F, 0x00}).data);
        QVERIFY(
            domains.contains(QStringLiteral("4F08A000000003000000")) && domains.contains(QStringLiteral("9F70010F")));
        QVERIFY(toHex(tell(0xF2, 0x40, 0x02, {0x4F, 0x00}).data).contains(QStringLiteral("F0444D5F534301")));
        QCOMPARE(tell(0xF2, 0x20, 0x02, {0x4F, 0x00}).sw, StatusWord::ReferenceNotFound);
        QCOMPARE(tell(0xE4, 0x00, 0x00, {0x4F, 0x00}).sw, StatusWord::InsUnsupported);
        // The application's commands are not the domain's.
        QCOMPARE(tell(card::kInsSyncStatus, 0, 0).sw, StatusWord::InsUnsupported);
        // A reset drops it.
        rig.card->reset();
        (void)sendOne(*rig.link, {0, card::kInsSelect, 4, 0, name, kMaxShortLe});
        QVERIFY(!send(*rig.link, *rig.channel, {0x80, 0xCA, 0x00, 0x66, {}, kMaxShortLe})
            || rig.link->sw == StatusWord::SecurityStatusNotSatisfied);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardPolicy>(argc, argv);
}

} // namespace dmsc::tst_card_policy

#include "tst_card_policy.moc"
