// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_dmsc_flows {

namespace {

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// A person's folder with a demo handset and a demo card in it.
struct Rig
{
    Rig()
    {
        for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), folder.filePath(QLatin1String(name)));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        const QString create = QStringLiteral("create");
        const QString demo = QStringLiteral("--demo");
        if (run({QStringLiteral("card"), create, card(), demo}).exit != 0
            || run({QStringLiteral("handset"), create, handset(), demo}).exit != 0)
            qFatal("no images");
    }
    [[nodiscard]] QString card() const { return folder.filePath(QStringLiteral("card")); }
    [[nodiscard]] QString handset() const { return folder.filePath(QStringLiteral("handset")); }
    [[nodiscard]] QStringList flow(const char* name) const
    {
        QStringList words = {QStringLiteral("session"), QLatin1String(name), QStringLiteral("--handset"), handset(),
            QStringLiteral("--card"), card(), QStringLiteral("--answer"), QStringLiteral("yes"),
            QStringLiteral("--json")};
        // The same object in every repetition: it would take the next one.
        if (qstrcmp(name, "store") == 0)
            words << QStringLiteral("--mo") << QStringLiteral("./DevDetail");
        return words;
    }
    void start(QProcess& process, const QStringList& words) const
    {
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"), words);
    }
    [[nodiscard]] Run run(const QStringList& words) const
    {
        QProcess process;
        start(process, words);
        process.waitForFinished(120'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
    }
    [[nodiscard]] Run run(std::initializer_list<QString> words) const { return run(QStringList(words)); }

    QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

QByteArray tree(const Rig& rig, const QString& where)
{
    return rig.run({QStringLiteral("show"), where, QStringLiteral("--json")}).out;
}

} // namespace

/// Whole use cases from the shell, and what a power cut leaves of them.
class TestDmscFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFlowIsOneCommand_data();
    void everyFlowIsOneCommand();
    void whatIsMissingIsSaid();
    void DM_SC_USE_1_noMeansNo();
    void DM_SC_USE_7_whatIsNotApprovedIsAskedAbout();
    void killedAnywhereItFinishesWhenRepeated_data();
    void killedAnywhereItFinishesWhenRepeated();
    void DM_SC_GEN_11_killedInAnApprovalNothingUncheckedIsReady();
};

void TestDmscFlows::everyFlowIsOneCommand_data()
{
    QTest::addColumn<QByteArray>("flow");
    for (const char* flow : {"uc1", "uc1-a1", "uc1-a2", "uc2", "uc2-a1", "sync", "store", "approve"})
        QTest::newRow(flow) << QByteArray(flow);
}

void TestDmscFlows::everyFlowIsOneCommand()
{
    QFETCH(QByteArray, flow);
    const Rig rig;
    const Run run = rig.run(rig.flow(flow.constData()));
    QVERIFY2(run.exit == 0, run.err.constData());
    QCOMPARE(run.json().value(QLatin1String("flow")).toString(), QString::fromLatin1(flow));
    QVERIFY(run.json().value(QLatin1String("done")).toBool());
    QVERIFY(!run.json().value(QLatin1String("steps")).toArray().isEmpty());
}

void TestDmscFlows::whatIsMissingIsSaid()
{
    const Rig rig;
    const Run unknown = rig.run({QStringLiteral("session"), QStringLiteral("uc9")});
    QCOMPARE(unknown.exit, 2);
    QVERIFY(unknown.err.contains("uc1"));
    const Run nothing = rig.run({QStringLiteral("session"), QStringLiteral("uc1")});
    QCOMPARE(nothing.exit, 2);
    QVERIFY(nothing.err.contains("--handset"));
}

void TestDmscFlows::DM_SC_USE_1_noMeansNo()
{
    const Rig rig;
    QStringList words = rig.flow("uc1");
    words[words.indexOf(QStringLiteral("yes"))] = QStringLiteral("no");
    const Run run = rig.run(words);
    QVERIFY2(run.exit == 0, run.err.constData());
    const QJsonArray decisions = run.json().value(QLatin1String("decisions")).toArray();
    QVERIFY(!decisions.isEmpty());
    for (const QJsonValue& decision : decisions)
        QCOMPARE(decision.toObject().value(QLatin1String("answer")).toString(), QStringLiteral("no"));
}

void TestDmscFlows::killedAnywhereItFinishesWhenRepeated_data()
{
    everyFlowIsOneCommand_data();
}

