// SPDX-License-Identifier: Apache-2.0
// dm-cases.md E: the user is asked (PRO 2.5).
#include "client_rig.h"

#include "cardio/session/recorded_user.h"
#include "tests/support/run_test.h"

#include <QTemporaryFile>

namespace dmsc::tst_dm_client_alerts {

using namespace dmsc::test;
using syncml::AlertCode;
using syncml::Command;
using syncml::CommandKind;
using syncml::Item;
using Verdict = PromptAnswer::Verdict;

namespace {

PromptAnswer answer(Verdict verdict, const QString& text = {}, std::vector<int> chosen = {})
{
    PromptAnswer made;
    made.verdict = verdict;
    made.text = text;
    made.chosen = std::move(chosen);
    return made;
}

/// Data of the Items in the Status of the first command.
std::vector<std::string> saidIn(const syncml::Message& message)
{
    std::vector<std::string> data;
    for (const Item& item : message.commands.at(1).items)
        data.push_back(item.data.value_or("none"));
    return data;
}

using Texts = std::vector<std::string>;

} // namespace

class TestDmClientAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void E01_aDisplayIsShownForItsTime()
    {
        ClientRig rig;
        rig.options.asker.name = QStringLiteral("Operator");
        rig.start();
        QCOMPARE(rig.codes({alert(AlertCode::Display, {"MINDT=10&MAXDT=20", "Hello"})}), (Codes{200, 200}));
        const Prompt prompt = rig.user.asked().at(0);
        QVERIFY(prompt.kind == PromptKind::Display);
        QCOMPARE(prompt.text, QStringLiteral("Hello"));
        QCOMPARE(prompt.options.minDisplay, std::chrono::seconds(10));
        QCOMPARE(prompt.options.maxDisplay, std::optional(std::chrono::seconds(20)));
        QCOMPARE(prompt.asker.name, QStringLiteral("Operator"));
        QVERIFY(!prompt.asker.verified); // nobody has proved anything
    }

