// SPDX-License-Identifier: Apache-2.0
#include "handset_rig.h"

#include "cardio/handset/demo_content.h"
#include "cardio/handset/handset_hooks.h"
#include "cardio/session/executor.h"
#include "model/formats/tnds.h"
#include "tests/support/run_test.h"

#include <optional>

namespace dmsc::tst_handset_hooks {

using namespace dmsc::test;
using syncml::CommandKind;
using syncml::StatusCode;
using Verdict = PromptAnswer::Verdict;

namespace {

constexpr const char* kHandset = R"(
    . [acl Add=*&Get=*]
    DMAcc [acl Add=*&Get=*]
      A  node  urn:oma:mo:oma-dm-dmacc:1.0 [acl Get=dms&Replace=dm.a]
        ServerID = dm.a
        Name = A
    AP [acl Get=*&Replace=dms]
      internet  node  urn:oma:mo:oma-dm-connmo:1.0
        Addr = old
    FUMO
      fw  node  urn:oma:mo:oma-fumo:1.0 [acl Exec=dms&Get=*]
        Download
          PkgURL = https://fota.example/1
        Update
          PkgData : bin =
        DownloadAndUpdate
          PkgURL = https://fota.example/2
        State : int = 10
    Inbox [acl Add=dms]
    Private  node  org.example/1.0/private [acl Get=issuer]
      Number = 1
)";

/// A card that answers with what it was sent, and 9000.
struct EchoCard final : Link
{
    Result<Bytes> transmit(ByteView command) override
    {
        seen.emplace_back(command.begin(), command.end());
        if (gone)
            return fail(ErrorKind::Io, QStringLiteral("pulled"));
        Bytes answer(command.begin(), command.end());
        answer.insert(answer.end(), {0x90, 0x00});
        return answer;
    }
    Result<void> reset() override { return {}; }
    Bytes atr() const override { return {}; }
    bool extendedLength() const override { return true; }

    std::vector<Bytes> seen;
    bool gone = false;
};

struct Verifier final : SignatureVerifier
{
    Result<bool> verifySignature(std::uint8_t /*key*/, ByteView /*hash*/, ByteView /*signature*/) override
    {
        return approves;
    }
    bool approves = false;
};

struct Rig
{
    explicit Rig(Verdict verdict = Verdict::No, const char* tree = kHandset)
        : handset(tree)
        , user(verdict)
    {
        parts.device = &handset.device();
        parts.user = &user;
        parts.asker = someAsker();
        parts.card = &card;
        parts.verifier = &verifier;
    }

    struct Answer
    {
        StatusCode status = StatusCode::None;
        std::vector<syncml::Item> results;
    };

    Answer run(syncml::Command command, const std::string& server = "dms")
    {
        if (!hooks)
            hooks.emplace(parts);
        syncml::Message message;
        message.header.msgId = syncml::MessageId{1};
        command.id = syncml::CommandId{1};
        message.commands = {std::move(command)};
        TreeEditor editor = handset.device().edit(server);
        ExecutorOptions options;
        options.server = server;
        options.hooks = &*hooks;
        auto answers = CommandExecutor(editor, options).execute(message);
        if (!editor.changes().touched.empty() && !handset.device().commit(editor, server))
            qFatal("not stored");
        Answer answer;
        answer.status = answers.size() < 2 ? StatusCode::None : answers[1].status;
        if (answers.size() > 2)
            answer.results = answers[2].items;
        return answer;
    }

    static syncml::Command make(CommandKind kind, std::string_view target, std::optional<std::string> data = {})
    {
        syncml::Command command;
        command.kind = kind;
        syncml::Item& item = command.items.emplace_back();
        item.target.uri = target;
        item.data = std::move(data);
        return command;
    }

