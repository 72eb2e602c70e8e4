// SPDX-License-Identifier: Apache-2.0
#include "handset_rig.h"

#include "cardio/files/mo_codec.h"
#include "cardio/handset/accounts.h"
#include "cardio/handset/demo_content.h"

#include <QCoreApplication>
#include <QProcess>

#include <csignal>
#include <unistd.h>

namespace dmsc::tst_bootstrap {

using namespace dmsc::test;
using What = GraftResult::What;

namespace {

const HandsetSettings kSettings;

constexpr const char* kEmptyHandset = R"(
    . [acl Add=*&Get=*]
    DevInfo  node  urn:oma:mo:oma-dm-devinfo:1.0 [acl Get=*]
      DevId = IMEI:1
    Inbox [acl Add=*]
)";

constexpr const char* kCard = R"(
    DMAcc
      Harbour  node  urn:oma:mo:oma-dm-dmacc:1.0 [acl Get=dm.harbour&Replace=dm.harbour]
        AppID = w7
        ServerID = dm.harbour
        PrefConRef = ./Inbox/roaming
        ToConRef
          1
            ConRef = ./Net/roaming
    Net
      roaming  node  urn:oma:mo:oma-dm-connmo:1.0
        Addr = roam.harbour
    Branding  node  org.example/1.0/branding
      Operator = Harbour
    Confirmation  node  org.dmsc/1.0/Confirmation
      1
        URI = ./Branding
        Mark = do-not-confirm
    Bootstrap  node  urn:oma:lwm2m:oma:0
      0 = x
)";

constexpr const char* kHandsetOfTheNet = R"(
    DMAcc
      Fjord  node  urn:oma:mo:oma-dm-dmacc:1.1
        ServerID = dm.fjord
    Access
      internet  node  urn:oma:mo:oma-dm-connmo:1.0
        Addr = internet
    Branding  node  org.example/1.0/branding
      Operator = Werft
      Colour = red
)";

const GraftResult* resultFor(const BootstrapReport& report, std::string_view type)
{
    for (const GraftResult& result : report.mos)
        if (result.moType == type)
            return &result;
    return nullptr;
}

BootstrapReport take(HandsetRig& rig, const CardOffer& offer, const HandsetSettings& settings = kSettings)
{
    ScriptedUser user(PromptAnswer::Verdict::No);
    auto report = takeIn(rig.device(), offer, settings, user);
    if (!report)
        qFatal("%s", qPrintable(report.error().text()));
    return *std::move(report);
}

/// A w7 account as a card keeps it in a PKCS#15 file: a WAP provisioning document.
constexpr std::string_view kProvisioning =
    R"(<?xml version="1.0"?><wap-provisioningdoc version="1.1"><characteristic type="APPLICATION">)"
    R"(<parm name="APPID" value="w7"/><parm name="PROVIDER-ID" value="dm.w7"/><parm name="NAME" value="W7"/>)"
    R"(<characteristic type="APPADDR"><parm name="ADDR" value="https://dm.w7.example/"/></characteristic>)"
    R"(<characteristic type="APPAUTH"><parm name="AAUTHLEVEL" value="APPSRV"/><parm name="AAUTHTYPE" value="DIGEST"/>)"
    R"(<parm name="AAUTHNAME" value="me"/><parm name="AAUTHSECRET" value="pw"/></characteristic>)"
    R"(</characteristic></wap-provisioningdoc>)";

Tree cardWithFile(std::string_view content)
{
    Tree card;
    NodeData root;
    root.name = "Bootstrap";
    const auto node = card.add(Tree::root(), root);
    const ByteView bytes(reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
    if (!node || !documentCodec().decode(bytes, card, *node))
        qFatal("the file cannot be read");
    return card;
}

/// Takes in what kCard offers, or lets the card go, and dies at the n-th step of the store.
int childMain(const QString& path, int step, const QString& what)
{
    int seen = 0;
    HandsetOutside outside;
    outside.clock = {};
    auto handset = EmulatedHandset::open(path, std::move(outside), [&](StoreStep) {
        if (seen++ == step)
            (void)::kill(::getpid(), SIGKILL);
        return true;
    });
    if (!handset)
        return 2;
    if (what == QLatin1String("drop"))
        return dropCard((*handset)->managed(), "8949") ? 0 : 3;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    return takeIn((*handset)->managed(), offerFrom(kCard), kSettings, user) ? 0 : 3;
}

bool isKilled(const QString& path, int step, const char* what)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("tst_bootstrap"), QStringLiteral("--child"), path, QString::number(step),
            QString::fromLatin1(what)});
    if (!child.waitForFinished())
        qFatal("the child does not end");
    return child.exitStatus() != QProcess::NormalExit;
}

} // namespace

