// SPDX-License-Identifier: Apache-2.0
#include "card_server_rig.h"
#include "short_link.h"

#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_card_server {

using namespace dmsc::test;
using syncml::StatusCode;

namespace {

const QStringList kForDevice = {QStringLiteral("Branding"), QStringLiteral("OperatorA confirm"),
    QStringLiteral("internet do-not-confirm"), QStringLiteral("mms")};

IssuerPolicy deviceMayOnly(std::uint8_t rights)
{
    IssuerPolicy policy = defaultPolicy(std::uint64_t{16} << 20U);
    for (EntityPolicy& entity : policy.entities)
        if (entity.role == Role::Device)
            entity.conditions = {{{rights}, ".", {}}};
    return policy;
}

bool changeSlogan(ProvisioningRig& rig, const std::string& slogan)
{
    if (!rig.enter(Role::Issuer))
        return false;
    TreeClient session(*rig.client);
    const auto now = session.readAll();
    const auto results = session.apply({valueChange(*now, "./Branding/Slogan", slogan)}, *now);
    return results && allGood(*results);
}

Bytes message(std::uint32_t number, bool begins)
{
    syncml::Message message;
    message.header.sessionId = "77";
    message.header.msgId = static_cast<syncml::MessageId>(number);
    message.header.source.uri = "IMEI:004401";
    message.header.target.uri = "card";
    message.header.meta.maxMsgSize = 16'384;
    syncml::Command alert;
    alert.kind = syncml::CommandKind::Alert;
    alert.id = syncml::CommandId{1};
    alert.alert = syncml::AlertCode::ClientInitiated;
    if (begins)
        message.commands.push_back(alert);
    message.final = true;
    return syncml::encodeWbxml(message).value();
}

bool isAborted(const Bytes& answer)
{
    const auto read = syncml::decodeWbxml(answer);
    return read && std::any_of(read->commands.begin(), read->commands.end(), [](const syncml::Command& one) {
        return one.alert == syncml::AlertCode::SessionAbort;
    });
}

} // namespace

class TestCardServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void UC1_N_theCardSendsWhatTheDeviceMayRead_data()
    {
        QTest::addColumn<bool>("xml");
        QTest::addColumn<bool>("shortApdus");
        QTest::newRow("WBXML, extended") << false << false;
        QTest::newRow("WBXML, short") << false << true;
        QTest::newRow("XML, extended") << true << false;
        QTest::newRow("XML, short") << true << true;
    }

    void UC1_N_theCardSendsWhatTheDeviceMayRead()
    {
        QFETCH(bool, xml);
        QFETCH(bool, shortApdus);
        ProvisioningRig rig;
        ShortLink small(*rig.link);
        QVERIFY2(rig.enter(Role::Device, shortApdus ? &small : nullptr), qPrintable(rig.problem));
        const auto report = rig.provision({}, xml ? Encoding::Xml : Encoding::Wbxml);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        QCOMPARE(report->end, SessionEnd::Finished);
        QCOMPARE(rig.hooks.names(), kForDevice);
        QCOMPARE(rig.hooks.servers.front(), std::string("card:8949010000000000008"));
        if (shortApdus)
            QVERIFY(small.longest <= 261);
        // What stands there is what the card has, but for what is not the device's to read (PRV-2).
        for (const InboxHooks::Received& one : rig.hooks.received) {
            QVERIFY(one.tree.find(uri("./OperatorA/Secret")) == kNoNode);
            if (one.name != "OperatorA")
                continue;
            QCOMPARE(one.tree.value(one.tree.find(uri("./OperatorA/ServerID"))), std::string_view("operator.a"));
        }
    }

    void DM_SC_GEN_16_over32KbArriveWholeInChunksThatFit()
    {
        ProvisioningRig rig;
        QVERIFY(rig.enter());
        const auto report = rig.provision({"org.example/1.0/branding"});
        QVERIFY(report);
        QCOMPARE(rig.hooks.names(), QStringList(QStringLiteral("Branding")));
        const Tree& tree = rig.hooks.received.front().tree;
        const Tree card = provisioningTree();
        QCOMPARE(
            tree.value(tree.find(uri("./Branding/StartScreen"))), card.value(card.find(uri("./Branding/StartScreen"))));
        QVERIFY(report->messages >= 2 * (kBigValue / 16'384 + 1));
    }

    void UC1_N_onlyWhatIsWantedComes()
    {
        ProvisioningRig rig;
        QVERIFY(rig.enter());
        QVERIFY(rig.provision({"urn:oma:mo:oma-dm-connmo:1.0"}));
        QCOMPARE(rig.hooks.names(), QStringList({QStringLiteral("internet do-not-confirm"), QStringLiteral("mms")}));
        QVERIFY(rig.provision({"urn:oma:mo:none:1.0"}));
        QVERIFY(rig.hooks.received.empty());
        // A private one is not given to who knows its name either.
        QVERIFY(rig.provision({"urn:oma:mo:oma-dm-dmacc:1.0"}));
        QCOMPARE(rig.hooks.names(), QStringList(QStringLiteral("OperatorA confirm")));
        QVERIFY(rig.enter(Role::Dms));
        QVERIFY(rig.provision({"urn:oma:mo:oma-dm-dmacc:1.0"}));
        QCOMPARE(rig.hooks.names(), QStringList({QStringLiteral("OperatorA confirm"), QStringLiteral("Private")}));
    }

    void UC1_A1_theCardWantsASessionUntilItsObjectsAreDelivered()
    {
        ProvisioningRig rig;
        QVERIFY(rig.enter());
        QVERIFY(rig.wantsSession());
        QVERIFY(rig.session(*rig.client->pendingNotification().value()));
        QCOMPARE(rig.hooks.names(), kForDevice);
        QVERIFY(!rig.wantsSession());
        rig.insert();
        QVERIFY(rig.enter());
        QVERIFY(!rig.wantsSession());
        // Something changes for this device: that, and nothing else, comes.
        QVERIFY(changeSlogan(rig, "Better connected"));
        QVERIFY(rig.enter());
        rig.hooks.received.clear();
        QVERIFY(rig.session(*rig.client->pendingNotification().value()));
        QCOMPARE(rig.hooks.names(), QStringList(QStringLiteral("Branding")));
        QVERIFY(!rig.wantsSession());
        // Another entity has had nothing yet.
        QVERIFY(rig.enter(Role::Dms));
        QVERIFY(rig.wantsSession());
    }

    void UC1_A1_anotherHandsetOfTheSameEntityGetsEverything()
    {
        ProvisioningRig rig;
        QVERIFY(rig.enter());
        QVERIFY(rig.provision());
        TreeEditor editor = rig.handset->managed().edit("user");
        QVERIFY(editor.setValue(editor.tree().find(uri("./DevInfo/DevId")), "IMEI:009999"));
        QVERIFY(rig.handset->managed().commit(editor, "user"));
        QVERIFY(changeSlogan(rig, "New"));
        QVERIFY(rig.enter());
        rig.hooks.received.clear();
        QVERIFY(rig.session(*rig.client->pendingNotification().value()));
        QCOMPARE(rig.hooks.names(), kForDevice);
    }

    void UC1_A1_whatWasRefusedIsSettledAndWhatFailedIsOfferedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("again");
        QTest::newRow("user refused") << 304 << false;
        QTest::newRow("not acceptable") << 415 << false;
        QTest::newRow("already there") << 418 << false;
        QTest::newRow("no room") << 420 << true;
        QTest::newRow("no answer in time") << 408 << true;
        QTest::newRow("failed") << 500 << true;
    }

    void UC1_A1_whatWasRefusedIsSettledAndWhatFailedIsOfferedAgain()
    {
        QFETCH(int, status);
        QFETCH(bool, again);
        ProvisioningRig rig;
        rig.hooks.says["org.example/1.0/branding"] = static_cast<StatusCode>(status);
        QVERIFY(rig.enter());
        QVERIFY(rig.provision());
        QCOMPARE(rig.wantsSession(), again);
        const Deliveries noted = decodeDeliveries(rig.noted());
        const auto branding = std::find_if(
            noted.mos.begin(), noted.mos.end(), [](const Delivery& one) { return one.uri == "./Branding"; });
        QVERIFY(branding != noted.mos.end());
        QCOMPARE(static_cast<int>(branding->status), status);
    }

    void UC1_A2_nobodyIsServedWithoutASession()
    {
        ProvisioningRig rig;
        QCOMPARE(rig.select(), StatusWord::Ok);
        for (const std::uint8_t p1 : {std::uint8_t{0}, std::uint8_t{1}})
            for (const std::uint8_t ins : {card::kInsNotification, card::kInsDmMessage})
                QCOMPARE(sendOne(*rig.link, {0x80, ins, p1, 0, {}, kMaxShortLe})->sw,
                    StatusWord::SecurityStatusNotSatisfied);
        QCOMPARE(rig.noted(), Bytes());
    }

    void UC1_A2_theErrorSaysWhichPermissionIsMissing()
    {
        CardSetup setup = setupOf(provisioningTree());
        setup.policy =
            deviceMayOnly(static_cast<std::uint8_t>(Right::Explore) | static_cast<std::uint8_t>(Right::Others));
        ProvisioningRig rig(std::move(setup));
        QVERIFY(rig.enter());
        const auto notified = rig.client->notify(ProvisioningRig::wish(), {});
        QVERIFY(!notified);
        QCOMPARE(notified.error().kind, ErrorKind::NotAllowed);
        QVERIFY2(notified.error().what.contains(QStringLiteral("read")), qPrintable(notified.error().what));
        const auto pending = rig.client->pendingNotification();
        QVERIFY(!pending);
        QCOMPARE(pending.error().kind, ErrorKind::NotAllowed);
        const auto said = rig.client->converse(message(1, true));
        QVERIFY(!said);
        QVERIFY2(said.error().what.contains(QStringLiteral("read")), qPrintable(said.error().what));
        QVERIFY(rig.hooks.received.empty());
        QCOMPARE(rig.noted(), Bytes());
    }

    void DM_SC_PRV_2_ofWhatOthersStoredNothingIsGivenWithoutTheRight()
    {
        CardSetup setup = setupOf(provisioningTree());
        setup.owners.set(uri("./AP/mms"), "device");
        setup.policy =
            deviceMayOnly(static_cast<std::uint8_t>(Right::Explore) | static_cast<std::uint8_t>(Right::Read));
        ProvisioningRig rig(std::move(setup));
        QVERIFY(rig.enter());
        QVERIFY(rig.provision());
        QCOMPARE(rig.hooks.names(), QStringList(QStringLiteral("mms")));
    }

    void DM_SC_USE_9_theCardAsksTheUser_data()
    {
        QTest::addColumn<int>("verdict"); // -1: a device that cannot ask
        QTest::addColumn<QStringList>("comes");
        QStringList others = kForDevice;
        others.removeOne(QStringLiteral("OperatorA confirm"));
        QStringList agreed = others;
        agreed.insert(1, QStringLiteral("OperatorA confirmed"));
        QTest::newRow("yes") << static_cast<int>(PromptAnswer::Verdict::Yes) << agreed;
        QTest::newRow("no") << static_cast<int>(PromptAnswer::Verdict::No) << others;
        QTest::newRow("cancelled") << static_cast<int>(PromptAnswer::Verdict::Cancelled) << others;
        // The mark sees to it then.
        QTest::newRow("cannot ask") << -1 << kForDevice;
    }

    void DM_SC_USE_9_theCardAsksTheUser()
    {
        QFETCH(int, verdict);
        QFETCH(QStringList, comes);
        ProvisioningRig rig(setupOf(provisioningTree("Take in the account of Operator A?")));
        QVERIFY(rig.enter());
        ScriptedUser user(static_cast<PromptAnswer::Verdict>(std::max(verdict, 0)));
        const auto report = rig.provision({}, Encoding::Wbxml, verdict < 0 ? nullptr : &user);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        QCOMPARE(report->end, SessionEnd::Finished);
        QCOMPARE(rig.hooks.names(), comes);
        QCOMPARE(user.asked().size(), verdict < 0 ? std::size_t{0} : std::size_t{1});
        if (verdict >= 0) {
            QCOMPARE(user.asked().front().kind, PromptKind::Confirm);
            QCOMPARE(user.asked().front().text, QStringLiteral("Take in the account of Operator A?"));
        }
        // A no is final, who did not decide is asked again.
        QCOMPARE(rig.wantsSession(), verdict == static_cast<int>(PromptAnswer::Verdict::Cancelled));
    }

    void SELECT_andResetDropTheDialogue()
    {
        ProvisioningRig rig;
        QVERIFY(rig.enter());
        const auto first = rig.client->converse(message(1, true));
        QVERIFY(first);
        QVERIFY(rig.enter()); // SELECT, and the handshake again
        QVERIFY(isAborted(rig.client->converse(message(2, false)).value()));
        QCOMPARE(rig.noted(), Bytes());
    }

    void aRetransmissionGetsTheSameAnswer()
    {
        ProvisioningRig rig;
        QVERIFY(rig.enter());
        const auto first = rig.client->converse(message(1, true));
        QVERIFY(first);
        QCOMPARE(rig.client->converse(message(1, true)).value(), *first);
    }

    void SEC_9_theDialogueOutlivesAnotherHandshakeOfTheSameEntity()
    {
        ProvisioningRig rig;
        QVERIFY(rig.enter());
        const auto first = rig.client->converse(message(1, true));
        HandshakeOptions options;
        options.as = Role::Device;
        QVERIFY(rig.client->authenticate(keysOf(Role::Device), options));
        QCOMPARE(rig.client->converse(message(1, true)).value(), *first);
        options.as = Role::Dms;
        QVERIFY(rig.client->authenticate(keysOf(Role::Dms), options));
        // Another entity does not go on with it.
        QVERIFY(isAborted(rig.client->converse(message(2, false)).value()));
    }

    void whatIsNoMessageOrNotificationIsRefused()
    {
        ProvisioningRig rig;
        QCOMPARE(rig.shake(Role::Device), StatusWord::Ok);
        QCOMPARE(rig.ask(card::kInsNotification, 2).sw, StatusWord::WrongP1P2);
        QCOMPARE(rig.ask(card::kInsNotification, 0, {0x80, 0x05, 0x01}).sw, StatusWord::WrongData);
        QCOMPARE(rig.ask(card::kInsNotification, 0, {0x80, 0x03, 0x01, 0x02, 0x03}).sw, StatusWord::WrongData);
        QCOMPARE(rig.ask(card::kInsNotification, 1, {0x80, 0x00}).sw, StatusWord::WrongLength);
        QCOMPARE(rig.ask(card::kInsDmMessage, card::kCardIsServer, Bytes(40, 0)).sw, StatusWord::DataInvalid);
        QVERIFY(rig.enter());
        for (const Bytes& garbage : {Bytes{0x00}, Bytes{0x02, 0x00, 0x00}, Bytes(1000, '<'), Bytes(5, 0xFF)}) {
            const auto answer = rig.client->converse(garbage);
            QVERIFY(!answer);
            QVERIFY(answer.error().kind == ErrorKind::Card);
        }
        QVERIFY(rig.provision());
        QCOMPARE(rig.hooks.names(), kForDevice);
    }

    void aCardThatIsPulledAtAnyApduServesWhenItIsRepeated_data()
    {
        QTest::addColumn<bool>("answerLost");
        QTest::newRow("command lost") << false;
        QTest::newRow("answer lost") << true;
    }

    void aCardThatIsPulledAtAnyApduServesWhenItIsRepeated()
    {
        QFETCH(bool, answerLost);
        std::size_t pulled = 0;
        for (bool through = false; !through; ++pulled) {
            QVERIFY(pulled < 200);
            ProvisioningRig rig;
            const std::string before = rig.stored();
            std::size_t count = 0;
            LinkFault fault;
            fault.onCommand = [&](std::size_t, Bytes& command) {
                if (count >= pulled && !answerLost)
                    command = {0x00, 0x00, 0x00, 0x00};
            };
            fault.onResponse = [&](std::size_t, Result<Bytes>& response) {
                if (count++ >= pulled)
                    response = fail(ErrorKind::Io, QStringLiteral("pulled"));
            };
            FaultyLink link(*rig.link, fault);
            through = rig.enter(Role::Device, &link) && rig.provision();
            rig.insert();
            QCOMPARE(rig.stored(), before); // it gives, and keeps what it has
            const Bytes noted = rig.noted();
            QVERIFY(noted.empty() || decodeDeliveries(noted).mos.size() == 4);
            QVERIFY(rig.enter());
            const auto again = rig.provision();
            QVERIFY(again && again->end == SessionEnd::Finished);
            QCOMPARE(rig.hooks.names(), kForDevice);
            QVERIFY(!rig.wantsSession());
        }
        QVERIFY(pulled > 5);
    }

    void whenPowerFailsAsTheCardNotesItHasNotedAllOrNothing()
    {
        std::size_t failed = 0;
        bool through = false;
        for (; !through; ++failed) {
            QVERIFY(failed < 100);
            ProvisioningRig rig;
            QVERIFY(rig.enter());
            QVERIFY(rig.provision({"urn:oma:mo:none:1.0"})); // counters and grants are there
            rig.client.reset();
            std::size_t step = 0;
            bool armed = false;
            rig.insert([&](StoreStep) { return !armed || step++ != failed; });
            QVERIFY(rig.enter());
            armed = true;
            const auto report = rig.provision();
            armed = false;
            through = report && step <= failed;
            const Deliveries noted = decodeDeliveries(rig.noted());
            QVERIFY(noted.mos.empty() || noted.mos.size() == 4);
            if (!report)
                QVERIFY(noted.mos.empty() || failed + 1 >= step);
            rig.insert();
            QVERIFY(rig.enter());
            QVERIFY(rig.provision());
            QVERIFY(!rig.wantsSession());
        }
        QVERIFY(failed > 2);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardServer>(argc, argv);
}

} // namespace dmsc::tst_card_server

#include "tst_card_server.moc"
