// SPDX-License-Identifier: Apache-2.0
#include "../cardio/toolkit_card.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_dmsc_toolkit {

using namespace dmsc::test;

/// `dmsc session` puts a handset around the card: what the card asks through its toolkit is asked at the terminal.
class TestDmscToolkit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_USE_9_theCardsToolkitAsksAtTheTerminal()
    {
        const QTemporaryDir folder;
        const QString handset = folder.filePath(QStringLiteral("handset"));
        const QString card = folder.filePath(QStringLiteral("card"));
        QVERIFY(createHandset(handset, {true, {}}) && createCard(card, {true, {}}));
        keepToolkit(card, threeQuestions());
        QFile answers(folder.filePath(QStringLiteral("answers")));
        QVERIFY(answers.open(QIODevice::WriteOnly));
        answers.write("\ny\n2\ny\ny\ny\ny\ny\n");
        answers.close();
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), folder.filePath(QLatin1String(name)));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(answers.fileName());
        process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"),
            {QStringLiteral("session"), QStringLiteral("uc2"), QStringLiteral("--handset"), handset,
                QStringLiteral("--card"), card, QStringLiteral("--answer"), QStringLiteral("ask")});
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray asked = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, asked.constData());
        for (const char* text : {"Welcome", "Update now?", "1. Home", "2. Abroad"})
            QVERIFY2(asked.contains(text), asked.constData());
        QVERIFY(asked.indexOf("Welcome") < asked.indexOf("Update now?"));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscToolkit>(argc, argv);
}

} // namespace dmsc::tst_dmsc_toolkit

#include "tst_dmsc_toolkit.moc"
