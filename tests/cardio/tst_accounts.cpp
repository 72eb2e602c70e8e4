// SPDX-License-Identifier: Apache-2.0
#include "handset_rig.h"

#include "cardio/handset/accounts.h"
#include "cardio/handset/demo_content.h"
#include "cardio/handset/notification_gate.h"
#include "cardio/handset/session_overlay.h"
#include "cardio/session/executor.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_accounts {

using namespace dmsc::test;
using What = Summons::What;

namespace {

constexpr const char* kHandset = R"(
    . [acl Add=*&Get=*]
    DevInfo  node  urn:oma:mo:oma-dm-devinfo:1.0
      DevId = IMEI:1
    DMAcc
      A  node  urn:oma:mo:oma-dm-dmacc:1.0
        AppID = w7
        ServerID = dm.a
        Name = Operator A
        AppAddr
          1
            Addr = 192.0.2.1
            AddrType = IPv4
          2
            Addr = https://dm.a.example/dm
        AAuthPref = HMAC
        AppAuth
          1
            AAuthLevel = CLCRED
            AAuthType = BASIC
            AAuthName = plain
            AAuthSecret = pw0
          2
            AAuthLevel = CLCRED
            AAuthType = HMAC
            AAuthName = me
            AAuthSecret = pw1
            AAuthData : bin = \x00\xFFn
          3
            AAuthLevel = SRVCRED
            AAuthType = DIGEST
            AAuthSecret = pw2
            AAuthData = bm9uY2U=
          4
            AAuthLevel = OBEX
            AAuthType = X509
      B  node  urn:oma:mo:oma-dm-dmacc:1.1
        ServerID = dm.b
      C  node  urn:oma:mo:oma-dm-dmacc:1.2
        ServerID = dm.c
      D  node  urn:oma:mo:oma-dm-dmacc:1.0
        Name = nobody, whom no ACL would bind
      Other  node  urn:oma:mo:oma-dm-connmo:1.0
        ServerID = no.account
)";

Bytes octets(std::string_view text)
{
    return {text.begin(), text.end()};
}

/// Package 0 of dm.a, right for this nonce.
Bytes package0(syncml::UiMode mode, std::uint16_t session, const std::string& password = "pw2",
    const Bytes& nonce = octets("nonce"))
{
    syncml::Notification notification;
    notification.uiMode = mode;
    notification.serverInitiated = true;
    notification.sessionId = session;
    notification.serverId = "dm.a";
    auto package = notificationPackage(notification, password, nonce);
    if (!package)
        qFatal("%s", qPrintable(package.error().text()));
    return *std::move(package);
}

} // namespace

