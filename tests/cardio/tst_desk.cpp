// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"

#include "cardio/desk/desk.h"
#include "cardio/desk/side_session.h"
#include "model/compare/diff.h"
#include "tests/support/run_test.h"

#include <QSignalSpy>

namespace dmsc::tst_desk {

using namespace dmsc::test;

namespace {

/// A desk and what it said.
struct DeskRig
{
    DeskRig()
        : desk(nullptr, folder.filePath(QStringLiteral("cache")))
    {
        QObject::connect(
            &desk, &Desk::opened, [this](Side side, const SideState& state) { sides[std::size_t(side)] = state; });
        QObject::connect(&desk, &Desk::failed, [this](const Error& error) { errors.push_back(error); });
        QObject::connect(&desk, &Desk::applied,
            [this](const std::vector<OperationResult>& answered) { results.push_back(answered); });
        QObject::connect(&desk, &Desk::cancelled, [this] { ++cancels; });
        QObject::connect(&desk, &Desk::saved, [this] { ++saves; });
        QObject::connect(&desk, &Desk::progressed, [this](qint64 done, qint64 total) { progress = {done, total}; });
    }
    [[nodiscard]] bool idle() const
    {
        return QTest::qWaitFor([this] { return !desk.busy(); }, 60000);
    }
    bool openDemo()
    {
        desk.openDemo(folder.filePath(QStringLiteral("demo")));
        return idle() && sides[0].tree && sides[1].tree;
    }
    [[nodiscard]] const Tree& tree(Side side) const { return *sides[std::size_t(side)].tree; }

