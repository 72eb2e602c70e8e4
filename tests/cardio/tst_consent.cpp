// SPDX-License-Identifier: Apache-2.0
#include "handset_rig.h"

#include "cardio/handset/handset_hooks.h"
#include "cardio/handset/revocation.h"
#include "cardio/session/executor.h"
#include "model/formats/tnds.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_consent {

using namespace dmsc::test;
using syncml::CommandKind;
using syncml::StatusCode;
using What = GraftResult::What;

namespace {

constexpr const char* kHandset = R"(
    . [acl Add=*&Delete=*&Get=*&Replace=*]
    MO  node  org.example/1.0/a
      Value = old
      Secret = letmein
)";

/// A card with two MOs, the second one replaces the device's.
std::string cardWith(std::string_view markOfNew, std::string_view markOfOld)
{
    std::string text = "New  node  org.example/1.0/b\n  Value = 1\nMO  node  org.example/1.0/a\n  Value = new\n"
                       "  Secret = sesame\nConfirmation  node  org.dmsc/1.0/Confirmation\n";
    if (!markOfNew.empty())
        text += "  1\n    URI = ./New\n    Mark = " + std::string(markOfNew) + "\n";
    if (!markOfOld.empty())
        text += "  2\n    URI = ./MO\n    Mark = " + std::string(markOfOld) + "\n";
    return text;
}

BootstrapReport take(HandsetRig& rig, const std::string& card, ScriptedUser& user, const HandsetSettings& settings = {})
{
    auto report = takeIn(rig.device(), offerFrom(card.c_str()), settings, user);
    if (!report)
        qFatal("%s", qPrintable(report.error().text()));
    return *std::move(report);
}

What whatOf(const BootstrapReport& report, std::string_view uri)
{
    for (const GraftResult& result : report.mos)
        if (result.onDevice.text() == uri)
            return result.what;
    return What::Failed;
}

/// A session's commands on the handset, one at a time.
struct Session
{
    explicit Session(HandsetRig& handset, UserAgent* user, const HandsetSettings& settings = {})
        : rig(&handset)
        , hooks({&handset.device(), user, settings, someAsker(), nullptr, nullptr, false, {}, {}})
    {
    }

    StatusCode run(CommandKind kind, std::string_view target, std::string_view data, std::string_view mark = {},
        std::string_view type = {})
    {
        syncml::Message message;
        message.header.msgId = syncml::MessageId{1};
        syncml::Command& command = message.commands.emplace_back();
        command.kind = kind;
        command.id = syncml::CommandId{1};
        syncml::Item& item = command.items.emplace_back();
        item.target.uri = target;
        item.meta.mark = mark;
        item.meta.type = type;
        if (kind != CommandKind::Delete)
            item.data = std::string(data);
        TreeEditor editor = rig->device().edit("dms");
        ExecutorOptions options;
        options.server = "dms";
        options.hooks = &hooks;
        CommandExecutor executor(editor, options);
        const auto answers = executor.execute(message);
        if (!editor.changes().touched.empty() && !rig->device().commit(editor, "dms"))
            qFatal("not stored");
        return answers.size() < 2 ? StatusCode::None : answers[1].status;
    }

    StatusCode bring(std::string_view target, const char* tree, std::string_view mark)
    {
        const auto bytes = writeTndsXml(treeOf(tree));
        if (!bytes)
            qFatal("no document");
        return run(CommandKind::Add, target, {reinterpret_cast<const char*>(bytes->data()), bytes->size()}, mark,
            syncml::mime::kTndsXml);
    }

    HandsetRig* rig;
    HandsetHooks hooks;
};

constexpr const char* kMarkedMo = "X  node  org.example/1.0/x\n  Value = 1\n";

} // namespace