/// What a card brings to the device, and what goes with it.
class TestBootstrap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_2_DM_SC_GEN_10_whatACardOffersIsFound()
    {
        const CardOffer offer = offerFrom(kCard);
        QCOMPARE(offer.iccid, std::string("8949"));
        std::vector<std::string> types;
        for (const OfferedMo& mo : offer.mos)
            types.push_back(mo.moType + " " + mo.onCard.text());
        // Not the confirmation MO, and no LwM2M objects.
        const std::vector<std::string> expected{"org.example/1.0/branding ./Branding",
            "urn:oma:mo:oma-dm-dmacc:1.0 ./DMAcc/Harbour", "urn:oma:mo:oma-dm-connmo:1.0 ./Net/roaming"};
        QCOMPARE(types.size(), expected.size());
        for (const std::string& one : expected)
            QVERIFY2(std::ranges::find(types, one) != types.end(), one.c_str());
        QVERIFY(offer.mos[0].mark == ConfirmMark::DoNotConfirm || offer.mos[0].moType != "org.example/1.0/branding");
        const auto demo = demoCardTree();
        QVERIFY(demo);
        QVERIFY(offerOf(*demo, "1", someAsker()).mos.size() >= 11);
    }

    void F01_DM_SC_GEN_3_DM_SC_GEN_8_whatACardOffersIsGraftedWithItsOrigin()
    {
        HandsetRig rig(kEmptyHandset);
        const BootstrapReport report = take(rig, offerFrom(kCard));
        QVERIFY(!report.asked);
        QCOMPARE(report.mos.size(), std::size_t{3});
        for (const GraftResult& result : report.mos)
            QCOMPARE(result.what, What::Added);
        // The account where the standard hangs it, the access point with its like, the rest where the card has it.
        QCOMPARE(rig.value("./DMAcc/Harbour/ServerID"), std::string("dm.harbour"));
        QCOMPARE(rig.value("./AP/roaming/Addr"), std::string("roam.harbour"));
        QCOMPARE(rig.value("./Branding/Operator"), std::string("Harbour"));
        QCOMPARE(
            std::string(rig.tree().acl(rig.node("./DMAcc/Harbour"))), std::string("Get=dm.harbour&Replace=dm.harbour"));
        for (const char* uri : {"./DMAcc", "./DMAcc/Harbour/ServerID", "./AP/roaming", "./Branding/Operator"})
            QCOMPARE(rig.owner(uri), std::string("card:8949"));
        QCOMPARE(rig.owner("./DevInfo/DevId"), std::string());
        const std::string before = rig.text();
        rig.start();
        QCOMPARE(rig.text(), before);
        QCOMPARE(rig.owner("./AP/roaming/Addr"), std::string("card:8949"));
        QCOMPARE(accountsOf(rig.tree()).size(), std::size_t{1});
    }

    void F01_referencesIntoTheInboxAreBroughtOver()
    {
        HandsetRig rig(kHandsetOfTheNet);
        take(rig, offerFrom(kCard));
        QCOMPARE(rig.value("./Access/roaming/Addr"), std::string("roam.harbour"));
        QCOMPARE(rig.value("./DMAcc/Harbour/PrefConRef"), std::string("./Access/roaming"));
        QCOMPARE(rig.value("./DMAcc/Harbour/ToConRef/1/ConRef"), std::string("./Access/roaming"));
    }

    void F01_aPolicyMaySwitchItOff()
    {
        HandsetRig rig(kEmptyHandset);
        HandsetSettings off;
        off.bootstrapFromCard = false;
        const std::string before = rig.text();
        QVERIFY(take(rig, offerFrom(kCard), off).mos.empty());
        QCOMPARE(rig.text(), before);
    }

    void DM_SC_GEN_3_whatTheDeviceHasAlreadyIsTheSame()
    {
        HandsetRig rig(kEmptyHandset);
        take(rig, offerFrom(kCard));
        const std::string before = rig.text();
        ScriptedUser user(PromptAnswer::Verdict::No);
        const auto again = takeIn(rig.device(), offerFrom(kCard), kSettings, user);
        QVERIFY(again);
        for (const GraftResult& result : again->mos)
            QCOMPARE(result.what, What::Same);
        QVERIFY(again->removed.empty() && user.asked().empty() && user.told().empty());
        QCOMPARE(rig.stored(), before);
    }

    void DM_SC_GEN_3_aNonceThatHasMovedOnIsNoDifference()
    {
        constexpr const char* kAccount = R"(
            DMAcc
              A  node  urn:oma:mo:oma-dm-dmacc:1.0
                ServerID = dm.a
                AppAuth
                  1
                    AAuthLevel = CLCRED
                    AAuthType = DIGEST
                    AAuthName = me
                    AAuthSecret = pw
                    AAuthData : bin = first
        )";
        HandsetRig rig(kEmptyHandset);
        take(rig, offerFrom(kAccount));
        auto account = accountOf(rig.tree(), "dm.a");
        QVERIFY(account);
        account->client.nonce = {0x00, 0xFF, 0x10};
        QVERIFY(saveNonces(rig.device(), *account));
        QCOMPARE(take(rig, offerFrom(kAccount)).mos[0].what, What::Same);
        QVERIFY(accountOf(rig.tree(), "dm.a")->client.nonce == account->client.nonce);
        // It came from the card all the same.
        QVERIFY(dropCard(rig.device(), "8949"));
        QVERIFY(!rig.has("./DMAcc"));
    }

    void DM_SC_GEN_8_anMoIsRecognisedByItsKeyWhereverItHangs()
    {
        HandsetRig rig(R"(
            Accounts
              Old  node  urn:oma:mo:oma-dm-dmacc:1.2
                ServerID = dm.harbour
                AppID = w7
              Harbour  node  urn:oma:mo:oma-dm-dmacc:1.0
                ServerID = dm.other
        )");
        const auto report = take(rig, offerFrom(kCard));
        const GraftResult* account = resultFor(report, "urn:oma:mo:oma-dm-dmacc:1.0");
        QVERIFY(account && account->what == What::Replaced);
        QCOMPARE(account->onDevice.text(), std::string("./Accounts/Old"));
        QCOMPARE(rig.value("./Accounts/Harbour/ServerID"), std::string("dm.other"));
        // Another account of that name: beside it, under a name of its own.
        const auto other = take(rig,
            offerFrom(R"(
            DMAcc
              Harbour  node  urn:oma:mo:oma-dm-dmacc:1.0
                ServerID = dm.third
        )",
                "8950"));
        QCOMPARE(other.mos[0].onDevice.text(), std::string("./Accounts/Harbour-2"));
    }

    void F02_aCardThatLeavesTakesWithItWhatItBrought()
    {
        HandsetRig rig(kEmptyHandset);
        const std::string before = rig.text();
        take(rig, offerFrom(kCard));
        const auto left = dropCard(rig.device(), "8949");
        QVERIFY(left && !left->removed.empty() && left->restored.empty());
        QCOMPARE(rig.text(), before);
        QCOMPARE(rig.stored(), before);
        QVERIFY(dropCard(rig.device(), "8949")->removed.empty());
    }

    void F02_whatSomebodyHasChangedSinceStays()
    {
        HandsetRig rig(kEmptyHandset);
        take(rig, offerFrom(kCard));
        rig.set("./AP/roaming/Addr", "mine", "user");
        QCOMPARE(rig.owner("./AP/roaming/Addr"), std::string("user"));
        rig.start();
        QVERIFY(dropCard(rig.device(), "8949"));
        QCOMPARE(rig.value("./AP/roaming/Addr"), std::string("mine")); // and its ancestors
        QVERIFY(!rig.has("./DMAcc") && !rig.has("./Branding"));
    }

    void F02_whatTheDeviceHadBeforeStays()
    {
        HandsetRig rig(kHandsetOfTheNet);
        const auto report = take(rig, offerFrom(kCard));
        const GraftResult* branding = resultFor(report, "org.example/1.0/branding");
        QVERIFY(branding && branding->what == What::Replaced);
        QCOMPARE(rig.value("./Branding/Operator"), std::string("Harbour"));
        QVERIFY(!rig.has("./Branding/Colour")); // it is the card's MO now
        QVERIFY(dropCard(rig.device(), "8949"));
        QVERIFY(rig.has("./Branding/Operator") && rig.has("./Access/internet") && !rig.has("./Access/roaming"));
    }

    void DM_SC_GEN_3_theDevicesOwnValuesAreBackWhenTheCardLeaves()
    {
        HandsetRig rig(kHandsetOfTheNet);
        rig.set("./Branding/Colour", "blue", "dm.fjord");
        const std::string before = rig.text();
        take(rig, offerFrom(kCard));
        QVERIFY(rig.text() != before);
        rig.start(); // it was switched off in between
        const auto left = dropCard(rig.device(), "8949");
        QVERIFY2(left, left ? "" : qPrintable(left.error().text()));
        QCOMPARE(left->restored.size(), std::size_t{2});
        QCOMPARE(rig.value("./Branding/Operator"), std::string("Werft"));
        QCOMPARE(rig.stored(), before);
        QCOMPARE(rig.owner("./Branding/Colour"), std::string());
        QVERIFY(rig.device().earlier()->empty());
        QVERIFY(dropCard(rig.device(), "8949")->restored.empty());
    }

    void DM_SC_GEN_3_ofAValueThatTheCardChangesTwiceTheFirstIsBack()
    {
        HandsetRig rig(kHandsetOfTheNet);
        const std::string before = rig.text();
        take(rig, offerFrom(kCard));
        take(rig, offerFrom("Branding  node  org.example/1.0/branding\n  Operator = Sea\n  Colour = green\n"));
        QCOMPARE(rig.value("./Branding/Operator") + rig.value("./Branding/Colour"), std::string("Seagreen"));
        QVERIFY(dropCard(rig.device(), "8949"));
        QCOMPARE(rig.stored(), before);
    }

    void DM_SC_GEN_3_whatAServerHasChangedAfterTheCardStays()
    {
        HandsetRig rig(kHandsetOfTheNet);
        take(rig, offerFrom(kCard));
        rig.set("./Branding/Operator", "dm.fjord says", "dm.fjord");
        rig.start();
        const auto left = dropCard(rig.device(), "8949");
        QVERIFY(left && left->restored.size() == 1);
        QCOMPARE(rig.value("./Branding/Operator"), std::string("dm.fjord says"));
        QCOMPARE(rig.value("./Branding/Colour"), std::string("red"));
    }

    void DM_SC_GEN_3_whatTheUserHasDeletedAfterTheCardStaysAway()
    {
        HandsetRig rig(kHandsetOfTheNet);
        take(rig, offerFrom(kCard));
        TreeEditor editor = rig.device().edit("user");
        QVERIFY(editor.remove(rig.node("./Branding")));
        QVERIFY(rig.device().commit(editor, "user"));
        QVERIFY(dropCard(rig.device(), "8949")->restored.empty());
        QVERIFY(!rig.has("./Branding"));
    }

    void DM_SC_GEN_3_aSecondCardDoesNotTakeTheFirstOnesValueForTheDevices()
    {
        for (const bool firstLeaves : {true, false}) {
            HandsetRig rig(kHandsetOfTheNet);
            const std::string before = rig.text();
            take(rig, offerFrom(kCard, "1"));
            if (firstLeaves)
                QVERIFY(dropCard(rig.device(), {}, "2"));
            take(rig, offerFrom("Branding  node  org.example/1.0/branding\n  Operator = Second\n", "2"));
            QCOMPARE(rig.value("./Branding/Operator"), std::string("Second"));
            QVERIFY(dropCard(rig.device(), {}));
            QCOMPARE(rig.stored(), before);
        }
    }

    void DM_SC_GEN_3_whatTheCardListsNoMoreIsTheDevicesOwnAgain()
    {
        HandsetRig rig(kHandsetOfTheNet);
        const std::string before = rig.text();
        take(rig, offerFrom(kCard));
        const auto report = take(rig, CardOffer{"8949", {}, {}});
        QCOMPARE(report.restored.size(), std::size_t{2});
        QCOMPARE(rig.stored(), before);
    }

    void DM_SC_GEN_3_aLeafThatTheCardMadeANodeIsALeafAgain()
    {
        HandsetRig rig(kHandsetOfTheNet);
        const std::string before = rig.text();
        take(rig, offerFrom("Branding  node  org.example/1.0/branding\n  Operator\n    Long = Harbour\n"));
        QCOMPARE(rig.value("./Branding/Operator/Long"), std::string("Harbour"));
        QVERIFY(dropCard(rig.device(), "8949"));
        QCOMPARE(rig.stored(), before);
    }

    void DM_SC_GEN_3_rightsAreNotGivenBackToAServerThatIsGone()
    {
        HandsetRig rig(kHandsetOfTheNet);
        take(rig, offerFrom(kCard));
        TreeEditor editor = rig.device().edit("user");
        QVERIFY(editor.setAcl(rig.node("./Access"), "Get=*&Replace=dm.harbour"));
        QVERIFY(rig.device().commit(editor, "user"));
        take(rig, CardOffer{"8949", {}, {}}); // its account is gone, and its rights
        QVERIFY(dropCard(rig.device(), "8949"));
        QCOMPARE(std::string(rig.tree().acl(rig.node("./Access"))), std::string("Get=*"));
    }

    void DM_SC_GEN_3_aKillAtAnyStepOfLeavingLeavesBeforeOrAfter()
    {
        HandsetRig reference(kHandsetOfTheNet);
        const std::string after = reference.text();
        take(reference, offerFrom(kCard));
        const std::string before = reference.text();
        bool finished = false;
        for (int step = 0; step < 200 && !finished; ++step) {
            HandsetRig rig(kHandsetOfTheNet);
            take(rig, offerFrom(kCard));
            rig.handset.reset();
            finished = !isKilled(rig.path(), step, "drop");
            const std::string stored = rig.stored();
            QVERIFY2(stored == before || stored == after, stored.c_str());
            rig.start();
            QVERIFY(dropCard(rig.device(), "8949"));
            QCOMPARE(rig.stored(), after);
        }
        QVERIFY(finished);
    }

    void F02_anotherCardReplacesTheOneBefore()
    {
        HandsetRig rig(kEmptyHandset);
        take(rig, offerFrom(kCard, "1"));
        take(rig, offerFrom("Other  node  org.example/1.0/other\n  A = 1\n", "2"));
        const auto left = dropCard(rig.device(), {}, "2");
        QVERIFY(left && !left->removed.empty());
        QVERIFY(!rig.has("./DMAcc") && rig.has("./Other/A"));
        QVERIFY(dropCard(rig.device(), {}));
        QVERIFY(!rig.has("./Other"));
        QCOMPARE(rig.text(), normalText(kEmptyHandset));
    }

    void F03_singleNodesThatTheCardListsNoMoreGo()
    {
        HandsetRig rig(kHandsetOfTheNet);
        take(rig, offerFrom("Branding  node  org.example/1.0/branding\n  Operator = Harbour\n  Logo = ship\n"));
        QCOMPARE(rig.owner("./Branding/Logo"), std::string("card:8949"));
        const auto report = take(rig, offerFrom("Other  node  org.example/1.0/other\n  A = 1\n"));
        QCOMPARE(report.removed.size(), std::size_t{1});
        QCOMPARE(report.removed.front().text(), std::string("./Branding/Logo"));
        QVERIFY(!rig.has("./Branding/Logo") && rig.has("./Branding/Operator")); // the MO was the device's own
        QCOMPARE(rig.value("./Other/A"), std::string("1"));
        take(rig, CardOffer{"8949", {}, {}}); // it lists nothing at all
        QVERIFY(!rig.has("./Other"));
    }

    void F03_anAccountThatTheCardListsNoMoreGoesAndItsRightsToo()
    {
        HandsetRig rig(kEmptyHandset);
        take(rig, offerFrom(kCard));
        TreeEditor editor = rig.device().edit("user");
        QVERIFY(editor.setAcl(rig.node("./DevInfo"), "Get=*&Replace=dm.harbour"));
        QVERIFY(rig.device().commit(editor, "user"));
        const auto report = take(rig, offerFrom("Branding  node  org.example/1.0/branding\n  Operator = Harbour\n"));
        QCOMPARE(report.mos.size(), std::size_t{1});
        QCOMPARE(report.mos[0].what, What::Same);
        QCOMPARE(report.removed.size(), std::size_t{2});
        QVERIFY(!rig.has("./DMAcc/Harbour") && !rig.has("./AP/roaming") && rig.has("./Branding"));
        QCOMPARE(std::string(rig.tree().acl(rig.node("./DevInfo"))), std::string("Get=*"));
    }

    void DM_SC_GEN_2_aProvisioningFileBringsAnAccount()
    {
        HandsetRig rig(kEmptyHandset);
        const auto report = take(rig, offerOf(cardWithFile(kProvisioning), "8949", someAsker()));
        QCOMPARE(report.mos.size(), std::size_t{1});
        QCOMPARE(report.mos[0].what, What::Added);
        const auto account = accountOf(rig.tree(), "dm.w7");
        QVERIFY2(account, account ? "" : qPrintable(account.error().text()));
        QCOMPARE(account->address, std::string("https://dm.w7.example/"));
        QCOMPARE(account->client.scheme, AuthScheme::Md5);
        QCOMPARE(account->client.user + "/" + account->client.password, std::string("me/pw"));
        QCOMPARE(report.mos[0].onDevice.parent().text(), std::string("./DMAcc"));
    }

    void DM_SC_GEN_2_rubbishOnACardIsNoMo()
    {
        QVERIFY(offerOf(cardWithFile("\x01\x02 no document"), "8949", someAsker()).mos.empty());
    }

    void F01_whatIsTooDeepForTheDeviceIsSaidToBe()
    {
        HandsetRig rig(R"(
            DevDetail  node  urn:oma:mo:oma-dm-devdetail:1.0
              URI
                MaxDepth : int = 2
                MaxTotLen : int = 0
                MaxSegLen : int = 0
        )");
        const auto report = take(rig, offerFrom(kCard));
        const GraftResult* account = resultFor(report, "urn:oma:mo:oma-dm-dmacc:1.0");
        QVERIFY(account && account->what == What::Failed && !account->why.isEmpty());
        QVERIFY(rig.has("./Branding/Operator") && !rig.has("./DMAcc"));
    }

    void F01_aKillAtAnyStepLeavesBeforeOrAfterAndRepeatingFinishes()
    {
        HandsetRig reference(kEmptyHandset);
        take(reference, offerFrom(kCard));
        const std::string after = reference.text();
        const std::string before = normalText(kEmptyHandset);
        bool finished = false;
        for (int step = 0; step < 200 && !finished; ++step) {
            HandsetRig rig(kEmptyHandset);
            rig.handset.reset();
            finished = !isKilled(rig.path(), step, "take");
            const std::string stored = rig.stored();
            QVERIFY2(stored == before || stored == after, stored.c_str());
            rig.start();
            take(rig, offerFrom(kCard));
            QCOMPARE(rig.stored(), after);
            QCOMPARE(rig.owner("./DMAcc/Harbour"), std::string("card:8949"));
        }
        QVERIFY(finished);
    }
};

int run(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 5 && words[1] == QLatin1String("--child"))
        return childMain(words[2], words[3].toInt(), words[4]);
    TestBootstrap test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace dmsc::tst_bootstrap

#include "tst_bootstrap.moc"