    StatusCode toInbox(const char* tree, std::string_view mark = {}, const std::string& server = "dms")
    {
        const auto bytes = writeTndsWbxml(treeOf(tree));
        syncml::Command add = make(CommandKind::Add, "./Inbox", std::string(bytes->begin(), bytes->end()));
        add.items[0].meta.type = syncml::mime::kTndsWbxml;
        add.items[0].meta.format = syncml::format::kXml;
        add.items[0].meta.mark = mark;
        return run(std::move(add), server).status;
    }

    HandsetRig handset;
    ScriptedUser user;
    EchoCard card;
    Verifier verifier;
    HandsetParts parts;
    std::optional<HandsetHooks> hooks;
};

syncml::Command exec(std::string_view target, std::optional<std::string> data, const std::string& correlator)
{
    syncml::Command command = Rig::make(CommandKind::Exec, target, std::move(data));
    command.correlator = correlator;
    return command;
}

constexpr const char* kAccessPoint = "roaming  node  urn:oma:mo:oma-dm-connmo:1.0\n  Addr = roam\n";

} // namespace

/// What the device does behind its tree.
class TestHandsetHooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_3_theInboxPlacesMosByTheirIdentifier()
    {
        Rig rig;
        QCOMPARE(rig.toInbox(kAccessPoint), StatusCode::Ok);
        QCOMPARE(rig.handset.value("./AP/roaming/Addr"), std::string("roam"));
        QCOMPARE(rig.handset.owner("./AP/roaming/Addr"), std::string("dms"));
        QVERIFY(rig.user.asked().empty());
        // Two in one document, one refers to the other.
        QCOMPARE(rig.toInbox(R"(
            B  node  urn:oma:mo:oma-dm-dmacc:1.0
              ServerID = dm.b
              PrefConRef = ./Inbox/home
            home  node  urn:oma:mo:oma-dm-connmo:1.0
              Addr = home
        )"),
            StatusCode::Ok);
        QCOMPARE(rig.handset.value("./DMAcc/B/PrefConRef"), std::string("./AP/home"));
        // An account that comes later refers to what came before.
        QCOMPARE(rig.toInbox(R"(
            C  node  urn:oma:mo:oma-dm-dmacc:1.0
              ServerID = dm.c
              PrefConRef = ./Inbox/roaming
        )"),
            StatusCode::Ok);
        QCOMPARE(rig.handset.value("./DMAcc/C/PrefConRef"), std::string("./AP/roaming"));
        QVERIFY(rig.handset.has("./Inbox") && rig.handset.tree().children(rig.handset.node("./Inbox")).empty());
    }

    void DM_SC_GEN_3_theInboxIsWrittenToOnly()
    {
        Rig rig;
        for (const char* target : {"./Inbox", "./Inbox/X"})
            for (const CommandKind kind : {CommandKind::Get, CommandKind::Delete, CommandKind::Replace})
                QCOMPARE(rig.run(Rig::make(kind, target, "x")).status, StatusCode::NotAllowed); // STD 7.1.3.4, not 425
        QCOMPARE(rig.toInbox("Plain\n  A = 1\n"), StatusCode::UnsupportedTypeOrFormat); // no MO
        QCOMPARE(rig.run(Rig::make(CommandKind::Add, "./Inbox/X", "text")).status, StatusCode::UnsupportedTypeOrFormat);
        QCOMPARE(rig.toInbox(kAccessPoint, {}, "stranger"), StatusCode::PermissionDenied);
        QVERIFY(!rig.handset.has("./AP/roaming"));
    }

    void DM_SC_USE_1_theInboxAsksAboutMarkedMos()
    {
        Rig no(Verdict::No);
        QCOMPARE(no.toInbox(kAccessPoint, "confirm"), StatusCode::NotModified);
        QVERIFY(!no.handset.has("./AP/roaming") && no.user.asked().size() == 1);
        QVERIFY(!no.user.asked()[0].partial); // a command is carried out whole
        Rig yes(Verdict::Yes);
        QCOMPARE(yes.toInbox(kAccessPoint, "confirm"), StatusCode::Ok);
        QCOMPARE(yes.handset.value("./AP/roaming/Addr"), std::string("roam"));
        // USE-5: the same without a mark later on.
        QCOMPARE(yes.toInbox("roaming  node  urn:oma:mo:oma-dm-connmo:1.0\n  Addr = other\n"), StatusCode::Ok);
        QCOMPARE(yes.user.asked().size(), std::size_t{2});
    }

    void DM_SC_SEC_4_theInboxIsNoWayAroundAcls()
    {
        Rig rig;
        constexpr const char* kOther = "A  node  urn:oma:mo:oma-dm-dmacc:1.0\n  ServerID = dm.a\n  Name = mine\n";
        QCOMPARE(rig.toInbox(kOther), StatusCode::PermissionDenied);
        QCOMPARE(rig.handset.value("./DMAcc/A/Name"), std::string("A"));
        QCOMPARE(rig.toInbox("internet  node  urn:oma:mo:oma-dm-connmo:1.0\n  Addr = new\n"), StatusCode::Ok);
        QCOMPARE(rig.handset.value("./AP/internet/Addr"), std::string("new")); // it may replace that one
    }

    void DM_SC_ADM_1_aServerReachesTheCardThroughTheDevice()
    {
        Rig rig;
        const std::string apdu("\x00\xA4\x04\x00\x02\xF0\x44", 7);
        QCOMPARE(rig.run(Rig::make(CommandKind::Replace, kRelayCommand, apdu)).status, StatusCode::Ok);
        const auto got = rig.run(Rig::make(CommandKind::Get, kRelayResponse));
        QCOMPARE(got.status, StatusCode::Ok);
        QCOMPARE(got.results.size(), std::size_t{1});
        QCOMPARE(*got.results[0].data, apdu + std::string("\x90\x00", 2));
        QVERIFY(syncml::isBinary(got.results[0]));
        QCOMPARE(rig.card.seen.size(), std::size_t{1});
        QVERIFY(!rig.handset.has("./SmartCard")); // it leaves nothing in the tree
        QCOMPARE(rig.run(Rig::make(CommandKind::Get, kRelayCommand)).status, StatusCode::NotAllowed);
        QCOMPARE(rig.run(Rig::make(CommandKind::Delete, kRelayResponse)).status, StatusCode::NotAllowed);
    }

    void DM_SC_ADM_1_whatIsNoApduDoesNotReachTheCard()
    {
        Rig rig;
        const auto status = [&](std::optional<std::string> data) {
            return rig.run(Rig::make(CommandKind::Replace, kRelayCommand, std::move(data))).status;
        };
        QCOMPARE(status(std::nullopt), StatusCode::IncompleteCommand);
        QCOMPARE(status("abc"), StatusCode::BadRequest);
        QCOMPARE(status(std::string(70'000, 'x')), StatusCode::TooLarge);
        QVERIFY(rig.card.seen.empty());
        rig.card.gone = true;
        QCOMPARE(status("abcd"), StatusCode::CommandFailed);
        QCOMPARE(*rig.run(Rig::make(CommandKind::Get, kRelayResponse)).results[0].data, std::string());
        Rig without;
        without.parts.card = nullptr;
        QCOMPARE(without.run(Rig::make(CommandKind::Replace, kRelayCommand, "abcd")).status, StatusCode::NotFound);
        QCOMPARE(without.run(Rig::make(CommandKind::Get, kRelayResponse)).status, StatusCode::NotFound);
    }

    void DM_SC_SEC_3_theRelayHeedsAcls()
    {
        Rig rig(Verdict::No, "SmartCard [acl Get=dms&Replace=dms]\n  Other = 1\n");
        QCOMPARE(rig.run(Rig::make(CommandKind::Replace, kRelayCommand, "abcd")).status, StatusCode::Ok);
        QCOMPARE(rig.run(Rig::make(CommandKind::Replace, kRelayCommand, "abcd"), "stranger").status,
            StatusCode::PermissionDenied);
        QCOMPARE(rig.run(Rig::make(CommandKind::Get, kRelayResponse), "stranger").status, StatusCode::PermissionDenied);
        QCOMPARE(rig.card.seen.size(), std::size_t{1});
    }

    void DM_SC_GEN_9_aServerHasAnMoStoredOnTheCard()
    {
        Rig rig;
        std::vector<std::string> stored;
        rig.parts.store = [&](const Tree& tree, NodeId mo) {
            stored.push_back(tree.uri(mo).text());
            return stored.size() < 3 ? StatusCode::Ok : StatusCode::DeviceFull;
        };
        const std::string mo = "./AP/internet";
        QCOMPARE(rig.run(exec(kStoreOnCard, mo, {})).status, StatusCode::Ok);
        QCOMPARE(stored, std::vector<std::string>{mo});
        QVERIFY(rig.hooks->takeAlerts().empty());
        // A22: with a Correlator the outcome comes by an alert.
        QCOMPARE(rig.run(exec(kStoreOnCard, mo, "c1")).status, StatusCode::Accepted);
        QCOMPARE(rig.run(exec(kStoreOnCard, mo, "c2")).status, StatusCode::Accepted);
        const auto alerts = rig.hooks->takeAlerts();
        QCOMPARE(alerts.size(), std::size_t{2});
        QCOMPARE(alerts[0].alert, syncml::AlertCode::Generic);
        QCOMPARE(alerts[0].correlator, std::string("c1"));
        QCOMPARE(*alerts[0].items[0].data, std::string("200"));
        QCOMPARE(alerts[1].correlator, std::string("c2"));
        QCOMPARE(*alerts[1].items[0].data, std::string("420"));
        QVERIFY(rig.hooks->takeAlerts().empty());
    }

    void DM_SC_GEN_9_onlyWhatTheServerMayReadIsStored()
    {
        Rig rig;
        int stored = 0;
        rig.parts.store = [&](const Tree&, NodeId) {
            ++stored;
            return StatusCode::Ok;
        };
        QCOMPARE(rig.run(exec(kStoreOnCard, "./Private", {})).status, StatusCode::PermissionDenied);
        QCOMPARE(rig.run(exec(kStoreOnCard, "./None", {})).status, StatusCode::NotFound);
        QCOMPARE(rig.run(exec(kStoreOnCard, "./AP", {})).status, StatusCode::NotAllowed);
        QCOMPARE(rig.run(exec(kStoreOnCard, "//", {})).status, StatusCode::BadRequest);
        QCOMPARE(rig.run(exec(kStoreOnCard, std::nullopt, {})).status, StatusCode::IncompleteCommand);
        QCOMPARE(stored, 0);
        Rig without;
        QCOMPARE(without.run(exec(kStoreOnCard, "./AP/internet", {})).status, StatusCode::NotSupported);
    }

    void A22_DM_SC_USE_6_firmwareIsFetchedCheckedAndToldLater()
    {
        Rig rig;
        rig.parts.settings.rejectUnapproved = true;
        std::vector<std::string> fetched;
        rig.parts.download = [&](const FirmwareSource& source) -> Result<FirmwareDownload> {
            fetched = {source.package, source.signature};
            return FirmwareDownload{{1, 2, 3}, {4, 5, 6}};
        };
        QCOMPARE(rig.run(exec("./FUMO/fw/DownloadAndUpdate", std::nullopt, "c9")).status, StatusCode::Accepted);
        QVERIFY(fetched.empty()); // not while the message is answered
        const auto alerts = rig.hooks->takeAlerts();
        QCOMPARE(fetched, (std::vector<std::string>{"https://fota.example/2", "https://fota.example/2.p7s"}));
        QCOMPARE(alerts.size(), std::size_t{1});
        QCOMPARE(alerts[0].correlator, std::string("c9"));
        QCOMPARE(alerts[0].items[0].meta.type, std::string("urn:oma:at:fumo:downloadandupdate"));
        QCOMPARE(alerts[0].items[0].source.uri, std::string("./FUMO/fw"));
        QCOMPARE(*alerts[0].items[0].data, std::string("404"));
        QCOMPARE(rig.handset.value("./FUMO/fw/State"), std::string("80"));
        QCOMPARE(rig.user.told().size(), std::size_t{1});
    }

    void DM_SC_USE_7_theUserDecidesWhetherUnapprovedFirmwareGoesOn()
    {
        for (const Verdict verdict : {Verdict::Yes, Verdict::No}) {
            Rig rig(verdict);
            rig.parts.download = [](const FirmwareSource&) -> Result<FirmwareDownload> {
                return FirmwareDownload{{1, 2, 3}, {4, 5, 6}};
            };
            QCOMPARE(rig.run(exec("./FUMO/fw/Download", std::nullopt, "c")).status, StatusCode::Accepted);
            const auto alerts = rig.hooks->takeAlerts();
            const bool goesOn = verdict == Verdict::Yes;
            QCOMPARE(*alerts[0].items[0].data, std::string(goesOn ? "200" : "401"));
            QCOMPARE(rig.handset.value("./FUMO/fw/State"), std::string(goesOn ? "50" : "80"));
            if (!goesOn)
                continue;
            QCOMPARE(rig.run(exec("./FUMO/fw/Update", std::nullopt, "u")).status, StatusCode::Accepted);
            QCOMPARE(*rig.hooks->takeAlerts()[0].items[0].data, std::string("200"));
            QCOMPARE(rig.handset.value("./FUMO/fw/State"), std::string("100"));
        }
    }

    void A22_firmwareThatCannotBeFetchedIsToldAsSuch()
    {
        for (const char* node : {"Download", "DownloadAndUpdate"}) {
            Rig rig;
            rig.parts.download = [&](const FirmwareSource&) -> Result<FirmwareDownload> {
                // What waits for it may look meanwhile.
                if (rig.handset.value("./FUMO/fw/State") != "30")
                    return FirmwareDownload{};
                return fail(ErrorKind::Io, QStringLiteral("nobody listens there"));
            };
            const std::string target = std::string("./FUMO/fw/") + node;
            QCOMPARE(rig.run(exec(target, std::nullopt, "c9")).status, StatusCode::Accepted);
            const auto alerts = rig.hooks->takeAlerts();
            QCOMPARE(*alerts[0].items[0].data, std::string("500"));
            QCOMPARE(alerts[0].items[0].meta.type,
                std::string(node == std::string_view("Download") ? "urn:oma:at:fumo:download"
                                                                 : "urn:oma:at:fumo:downloadandupdate"));
            QCOMPARE(rig.handset.value("./FUMO/fw/State"), std::string("20"));
            QVERIFY(rig.user.asked().empty());
            QCOMPARE(rig.user.told().size(), std::size_t{1});
            QVERIFY(rig.user.told()[0].text.contains(QStringLiteral("nobody listens there")));
        }
    }

    void A22_theSignatureLiesBesideThePackageOrWhereExtSays()
    {
        const auto sourceOf = [](const char* url, const char* ext) {
            std::string tree(kHandset);
            const std::string known = "https://fota.example/2";
            tree.replace(tree.find(known), known.size(), url);
            tree.insert(tree.find("        State :"), ext);
            Rig rig(Verdict::No, tree.c_str());
            std::string found;
            rig.parts.download = [&](const FirmwareSource& source) -> Result<FirmwareDownload> {
                found = source.package + ' ' + source.signature;
                return fail(ErrorKind::Io, {});
            };
            (void)rig.run(exec("./FUMO/fw/DownloadAndUpdate", std::nullopt, "c"));
            (void)rig.hooks->takeAlerts();
            return found;
        };
        QCOMPARE(sourceOf("http://a/p.bin?v=2#x", ""), std::string("http://a/p.bin?v=2#x http://a/p.bin.p7s?v=2#x"));
        QCOMPARE(sourceOf("http://a/p.bin", "        Ext\n          SignatureURL = https://b/s\n"),
            std::string("http://a/p.bin https://b/s"));
    }

    void DM_SC_GEN_11_whatWasApprovedIsCheckedOnceMoreWhenItIsInstalled()
    {
        Rig rig;
        rig.parts.settings.rejectUnapproved = true;
        rig.parts.download = [](const FirmwareSource&) { return demoFirmware(); };
        rig.verifier.approves = true;
        QCOMPARE(rig.run(exec("./FUMO/fw/Download", std::nullopt, "c")).status, StatusCode::Accepted);
        QCOMPARE(*rig.hooks->takeAlerts()[0].items[0].data, std::string("200"));
        QCOMPARE(rig.handset.value("./FUMO/fw/State"), std::string("50"));
        // Another package in its place is not installed on the strength of the first one's approval.
        const std::string good = rig.handset.value("./FUMO/fw/Update/PkgData");
        rig.handset.set("./FUMO/fw/Update/PkgData", "another", "dms");
        QCOMPARE(rig.run(exec("./FUMO/fw/Update", std::nullopt, "u")).status, StatusCode::Accepted);
        QCOMPARE(*rig.hooks->takeAlerts()[0].items[0].data, std::string("404"));
        QCOMPARE(rig.handset.value("./FUMO/fw/State"), std::string("80"));

        QCOMPARE(rig.run(exec("./FUMO/fw/Download", std::nullopt, "c")).status, StatusCode::Accepted);
        QCOMPARE(
            rig.run(exec("./FUMO/fw/Update", std::nullopt, "u")).status, StatusCode::CommandFailed); // not yet there
        (void)rig.hooks->takeAlerts();
        QCOMPARE(rig.handset.value("./FUMO/fw/Update/PkgData"), good);
        QCOMPARE(rig.run(exec("./FUMO/fw/Update", std::nullopt, "u")).status, StatusCode::Accepted);
        QCOMPARE(*rig.hooks->takeAlerts()[0].items[0].data, std::string("200"));
        QCOMPARE(rig.handset.value("./FUMO/fw/State"), std::string("100"));
    }

    void C40_firmwareThatCannotBeCheckedIsNotFetched()
    {
        Rig rig;
        QCOMPARE(rig.run(exec("./FUMO/fw/Download", std::nullopt, "c")).status, StatusCode::NotSupported);
        QCOMPARE(rig.run(exec("./FUMO/fw/Update", std::nullopt, "c")).status, StatusCode::CommandFailed);
        QCOMPARE(
            rig.run(exec("./FUMO/fw/Download", std::nullopt, "c"), "stranger").status, StatusCode::PermissionDenied);
        QCOMPARE(rig.run(exec("./AP/internet", std::nullopt, "c")).status, StatusCode::PermissionDenied);
        QVERIFY(rig.hooks->takeAlerts().empty());
    }

    void F11_DM_SC_PRV_2_privateDataAreNotReleased()
    {
        Rig rig;
        QCOMPARE(rig.run(Rig::make(CommandKind::Get, "./Private/Number")).status, StatusCode::PermissionDenied);
        const auto listed = rig.run(Rig::make(CommandKind::Get, "./Private?list=TNDS"));
        QVERIFY(!syncml::isSuccess(listed.status) && listed.results.empty());
        QCOMPARE(rig.run(Rig::make(CommandKind::Get, "./Private/Number"), "issuer").status, StatusCode::Ok);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestHandsetHooks>(argc, argv);
}

} // namespace dmsc::tst_handset_hooks

#include "tst_handset_hooks.moc"