/// The user is asked where data are marked, and not where they are not.
class TestConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void F04_DM_SC_USE_1_markedDataAreAskedAbout()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::Yes);
        const auto report = take(rig, cardWith("confirm", "do-not-confirm"), user);
        QCOMPARE(user.asked().size(), std::size_t{1});
        const Prompt prompt = user.asked()[0];
        QCOMPARE(prompt.changes.size(), std::size_t{1});
        QCOMPARE(prompt.changes[0].uri, std::string("./New"));
        QCOMPARE(prompt.changes[0].kind, PromptChange::Kind::Add);
        QVERIFY(!prompt.defaultYes && prompt.partial && !prompt.why.isEmpty());
        QVERIFY(!prompt.ifYes.isEmpty() && !prompt.ifNo.isEmpty());
        QCOMPARE(prompt.asker, someAsker());
        QVERIFY(report.asked);
        QCOMPARE(whatOf(report, "./New"), What::Added);
        QVERIFY(rig.has("./New/Value"));
    }

    void F04_DM_SC_USE_1_noMeansThatNothingIsTakenIn_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::newRow("no") << static_cast<int>(PromptAnswer::Verdict::No);
        QTest::newRow("cancelled") << static_cast<int>(PromptAnswer::Verdict::Cancelled);
        QTest::newRow("no answer") << static_cast<int>(PromptAnswer::Verdict::TimedOut);
    }

    void F04_DM_SC_USE_1_noMeansThatNothingIsTakenIn()
    {
        QFETCH(int, verdict);
        HandsetRig rig(kHandset);
        ScriptedUser user(static_cast<PromptAnswer::Verdict>(verdict));
        const std::string before = rig.text();
        const auto report = take(rig, cardWith("confirm", "confirm"), user);
        QCOMPARE(user.asked().size(), std::size_t{1}); // one question for both
        QCOMPARE(whatOf(report, "./New"), What::Refused);
        QCOMPARE(whatOf(report, "./MO"), What::Refused);
        QCOMPARE(rig.stored(), before);
    }

    void F04_DM_SC_USE_1_onlyWhatIsAcceptedIsTakenIn()
    {
        HandsetRig rig(kHandset);
        PromptAnswer some;
        some.verdict = PromptAnswer::Verdict::Yes;
        some.accepted = {1};
        ScriptedUser user(std::vector{some});
        const auto report = take(rig, cardWith("confirm", "confirm"), user);
        const Prompt prompt = user.asked()[0];
        QCOMPARE(prompt.changes.size(), std::size_t{2});
        QCOMPARE(whatOf(report, prompt.changes[0].uri), What::Refused);
        QVERIFY(whatOf(report, prompt.changes[1].uri) != What::Refused);
        QCOMPARE(rig.has("./New"), prompt.changes[1].uri == "./New");
        // Nothing chosen is nothing taken, numbers that are none are passed over.
        PromptAnswer none;
        none.verdict = PromptAnswer::Verdict::Yes;
        none.accepted = {7, std::numeric_limits<std::size_t>::max()};
        ScriptedUser other(std::vector{none});
        HandsetRig second(kHandset);
        const std::string before = second.text();
        take(second, cardWith("confirm", "confirm"), other);
        QCOMPARE(second.text(), before);
    }

    void F04_DM_SC_USE_2_whatIsMarkedNotToBeConfirmedIsNeverAskedAbout()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::No);
        HandsetSettings curious;
        curious.askUnmarked = true;
        const auto report = take(rig, cardWith("do-not-confirm", "do-not-confirm"), user, curious);
        QVERIFY(user.asked().empty() && !report.asked);
        QCOMPARE(rig.value("./MO/Value"), std::string("new"));
        QVERIFY(rig.has("./New"));
    }

    void F04_DM_SC_USE_4_unmarkedDataAreAskedAboutWhenTheOwnerHasSetSo()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::No);
        take(rig, cardWith({}, {}), user);
        QVERIFY(user.asked().empty());
        QVERIFY(rig.has("./New"));
        HandsetRig other(kHandset);
        HandsetSettings curious;
        curious.askUnmarked = true;
        take(other, cardWith({}, {}), user, curious);
        QCOMPARE(user.asked().size(), std::size_t{1});
        QCOMPARE(user.asked()[0].changes.size(), std::size_t{2});
        QVERIFY(!other.has("./New"));
    }

    void F05_DM_SC_USE_5_beforeAnMoIsReplacedTheUserSeesWhatWouldChange()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::Yes);
        take(rig, cardWith({}, "confirm"), user);
        QCOMPARE(user.asked().size(), std::size_t{1});
        const PromptChange change = user.asked()[0].changes[0];
        QCOMPARE(change.kind, PromptChange::Kind::Replace);
        QVERIFY2(change.before.contains(QLatin1String("Value: old")), qPrintable(change.before));
        QVERIFY2(change.after.contains(QLatin1String("Value: new")), qPrintable(change.after));
        // Secrets are not shown.
        QVERIFY(!change.before.contains(QLatin1String("letmein")) && !change.after.contains(QLatin1String("sesame")));
        QCOMPARE(rig.value("./MO/Value"), std::string("new"));
        // The same again is no replacing.
        take(rig, cardWith({}, "confirm"), user);
        QCOMPARE(user.asked().size(), std::size_t{1});
    }

    void DM_SC_USE_1_aMarkCountsFromTheNearestPlaceAbove()
    {
        const Tree card = treeOf(R"(
            A
              X  node  org.example/1.0/x
              Y  node  org.example/1.0/y
            B  node  org.example/1.0/b
              Part = 1
            C  node  org.example/1.0/c
            Confirmation  node  org.dmsc/1.0/Confirmation
              1
                URI = ./A
                Mark = confirm
              2
                URI = ./A/Y
                Mark = do-not-confirm
              3
                URI = ./B/Part
                Mark = confirm
              4
                URI = //nonsense
                Mark = confirm
              5
                Mark = confirm
              6
                URI = ./C
                Mark = perhaps
        )");
        const auto mark = [&](const char* uri) { return confirmMarkOf(card, card.find(uriOf(uri))); };
        QCOMPARE(mark("./A/X"), ConfirmMark::Confirm);
        QCOMPARE(mark("./A/Y"), ConfirmMark::DoNotConfirm);
        QCOMPARE(mark("./B"), ConfirmMark::Confirm); // a part of it is
        QCOMPARE(mark("./C"), ConfirmMark::Absent);
    }

    void F12_DM_SC_USE_8_theUserIsToldWhenItIsFinished()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::No);
        take(rig, cardWith("confirm", {}), user);
        QCOMPARE(user.told().size(), std::size_t{1});
        QCOMPARE(user.told()[0].kind, Notice::Kind::Finished);
        QVERIFY2(user.told()[0].text.contains(QLatin1Char('1')), qPrintable(user.told()[0].text));
    }

    void DM_SC_USE_1_aSessionsMarkedDataAreAskedAbout()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::Yes);
        Session session(rig, &user);
        QCOMPARE(session.bring("./X", kMarkedMo, "confirm"), StatusCode::Ok);
        QCOMPARE(user.asked().size(), std::size_t{1});
        QCOMPARE(user.asked()[0].changes[0].uri, std::string("./X"));
        QVERIFY(rig.has("./X/Value"));
        ScriptedUser unwilling(PromptAnswer::Verdict::No);
        Session other(rig, &unwilling);
        QCOMPARE(other.bring("./Y", "Y  node  org.example/1.0/x\n  V = 1\n", "confirm"), StatusCode::NotModified);
        QVERIFY(!rig.has("./Y"));
        QCOMPARE(other.run(CommandKind::Replace, "./MO/Value", "z", "confirm"), StatusCode::NotModified);
        QCOMPARE(rig.value("./MO/Value"), std::string("old"));
        ScriptedUser asleep(PromptAnswer::Verdict::TimedOut);
        Session third(rig, &asleep);
        QCOMPARE(third.bring("./Y", "Y  node  org.example/1.0/x\n  V = 1\n", "confirm"), StatusCode::Timeout);
        Session nobody(rig, nullptr);
        QCOMPARE(nobody.run(CommandKind::Replace, "./MO/Value", "z", "confirm"), StatusCode::NotSupported);
        QCOMPARE(rig.value("./MO/Value"), std::string("old"));
    }

    void DM_SC_USE_2_aSessionsDataThatAreNotToBeConfirmedAreNotAskedAbout()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::No);
        HandsetSettings curious;
        curious.askUnmarked = true;
        Session session(rig, &user, curious);
        QCOMPARE(session.bring("./X", kMarkedMo, "do-not-confirm"), StatusCode::Ok);
        QCOMPARE(session.run(CommandKind::Replace, "./MO/Value", "z"), StatusCode::Ok); // a value is no MO
        QVERIFY(user.asked().empty());
        // USE-4: a whole MO without a mark.
        QCOMPARE(session.bring("./Z", "Z  node  org.example/1.0/x\n  V = 1\n", {}), StatusCode::NotModified);
        QCOMPARE(user.asked().size(), std::size_t{1});
    }

    void F05_DM_SC_USE_5_whatCameWithAMarkIsNotReplacedUnasked()
    {
        HandsetRig rig(kHandset);
        ScriptedUser willing(PromptAnswer::Verdict::Yes);
        take(rig, cardWith("confirm", {}), willing); // by the card
        Session bringing(rig, &willing);
        QCOMPARE(bringing.bring("./X", kMarkedMo, "confirm"), StatusCode::Ok); // by a session
        rig.start();
        ScriptedUser user(PromptAnswer::Verdict::No);
        Session session(rig, &user);
        QCOMPARE(session.run(CommandKind::Replace, "./New/Value", "z"), StatusCode::NotModified);
        QCOMPARE(session.run(CommandKind::Replace, "./X/Value", "z"), StatusCode::NotModified);
        QCOMPARE(session.run(CommandKind::Delete, "./X", {}), StatusCode::NotModified);
        QCOMPARE(user.asked().size(), std::size_t{3});
        QCOMPARE(user.asked()[0].changes[0].before, QStringLiteral("1"));
        QCOMPARE(user.asked()[0].changes[0].after, QStringLiteral("z"));
        QCOMPARE(user.asked()[2].changes[0].kind, PromptChange::Kind::Delete);
        QVERIFY(rig.has("./X") && rig.value("./New/Value") == "1");
        QCOMPARE(session.run(CommandKind::Replace, "./MO/Value", "z"), StatusCode::Ok); // that one had none
        // The mark goes with the card.
        QVERIFY(dropCard(rig.device(), "8949"));
        QVERIFY(!rig.has("./New"));
        QCOMPARE(session.run(CommandKind::Replace, "./X/Value", "z"), StatusCode::NotModified);
    }

    void DM_SC_USE_5_whatWasTakenBackIsAskedAboutWhenTheCardIsBack()
    {
        HandsetRig rig(kHandset);
        ScriptedUser willing(PromptAnswer::Verdict::Yes);
        take(rig, cardWith("confirm", {}), willing);
        QVERIFY(revokeConsent(rig.device(), {*Uri::parse("./New")}));
        QVERIFY(dropCard(rig.device(), "8949"));
        ScriptedUser user(PromptAnswer::Verdict::No);
        take(rig, cardWith({}, {}), user); // it is not marked any more
        QCOMPARE(user.asked().size(), std::size_t{1});
        QVERIFY(!rig.has("./New"));
    }

    void DM_SC_USE_5_whatACardReplacedIsAsBeforeWhenTheConsentIsTakenBack()
    {
        HandsetRig rig(kHandset);
        const std::string before = rig.owner("./MO/Value");
        ScriptedUser willing(PromptAnswer::Verdict::Yes);
        std::string card = cardWith({}, "confirm");
        card.replace(card.find("  Secret"), 0, "  More = 1\n"); // a node that the device had not
        take(rig, card, willing);
        QCOMPARE(rig.value("./MO/Value"), std::string("new"));
        QVERIFY(rig.has("./MO/More"));
        // What a server changes after that stays.
        Session server(rig, &willing);
        QCOMPARE(server.run(CommandKind::Replace, "./MO/Secret", "mine"), StatusCode::Ok);

        const auto done = revokeConsent(rig.device(), {*Uri::parse("./MO")});
        QVERIFY(done && done->kept.empty());
        QCOMPARE(done->restored, std::vector<Uri>{*Uri::parse("./MO/Value")});
        QCOMPARE(done->removed, std::vector<Uri>{*Uri::parse("./MO/More")});
        rig.start();
        QCOMPARE(rig.value("./MO/Value"), std::string("old"));
        QCOMPARE(rig.owner("./MO/Value"), before);
        QCOMPARE(rig.value("./MO/Secret"), std::string("mine"));
        QVERIFY(!rig.has("./MO/More"));
        QVERIFY(rig.has("./New")); // of another consent
        QVERIFY(rig.device().earlier()->empty());
        // It is the device's own for the card's leaving too, and asked about when the card is taken in again.
        ScriptedUser unwilling(PromptAnswer::Verdict::No);
        take(rig, cardWith({}, {}), unwilling);
        QCOMPARE(unwilling.asked().size(), std::size_t{1});
        QCOMPARE(rig.value("./MO/Value"), std::string("old"));
        const auto gone = dropCard(rig.device(), "8949");
        QVERIFY(gone && gone->restored.empty());
        QCOMPARE(rig.value("./MO/Value"), std::string("old"));
    }

    void DM_SC_USE_5_whatTheAskerHadConfirmedIsAskedAboutTheNextTime()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::No);
        Session session(rig, &user);
        QCOMPARE(session.bring("./X", kMarkedMo, "confirmed"), StatusCode::Ok);
        QVERIFY(user.asked().empty()); // the asker's own alert was answered before
        QCOMPARE(session.run(CommandKind::Replace, "./X/Value", "z"), StatusCode::NotModified);
        QCOMPARE(user.asked().size(), std::size_t{1});
    }

    void DM_SC_USE_5_aRefusalInAnAtomicTakesBackTheRest()
    {
        HandsetRig rig(kHandset);
        ScriptedUser user(PromptAnswer::Verdict::No);
        Session session(rig, &user);
        syncml::Message message;
        message.header.msgId = syncml::MessageId{1};
        syncml::Command& atomic = message.commands.emplace_back();
        atomic.kind = CommandKind::Atomic;
        atomic.id = syncml::CommandId{1};
        for (const char* mark : {"", "confirm"}) {
            syncml::Command& member = atomic.members.emplace_back();
            member.kind = CommandKind::Replace;
            member.id = syncml::CommandId{static_cast<std::uint32_t>(atomic.members.size() + 1)};
            syncml::Item& item = member.items.emplace_back();
            item.target.uri = "./MO/Value";
            item.meta.mark = mark;
            item.data = "z";
        }
        TreeEditor editor = rig.device().edit("dms");
        ExecutorOptions options;
        options.server = "dms";
        options.hooks = &session.hooks;
        const auto answers = CommandExecutor(editor, options).execute(message);
        QCOMPARE(answers[1].status, StatusCode::AtomicFailed);
        QCOMPARE(rig.value("./MO/Value"), std::string("old"));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestConsent>(argc, argv);
}

} // namespace dmsc::tst_consent

#include "tst_consent.moc"