/// Handset and card die together, as often as it takes to hit every part of the flow; each time both images open, and
/// the flow carried out again comes to the same end as one that was never disturbed.
void TestDmscFlows::killedAnywhereItFinishesWhenRepeated()
{
    QFETCH(QByteArray, flow);
    const Rig undisturbed;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(undisturbed.run(undisturbed.flow(flow.constData())).exit, 0);
    const qint64 whole = timer.elapsed();
    const QByteArray deviceAfter = tree(undisturbed, QLatin1String("handset:") + undisturbed.handset());
    const QByteArray cardAfter = tree(undisturbed, QLatin1String("card:") + undisturbed.card());
    QVERIFY(!deviceAfter.isEmpty() && !cardAfter.isEmpty());
    const Rig rig;
    constexpr int kCuts = 8;
    int killed = 0;
    for (int cut = 1; cut <= kCuts; ++cut) {
        QProcess process;
        rig.start(process, rig.flow(flow.constData()));
        if (!process.waitForFinished(static_cast<int>(whole * cut / (kCuts + 1)))) {
            process.kill(); // SIGKILL
            process.waitForFinished(30'000);
            ++killed;
        }
        QVERIFY2(!tree(rig, QLatin1String("handset:") + rig.handset()).isEmpty(), "the handset's image is damaged");
        QVERIFY2(!tree(rig, QLatin1String("card:") + rig.card()).isEmpty(), "the card's image is damaged");
    }
    QVERIFY(killed > 0);
    const Run again = rig.run(rig.flow(flow.constData()));
    QVERIFY2(again.exit == 0, again.err.constData());
    // Time stamps and counters tell when, not what.
    const auto names = [](const QByteArray& json) { return json.count("\"name\""); };
    QCOMPARE(names(tree(rig, QLatin1String("handset:") + rig.handset())), names(deviceAfter));
    QCOMPARE(names(tree(rig, QLatin1String("card:") + rig.card())), names(cardAfter));
}

namespace {

/// A package of some size, whose write takes a while, and a signature that is not its own.
QStringList bigPackage(const Rig& rig, char fill)
{
    const QString package = rig.folder.filePath(QLatin1String("package-") + QLatin1Char(fill));
    const QString signature = rig.folder.filePath(QStringLiteral("signature"));
    QFile file(package);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(6 << 20, fill)) < 0)
        qFatal("no package");
    QFile::copy(QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/firmware.p7s"), signature);
    return {QStringLiteral("--package"), package, QStringLiteral("--signature"), signature};
}

/// What the handset's FUMO says, as stored.
struct Firmware
{
    QString state;
    qint64 size = 0;
};

Firmware firmware(const Rig& rig)
{
    Firmware found;
    const QByteArray json = tree(rig, QLatin1String("handset:") + rig.handset());
    for (const QJsonValue& value : QJsonDocument::fromJson(json).object().value(QLatin1String("nodes")).toArray()) {
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
    const Rig rig;
    const QStringList package = bigPackage(rig, 'a');
    const Run yes = rig.run(rig.flow("approve") + package);
    QVERIFY2(yes.exit == 0, yes.err.constData());
    QCOMPARE(yes.json().value(QLatin1String("decisions")).toArray().size(), 1);
    QCOMPARE(firmware(rig).state, QStringLiteral("50"));
    QCOMPARE(firmware(rig).size, 6 << 20);
    const Run rejected = rig.run(rig.flow("approve") + package + QStringList{QStringLiteral("--reject")});
    QVERIFY2(rejected.exit == 0, rejected.err.constData());
    QVERIFY(rejected.json().value(QLatin1String("decisions")).toArray().isEmpty());
    QCOMPARE(firmware(rig).state, QStringLiteral("80"));
    QCOMPARE(firmware(rig).size, 0);
    const Run half = rig.run(rig.flow("approve") + package.mid(0, 2));
    QCOMPARE(half.exit, 2);
    QVERIFY2(half.err.contains("--signature"), half.err.constData());
}

/// Wherever the power goes: the images open, the card is as it was, and the firmware object says that a package is
/// ready only where that very package was checked or agreed to. Then the flow goes through.
void TestDmscFlows::DM_SC_GEN_11_killedInAnApprovalNothingUncheckedIsReady()
{
    const Rig rig;
    QStringList refused = rig.flow("approve") + bigPackage(rig, 'b');
    refused[refused.indexOf(QStringLiteral("yes"))] = QStringLiteral("no");
    const QByteArray card = tree(rig, QLatin1String("card:") + rig.card());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(rig.run(refused).exit, 0);
    const qint64 whole = timer.elapsed();
    QCOMPARE(firmware(rig).state, QStringLiteral("80"));
    constexpr int kCuts = 16;
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
        QCOMPARE(now.size, now.state == QLatin1String("40") ? 6 << 20 : 0);
        QCOMPARE(tree(rig, QLatin1String("card:") + rig.card()), card);
    }
    qInfo("states seen after the cuts: %s", qPrintable(QStringList(states.values()).join(u' ')));
    const Run approved = rig.run(rig.flow("approve"));
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
