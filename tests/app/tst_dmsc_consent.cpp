// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

#include <QJsonArray>
#include <QTest>

namespace dmsc::tst_dmsc_consent {

using test::Shell;
using test::ShellRun;

namespace {

/// What a handset's user has agreed to, "added ./DMAcc/Harbour".
QStringList consents(const Shell& shell)
{
    QStringList found;
    for (const QJsonValue one :
        shell.run(QStringLiteral("consent list phone --json")).json().value(QLatin1String("consents")).toArray())
        found += one[QLatin1String("consent")].toString() + QLatin1Char(' ') + one[QLatin1String("uri")].toString();
    return found;
}

bool has(const Shell& shell, const QByteArray& uri)
{
    return shell.run(QStringLiteral("show handset:phone")).out.contains('\n' + uri + ' ');
}

} // namespace

class TestDmscConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // For our children: threads of Qt Network leave OpenSSL's queues of errors behind at a program's end.
        qputenv("ASAN_OPTIONS", "detect_leaks=0");
    }

    void DM_SC_USE_5_whatIsTakenBackIsGoneAndAskedAboutAgain()
    {
        const Shell shell;
        QCOMPARE(shell.run(QStringLiteral("handset create phone --demo")).exit, 0);
        QCOMPARE(shell.run(QStringLiteral("card create card --demo")).exit, 0);
        const QString flow = QStringLiteral("session uc1 --handset phone --card card --answer ");
        QVERIFY(!has(shell, "./DMAcc/Harbour"));
        QCOMPARE(consents(shell), QStringList());
        QCOMPARE(shell.run(flow + QStringLiteral("yes")).exit, 0);
        QVERIFY(has(shell, "./DMAcc/Harbour"));
        QVERIFY2(consents(shell).contains(QStringLiteral("added ./DMAcc/Harbour")),
            qPrintable(consents(shell).join(QLatin1Char('\n'))));

        const ShellRun revoked = shell.run(QStringLiteral("consent revoke phone ./DMAcc/Harbour --json"));
        QVERIFY2(revoked.exit == 0, revoked.err.constData());
        QCOMPARE(
            revoked.json().value(QLatin1String("removed")).toArray(), QJsonArray({QStringLiteral("./DMAcc/Harbour")}));
        QVERIFY(!has(shell, "./DMAcc/Harbour"));
        QVERIFY(!consents(shell).contains(QStringLiteral("added ./DMAcc/Harbour")));

        // Who says no now does not get it, who says yes does.
        (void)shell.run(flow + QStringLiteral("no"));
        QVERIFY(!has(shell, "./DMAcc/Harbour"));
        QCOMPARE(shell.run(flow + QStringLiteral("yes")).exit, 0);
        QVERIFY(has(shell, "./DMAcc/Harbour"));
    }

    void F01_F02_aClientStartsWithTheCardInIt()
    {
        const Shell shell;
        QCOMPARE(shell.run(QStringLiteral("handset create phone --demo")).exit, 0);
        QCOMPARE(shell.run(QStringLiteral("card create card --demo")).exit, 0);
        QProcess dms;
        shell.start(dms, QStringLiteral("dms --listen 127.0.0.1:0 --once"));
        const QString client =
            QStringLiteral("client --handset phone --auth none --answer yes --card card:card --server ")
            + Shell::lineOf(dms);
        const ShellRun run = shell.run(client);
        QVERIFY2(run.exit == 0, run.err.constData());
        QVERIFY(dms.waitForFinished(Shell::kPatience));
        QVERIFY(has(shell, "./DMAcc/Harbour"));
        const ShellRun out = shell.run(QStringLiteral("handset eject phone --json"));
        QVERIFY2(out.exit == 0, out.err.constData());
        QVERIFY(!out.json().value(QLatin1String("removed")).toArray().isEmpty());
        QVERIFY(!has(shell, "./DMAcc/Harbour"));
        QVERIFY(shell.run(QStringLiteral("handset eject phone")).out.isEmpty()); // once is enough
    }

    void whatNobodyAgreedTo()
    {
        const Shell shell;
        QCOMPARE(shell.run(QStringLiteral("handset create phone --demo")).exit, 0);
        const ShellRun unknown = shell.run(QStringLiteral("consent revoke phone ./DevInfo"));
        QCOMPARE(unknown.exit, 2);
        QVERIFY(unknown.err.contains("./DevInfo"));
        QCOMPARE(shell.run(QStringLiteral("consent revoke phone")).exit, 2);
        QCOMPARE(shell.run(QStringLiteral("consent revoke phone /no/uri")).exit, 2);
    }

    void B21_aNotificationStartsASession()
    {
        const Shell shell;
        QCOMPARE(shell.run(QStringLiteral("handset create phone --demo")).exit, 0);
        const QString who = QStringLiteral(" --auth md5 --as dm.fjordnet --user 356938035643809 --secret Zq7-lantern-c "
                                           "--server-secret Zq7-lantern-s");
        shell.write(QStringLiteral("get.json"), R"([[{"command":"Get","target":"./DevInfo/Man"}]])");
        QProcess dms;
        shell.start(dms, QStringLiteral("dms --listen 127.0.0.1:0 --script get.json --once") + who);
        const QString url = Shell::lineOf(dms);
        QVERIFY2(url.startsWith(QLatin1String("http://127.0.0.1:")), qPrintable(url));
        // The account in the handset is to name the server that there is.
        shell.write(QStringLiteral("set.json"),
            R"([[{"command":"Replace","target":"./DMAcc/Fjordnet/AppAddr/1/Addr","data":")" + url.toLatin1()
                + R"("}]])");
        QProcess setter;
        shell.start(setter, QStringLiteral("dms --listen 127.0.0.1:0 --script set.json --once") + who);
        const QString other = Shell::lineOf(setter);
        const ShellRun set =
            shell.run(QStringLiteral("client --handset phone --as dm.fjordnet --answer yes --server ") + other);
        QVERIFY2(set.exit == 0, set.err.constData());
        QVERIFY(setter.waitForFinished(Shell::kPatience));

        QProcess device;
        shell.start(device,
            QStringLiteral("client --handset phone --push 127.0.0.1:0 --once --answer yes --record came.dmsclog"));
        const QString port = Shell::lineOf(device);
        QVERIFY2(port.startsWith(QLatin1String("127.0.0.1:")), qPrintable(port));
        // Who does not know the secret is not heard.
        const QString notify = QStringLiteral("notify %1 --as dm.fjordnet --server-secret ").arg(port);
        QCOMPARE(shell.run(notify + QStringLiteral("wrong")).exit, 0);
        QVERIFY(!dms.waitForReadyRead(1000));
        const ShellRun right = shell.run(notify + QStringLiteral("Zq7-lantern-s --record sent.dmsclog"));
        QVERIFY2(right.exit == 0, right.err.constData());
        QVERIFY(dms.waitForFinished(Shell::kPatience));
        const QJsonObject told = QJsonDocument::fromJson(dms.readAllStandardOutput()).object();
        QVERIFY(told[QLatin1String("authenticated")].toBool());
        QCOMPARE(told[QLatin1String("packages")][0][0][QLatin1String("status")].toInt(), 200);
        QVERIFY(device.waitForFinished(Shell::kPatience));
        QCOMPARE(device.exitCode(), 0);
        // Recorded at both ends, before the session; the one that was dropped, too.
        QCOMPARE(shell.run("log show came.dmsclog --filter layer==notification").out.count('\n'), 2);
        QCOMPARE(shell.run("log show sent.dmsclog --filter layer==notification").out.count('\n'), 1);
        QVERIFY(shell.run("log show came.dmsclog").out.contains("SyncML"));
    }

    /// The nonce 0x00000000 of servers that have lost theirs, in both ways that peers write it.
    void B22_theResyncNonceIsWrittenAsBothSidesAgree()
    {
        const Shell shell;
        QCOMPARE(shell.run(QStringLiteral("handset create phone --demo")).exit, 0);
        for (const QString& form : {QString(), QStringLiteral(" --resync zeros"), QStringLiteral(" --resync text")}) {
            QProcess device;
            shell.start(device, QStringLiteral("client --handset phone --push 127.0.0.1:0 --answer no") + form);
            const QString port = Shell::lineOf(device);
            const QString notify =
                QStringLiteral("notify %1 --as dm.fjordnet --server-secret Zq7-lantern-s --ui ask").arg(port);
            const bool text = form.contains(QLatin1String("text"));
            QCOMPARE(shell.run(notify + QLatin1String(text ? " --resync zeros" : " --resync text")).exit, 0);
            QVERIFY(!device.waitForReadyRead(1000));
            QCOMPARE(shell.run(notify + form).exit, 0);
            QVERIFY2(Shell::lineOf(device).contains(QLatin1String("refused")), qPrintable(form));
            device.terminate();
            QVERIFY(device.waitForFinished(Shell::kPatience));
        }
        QCOMPARE(shell.run("notify 127.0.0.1:1 --as a --server-secret s --resync ascii").exit, 2);
        QCOMPARE(shell.run("client --handset phone --push 127.0.0.1:0 --resync ascii").exit, 2);
        QCOMPARE(shell.run("client --handset phone --server http://127.0.0.1:1/dm --resync text").exit, 2);
    }

    /// From the moment that it says where it listens, whichever of its threads the signal meets.
    void B21_aWaitingClientEndsBySignalInOrder_data()
    {
        QTest::addColumn<QString>("way");
        QTest::newRow("push") << QStringLiteral("--push 127.0.0.1:0");
        QTest::newRow("applications") << QStringLiteral("--listen socket");
    }

    void B21_aWaitingClientEndsBySignalInOrder()
    {
        QFETCH(QString, way);
        const Shell shell;
        QCOMPARE(shell.run(QStringLiteral("handset create phone")).exit, 0);
        for (int delay = 0; delay < 12; ++delay) {
            QProcess device;
            shell.start(device, QStringLiteral("client --handset phone --answer no ") + way);
            QVERIFY(!Shell::lineOf(device).isEmpty());
            QTest::qWait(delay * 17); // it looks at its signals every 100 ms, and at its port between
            device.terminate();
            QVERIFY(device.waitForFinished(Shell::kPatience));
            QCOMPARE(device.exitStatus(), QProcess::NormalExit);
            QCOMPARE(device.exitCode(), 0);
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscConsent>(argc, argv);
}

} // namespace dmsc::tst_dmsc_consent

#include "tst_dmsc_consent.moc"
