// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/raw_http_server.h"
#include "tests/support/run_test.h"

#include <QJsonArray>
#include <QTest>

namespace dmsc::tst_dmsc_firmware {

using test::Shell;
using test::ShellRun;

namespace {

/// Basic knows no nonces: a recording of it plays again without a challenge.
constexpr const char* kWho = " --auth basic --as fota.norderfeld --user NF730-0043809 --secret m4st-light-c "
                             "--server-secret m4st-light-s";
constexpr qint64 kTooLarge = (qint64{64} << 20) + 1;

/// What a session in which the server wants firmware updated came to.
struct Told
{
    int status = 0; ///< of the Exec
    QString type; ///< of the generic alert; empty: there was none
    QString code; ///< its data
    QString correlator;
    QString state; ///< of the FUMO
    QByteArray said; ///< to the user
};

/// A demo handset and card, and a DM server that gives files away.
class Rig
{
public:
    Rig()
    {
        for (const char* line : {"handset create phone --demo", "card create card --demo"})
            if (shell.run(QLatin1String(line)).exit != 0)
                qFatal("no images");
        put("fw.bin", "firmware.bin");
        put("fw.bin.p7s", "firmware.p7s");
        put("other.bin", "firmware.bin", "and a little more");
        put("other.bin.p7s", "firmware.p7s");
        put("bare.bin", "firmware.bin");
        QFile large(shell.path(QStringLiteral("large.bin")));
        if (!large.open(QIODevice::WriteOnly) || !large.resize(kTooLarge)) // sparse
            qFatal("not written");
        shell.start(m_files, QStringLiteral("dms --listen 127.0.0.1:0 --files ."));
        (void)Shell::lineOf(m_files);
        files = Shell::lineOf(m_files);
    }
    ~Rig()
    {
        m_files.kill();
        m_files.waitForFinished(Shell::kPatience);
    }
    Rig(const Rig&) = delete;
    Rig& operator=(const Rig&) = delete;

    /// A session in which PkgURL is set, the node executed, and State read.
    Told update(const QString& url, const char* more = "--answer no", const char* node = "Download")
    {
        shell.write(QStringLiteral("fota.json"),
            QStringLiteral(R"([[{"command":"Replace","target":"./FUMO/fw1/%1/PkgURL","data":"%2"}],
                [{"command":"Exec","target":"./FUMO/fw1/%1","correlator":"c7"}],
                [{"command":"Get","target":"./FUMO/fw1/State"}]])")
                .arg(QLatin1String(node), url)
                .toUtf8());
        QProcess dms;
        shell.start(dms, QStringLiteral("dms --listen 127.0.0.1:0 --script fota.json --once") + QLatin1String(kWho));
        const QString server = Shell::lineOf(dms);
        log = QStringLiteral("%1.dmsclog").arg(++m_sessions);
        const ShellRun client = shell.run(
            QStringLiteral("client --handset phone --record %1 --server %2 %3").arg(log, server, QLatin1String(more))
            + QLatin1String(kWho));
        if (client.exit != 0 || !dms.waitForFinished(Shell::kPatience))
            qFatal("%s", client.err.constData());
        return told(QJsonDocument::fromJson(dms.readAllStandardOutput()).object(),
            shell.run(QStringLiteral("log decode %1 --filter layer==user").arg(log)).out);
    }

    static Told told(const QJsonObject& session, const QByteArray& said)
    {
        const QJsonValue packages = session[QLatin1String("packages")];
        const QJsonValue alert = session[QLatin1String("alerts")][0];
        const QJsonValue item = alert[QLatin1String("items")][0];
        return {packages[1][0][QLatin1String("status")].toInt(), item[QLatin1String("type")].toString(),
            item[QLatin1String("data")].toString(), alert[QLatin1String("correlator")].toString(),
            packages[2][0][QLatin1String("results")][0][QLatin1String("data")].toString(), said};
    }

    Shell shell;
    QString files; ///< URL of the folder
    QString log; ///< of the last session

private:
    void put(const char* name, const char* demo, const QByteArray& more = {}) const
    {
        QFile file(QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/") + QLatin1String(demo));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no demo firmware");
        shell.write(QLatin1String(name), file.readAll() + more);
    }

