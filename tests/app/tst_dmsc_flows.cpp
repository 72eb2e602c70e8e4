// SPDX-License-Identifier: Apache-2.0
#include "tests/app/flow_rig.h"
#include "tests/support/run_test.h"
#include "tests/support/sanitized.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTest>

namespace dmsc::tst_dmsc_flows {

using namespace dmsc::test;

/// Whole use cases from the shell, and what a power cut leaves of them.
class TestDmscFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFlowIsOneCommand_data();
    void everyFlowIsOneCommand();
    void whatIsMissingIsSaid();
    void DM_SC_GEN_11_theServerHearsTheResult();
    void DM_SC_GEN_20_whatTheServerDoesNotAskForIsNotDone_data();
    void DM_SC_GEN_20_whatTheServerDoesNotAskForIsNotDone();
    void whatIsNoUrlOfAServerIsRefusedBeforeAnythingIsSent();
    void DM_SC_GEN_9_aServerAtAUrlHasTheDeviceStore();
    void DM_SC_ADM_5_theDeviceWritesAsTheDevice();
    void DM_SC_USE_1_noMeansNo();
    void DM_SC_USE_7_whatIsNotApprovedIsAskedAbout();
    void killedAnywhereItFinishesWhenRepeated_data();
    void killedAnywhereItFinishesWhenRepeated();
    void DM_SC_GEN_11_killedInAnApprovalNothingUncheckedIsReady();
};

void TestDmscFlows::everyFlowIsOneCommand_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name : {"uc1", "uc1-a1", "uc1-a2", "uc2", "uc2-a1", "sync", "store", "approve"})
        QTest::newRow(name) << QByteArray(name);
}

void TestDmscFlows::everyFlowIsOneCommand()
{
    QFETCH(QByteArray, name);
    const FlowRig rig;
    const ShellRun run = rig.run(flow(name));
    QVERIFY2(run.exit == 0, run.err.constData());
    QCOMPARE(run.json().value(QLatin1String("flow")).toString(), QString::fromLatin1(name));
    QVERIFY(run.json().value(QLatin1String("done")).toBool());
    QVERIFY(!run.json().value(QLatin1String("steps")).toArray().isEmpty());
}

void TestDmscFlows::whatIsMissingIsSaid()
{
    const FlowRig rig;
    const ShellRun unknown = rig.run("session uc9");
    QCOMPARE(unknown.exit, 2);
    QVERIFY(unknown.err.contains("uc1"));
    const ShellRun nothing = rig.run("session uc1");
    QCOMPARE(nothing.exit, 2);
    QVERIFY(nothing.err.contains("--handset"));
    // What a flow does not look at is refused, not passed over.
    const ShellRun server = rig.run(flow("uc1") + QStringLiteral(" --server http://127.0.0.1:1/dm"));
    QVERIFY2(server.exit == 2 && server.isOneLine("uc2-a1"), server.err.constData());
    const ShellRun mo = rig.run(flow("store") + QStringLiteral(" --server http://127.0.0.1:1/dm"));
    QVERIFY2(mo.exit == 2 && mo.isOneLine("leave out --mo"), mo.err.constData());
    const ShellRun none = rig.run(flow("uc1") + QStringLiteral(" --mo urn:none"));
    QVERIFY2(none.exit == 2 && none.err.contains("no such object"), none.err.constData());
}

void TestDmscFlows::DM_SC_GEN_11_theServerHearsTheResult()
{
    const FlowRig rig;
    QProcess dms;
    rig.start(dms, QStringLiteral("dms --once"));
    const QString url = Shell::lineOf(dms);
    const ShellRun run = rig.run(flow("approve") + QStringLiteral(" --server ") + url);
    QVERIFY2(run.exit == 0, run.err.constData());
    QVERIFY(dms.waitForFinished(Shell::kPatience));
    const QJsonObject told = QJsonDocument::fromJson(dms.readAllStandardOutput()).object();
    const QJsonValue item = told[QLatin1String("alerts")][0][QLatin1String("items")][0];
    QCOMPARE(item[QLatin1String("type")].toString(), QStringLiteral("urn:oma:at:fumo:download"));
    QCOMPARE(item[QLatin1String("source")].toString(), QStringLiteral("./FUMO/fw1"));
    QCOMPARE(item[QLatin1String("data")].toString(), QStringLiteral("200"));
    // Who is not there hears nothing, and the user does.
    const ShellRun lost = rig.run(flow("approve") + QStringLiteral(" --server ") + url);
    QCOMPARE(lost.exit, 2);
    QVERIFY2(lost.err.contains("approved") && lost.err.contains("nobody listens"), lost.err.constData());
}

