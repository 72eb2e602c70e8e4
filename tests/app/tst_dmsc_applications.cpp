// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_dmsc_applications {

using test::Shell;
using test::ShellRun;

/// The documented protocol from outside: `dmsc client --listen` and the sample application (GEN-15).
class TestDmscApplications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_15_theSampleRunsAsTheReadmeSays()
    {
        const Shell shell;
        shell.require("handset create phone --demo");
        QProcess client;
        shell.start(client, QStringLiteral("client --handset phone --listen sock --answer yes"));
        QCOMPARE(Shell::lineOf(client), shell.path(QStringLiteral("sock"))); // there, not in a folder of the system
        // The demo account has a nonce that a person could have typed; each session leaves another one.
        const ShellRun first = sample(shell, QStringLiteral("bm9uY2U1Rmo="));
        QVERIFY2(first.exit == 0 && first.out.contains("end: finished"), first.out.constData());
        const QByteArray at = "next nonce: ";
        const QByteArray nonce = first.out.mid(first.out.indexOf(at) + at.size()).split('\n').first();
        const ShellRun second = sample(shell, QString::fromUtf8(nonce));
        QVERIFY2(second.exit == 0, second.out.constData());
        QCOMPARE(sample(shell, QStringLiteral("bm9uY2U1Rmo=")).exit, 3);
        client.terminate();
        QVERIFY(client.waitForFinished(Shell::kPatience));
    }

    void whoCannotReadWbxmlIsNotLeftInTheDark()
    {
        const Shell shell;
        shell.require("handset create phone --demo");
        QProcess client;
        shell.start(client, QStringLiteral("client --handset phone --listen sock --answer yes --wbxml"));
        QVERIFY(!Shell::lineOf(client).isEmpty());
        const ShellRun run = sample(shell, QStringLiteral("bm9uY2U1Rmo="));
        QVERIFY2(run.exit == 4 && run.out.contains("WBXML"), run.out.constData());
        client.terminate();
        QVERIFY(client.waitForFinished(Shell::kPatience));
    }

    void aFolderThatIsNotThere()
    {
        const Shell shell;
        shell.require("handset create phone --demo");
        const ShellRun run = shell.run(QStringLiteral("client --handset phone --listen none/sock"));
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.isOneLine("no such folder"), run.err.constData());
    }

private:
    static ShellRun sample(const Shell& shell, const QString& nonce)
    {
        QProcess process;
        process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/../tests/bin/sample_application"),
            {shell.path(QStringLiteral("sock")), QStringLiteral("dm.fjordnet"), QStringLiteral("Zq7-lantern-s"),
                nonce});
        if (!process.waitForFinished(Shell::kPatience))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscApplications>(argc, argv);
}

} // namespace dmsc::tst_dmsc_applications

#include "tst_dmsc_applications.moc"