    QTemporaryDir folder;
    std::array<SideState, 2> sides;
    std::vector<Error> errors;
    std::vector<std::vector<OperationResult>> results;
    std::pair<qint64, qint64> progress;
    int cancels = 0;
    int saves = 0;
    Desk desk; // last: it ends first
};

} // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_2_GEN_10_theDemoDeskOpens()
    {
        DeskRig rig;
        QVERIFY2(rig.openDemo(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        QVERIFY(rig.tree(Side::Device).size() > 300);
        QVERIFY(rig.tree(Side::Card).size() > 200);
        QVERIFY(rig.sides[1].secured);
        QCOMPARE(rig.sides[1].security, QStringLiteral("SCP03 0x33"));
        QVERIFY(rig.sides[1].bytesUsed > 32768);
        QVERIFY(rig.sides[1].descriptions && !rig.sides[1].descriptions->empty());
        QVERIFY(!diff(rig.tree(Side::Device), rig.tree(Side::Card)).empty());
        QVERIFY(rig.desk.records().waiting() >= 5);
        bool message = false;
        for (const Record& record : rig.desk.records().take(1000))
            message = message || (record.layer == Layer::SyncMl && record.status == QStringLiteral("200"));
        QVERIFY(message);
    }

    void DM_SC_GEN_7_GEN_8_anMoIsCopiedBothWays()
    {
        DeskRig rig;
        QVERIFY(rig.openDemo());
        auto plan = planCopy(rig.tree(Side::Device), rig.tree(Side::Device).find(uri("./FUMO")), rig.tree(Side::Card),
            uri("./FUMO"), Side::Card);
        QVERIFY(plan);
        auto back = planCopy(rig.tree(Side::Card), rig.tree(Side::Card).find(uri("./Contract")), rig.tree(Side::Device),
            uri("./Contract"), Side::Device);
        QVERIFY(back);
        plan->insert(plan->end(), back->begin(), back->end());
        rig.desk.apply(*plan);
        QVERIFY(rig.desk.busy());
        QVERIFY(rig.idle());
        QVERIFY2(rig.errors.empty(), rig.errors.empty() ? "" : qPrintable(rig.errors.front().text()));
        QCOMPARE(rig.results.size(), std::size_t{1});
        for (const OperationResult& result : rig.results.front())
            QCOMPARE(result.status, 200);
        const NodeId card = rig.tree(Side::Card).find(uri("./FUMO"));
        QVERIFY(card != kNoNode);
        QVERIFY(equalSubtrees(
            rig.tree(Side::Card), card, rig.tree(Side::Device), rig.tree(Side::Device).find(uri("./FUMO"))));
        QVERIFY(rig.tree(Side::Device).find(uri("./Contract/Number")) != kNoNode);
        // Another desk finds the same.
        DeskRig other;
        other.desk.open(Side::Card, rig.sides[1].where);
        QVERIFY(other.idle());
        QCOMPARE(textOf(other.tree(Side::Card)), textOf(rig.tree(Side::Card)));
    }

    void anOutdatedPlanIsAConflict()
    {
        DeskRig rig;
        QVERIFY(rig.openDemo());
        Operation change = valueChange(rig.tree(Side::Card), "./Branding/Claim", "new");
        change.before = "what nobody wrote";
        rig.desk.apply({change});
        QVERIFY(rig.idle());
        QCOMPARE(rig.errors.size(), std::size_t{1});
        QCOMPARE(rig.errors.front().kind, ErrorKind::Conflict);
        QCOMPARE(rig.tree(Side::Card).value(rig.tree(Side::Card).find(uri("./Branding/Claim"))).substr(0, 4),
            std::string_view("Well"));
    }

    void aLongCopyIsCancelled()
    {
        DeskRig rig;
        QVERIFY(rig.openDemo());
        const std::string before = textOf(rig.tree(Side::Card));
        rig.desk.apply({addition("./Huge", leafTree("Huge", std::string(8'000'000, 'x')))});
        rig.desk.cancel();
        QVERIFY(rig.idle());
        QCOMPARE(rig.cancels, 1);
        rig.desk.reload(Side::Card);
        QVERIFY(rig.idle());
        QCOMPARE(textOf(rig.tree(Side::Card)), before);
        // In the middle of it, too.
        QObject::connect(&rig.desk, &Desk::progressed, &rig.desk, [&](qint64 done, qint64) {
            if (done > 100'000)
                rig.desk.cancel();
        });
        rig.desk.apply({addition("./Huge", leafTree("Huge", std::string(8'000'000, 'x')))});
        QVERIFY(rig.idle());
        QVERIFY(rig.cancels == 2 || rig.tree(Side::Card).find(uri("./Huge")) != kNoNode);
    }

    void documentsAreSidesToo()
    {
        DeskRig rig;
        QVERIFY(rig.openDemo());
        const QString path = rig.folder.filePath(QStringLiteral("card.json"));
        rig.desk.saveAs(Side::Card, path);
        QVERIFY(rig.idle());
        QCOMPARE(rig.saves, 1);
        rig.desk.open(Side::Device, *Where::parse(path));
        QVERIFY(rig.idle());
        QVERIFY(rig.errors.empty());
        QVERIFY(diff(rig.tree(Side::Device), rig.tree(Side::Card)).empty());
        Operation change = valueChange(rig.tree(Side::Device), "./Branding/Claim", "new");
        change.side = Side::Device;
        rig.desk.apply({change});
        QVERIFY(rig.idle());
        QVERIFY(rig.sides[0].modified);
        QCOMPARE(diff(rig.tree(Side::Device), rig.tree(Side::Card)).size(), std::size_t{1});
        rig.desk.saveAs(Side::Device, path);
        QVERIFY(rig.idle());
        rig.desk.open(Side::Device, *Where::parse(path));
        QVERIFY(rig.idle());
        QVERIFY(!rig.sides[0].modified);
        QCOMPARE(diff(rig.tree(Side::Device), rig.tree(Side::Card)).size(), std::size_t{1});
    }

    void whatCannotBeOpenedLeavesWhatIsOpen()
    {
        DeskRig rig;
        QVERIFY(rig.openDemo());
        rig.desk.open(Side::Card, {Where::Kind::Card, rig.folder.filePath(QStringLiteral("none"))});
        rig.desk.open(Side::Card, {Where::Kind::Reader, QStringLiteral("none")});
        QVERIFY(rig.idle());
        QCOMPARE(rig.errors.size(), std::size_t{2});
        rig.desk.reload(Side::Card);
        QVERIFY(rig.idle());
        QCOMPARE(rig.errors.size(), std::size_t{2});
        QSignalSpy closed(&rig.desk, &Desk::closed);
        rig.desk.close(Side::Card);
        QVERIFY(rig.idle());
        QCOMPARE(closed.size(), 1);
    }

    void aDeskMayEndAtAnyTime()
    {
        for (int i = 0; i < 5; ++i) {
            DeskRig rig;
            rig.desk.openDemo(rig.folder.filePath(QStringLiteral("demo")));
            QTest::qWait(i * 5);
        }
    }

    void placesAreRecognised()
    {
        QTemporaryDir folder;
        const QString card = folder.filePath(QStringLiteral("plain name"));
        QVERIFY(createCard(card, {}));
        QCOMPARE(Where::parse(card)->kind, Where::Kind::Card);
        QCOMPARE(Where::parse(QStringLiteral("card:") + card)->name, card);
        QCOMPARE(Where::parse(QStringLiteral("handset:x"))->text(), QStringLiteral("handset:x"));
        QCOMPARE(Where::parse(QStringLiteral("pcsc:Reader 1"))->kind, Where::Kind::Reader);
        QCOMPARE(Where::parse(QStringLiteral("a.xml"))->kind, Where::Kind::Document);
        QVERIFY(!Where::parse(QStringLiteral("card:")));
        QVERIFY(!Where::parse(QString()));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDesk>(argc, argv);
}

} // namespace dmsc::tst_desk

#include "tst_desk.moc"