namespace {

/// `dms` as the server that the demo handset has its account with, to play the script of that name.
QString fjordnet(const QString& script)
{
    return QStringLiteral("dms --listen 127.0.0.1:0 --once --auth md5 --as dm.fjordnet --user 356938035643809 "
                          "--secret Zq7-lantern-c --server-secret Zq7-lantern-s --script ")
        + script;
}

} // namespace

void TestDmscFlows::DM_SC_GEN_20_whatTheServerDoesNotAskForIsNotDone_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("script");
    for (const char* name : {"uc2-a1", "store"}) {
        QTest::addRow("%s, nothing", name) << QByteArray(name) << QByteArray("[]");
        QTest::addRow("%s, something of the device", name)
            << QByteArray(name) << QByteArray(R"([[{"command":"Get","target":"./DevInfo/Man"}]])");
    }
}

void TestDmscFlows::DM_SC_GEN_20_whatTheServerDoesNotAskForIsNotDone()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, script);
    const FlowRig rig;
    rig.write(QStringLiteral("script"), script);
    const QByteArray before = tree(rig, "card:card");
    QProcess dms;
    rig.start(dms, fjordnet(QStringLiteral("script")));
    const ShellRun run = rig.run(
        QStringLiteral("session %1 --handset handset --card card --answer yes --json --record log.dmsclog --server %2")
            .arg(QString::fromLatin1(name), Shell::lineOf(dms)));
    QCOMPARE(run.exit, 2);
    QVERIFY2(run.isOneLine("asked for nothing on the card"), run.err.constData());
    QVERIFY(!run.json().value(QLatin1String("done")).toBool(true));
    for (const QJsonValue step : run.json().value(QLatin1String("steps")).toArray())
        if (step[QLatin1String("id")] == QLatin1String("told") || step[QLatin1String("id")] == QLatin1String("store"))
            QCOMPARE(step[QLatin1String("state")].toString(), QStringLiteral("skipped"));
    // Nobody is told of what has not taken place (USE-8).
    QCOMPARE(rig.run("log show log.dmsclog --filter layer==user").out, QByteArray());
    QCOMPARE(tree(rig, "card:card"), before);
}

void TestDmscFlows::whatIsNoUrlOfAServerIsRefusedBeforeAnythingIsSent()
{
    const FlowRig rig;
    for (const char* url : {"ftp://x/", "foo bar", "127.0.0.1:8080"}) {
        for (const char* line : {"session uc2-a1 --handset handset --card card", "client --handset handset"}) {
            QFile::remove(rig.path(QStringLiteral("none.dmsclog")));
            const ShellRun run = rig.runWords(QString::fromLatin1(line).split(QLatin1Char(' '))
                + QStringList{QStringLiteral("--record"), QStringLiteral("none.dmsclog"), QStringLiteral("--server"),
                    QString::fromLatin1(url)});
            QCOMPARE(run.exit, 2);
            QVERIFY2(run.isOneLine("http://HOST/PATH"), run.err.constData());
            QCOMPARE(run.out, QByteArray());
            QCOMPARE(rig.run("log show none.dmsclog --filter layer==notification").out, QByteArray());
        }
    }
}

void TestDmscFlows::DM_SC_GEN_9_aServerAtAUrlHasTheDeviceStore()
{
    const FlowRig rig;
    rig.write(QStringLiteral("script"),
        R"([[{"command":"Exec","target":"./SmartCard/Store","data":"./DevDetail","correlator":"c"}]])");
    QProcess dms;
    rig.start(dms, fjordnet(QStringLiteral("script")));
    const ShellRun run =
        rig.run(QStringLiteral("session store --handset handset --card card --answer yes --json --server ")
            + Shell::lineOf(dms));
    QVERIFY2(run.exit == 0, run.err.constData());
    QVERIFY2(run.json().value(QLatin1String("outcome")).toString().contains(QLatin1String("./DevDetail")), run.out);
    for (const QJsonValue step : run.json().value(QLatin1String("steps")).toArray())
        if (step[QLatin1String("id")] != QLatin1String("confirm"))
            QCOMPARE(step[QLatin1String("state")].toString(), QStringLiteral("done"));
    QVERIFY(tree(rig, "card:card").contains("./DevDetail"));
}

