// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

#include <QJsonArray>
#include <QTest>

namespace dmsc::tst_dmsc_proof {

using test::Shell;
using test::ShellRun;

namespace {

/// The demo card's document, in which the passwords for dm.fjordnet are the issuer's alone to read.
QByteArray profileWithKeptPasswords()
{
    QFile demo(QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/card.xml"));
    if (!demo.open(QIODevice::ReadOnly))
        qFatal("no demo card");
    QByteArray profile = demo.readAll().replace("&amp;Get=dm.fjordnet&amp;", "&amp;Get=*&amp;"); // the rest is for all
    const QByteArray properties = "<RTProperties>";
    for (const char* password : {"Zq8-lantern-c", "Zq7-lantern-s"}) {
        const qsizetype value = profile.indexOf(password);
        if (value < 0)
            qFatal("the demo card has other passwords");
        profile.insert(profile.lastIndexOf(properties, value) + properties.size(), "<ACL>Get=issuer</ACL>");
    }
    return profile;
}

/// A card that keeps the passwords of an account, a handset without DM accounts, a DM server that has the passwords.
struct Rig
{
    Rig()
    {
        shell.write(QStringLiteral("profile.xml"), profileWithKeptPasswords());
        shell.require("card create card --profile profile.xml");
        shell.require("handset create handset");
        shell.write(QStringLiteral("ask.json"), R"([[{"command":"Get","target":"./DevInfo/Man"}]])");
    }

    /// One session; `auth` is that of both.
    ShellRun session(const char* auth, const QString& more, const char* serverSecret = "Zq7-lantern-s")
    {
        QProcess dms;
        shell.start(dms,
            QStringLiteral("dms --listen 127.0.0.1:0 --script ask.json --once --as dm.fjordnet --user 356938035643809 "
                           "--secret Zq8-lantern-c --server-secret %1 --auth %2")
                .arg(QLatin1String(serverSecret), QLatin1String(auth)));
        const QString server = Shell::lineOf(dms);
        const ShellRun run = shell.run(
            QStringLiteral("client --handset handset --server %1 --as dm.fjordnet --answer yes %2").arg(server, more));
        if (run.exit != 0)
            dms.kill();
        dms.waitForFinished(Shell::kPatience);
        told = QJsonDocument::fromJson(dms.readAllStandardOutput()).object();
        return run;
    }

    Shell shell;
    QJsonObject told; ///< by the server about the session
};

} // namespace

/// GEN-6: the card secures the session of its handset with a DM server.
class TestDmscProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // For our children: threads of Qt Network leave OpenSSL's queues of errors behind at a program's end.
        qputenv("ASAN_OPTIONS", "detect_leaks=0");
    }

    void DM_SC_GEN_6_theCardProvesWhoTheHandsetIs_data()
    {
        QTest::addColumn<QByteArray>("auth");
        QTest::newRow("md5") << QByteArray("md5");
        QTest::newRow("hmac") << QByteArray("hmac");
    }
    void DM_SC_GEN_6_theCardProvesWhoTheHandsetIs()
    {
        QFETCH(QByteArray, auth);
        Rig rig;
        const QString byCard = QStringLiteral("--card card --prove-by-card --auth ") + QLatin1String(auth);
        const ShellRun run = rig.session(auth.constData(), byCard + QLatin1String(" --record log.dmsclog"));
        QVERIFY2(run.exit == 0, run.err);
        QVERIFY(rig.told[QLatin1String("authenticated")].toBool());
        QVERIFY(!rig.told[QLatin1String("packages")][0][0][QLatin1String("results")].toArray().isEmpty());
        // The handset has the account by now, without what the card keeps.
        const QByteArray tree = rig.shell.run(QStringLiteral("show handset:handset")).out;
        QVERIFY2(tree.contains("dm.fjordnet") && !tree.contains("lantern"), tree);
        const QByteArray log = rig.shell.run(QStringLiteral("log decode log.dmsclog --reveal")).out;
        QVERIFY(log.contains("DM CREDENTIAL") && !log.contains("lantern"));
    }

    void DM_SC_GEN_6_withoutTheCardTheHandsetIsNobody()
    {
        Rig rig;
        QCOMPARE(rig.session("hmac", QStringLiteral("--card card --auth hmac")).exit, 2);
    }

    void DM_SC_GEN_6_aServerWithOtherPasswordsIsNotObeyed()
    {
        Rig rig;
        const ShellRun run =
            rig.session("hmac", QStringLiteral("--card card --prove-by-card --auth hmac"), "somebody-elses");
        QCOMPARE(run.exit, 2);
    }

    void DM_SC_GEN_6_bothSignForTheMessages()
    {
        Rig rig;
        const ShellRun run = rig.session(
            "hmac", QStringLiteral("--card card --prove-by-card --auth hmac --method scp11a --receipt said.p7"));
        QVERIFY2(run.exit == 0, run.err);
        const ShellRun receipt = rig.shell.run(QStringLiteral("receipt verify said.p7 --json"));
        QVERIFY2(receipt.exit == 0, receipt.err + receipt.out);
    }

    void proveByCardIsForOneServerAndACard()
    {
        Rig rig;
        for (const char* line :
            {"--prove-by-card --server http://127.0.0.1:9/dm", "--prove-by-card --card card --listen socket",
                "--prove-by-card --card card --secret s --user u "
                "--server http://127.0.0.1:9/dm"}) {
            const ShellRun run = rig.shell.run(QStringLiteral("client --handset handset ") + QLatin1String(line));
            QCOMPARE(run.exit, 2);
            QVERIFY2(run.err.contains("--prove-by-card") && run.err.count('\n') == 1, run.err);
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscProof>(argc, argv);
}

} // namespace dmsc::tst_dmsc_proof

#include "tst_dmsc_proof.moc"