/// The device's accounts, its sessions' overlay, and what a notification comes to.
class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void TND_8_5_whatTheDescriptionsLetServersAdd_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("data");
        QTest::addColumn<int>("status");
        QTest::newRow("permanent") << "./DevInfo/Lang"
                                   << "de" << 405;
        QTest::newRow("without Add, in somebody else's MO") << "./DMAcc/Theirs/Name"
                                                            << "B" << 405;
        QTest::newRow("on the way to another") << "./DMAcc/Theirs/AppAuth/1/AAuthName"
                                               << "b" << 405;
        QTest::newRow("with Add") << "./DMAcc/Theirs/PrefConRef"
                                  << "./AP/1" << 200;
        QTest::newRow("without Add, in its own MO") << "./DMAcc/Mine/Name"
                                                    << "Mine" << 200;
        QTest::newRow("of no description") << "./Vendor/X"
                                           << "1" << 200;
    }

    void TND_8_5_whatTheDescriptionsLetServersAdd()
    {
        QFETCH(QString, target);
        QFETCH(QString, data);
        QFETCH(int, status);
        HandsetRig rig(kHandset);
        auto rules = builtInDescriptions();
        QVERIFY(rules);
        NodeData account;
        account.name = "Theirs";
        account.type = "urn:oma:mo:oma-dm-dmacc:1.0";
        TreeEditor others = rig.device().edit("other");
        QVERIFY(others.add(rig.node("./DMAcc"), account));
        QVERIFY(rig.device().commit(others, "other"));
        TreeEditor editor = rig.device().edit("dms");
        account.name = "Mine";
        QVERIFY(editor.add(rig.node("./DMAcc"), account));
        ExecutorOptions options;
        options.server = "dms";
        options.adds = ddfChecksBy(std::make_shared<const DescriptionSet>(*std::move(rules))).adds;
        syncml::Message message;
        message.header.msgId = syncml::MessageId{1};
        syncml::Command& add = message.commands.emplace_back();
        add.kind = syncml::CommandKind::Add;
        add.id = syncml::CommandId{1};
        syncml::Item& item = add.items.emplace_back();
        item.target.uri = target.toStdString();
        item.data = data.toStdString();
        const auto answers = CommandExecutor(editor, options).execute(message);
        QCOMPARE(static_cast<int>(answers.at(1).status), status);
        QCOMPARE(rig.has(target.toStdString()), status == 200);
    }

    void DM_SC_GEN_13_accountsOfAllVersionsAreRead()
    {
        const auto accounts = accountsOf(treeOf(kHandset));
        QCOMPARE(accounts.size(), std::size_t{3});
        QVERIFY(!accountOf(treeOf(kHandset), ""));
        const DmAccount& a = accounts[0];
        QCOMPARE(a.serverId + " " + a.name, std::string("dm.a Operator A"));
        QCOMPARE(a.address, std::string("https://dm.a.example/dm")); // not the bare IP address
        QCOMPARE(a.client.scheme, AuthScheme::Hmac); // the preferred one
        QCOMPARE(a.client.user + "/" + a.client.password, std::string("me/pw1"));
        QVERIFY(a.client.nonce == (Bytes{0x00, 0xFF, 'n'}));
        QCOMPARE(a.server.scheme, AuthScheme::Md5);
        QCOMPARE(a.server.user, std::string("dm.a")); // without a name of its own
        QVERIFY(a.server.nonce == octets("nonce")); // text is base64
        QCOMPARE(accounts[1].serverId, std::string("dm.b"));
        QCOMPARE(accounts[1].client.scheme, AuthScheme::None);
        QCOMPARE(accounts[2].serverId, std::string("dm.c"));
    }

    void DM_SC_GEN_13_theDemoHandsetKnowsItsServers()
    {
        const auto tree = demoHandsetTree();
        QVERIFY(tree);
        const auto fjordnet = accountOf(*tree, "dm.fjordnet");
        QVERIFY(fjordnet);
        QCOMPARE(fjordnet->client.scheme, AuthScheme::Md5);
        QCOMPARE(fjordnet->client.user, std::string("356938035643809"));
        QCOMPARE(fjordnet->client.password, std::string("Zq7-lantern-c"));
        QCOMPARE(fjordnet->server.password, std::string("Zq7-lantern-s"));
        QCOMPARE(accountOf(*tree, "mdm.werft")->client.scheme, AuthScheme::Hmac);
        const auto none = accountOf(*tree, "dm.nobody");
        QVERIFY(!none && none.error().kind == ErrorKind::NotFound);
    }

    void B13_noncesOutliveTheSession()
    {
        HandsetRig rig(kHandset);
        auto account = accountOf(rig.tree(), "dm.a");
        QVERIFY(account);
        account->client.nonce = {0xFE, 0x00, 0x01};
        account->server.nonce = {0x00, 0x80, 0x81, 0x82};
        QVERIFY(saveNonces(rig.device(), *account));
        rig.start();
        const auto again = accountOf(rig.tree(), "dm.a");
        QVERIFY(again->client.nonce == account->client.nonce);
        QVERIFY(again->server.nonce == account->server.nonce);
        QCOMPARE(rig.tree().format(rig.node("./DMAcc/A/AppAuth/3/AAuthData")), Format::Chr);
        // What has not moved is not written.
        const std::string before = rig.stored();
        QVERIFY(saveNonces(rig.device(), *again));
        QCOMPARE(rig.stored(), before);
        DmAccount stranger;
        stranger.serverId = "dm.nobody";
        QVERIFY(!saveNonces(rig.device(), stranger));
    }

    void F10_DM_SC_PRV_1_whatAnOverlayTakesInIsGoneAtTheEnd()
    {
        HandsetRig rig(kHandset);
        const std::string before = rig.text();
        {
            SessionOverlay overlay(rig.device());
            ScriptedUser user(PromptAnswer::Verdict::Yes);
            const auto offer = offerFrom("Secret  node  org.example/1.0/secret\n  Pin = 1234\n");
            const auto report = takeIn(overlay, offer, {}, user);
            QVERIFY(report && report->mos[0].what == GraftResult::What::Added);
            const NodeId pin = overlay.tree().find(uriOf("./Secret/Pin"));
            QVERIFY(pin != kNoNode);
            QCOMPARE(std::string(overlay.tree().value(pin)), std::string("1234")); // of use in the session
            QCOMPARE(rig.text(), before);
        }
        QCOMPARE(rig.text(), before);
        QCOMPARE(rig.stored(), before);
    }

    void B21_aNotificationWithTheRightDigestStartsItsSession()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::No);
        NotificationGate gate(user);
        const Summons summons = gate.receive(package0(syncml::UiMode::Unspecified, 0xA1), rig.tree());
        QCOMPARE(summons.what, What::Start);
        QCOMPARE(summons.notification.sessionId, std::uint16_t{0xA1});
        QCOMPARE(summons.account.serverId, std::string("dm.a"));
        QVERIFY(!summons.resynced && user.asked().empty() && user.told().empty());
    }

    void B22_aWrongDigestIsTriedWithTheResyncNonceThenDroppedInSilence_data()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("four zero bytes") << static_cast<int>(ResyncNonce::FourZeroBytes);
        QTest::newRow("ten characters") << static_cast<int>(ResyncNonce::TenCharacters);
    }

    void B22_aWrongDigestIsTriedWithTheResyncNonceThenDroppedInSilence()
    {
        QFETCH(int, form);
        const auto resync = static_cast<ResyncNonce>(form);
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::Yes);
        NotificationGate gate(user, resync);
        const auto interactive = syncml::UiMode::Interaction;
        QCOMPARE(gate.receive(package0(interactive, 1, "wrong"), rig.tree()).what, What::Dropped);
        QCOMPARE(gate.receive(package0(interactive, 1, "pw2", octets("old")), rig.tree()).what, What::Dropped);
        QVERIFY(user.asked().empty() && user.told().empty());
        const Summons summons = gate.receive(package0(interactive, 1, "pw2", resyncNonce(resync)), rig.tree());
        QCOMPARE(summons.what, What::Start);
        QVERIFY(summons.resynced && summons.account.client.nonce == resyncNonce(resync));
        // It is for that session only (NOTI 6.1): what is stored is what came by a Chal, or what was there.
        const DmAccount before = *accountOf(rig.tree(), "dm.a");
        QCOMPARE(summons.toStore(resync).server.nonce, before.server.nonce);
        QCOMPARE(summons.toStore(resync).client.nonce, before.client.nonce);
        Summons moved = summons;
        moved.account.server.nonce = octets("given by us");
        QCOMPARE(moved.toStore(resync).server.nonce, octets("given by us"));
        Bytes flipped = package0(interactive, 2);
        flipped.back() ^= 1U;
        QCOMPARE(gate.receive(flipped, rig.tree()).what, What::Dropped);
        for (std::size_t size = 0; size < flipped.size(); ++size)
            QCOMPARE(gate.receive(ByteView(flipped).first(size), rig.tree()).what, What::Dropped);
    }

    void B24_uiModeSaysWhetherTheUserIsToldOrAsked()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::No);
        NotificationGate gate(user);
        QCOMPARE(gate.receive(package0(syncml::UiMode::Background, 1), rig.tree()).what, What::Start);
        QVERIFY(user.told().empty() && user.asked().empty());
        QCOMPARE(gate.receive(package0(syncml::UiMode::Informative, 2), rig.tree()).what, What::Start);
        QCOMPARE(user.told().size(), std::size_t{1});
        QVERIFY(user.told()[0].asker.verified && user.told()[0].text.contains(QLatin1String("Operator A")));
        QCOMPARE(gate.receive(package0(syncml::UiMode::Interaction, 3), rig.tree()).what, What::Declined);
        QCOMPARE(user.asked().size(), std::size_t{1});
        QVERIFY(!user.asked()[0].defaultYes && user.asked()[0].asker.verified);
        ScriptedUser willing(PromptAnswer::Verdict::Yes);
        NotificationGate other(willing);
        QCOMPARE(other.receive(package0(syncml::UiMode::Interaction, 3), rig.tree()).what, What::Start);
    }

    void B25_theSameSessionIsStartedOnce()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::Yes);
        NotificationGate gate(user);
        const Bytes package = package0(syncml::UiMode::Interaction, 7);
        QCOMPARE(gate.receive(package, rig.tree()).what, What::Start);
        QCOMPARE(gate.receive(package, rig.tree()).what, What::Duplicate);
        QCOMPARE(user.asked().size(), std::size_t{1});
        const Summons other = gate.receive(package0(syncml::UiMode::Background, 8), rig.tree());
        QCOMPARE(other.what, What::Start);
        gate.forget(other); // its server was not there
        QCOMPARE(gate.receive(package0(syncml::UiMode::Background, 8), rig.tree()).what, What::Start);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestAccounts>(argc, argv);
}

} // namespace dmsc::tst_accounts

#include "tst_accounts.moc"