    QProcess m_files;
    int m_sessions = 0;
};

} // namespace

/// Firmware over the air, shown with two programs: `dmsc dms` and `dmsc client`.
class TestDmscFirmware : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // For our children: threads of Qt Network leave OpenSSL's queues of errors behind at a program's end.
        qputenv("ASAN_OPTIONS", "detect_leaks=0");
    }

    /// UC2-A1: the card speaks to the server, so that the Exec is accepted and carried out when it is free.
    void A22_DM_SC_GEN_11_firmwareWantedWhileTheCardIsBusyIsCheckedAfterwards()
    {
        Rig rig;
        QFile demo(QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/handset.xml"));
        QVERIFY(demo.open(QIODevice::ReadOnly));
        // The server of UC2-A1 is the device's first; here it looks after the firmware too.
        rig.shell.write(QStringLiteral("profile.xml"),
            demo.readAll().replace("Exec=fota.norderfeld&amp;Get=*&amp;Replace=fota.norderfeld",
                "Exec=dm.fjordnet&amp;Get=*&amp;Replace=dm.fjordnet"));
        rig.shell.require("handset create both --profile profile.xml");
        rig.shell.write(QStringLiteral("both.json"),
            QStringLiteral(R"([[{"command":"Replace","target":"./FUMO/fw1/Download/PkgURL","data":"%1fw.bin"}],
                [{"command":"Exec","target":"./FUMO/fw1/Download","correlator":"c9"}],
                [{"command":"Sequence","commands":[
                    {"command":"Replace","target":"./SmartCard/Command","base64":"AKQEAAfwRE1TY0MA"},
                    {"command":"Get","target":"./SmartCard/Response"}]}]])")
                .arg(rig.files)
                .toUtf8());
        QProcess dms;
        rig.shell.start(dms,
            QStringLiteral("dms --listen 127.0.0.1:0 --script both.json --auth md5 --as dm.fjordnet --user "
                           "356938035643809 --secret Zq7-lantern-c --server-secret Zq7-lantern-s"));
        const QString server = Shell::lineOf(dms);
        const ShellRun flow = rig.shell.run(
            QStringLiteral("session uc2-a1 --handset both --card card --answer no --json --server ") + server);
        // It asks the card, but stores nothing: that is no end of UC2-A1, and the firmware is looked after all the
        // same.
        QVERIFY2(flow.exit == 2 && flow.err.contains("stored nothing on it"), flow.err.constData());
        const QJsonObject first = QJsonDocument::fromJson(Shell::lineOf(dms).toUtf8()).object();
        QCOMPARE(Rig::told(first, {}).status, 202);
        QVERIFY(first[QLatin1String("alerts")].toArray().isEmpty());
        const Told second = Rig::told(QJsonDocument::fromJson(Shell::lineOf(dms).toUtf8()).object(), {});
        QCOMPARE(second.type, QStringLiteral("urn:oma:at:fumo:download"));
        QCOMPARE(second.correlator, QStringLiteral("c9"));
        QCOMPARE(second.code, QStringLiteral("200"));
        QVERIFY(rig.shell.run("show handset:both --uri ./FUMO/fw1/State").out.contains("50"));
        dms.kill();
        dms.waitForFinished(Shell::kPatience);
    }

    void DM_SC_GEN_11_whatTheServerOffers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("more");
        QTest::addColumn<QString>("node");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("said"); // to the user
        const auto row = [](const char* what, const char* name, const char* more, const char* node, const char* code,
                             const char* state, const char* said) {
            QTest::newRow(what) << QString::fromLatin1(name) << QString::fromLatin1(more) << QString::fromLatin1(node)
                                << QString::fromLatin1(code) << QString::fromLatin1(state) << QString::fromLatin1(said);
        };
        row("approved", "fw.bin", "--answer no", "Download", "200", "50", "ready to be installed");
        row("approved and installed", "fw.bin", "--reject", "DownloadAndUpdate", "200", "100", "is updated");
        row("unapproved, refused", "other.bin", "--answer no", "Download", "401", "80", "refused and deleted");
        row("unapproved, accepted", "other.bin", "--answer yes", "Download", "200", "50", "ready to be installed");
        row("unapproved, rejected", "other.bin", "--reject", "DownloadAndUpdate", "404", "80", "not approved");
        row("without a signature", "bare.bin", "--reject", "Download", "404", "80", "not approved");
        row("missing", "none.bin", "--answer yes", "Download", "500", "20", "check PkgURL");
        row("too large", "large.bin", "--answer yes", "DownloadAndUpdate", "500", "20", "over 67108864 bytes");
    }
    void DM_SC_GEN_11_whatTheServerOffers()
    {
        QFETCH(QString, name);
        QFETCH(QString, more);
        QFETCH(QString, node);
        QFETCH(QString, code);
        QFETCH(QString, state);
        QFETCH(QString, said);
        Rig rig;
        const Told told =
            rig.update(rig.files + name, qPrintable(QStringLiteral("--card card:card ") + more), qPrintable(node));
        QCOMPARE(told.status, 202);
        QCOMPARE(told.type, QLatin1String("urn:oma:at:fumo:") + node.toLower());
        QCOMPARE(told.code, code);
        QCOMPARE(told.correlator, QStringLiteral("c7"));
        QCOMPARE(told.state, state);
        QVERIFY2(told.said.contains(said.toUtf8()), told.said.constData());
    }

    void A22_aServerThatMisbehavesLeavesNothing()
    {
        Rig rig;
        QByteArray answer;
        test::RawHttpServer odd([&](const QByteArray& target) {
            return target.endsWith(".p7s") ? QByteArray("HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n") : answer;
        });
        const QString url = QString::fromStdString(odd.url) + QStringLiteral("/fw");
        const auto comesTo = [&](const QString& place, const char* said) {
            const Told told = rig.update(place, "--card card:card --answer yes");
            QCOMPARE(told.status, 202);
            QCOMPARE(told.code, QStringLiteral("500"));
            QCOMPARE(told.state, QStringLiteral("20"));
            QVERIFY2(told.said.contains("could not be fetched") && told.said.contains(said), told.said.constData());
        };
        answer = "HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\n\r\n";
        comesTo(url, "less safe");
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + QByteArray(50'000, 'x');
        comesTo(url, "closed"); // gone in the middle
        comesTo(QStringLiteral("ftp://127.0.0.1/fw"), "http://HOST/PATH");
        comesTo(QStringLiteral("http://127.0.0.1:1/fw"), "nobody listens");
        // It is as well after all that.
        QCOMPARE(rig.update(rig.files + QStringLiteral("fw.bin"), "--card card:card").state, QStringLiteral("50"));
    }

    void C40_withoutACardNothingIsFetched()
    {
        Rig rig;
        const Told told = rig.update(rig.files + QStringLiteral("fw.bin"));
        QCOMPARE(told.status, 406);
        QCOMPARE(told.state, QStringLiteral("10"));
        QVERIFY(told.type.isEmpty());
        for (const char* wrong : {"client --handset phone --server http://127.0.0.1:1/dm --card card:none",
                 "dms --files none", "dms --files phone"})
            QCOMPARE(rig.shell.run(QLatin1String(wrong)).exit, 2);
    }

    void aRecordingOfItPlaysAgain()
    {
        Rig rig;
        for (const char* name : {"fw.bin", "none.bin"}) {
            const QString before = QLatin1String(name) + QStringLiteral(".phone");
            QVERIFY(QFile::copy(rig.shell.path(QStringLiteral("phone")), rig.shell.path(before)));
            (void)rig.update(rig.files + QLatin1String(name), "--card card:card --answer no");
            const ShellRun again = rig.shell.run(
                QStringLiteral("log replay %1 --to handset:%2 --filter layer==syncml").arg(rig.log, before));
            QVERIFY2(again.exit == 0, (again.out + again.err).constData());
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscFirmware>(argc, argv);
}

} // namespace dmsc::tst_dmsc_firmware

#include "tst_dmsc_firmware.moc"