/// What the device brings to the card takes its memory, unless the flow is run as somebody else.
void TestDmscFlows::DM_SC_ADM_5_theDeviceWritesAsTheDevice()
{
    const auto used = [](const FlowRig& rig, const char* entity) {
        const QJsonArray all =
            rig.run("memory card:card --as issuer --json").json()[QLatin1String("entities")].toArray();
        for (const QJsonValue one : all)
            if (one[QLatin1String("entity")] == QLatin1String(entity))
                return one[QLatin1String("usedBytes")].toInt(-1);
        return -1;
    };
    for (const char* name : {"store", "sync"}) {
        const FlowRig rig;
        const int before = used(rig, "device");
        QVERIFY(before >= 0);
        const ShellRun run = rig.run(flow(name));
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY2(used(rig, "device") > before, name);
        const FlowRig other;
        const ShellRun issuer = other.run(flow(name) + QStringLiteral(" --as issuer"));
        QVERIFY2(issuer.exit == 0, issuer.err.constData());
        QCOMPARE(used(other, "device"), before);
    }
}

void TestDmscFlows::DM_SC_USE_1_noMeansNo()
{
    const FlowRig rig;
    const ShellRun run = rig.run(flow("uc1", "no"));
    QVERIFY2(run.exit == 0, run.err.constData());
    const QJsonArray decisions = run.json().value(QLatin1String("decisions")).toArray();
    QVERIFY(!decisions.isEmpty());
    for (const auto& decision : decisions)
        QCOMPARE(decision.toObject().value(QLatin1String("answer")).toString(), QStringLiteral("no"));
    const QString outcome = run.json().value(QLatin1String("outcome")).toString();
    QVERIFY2(outcome.contains(QStringLiteral("%1 object").arg(decisions.size())), qPrintable(outcome));
    QVERIFY2(!outcome.contains(QLatin1String("(s)")), qPrintable(outcome));
}

/// Where handset, DM server and files have steps of their own between two exchanges with the card; tst_dmsc_kills cuts
/// every flow at those.
void TestDmscFlows::killedAnywhereItFinishesWhenRepeated_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("uc2-a1") << QByteArray("uc2-a1");
    QTest::newRow("sync") << QByteArray("sync");
}

namespace {

QMap<QString, QString> deviceOf(const FlowRig& rig)
{
    return nodesOf(tree(rig, "handset:handset"));
}

QMap<QString, QString> cardOf(const FlowRig& rig)
{
    return nodesOf(tree(rig, "card:card"));
}

} // namespace