    void USE_9_confirmOrReject_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("code");
        QTest::newRow("yes") << int(Verdict::Yes) << 200;
        QTest::newRow("no") << int(Verdict::No) << 304;
        QTest::newRow("cancel") << int(Verdict::Cancelled) << 214;
        QTest::newRow("E06 time out") << int(Verdict::TimedOut) << 408;
        QTest::newRow("E09 too large") << int(Verdict::TooLarge) << 416;
    }
    void USE_9_confirmOrReject()
    {
        QFETCH(int, verdict);
        QFETCH(int, code);
        ClientRig rig(static_cast<Verdict>(verdict));
        rig.start();
        // Directly in the body it has no effect on the others.
        QCOMPARE(rig.codes({alert(AlertCode::ConfirmOrReject, {"DR=1", "Sure?"}),
                     command(CommandKind::Replace, "./MO/Text", "x")}),
            (Codes{200, code, 200}));
        QVERIFY(rig.user.asked().at(0).defaultYes);
    }

    void PRO_2_5_noInAnAtomicRollsItBack()
    {
        for (const Verdict verdict : {Verdict::No, Verdict::Cancelled, Verdict::TimedOut}) {
            ClientRig rig(verdict);
            rig.start();
            const Codes codes = rig.codes({group(CommandKind::Atomic,
                {command(CommandKind::Replace, "./MO/Text", "x"), alert(AlertCode::ConfirmOrReject, {"", "Sure?"}),
                    command(CommandKind::Delete, "./MO/Sub")})});
            QCOMPARE(codes.at(1), 507);
            QCOMPARE(codes.at(2), 216);
            QVERIFY(codes.at(3) != 200);
            QCOMPARE(codes.at(4), 215);
            QVERIFY(rig.unchanged());
        }
        ClientRig yes;
        yes.start();
        QCOMPARE(
            yes.codes({group(CommandKind::Atomic,
                {alert(AlertCode::ConfirmOrReject, {"", "Sure?"}), command(CommandKind::Replace, "./MO/Text", "x")})}),
            (Codes{200, 200, 200, 200}));
        QCOMPARE(yes.value("./MO/Text"), std::string("x"));
    }

    void E03_textIsTypedWithinItsLimits()
    {
        ClientRig rig(std::vector{answer(Verdict::Yes, QStringLiteral("12345678")), answer(Verdict::Yes, {})});
        rig.start();
        QCOMPARE(rig.codes({alert(AlertCode::TextInput, {"MAXLEN=6&IT=N&ET=P&DR=00", "PIN?"})}), (Codes{200, 200}));
        QCOMPARE(saidIn(rig.lastMessage()), (Texts{"123456"}));
        const Prompt prompt = rig.user.asked().at(0);
        QVERIFY(prompt.options.hidden);
        QVERIFY(prompt.options.input == PromptOptions::Input::Number);
        QCOMPARE(prompt.options.defaultResponse, QStringLiteral("00"));
        QCOMPARE(rig.codes({alert(AlertCode::TextInput, {"", "Name?"})}), (Codes{200, 200}));
        QCOMPARE(saidIn(rig.lastMessage()), (Texts{""}));
    }

    void E03_onlyWhatIsAskedForIsEntered_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* options, const char* text, bool good) {
            QTest::addRow("%s: %s", options, text) << QString::fromLatin1(options) << QString::fromLatin1(text) << good;
        };
        row("IT=A", "any thing", true);
        row("IT=N", "0123", true);
        row("IT=N", "ab", false);
        row("IT=N", "", false);
        row("IT=N&MAXLEN=2", "12ab", true); // cut first, as in the window
        row("IT=D", "29022024", true);
        row("IT=D", "29022023", false);
        row("IT=D", "20240229", false);
        row("IT=T", "235959", true);
        row("IT=T", "240000", false);
        row("IT=T", "2359", false);
        row("IT=I", "192.168.0.1", true);
        row("IT=I", "192.168.0.256", false);
        row("IT=I", "192.168.0", false);
        row("IT=P", "+49 40", false);
        row("IT=P", "+4940*1#p2", true);
    }
    void E03_onlyWhatIsAskedForIsEntered()
    {
        QFETCH(QString, options);
        QFETCH(QString, text);
        QFETCH(bool, good);
        ClientRig rig(std::vector{answer(Verdict::Yes, text)});
        rig.start();
        QCOMPARE(
            rig.codes({alert(AlertCode::TextInput, {options.toStdString(), "What?"})}), (Codes{200, good ? 200 : 214}));
        QCOMPARE(saidIn(rig.lastMessage()).size(), std::size_t(good ? 1 : 0));
    }

    void E04_choicesAreNumberedFromOne()
    {
        ClientRig rig(std::vector{answer(Verdict::Yes, {}, {2}), answer(Verdict::Yes, {}, {3, 1, 3, 9}),
            answer(Verdict::Yes, {}, {}), answer(Verdict::Yes, {}, {7})});
        rig.start();
        QCOMPARE(rig.codes({alert(AlertCode::SingleChoice, {"", "Which?", "A", "B"})}), (Codes{200, 200}));
        QCOMPARE(saidIn(rig.lastMessage()), (Texts{"2"}));
        QCOMPARE(rig.user.asked().at(0).choices, (std::vector<QString>{QStringLiteral("A"), QStringLiteral("B")}));
        QCOMPARE(rig.codes({alert(AlertCode::MultipleChoice, {"", "Which?", "A", "B", "C"})}), (Codes{200, 200}));
        QCOMPARE(saidIn(rig.lastMessage()), (Texts{"1", "3"})); // in their order, those that exist
        QCOMPARE(rig.codes({alert(AlertCode::MultipleChoice, {"", "Which?", "A", "B", "C"})}), (Codes{200, 200}));
        QVERIFY(saidIn(rig.lastMessage()).empty());
        QCOMPARE(rig.codes({alert(AlertCode::SingleChoice, {"", "Which?", "A", "B"})}), (Codes{200, 214}));
    }

    void E04_aScriptChoosesTheDefault()
    {
        ClientRig rig;
        rig.start();
        (void)rig.codes({alert(AlertCode::MultipleChoice, {"DR=2-3", "Which?", "A", "B", "C"})});
        QCOMPARE(saidIn(rig.lastMessage()), (Texts{"2", "3"}));
        (void)rig.codes({alert(AlertCode::SingleChoice, {"", "Which?", "A", "B"})});
        QCOMPARE(saidIn(rig.lastMessage()), (Texts{"1"}));
        (void)rig.codes({alert(AlertCode::TextInput, {"DR=Hello+you", "What?"})});
        QCOMPARE(saidIn(rig.lastMessage()), (Texts{"Hello you"}));
    }

    void E07_unknownOptionsAreSkipped()
    {
        ClientRig rig;
        rig.start();
        QCOMPARE(rig.codes({alert(AlertCode::Display, {"COLOUR=red&MINDT=x&=&MAXDT", "Hello"})}), (Codes{200, 200}));
        QCOMPARE(rig.user.asked().at(0).options, PromptOptions());
    }

    void E09_whatNobodyCouldReadIsNotShown()
    {
        ClientRig rig;
        rig.options.maxMsgSize = 1 << 20;
        rig.start();
        QCOMPARE(rig.codes({alert(AlertCode::Display, {"", std::string(70'000, 'x')})}), (Codes{200, 416}));
        std::vector<std::string> items{"", "Which?"};
        items.resize(1'100, "choice");
        QCOMPARE(rig.codes({alert(AlertCode::SingleChoice, items)}), (Codes{200, 416}));
        QVERIFY(rig.user.asked().empty());
    }

    void PRO_2_5_missingItemsAre412AndNoUserIs406()
    {
        ClientRig rig;
        rig.start();
        QCOMPARE(rig.codes({alert(AlertCode::Display), alert(AlertCode::ConfirmOrReject, {""}),
                     alert(AlertCode::SingleChoice, {"", "Which?"})}),
            (Codes{200, 412, 412, 412}));
        QVERIFY(rig.user.asked().empty());
        ClientRig nobody;
        nobody.options.user = nullptr;
        nobody.start();
        QCOMPARE(nobody.codes({alert(AlertCode::Display, {"", "Hello"}), alert(AlertCode::Generic, {"x"}),
                     alert(static_cast<AlertCode>(1199))}),
            (Codes{200, 406, 406, 406}));
    }

    void USE_9_theAskerIsWhoProvedItself()
    {
        ClientRig rig;
        rig.account.server = {AuthScheme::Basic, "srv", "secret", {}};
        rig.cred = credOf(rig.account.server);
        rig.start();
        QCOMPARE(rig.codes({alert(AlertCode::Display, {"", "Hello"})}), (Codes{212, 200}));
        QVERIFY(rig.user.asked().at(0).asker.verified);
    }

    void questionsAndCommandsAreRecorded()
    {
        ClientRig rig(Verdict::No);
        std::vector<Record> records;
        const RecordOutlet outlet([&](Record record) { records.push_back(std::move(record)); });
        RecordedUser user(rig.user, outlet);
        rig.options.records = outlet;
        rig.options.user = &user;
        rig.start();
        (void)rig.say({alert(AlertCode::ConfirmOrReject, {"", "Sure?"}), command(CommandKind::Get, "./MO/Text")});
        // Package 1, the question, the message, the Statuses of its two commands.
        QCOMPARE(records.size(), std::size_t{5});
        QVERIFY(records[1].layer == Layer::Ui && records[1].to == Actor::User);
        QCOMPARE(records[1].request, QByteArray("Sure?"));
        QCOMPARE(records[3].status, QStringLiteral("304"));
        QCOMPARE(records[4].target, QStringLiteral("./MO/Text"));
        QVERIFY(!records[2].request.isEmpty() && !records[2].response.isEmpty());
    }

    void aFileOfAnswersIsReadStrictly()
    {
        const auto read = [](const char* json) {
            const QByteArray bytes(json);
            return readAnswers({reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())});
        };
        const auto good =
            read(R"([{"verdict":"yes","text":"hi","chosen":[1,3],"accepted":[0]},{"verdict":"timeout"}])");
        QVERIFY(good);
        QCOMPARE(good->at(0).answer.text, QStringLiteral("hi"));
        QCOMPARE(good->at(0).answer.chosen, (std::vector<int>{1, 3}));
        QVERIFY(good->at(1).answer.verdict == Verdict::TimedOut);
        QVERIFY(!read(R"({"verdict":"yes"})"));
        QVERIFY(!read(R"([{"verdict":"perhaps"}])"));
        QVERIFY(!read("[1]"));
        QVERIFY(!read("nonsense"));
        QVERIFY(!ScriptedUser::make(QStringLiteral("/no/such/file")));
        // After its end everything is refused: the safe answer.
        const auto user = ScriptedUser::playing(*good);
        (void)user->ask({});
        (void)user->ask({});
        QVERIFY(user->ask({}).verdict == Verdict::Cancelled);
    }

    void aYesOfTheFileWithoutAListIsToAllThatIsOffered()
    {
        const QByteArray json(R"([{"verdict":"yes"},{"verdict":"yes","accepted":[]},{"verdict":"yes","accepted":[1]},)"
                              R"({"verdict":"yes"},{"verdict":"no"}])");
        auto answers = readAnswers({reinterpret_cast<const std::uint8_t*>(json.constData()), std::size_t(json.size())});
        QVERIFY(answers);
        const auto user = ScriptedUser::playing(*std::move(answers));
        Prompt settings;
        settings.partial = true;
        settings.changes.resize(3);
        QCOMPARE(user->ask(settings).accepted, (std::vector<std::size_t>{0, 1, 2}));
        QVERIFY(user->ask(settings).accepted.empty());
        QCOMPARE(user->ask(settings).accepted, std::vector<std::size_t>{1});
        Prompt choice;
        choice.kind = PromptKind::SingleChoice;
        choice.choices = {QStringLiteral("one"), QStringLiteral("two")};
        choice.options.defaultResponse = QStringLiteral("2");
        QCOMPARE(user->ask(choice).chosen, std::vector<int>{2});
        QVERIFY(user->ask(settings).accepted.empty());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmClientAlerts>(argc, argv);
}

} // namespace dmsc::tst_dm_client_alerts

#include "tst_dm_client_alerts.moc"
