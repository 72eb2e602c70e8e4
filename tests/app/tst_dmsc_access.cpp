// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_dmsc_access {

namespace {

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] bool isOneLine(const char* with) const
    {
        return err.count('\n') == 1 && err.startsWith("dmsc: ") && err.contains(with);
    }
};

/// A folder of a person's own, with a demo card in it.
struct Rig
{
    Rig()
    {
        environment.insert(QStringLiteral("XDG_DATA_HOME"), folder.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), folder.filePath(QStringLiteral("cache")));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.remove(QStringLiteral("DMSC_PASSPHRASE"));
        if (run("card create CARD --demo").exit != 0)
            qFatal("no card");
    }
    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    /// CARD is the card; other words in capitals with a dot are files in the folder.
    Run run(const char* line) const
    {
        QStringList words = QString::fromLatin1(line).split(QLatin1Char(' '));
        for (QString& word : words) {
            if (word == QLatin1String("CARD"))
                word = path(QStringLiteral("card"));
            else if (word.startsWith(QLatin1Char('@')))
                word = path(word.mid(1));
        }
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        // No terminal to ask at.
        process.start(QStringLiteral("setsid"),
            QStringList{QStringLiteral("-w"), qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc")} + words);
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }

    QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

/// The device's published test key set, as a file of one's own.
constexpr const char* kDeviceKeys =
    R"({"version":"31","enc":"000102030405060708090A0B0C0D0E0F",)"
    R"("mac":"101112131415161718191A1B1C1D1E1F","dek":"202122232425262728292A2B2C2D2E2F"})";
constexpr const char* kWrongKeys =
    R"({"version":"30","enc":"00112233445566778899AABBCCDDEEFF",)"
    R"("mac":"00112233445566778899AABBCCDDEEFF","dek":"00112233445566778899AABBCCDDEEFF"})";

QString entityOf(const Run& run)
{
    return run.json().value(QLatin1String("access")).toObject().value(QLatin1String("entity")).toString();
}

QJsonObject grantOf(const Run& run, const QString& entity)
{
    for (const QJsonValue value : run.json().value(QLatin1String("entities")).toArray())
        if (value.toObject().value(QLatin1String("entity")).toString() == entity)
            return value.toObject();
    return {};
}

} // namespace

/// Handshakes, credentials, memory, policy and receipts from the shell.
class TestDmscAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_UC2_N_handshakeTellsStepsAccessAndGrant()
    {
        const Rig rig;
        const Run text = rig.run("handshake CARD");
        QVERIFY2(text.exit == 0, text.err.constData());
        QVERIFY2(text.out.contains("done") && text.out.contains("entity     issuer"), text.out.constData());
        QVERIFY2(text.isOneLine("demo credentials"), text.err.constData());
        const Run json = rig.run("handshake CARD --as dms --method scp11a --json");
        QVERIFY2(json.exit == 0 && json.err.isEmpty(), json.err.constData());
        QCOMPARE(entityOf(json), QStringLiteral("dms"));
        QCOMPARE(json.json().value(QLatin1String("credentials")).toString(), QStringLiteral("demo"));
        QVERIFY(json.json().value(QLatin1String("memory")).toObject().value(QLatin1String("blockSize")).toInt() > 0);
        const Run scp03 = rig.run("handshake CARD --as device --json");
        QCOMPARE(scp03.json().value(QLatin1String("commandPairs")).toInt(), 2);
        QVERIFY(!json.out.contains("sEnc") && !scp03.out.contains("sMac"));
    }

    void DM_SC_GEN_11_theCardChecksAPackagesApproval()
    {
        const Rig rig;
        for (const QString& name : {QStringLiteral("firmware.bin"), QStringLiteral("firmware.p7s")})
            QVERIFY(QFile::copy(QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/") + name, rig.path(name)));
        const Run good = rig.run("approve @firmware.bin @firmware.p7s --card CARD --json");
        QVERIFY2(good.exit == 0, good.err.constData());
        QVERIFY(good.json().value(QLatin1String("approved")).toBool());
        QCOMPARE(good.json().value(QLatin1String("sha256")).toString().size(), 64);
        QCOMPARE(good.json().value(QLatin1String("credentials")).toString(), QStringLiteral("demo"));
        const Run text = rig.run("approve @firmware.bin @firmware.p7s --card CARD --as device");
        QVERIFY2(text.exit == 0 && text.out.contains("approved   yes"), text.err.constData());
        rig.write(QStringLiteral("other.bin"), "not what was approved");
        const Run other = rig.run("approve @other.bin @firmware.p7s --card CARD --json");
        QCOMPARE(other.exit, 1);
        QVERIFY(!other.json().value(QLatin1String("approved")).toBool());
        QVERIFY(!other.json().value(QLatin1String("signerProved")).toBool(true));
        QVERIFY(!other.json().value(QLatin1String("problem")).toString().isEmpty());
        const Run rubbish = rig.run("approve @firmware.bin @other.bin --card CARD");
        QVERIFY(rubbish.exit == 2 && rubbish.isOneLine("signature"));
        QCOMPARE(rig.run("approve @firmware.bin @firmware.p7s").exit, 2);
        QCOMPARE(rig.run("approve @none.bin @firmware.p7s --card CARD").exit, 2);
    }

    void DM_SC_SEC_6_whatThePolicyForbidsIsRefused()
    {
        const Rig rig;
        const Run method = rig.run("handshake CARD --as issuer --method scp11b");
        QCOMPARE(method.exit, 2);
        QVERIFY2(method.isOneLine("SCP03"), method.err.constData());
        const Run level = rig.run("handshake CARD --level 01 --json");
        QCOMPARE(level.exit, 2);
        QVERIFY(!level.json().value(QLatin1String("open")).toBool());
        QCOMPARE(rig.run("handshake CARD --level 77").exit, 2);
        QCOMPARE(rig.run("handshake CARD --method scp02").exit, 2);
        QCOMPARE(rig.run("handshake CARD --as nobody").exit, 2);
    }

    void DM_SC_SEC_8_wrongKeysAreOneLineAndExitTwo()
    {
        const Rig rig;
        rig.write(QStringLiteral("wrong.json"), kWrongKeys);
        for (const char* line : {"handshake CARD --keys @wrong.json", "show CARD --keys @wrong.json",
                 "card info CARD --keys @wrong.json", "memory CARD --keys @wrong.json"}) {
            const Run run = rig.run(line);
            QCOMPARE(run.exit, 2);
            QVERIFY2(run.isOneLine("dmsc"), run.err.constData());
        }
        QCOMPARE(rig.run("show CARD").exit, 0);
    }

    void everySessionTakesKeys()
    {
        const Rig rig;
        rig.write(QStringLiteral("device.json"), kDeviceKeys);
        for (const char* line :
            {"show CARD --keys @device.json --as device", "card info CARD --keys @device.json --as device",
                "diff CARD CARD --keys @device.json --as device", "card files CARD --keys @device.json --as device",
                "copy CARD @out.xml --uri ./Branding --keys @device.json --as device"}) {
            const Run run = rig.run(line);
            QVERIFY2(run.exit == 0 && run.err.isEmpty(), (QByteArray(line) + ": " + run.err).constData());
        }
        const Run shown = rig.run("show CARD --json");
        QCOMPARE(shown.json().value(QLatin1String("credentials")).toString(), QStringLiteral("demo"));
        QVERIFY(shown.err.isEmpty());
    }

    void DM_SC_ADM_6_memoryIsNegotiated()
    {
        const Rig rig;
        const Run before = rig.run("memory CARD --as device --json");
        QVERIFY2(before.exit == 0, before.err.constData());
        const int granted = grantOf(before, QStringLiteral("device")).value(QLatin1String("granted")).toInt();
        const Run more = rig.run("memory CARD --as device --extend 2 --json");
        QVERIFY2(more.exit == 0, more.err.constData());
        QCOMPARE(grantOf(more, QStringLiteral("device")).value(QLatin1String("granted")).toInt(), granted + 2);
        const Run less = rig.run("memory CARD --as device --reduce 512B --json");
        QVERIFY2(less.exit == 0, less.err.constData());
        QCOMPARE(grantOf(less, QStringLiteral("device")).value(QLatin1String("granted")).toInt(), granted);
        const Run refused = rig.run("memory CARD --as device --reduce 100000");
        QCOMPARE(refused.exit, 2);
        QVERIFY2(refused.isOneLine("used"), refused.err.constData());
        const Run fewer = rig.run("memory CARD --as application --extend 100000000");
        QVERIFY2(fewer.exit == 0 && fewer.out.contains("less than asked"), (fewer.out + fewer.err).constData());
        QCOMPARE(rig.run("memory CARD --extend much").exit, 2);
        QCOMPARE(rig.run("memory CARD --extend 1 --release").exit, 2);
        const Run text = rig.run("memory CARD --as device");
        QVERIFY2(text.out.contains("grant      device"), text.out.constData());
    }

    void DM_SC_SEC_1_credentialsAreKeptUnderAPassphrase()
    {
        Rig rig;
        rig.write(QStringLiteral("device.json"), kDeviceKeys);
        const Run without = rig.run("credentials import @device.json --as device --label Mine");
        QCOMPARE(without.exit, 2);
        QVERIFY2(without.isOneLine("DMSC_PASSPHRASE"), without.err.constData());
        rig.environment.insert(QStringLiteral("DMSC_PASSPHRASE"), QStringLiteral("for tests"));
        const Run imported = rig.run("credentials import @device.json --as device --label Mine");
        QVERIFY2(imported.exit == 0 && imported.out.startsWith("mine"), imported.err.constData());
        QCOMPARE(rig.run("credentials list --json").json().value(QLatin1String("credentials")).toArray().size(), 9);
        const Run used = rig.run("handshake CARD --as mine --json");
        QVERIFY2(used.exit == 0, used.err.constData());
        QCOMPARE(entityOf(used), QStringLiteral("device"));
        QVERIFY(!used.json().contains(QLatin1String("credentials")));
        rig.environment.insert(QStringLiteral("DMSC_PASSPHRASE"), QStringLiteral("another"));
        QCOMPARE(rig.run("handshake CARD --as mine").exit, 2);
        QCOMPARE(rig.run("credentials remove mine").exit, 2);
        rig.environment.insert(QStringLiteral("DMSC_PASSPHRASE"), QStringLiteral("for tests"));
        QCOMPARE(rig.run("credentials remove mine").exit, 0);
        QCOMPARE(rig.run("handshake CARD --as mine").exit, 2);
    }

    void DM_SC_SEC_6_theIssuerReadsAndPutsThePolicy()
    {
        const Rig rig;
        const Run policy = rig.run("card policy CARD --json");
        QVERIFY2(policy.exit == 0, policy.err.constData());
        const QJsonArray entities = policy.json().value(QLatin1String("entities")).toArray();
        QVERIFY(entities.size() >= 4);
        const Run other = rig.run("card policy CARD --as device");
        QVERIFY2(other.exit == 2 && other.isOneLine("issuer alone"), other.err.constData());
        // The same again, and one in which the application is gone.
        rig.write(QStringLiteral("same.json"), policy.out);
        const Run same = rig.run("card policy CARD --set @same.json --json");
        QVERIFY2(same.exit == 0, same.err.constData());
        QCOMPARE(same.json(), policy.json());
        QJsonObject fewer = policy.json();
        QJsonArray left = entities;
        left.removeLast();
        fewer.insert(QStringLiteral("entities"), left);
        rig.write(QStringLiteral("fewer.json"), QJsonDocument(fewer).toJson());
        const Run put = rig.run("card policy CARD --set @fewer.json --json");
        QVERIFY2(put.exit == 0, put.err.constData());
        QCOMPARE(put.json().value(QLatin1String("entities")).toArray().size(), left.size());
        QCOMPARE(rig.run("handshake CARD --as application").exit, 2);
        rig.write(QStringLiteral("bad.json"), "{\"blockSize\":256}");
        QCOMPARE(rig.run("card policy CARD --set @bad.json").exit, 2);
    }

    void DM_SC_SEC_7_receiptsAreWrittenAndVerified()
    {
        const Rig rig;
        const Run none = rig.run("handshake CARD --receipt @none.p7s");
        QCOMPARE(none.exit, 2); // with SCP03
        const Run made =
            rig.run("copy CARD CARD --uri ./Branding --to ./Copied --as issuer --method scp11a --receipt @r.p7s");
        QVERIFY2(made.exit == 0, made.err.constData());
        const Run good = rig.run("receipt verify @r.p7s --json");
        QVERIFY2(good.exit == 0, good.err.constData());
        QVERIFY(good.json().value(QLatin1String("hostSignatureHolds")).toBool());
        QVERIFY(good.json().value(QLatin1String("cardSignatureHolds")).toBool());
        QCOMPARE(good.json().value(QLatin1String("entity")).toString(), QStringLiteral("issuer"));
        QFile file(rig.path(QStringLiteral("r.p7s")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        rig.write(QStringLiteral("changed.p7s"), bytes);
        QCOMPARE(rig.run("receipt verify @changed.p7s").exit, 2);
        QCOMPARE(rig.run("receipt verify @card").exit, 2);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscAccess>(argc, argv);
}

} // namespace dmsc::tst_dmsc_access

#include "tst_dmsc_access.moc"
