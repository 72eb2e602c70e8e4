// SPDX-License-Identifier: Apache-2.0
// The program dmsc-workbench from outside.
#include "tests/support/run_test.h"

#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>

#include <csignal>

namespace dmsc::tst_workbench {

namespace {

constexpr int kPatience = 60'000;

} // namespace

class WorkbenchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_signal_closes_it_properly_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("terminated") << SIGTERM;
        QTest::newRow("interrupted") << SIGINT;
        QTest::newRow("hung up") << SIGHUP;
    }
    void a_signal_closes_it_properly()
    {
        QFETCH(const int, signal);
        const QTemporaryDir folder;
        const QString settings = folder.filePath(QStringLiteral("settings.ini"));
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), folder.filePath(QLatin1String(name)));
        program.setProcessEnvironment(environment);
        program.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc-workbench"),
            {QStringLiteral("--empty"), QStringLiteral("--report-paint"), QStringLiteral("--settings"), settings});
        QVERIFY(program.waitForReadyRead(kPatience)); // painted
        ::kill(static_cast<pid_t>(program.processId()), signal);
        QVERIFY(program.waitForFinished(kPatience));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const QSettings kept(settings, QSettings::IniFormat);
        QVERIFY(!kept.value(QStringLiteral("window/geometry")).toByteArray().isEmpty());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, WorkbenchTest>(argc, argv);
}

} // namespace dmsc::tst_workbench

#include "tst_workbench.moc"
