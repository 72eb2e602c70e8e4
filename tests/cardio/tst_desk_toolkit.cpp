// SPDX-License-Identifier: Apache-2.0
#include "toolkit_card.h"

#include "cardio/desk/desk.h"
#include "cardio/session/scripted_user.h"
#include "tests/support/run_test.h"

#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_desk_toolkit {

using namespace dmsc::test;

namespace {

/// A desk whose user answers as the prompt suggests, "no" where it is yes or no.
struct Rig
{
    explicit Rig(bool plain)
        : desk(nullptr, folder.filePath(QStringLiteral("cache")))
    {
        if (!createHandset(path("handset"), {true, {}}) || !createCard(path("card"), {!plain, {}, plain}))
            qFatal("no images");
        keepToolkit(path("card"), threeQuestions());
        QObject::connect(&desk, &Desk::failed, [this](const Error& error) { errors << error.text(); });
        QObject::connect(&desk, &Desk::opened, [this](Side side, const SideState& state) {
            if (side == Side::Card)
                card = state;
        });
        QObject::connect(&desk, &Desk::asked, [this](PromptId id, const Prompt& prompt) {
            asked.push_back(prompt);
            desk.answerPrompt(id, prompt.kind == PromptKind::Confirm ? PromptAnswer{} : acceptAsItStands(prompt));
        });
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    [[nodiscard]] bool open(Side side, Where::Kind kind, const char* name)
    {
        desk.open(side, {kind, path(name)});
        return QTest::qWaitFor([this] { return !desk.busy(); }, 60000) && errors.isEmpty();
    }
    [[nodiscard]] std::vector<Record> taken() { return desk.records().take(100000); }

    QTemporaryDir folder;
    QStringList errors;
    std::vector<Prompt> asked;
    SideState card;
    Desk desk; // last: it ends first
};

std::ptrdiff_t count(const std::vector<Record>& records, Layer layer, const char* name)
{
    return std::count_if(records.begin(), records.end(),
        [&](const Record& one) { return one.layer == layer && one.name == QLatin1String(name); });
}

} // namespace

/// What a card in a handset asks its user through its toolkit.
class TestDeskToolkit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_USE_9_aCardInAHandsetAsksItsUser_data()
    {
        QTest::addColumn<bool>("plain");
        QTest::newRow("plain UICC") << true;
        QTest::newRow("with DM_SC") << false;
    }
    void DM_SC_USE_9_aCardInAHandsetAsksItsUser()
    {
        QFETCH(bool, plain);
        Rig rig(plain);
        QVERIFY2(rig.open(Side::Device, Where::Kind::Handset, "handset"), qPrintable(rig.errors.join(u' ')));
        QVERIFY(rig.asked.empty());
        QVERIFY2(rig.open(Side::Card, Where::Kind::Card, "card"), qPrintable(rig.errors.join(u' ')));
        QCOMPARE(rig.asked.size(), std::size_t{3});
        QCOMPARE(rig.asked[0].text, QStringLiteral("Welcome"));
        QCOMPARE(rig.asked[1].kind, PromptKind::Confirm);
        QCOMPARE(rig.asked[2].choices.size(), std::size_t{2});
        QVERIFY(!rig.asked[0].asker.verified && rig.asked[0].asker.name.contains(QLatin1String("card")));
        const auto records = rig.taken();
        QCOMPARE(count(records, Layer::Apdu, "TERMINAL PROFILE"), 1); // once after the reset
        QCOMPARE(count(records, Layer::Reader, "RESET"), 1);
        QCOMPARE(count(records, Layer::Apdu, "FETCH"), 3);
        QCOMPARE(count(records, Layer::Apdu, "TERMINAL RESPONSE"), 3);
        QCOMPARE(std::count_if(records.begin(), records.end(),
                     [](const Record& one) { return one.layer == Layer::Ui && one.to == Actor::User; }),
            3);
        // The rows of one round of questions belong together.
        ExchangeId fetched;
        for (const Record& record : records)
            if (record.name == QLatin1String("FETCH"))
                fetched = fetched.value == 0 ? record.exchange : fetched;
        for (const Record& record : records)
            if (record.layer == Layer::Ui || record.name == QLatin1String("TERMINAL RESPONSE"))
                QCOMPARE(record.exchange.value, fetched.value);
        QCOMPARE(rig.card.files != nullptr, plain);
        QVERIFY(plain || rig.card.secured);
        // It was answered: nothing is asked again before the next reset.
        rig.asked.clear();
        rig.desk.reload(Side::Card);
        QVERIFY(QTest::qWaitFor([&] { return !rig.desk.busy(); }, 60000) && rig.errors.isEmpty());
        QVERIFY(rig.asked.empty());
    }

    void DM_SC_USE_9_aCardThatIsOnlyReadAsksNobody()
    {
        Rig rig(true);
        QVERIFY(rig.open(Side::Card, Where::Kind::Card, "card"));
        QVERIFY(rig.asked.empty());
        QCOMPARE(count(rig.taken(), Layer::Apdu, "TERMINAL PROFILE"), 0);
        QVERIFY(rig.card.files);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDeskToolkit>(argc, argv);
}

} // namespace dmsc::tst_desk_toolkit

#include "tst_desk_toolkit.moc"