/// Handset and card die together, as often as it takes to hit every part of the flow; each time both images open, and
/// the flow carried out again comes to the same end as one that was never disturbed.
void TestDmscFlows::killedAnywhereItFinishesWhenRepeated()
{
    QFETCH(QByteArray, name);
    const FlowRig undisturbed;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(undisturbed.run(flow(name)).exit, 0);
    const qint64 whole = timer.elapsed();
    const FlowRig another;
    QCOMPARE(another.run(flow(name)).exit, 0);
    const auto deviceAfter = common(deviceOf(undisturbed), deviceOf(another));
    auto cardAfter = common(cardOf(undisturbed), cardOf(another));
    // The server stores the next version each time.
    if (const QString version = QStringLiteral("./ServerConfig/Version"); cardAfter.contains(version))
        cardAfter.insert(version, QStringLiteral("of its own"));
    QVERIFY(!deviceAfter.isEmpty() && !cardAfter.isEmpty());
    const FlowRig rig;
    constexpr int kCuts = kSanitized ? 3 : 8;
    int killed = 0;
    for (int cut = 1; cut <= kCuts; ++cut) {
        QProcess process;
        rig.start(process, flow(name));
        if (!process.waitForFinished(static_cast<int>(whole * cut / (kCuts + 1)))) {
            process.kill(); // SIGKILL
            process.waitForFinished(30'000);
            ++killed;
        }
        QVERIFY2(!tree(rig, "handset:handset").isEmpty(), "the handset's image is damaged");
        QVERIFY2(!tree(rig, "card:card").isEmpty(), "the card's image is damaged");
    }
    QVERIFY(killed > 0);
    const ShellRun again = rig.run(flow(name));
    QVERIFY2(again.exit == 0, again.err.constData());
    QCOMPARE(differenceTo(deviceAfter, deviceOf(rig)), QString());
    QCOMPARE(differenceTo(cardAfter, cardOf(rig)), QString());
}

namespace {

/// A package of some size, whose write takes a while, and a signature that is not its own.
QString bigPackage(const FlowRig& rig, char fill)
{
    rig.write(QStringLiteral("package"), QByteArray(6 << 20, fill));
    QFile::copy(QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/firmware.p7s"), rig.path(QStringLiteral("signature")));
    return QStringLiteral(" --package package --signature signature");
}

/// What the handset's FUMO says, as stored.
struct Firmware
{
    QString state;
    qint64 size = 0;
};

Firmware firmware(const FlowRig& rig)
{
    Firmware found;
    const QByteArray json = tree(rig, "handset:handset");
    for (const auto& value : QJsonDocument::fromJson(json).object().value(QLatin1String("nodes")).toArray()) {
        const QJsonObject node = value.toObject();
        const QString uri = node.value(QLatin1String("uri")).toString();
        if (uri.endsWith(QLatin1String("fw1/State")))
            found.state = node.value(QLatin1String("value")).toString();
        if (uri.endsWith(QLatin1String("fw1/Update/PkgData")))
            found.size = QByteArray::fromBase64(node.value(QLatin1String("value")).toString().toLatin1()).size();
    }
    return found;
}

} // namespace

void TestDmscFlows::DM_SC_USE_7_whatIsNotApprovedIsAskedAbout()
{
    const FlowRig rig;
    const QString package = bigPackage(rig, 'a');
    const ShellRun yes = rig.run(flow("approve") + package);
    QVERIFY2(yes.exit == 0, yes.err.constData());
    QCOMPARE(yes.json().value(QLatin1String("decisions")).toArray().size(), 1);
    QCOMPARE(firmware(rig).state, QStringLiteral("50"));
    QCOMPARE(firmware(rig).size, 6 << 20);
    const ShellRun rejected = rig.run(flow("approve") + package + QStringLiteral(" --reject"));
    QVERIFY2(rejected.exit == 0, rejected.err.constData());
    QVERIFY(rejected.json().value(QLatin1String("decisions")).toArray().isEmpty());
    QCOMPARE(firmware(rig).state, QStringLiteral("80"));
    QCOMPARE(firmware(rig).size, 0);
    const ShellRun half = rig.run(flow("approve") + QStringLiteral(" --package package"));
    QCOMPARE(half.exit, 2);
    QVERIFY2(half.err.contains("--signature"), half.err.constData());
}

/// Wherever the power goes: the images open, the card is as it was, and the firmware object says that a package is
/// ready only where that very package was checked or agreed to. Then the flow goes through.
void TestDmscFlows::DM_SC_GEN_11_killedInAnApprovalNothingUncheckedIsReady()
{
    const FlowRig rig;
    const QString refused = flow("approve", "no") + bigPackage(rig, 'b');
    const QByteArray card = tree(rig, "card:card");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(rig.run(refused).exit, 0);
    const qint64 whole = timer.elapsed();
    QCOMPARE(firmware(rig).state, QStringLiteral("80"));
    constexpr int kCuts = kSanitized ? 4 : 16;
    QSet<QString> states;
    for (int cut = 1; cut <= kCuts; ++cut) {
        QProcess process;
        rig.start(process, refused);
        if (!process.waitForFinished(static_cast<int>(whole * cut / (kCuts + 1)))) {
            process.kill(); // SIGKILL
            process.waitForFinished(30'000);
        }
        const Firmware now = firmware(rig);
        states.insert(now.state);
        // Nobody has approved it: it is on its way, there and unchecked, or gone; never ready.
        QVERIFY2(QStringList({QStringLiteral("30"), QStringLiteral("40"), QStringLiteral("80")}).contains(now.state),
            qPrintable(now.state));
        if (now.state != QLatin1String("30")) // while one is on its way the last may still be there
            QCOMPARE(now.size, now.state == QLatin1String("40") ? 6 << 20 : 0);
        QCOMPARE(tree(rig, "card:card"), card);
    }
    qInfo("states seen after the cuts: %s", qPrintable(QStringList(states.values()).join(u' ')));
    const ShellRun approved = rig.run(flow("approve"));
    QVERIFY2(approved.exit == 0, approved.err.constData());
    QVERIFY(approved.json().value(QLatin1String("decisions")).toArray().isEmpty());
    QCOMPARE(firmware(rig).state, QStringLiteral("50"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscFlows>(argc, argv);
}

} // namespace dmsc::tst_dmsc_flows

#include "tst_dmsc_flows.moc"
