// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"

#include <QDir>
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
    /// A published credential as a file of one's own: key, certificate and authority.
    void writePem(const QString& name, const QString& entity) const
    {
        QByteArray all;
        for (const QString& part : {entity + QLatin1String("-key"), entity, QStringLiteral("ca")}) {
            QFile file(QStringLiteral(DMSC_SOURCE_DIR "/resources/demo/pki/%1.pem").arg(part));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s", qPrintable(file.fileName()));
            all += file.readAll();
        }
        write(name, all);
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

constexpr const char* kNewKeys =
    R"({"version":"34","enc":"B0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF",)"
    R"("mac":"C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF","dek":"D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF"})";

QByteArray testPem(const QString& name)
{
    QFile file(QStringLiteral(DMSC_SOURCE_DIR "/tests/cardio/pki/%1.pem").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName()));
    return file.readAll();
}

/// Key, certificate and authority of those that name the card.
QByteArray namedPem(const QString& name)
{
    return testPem(name + QLatin1String("-key")) + testPem(name) + testPem(QStringLiteral("named-ca"));
}

/// The number of a private key on P-256, out of its PKCS #8.
QByteArray scalarOf(const QString& name)
{
    const QList<QByteArray> lines = testPem(name + QLatin1String("-key")).split('\n');
    return QByteArray::fromBase64(lines.mid(1, lines.size() - 3).join()).mid(36, 32);
}

/// One more method that the policy accepts from an entity.
void accept(QJsonObject& policy, const QString& entity, const QString& method, const QString& keyVersion)
{
    QJsonArray entities = policy.value(QLatin1String("entities")).toArray();
    for (QJsonValueRef value : entities) {
        QJsonObject one = value.toObject();
        if (one.value(QLatin1String("name")).toString() != entity)
            continue;
        QJsonArray methods = one.value(QLatin1String("methods")).toArray();
        methods.append(QJsonObject{{QStringLiteral("method"), method},
            {QStringLiteral("leastLevel"), QStringLiteral("33")}, {QStringLiteral("keyVersion"), keyVersion}});
        one.insert(QStringLiteral("methods"), methods);
        value = one;
    }
    policy.insert(QStringLiteral("entities"), entities);
}

constexpr const char* kBigHead = "{\"where\":\"\",\"nodes\":[{\"uri\":\"./Big\",\"format\":\"chr\",\"value\":\"";

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

QJsonObject triesOf(const Run& run, const QString& keyVersion)
{
    for (const QJsonValue value : run.json().value(QLatin1String("keySetTries")).toArray())
        if (value.toObject().value(QLatin1String("keyVersion")).toString() == keyVersion)
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
        QVERIFY2(level.err.endsWith(", " + rig.path(QStringLiteral("card")).toUtf8() + "\n"), level.err.constData());
        QVERIFY(rig.run("handshake CARD --json=yes").isOneLine("--json of handshake takes no value"));
        QCOMPARE(rig.run("handshake CARD --level 77").exit, 2);
        QCOMPARE(rig.run("handshake CARD --method scp02").exit, 2);
        QCOMPARE(rig.run("handshake CARD --as nobody").exit, 2);
    }

    // SEC-6: whose memory is given back is told by the credential, not by --as.
    void DM_SC_SEC_6_anothersCredentialIsNotTakenForOurs()
    {
        const Rig rig;
        rig.writePem(QStringLiteral("issuer.pem"), QStringLiteral("issuer"));
        rig.writePem(QStringLiteral("application.pem"), QStringLiteral("application"));
        const QJsonObject before = grantOf(rig.run("memory CARD --json"), QStringLiteral("issuer"));
        const Run release = rig.run("memory CARD --as dms --keys @issuer.pem --release");
        QCOMPARE(release.exit, 2);
        QVERIFY2(
            release.isOneLine("DM server") && release.err.contains("takes us for issuer"), release.err.constData());
        QCOMPARE(grantOf(rig.run("memory CARD --json"), QStringLiteral("issuer")), before);
        const Run handshake = rig.run("handshake CARD --as dms --keys @issuer.pem");
        QCOMPARE(handshake.exit, 2);
        QVERIFY2(handshake.out.contains("failed     The card answers what may be done"), handshake.out.constData());
        QCOMPARE(rig.run("handshake CARD --as issuer --keys @issuer.pem").exit, 0);
        // Refused by the policy, the text names whose certificate it was.
        const Run refused = rig.run("handshake CARD --as dms --keys @application.pem");
        QCOMPARE(refused.exit, 2);
        QVERIFY2(refused.err.contains("from the holder of the certificate CN=application"), refused.err.constData());
    }

    // SEC-5: of the card's key pairs the one on the credential's curve is taken.
    void DM_SC_SEC_5_aCredentialOnAnotherCurveFindsItsKeyPair()
    {
        const Rig rig;
        rig.writePem(QStringLiteral("dms.pem"), QStringLiteral("dms-p384"));
        const Run open = rig.run("handshake CARD --keys @dms.pem --receipt @session.p7s --json");
        QVERIFY2(open.exit == 0, open.err.constData());
        QCOMPARE(entityOf(open), QStringLiteral("dms"));
        const Run verified = rig.run("receipt verify @session.p7s");
        QVERIFY2(verified.exit == 0, verified.err.constData());
        // The issuer is accepted with the pair on P-256 alone.
        rig.writePem(QStringLiteral("issuer.pem"), QStringLiteral("issuer-p384"));
        const Run none = rig.run("handshake CARD --keys @issuer.pem");
        QCOMPARE(none.exit, 2);
        QVERIFY2(none.isOneLine("P-384") && none.err.contains("P-256"), none.err.constData());
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
        QVERIFY(refused.err.endsWith(", " + rig.path(QStringLiteral("card")).toUtf8() + "\n"));
        QCOMPARE(rig.run("memory CARD --extend much").exit, 2);
        QCOMPARE(rig.run("memory CARD --extend +5").exit, 2);
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

    // A credential is kept once, as whom its certificate names.
    void DM_SC_SEC_6_whoACredentialIsForIsItsOwnWord()
    {
        Rig rig;
        rig.environment.insert(QStringLiteral("DMSC_PASSPHRASE"), QStringLiteral("for tests"));
        rig.writePem(QStringLiteral("server.pem"), QStringLiteral("dms"));
        rig.write(QStringLiteral("device.json"), kDeviceKeys);
        QVERIFY(rig.run("credentials import @server.pem").out.contains("dms"));
        QVERIFY(rig.run("credentials import @server.pem").isOneLine("kept already, as server"));
        QCOMPARE(entityOf(rig.run("handshake CARD --as server --json")), QStringLiteral("dms"));
        QVERIFY(rig.run("handshake CARD --as sever").isOneLine("server"));
        // Nobody has said who we are: the card's policy knows whose keys these are.
        QCOMPARE(entityOf(rig.run("handshake CARD --keys @device.json --json")), QStringLiteral("device"));
        rig.write(QStringLiteral("nothing.pem"), {});
        QVERIFY(rig.run("handshake CARD --keys @nothing.pem").isOneLine("the file has 0 bytes; a PKCS#12"));
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

    // SEC-6: what the card would refuse is named, and what nobody reads is not passed over.
    void DM_SC_SEC_6_aPolicyThatTheCardWouldRefuseIsExplained()
    {
        const Rig rig;
        const QJsonObject policy = rig.run("card policy CARD --json").json();
        const auto refusal = [&](const QJsonObject& changed) {
            rig.write(QStringLiteral("changed.json"), QJsonDocument(changed).toJson());
            const Run run = rig.run("card policy CARD --set @changed.json");
            return run.exit == 2 && run.isOneLine("changed.json") ? run.err : QByteArray("accepted");
        };
        const auto withEntity = [&](int at, const char* key, const QJsonValue& value) {
            QJsonArray entities = policy.value(QLatin1String("entities")).toArray();
            QJsonObject entity = entities[at].toObject();
            entity.insert(QLatin1String(key), value);
            entities[at] = entity;
            QJsonObject changed = policy;
            changed.insert(QStringLiteral("entities"), entities);
            return changed;
        };
        QJsonObject blocks = policy;
        blocks.insert(QStringLiteral("blockSize"), 512);
        QVERIFY2(refusal(blocks).contains("block size"), refusal(blocks).constData());
        const auto locked = withEntity(0, "methods", QJsonArray{});
        QVERIFY2(refusal(locked).contains("way in"), refusal(locked).constData());
        const auto powerless = withEntity(0, "conditions", QJsonArray{});
        QVERIFY2(refusal(powerless).contains("all rights"), refusal(powerless).constData());
        const auto anybody = withEntity(3, "methods",
            QJsonArray{QJsonObject{{QStringLiteral("method"), QStringLiteral("SCP11b")},
                {QStringLiteral("leastLevel"), QStringLiteral("33")},
                {QStringLiteral("keyVersion"), QStringLiteral("11")}}});
        QVERIFY2(refusal(anybody).contains("proves nothing"), refusal(anybody).constData());
        const auto twice = withEntity(3, "name", QStringLiteral("dms"));
        QVERIFY2(refusal(twice).contains("a name of its own"), refusal(twice).constData());
        const auto misspelt = withEntity(3, "type", QStringLiteral("urn:x"));
        QVERIFY2(refusal(misspelt).contains("\"type\""), refusal(misspelt).constData());
    }

    void DM_SC_SEC_6_theIssuerGivesTriesBack()
    {
        const Rig rig;
        rig.write(QStringLiteral("wrong.json"), QByteArray(kWrongKeys).replace("\"30\"", "\"31\""));
        const QJsonObject all = triesOf(rig.run("card policy CARD --json"), QStringLiteral("31"));
        const int most = all.value(QLatin1String("most")).toInt();
        QVERIFY(most > 1 && all.value(QLatin1String("left")).toInt() == most);
        QCOMPARE(all.value(QLatin1String("entity")).toString(), QStringLiteral("device"));
        // The host sees by the card's cryptogram that the keys are not the card's, so no try is used.
        QVERIFY(rig.run("handshake CARD --keys @wrong.json --as device").exit == 2);
        QCOMPARE(triesOf(rig.run("card policy CARD --json"), QStringLiteral("31")), all);
        // Who answers all the same uses one up, and all of them in the end.
        const auto guess = [&rig] {
            return rig.run("card apdu CARD 00A4040007F0444D5F53430100 8050310008000102030405060700 "
                           "848233001000112233445566778899AABBCCDDEEFF");
        };
        QVERIFY2(guess().exit == 0, "no guess");
        const Run text = rig.run("card policy CARD");
        const QByteArray line = "tries      device, key version 31: " + QByteArray::number(most - 1) + " of "
            + QByteArray::number(most) + " left\n";
        QVERIFY2(text.out.contains(line), text.out.constData());
        for (int left = most - 1; left > 0; --left)
            QVERIFY(guess().exit == 0);
        QVERIFY(rig.run("card policy CARD").out.contains("left, blocked\n"));
        QVERIFY2(rig.run("handshake CARD --as device").exit == 2, "not blocked");
        const Run other = rig.run("card policy CARD --as device --reset-tries 31");
        QVERIFY2(other.exit == 2 && !other.out.contains("tries"), other.err.constData());
        const Run given = rig.run("card policy CARD --reset-tries 31 --json");
        QCOMPARE(given.exit, 0);
        QCOMPARE(triesOf(given, QStringLiteral("31")), all);
        QCOMPARE(rig.run("handshake CARD --as device").exit, 0);
        QVERIFY(rig.run("card policy CARD --reset-tries 7E").isOneLine("no keys of version 7E"));
        QVERIFY(rig.run("card policy CARD --reset-tries many").isOneLine("key version in hex"));
    }

    // SEC-1, SEC-5: nothing but the issuer's session puts keys on a card, and what is put opens sessions.
    void DM_SC_SEC_5_theIssuerPutsKeysOnACardThatIsThere()
    {
        const Rig rig;
        QCOMPARE(rig.run("card create @named --iccid 8949010000000000008").exit, 0);
        for (const char* name : {"named-card", "named-other-card", "named-dms"})
            rig.write(QLatin1String(name), namedPem(QLatin1String(name)));
        rig.write(QStringLiteral("keys.json"), kNewKeys);
        const Run pair = rig.run("card keys @named @named-card --key-version 13 --json --record @put.dmsclog");
        QVERIFY2(pair.exit == 0 && pair.err.isEmpty(), pair.err.constData());
        QCOMPARE(pair.json().value(QLatin1String("kind")).toString(), QStringLiteral("keyPair"));
        QCOMPARE(pair.json().value(QLatin1String("keyVersion")).toString(), QStringLiteral("13"));
        QVERIFY(pair.json().value(QLatin1String("acceptedFrom")).toArray().isEmpty());
        const Run set = rig.run("card keys @named @keys.json --record @set.dmsclog");
        QVERIFY2(set.exit == 0 && set.out.contains("34") && set.out.contains("nobody yet"), set.out + set.err);
        QCOMPARE(rig.run("handshake @named --keys @keys.json --as device").exit, 2);
        QJsonObject policy = rig.run("card policy @named --json").json();
        accept(policy, QStringLiteral("dms"), QStringLiteral("scp11a"), QStringLiteral("13"));
        accept(policy, QStringLiteral("device"), QStringLiteral("scp03"), QStringLiteral("34"));
        rig.write(QStringLiteral("policy.json"), QJsonDocument(policy).toJson());
        const Run laid = rig.run("card policy @named --set @policy.json");
        QVERIFY2(laid.exit == 0, laid.err.constData());
        const Run device = rig.run("handshake @named --keys @keys.json --as device --json");
        QVERIFY2(device.exit == 0 && entityOf(device) == QLatin1String("device"), device.err.constData());
        const Run server = rig.run("handshake @named --keys @named-dms --json");
        QVERIFY2(server.exit == 0 && entityOf(server) == QLatin1String("dms"), server.err.constData());
        const Run again = rig.run("card keys @named @named-card --key-version 13");
        QVERIFY2(again.exit == 0 && again.out.contains("from dms"), again.err.constData());
        // Nothing shows a key again: not the image, and of a log only who asks for secrets.
        QFile image(rig.path(QStringLiteral("named")));
        QVERIFY(image.open(QIODevice::ReadOnly));
        QVERIFY(!image.readAll().contains(QByteArray::fromHex("B0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF")));
        const Run dots = rig.run("log decode @set.dmsclog");
        QVERIFY2(dots.exit == 0 && dots.out.contains("put keys") && !dots.out.contains("B0 B1 B2 B3"), dots.out);
        QVERIFY(rig.run("log decode @set.dmsclog --reveal").out.contains("B0 B1 B2 B3"));
        const Run dotsOfPair = rig.run("log decode @put.dmsclog");
        QVERIFY2(dotsOfPair.out.contains("put key pair"), dotsOfPair.out);
        QVERIFY(!dotsOfPair.out.contains(scalarOf(QStringLiteral("named-card")).toHex(' ').toUpper().left(23)));
    }

    void DM_SC_SEC_5_keysThatTheCardMustNotTakeAreRefused()
    {
        const Rig rig;
        QCOMPARE(rig.run("card create @named --iccid 8949010000000000008").exit, 0);
        for (const char* name : {"named-card", "named-other-card", "named-dms"})
            rig.write(QLatin1String(name), namedPem(QLatin1String(name)));
        rig.write(QStringLiteral("keys.json"), kNewKeys);
        rig.write(QStringLiteral("zero.json"), QByteArray(kNewKeys).replace("\"34\"", "\"00\""));
        const auto refused = [&rig](const char* line, const char* with) {
            const Run run = rig.run(line);
            if (run.exit != 2 || !run.isOneLine(with))
                qWarning("%s: %d %s", line, run.exit, run.err.constData());
            return run.exit == 2 && run.isOneLine(with);
        };
        QVERIFY(refused("card keys @named @named-other-card --key-version 13", "is not its own"));
        QVERIFY(refused("card keys @named @named-dms --key-version 13", "is not its own"));
        QVERIFY(refused("card keys @named @named-card --key-version 13 --as device", "issuer alone"));
        QVERIFY(refused("card keys @named @named-card", "--key-version"));
        QVERIFY(refused("card keys @named @named-card --key-version many", "--key-version"));
        QVERIFY(refused("card keys @named @named-card --key-version 80", "01 to 7F"));
        QVERIFY(refused("card keys @named @keys.json --key-version 34", "names its version itself"));
        QVERIFY(refused("card keys @named @zero.json", "01 to 7F"));
        QVERIFY(refused("card keys @named @none.json", "none.json"));
        QVERIFY(refused("card keys @named", "card keys takes"));
        QVERIFY(refused("card keys @keys.json @keys.json", "keys.json"));
        const QByteArray policy = rig.run("card policy @named --json").out;
        QVERIFY(!policy.contains("\"13\"") && !policy.contains("\"34\""));
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
        const Run other = rig.run("receipt verify @r.p7s --ca " DMSC_SOURCE_DIR "/tests/cardio/pki/own-ca.pem");
        QCOMPARE(other.exit, 2);
        QVERIFY2(other.err.contains("the signature is right, but its certificate"), other.err.constData());
    }

    // SEC-7: a refused session is one too, and every command that opens one has its receipt.
    void DM_SC_SEC_7_everySessionHasAReceipt()
    {
        const Rig rig;
        const Run refused = rig.run(
            "copy CARD CARD --uri ./Branding --to ./MO/There --as application --method scp11a --receipt @no.p7s");
        QCOMPARE(refused.exit, 2); // the policy accepts no certificate from it
        QVERIFY(!QFile::exists(rig.path(QStringLiteral("no.p7s"))));
        rig.write(QStringLiteral("big.json"), QByteArray(kBigHead) + QByteArray(3 << 20, 'x') + "\"}]}");
        const Run full = rig.run("copy @big.json CARD --uri ./Big --as dms --method scp11a --receipt @full.p7s");
        QVERIFY2(full.exit == 2 && full.err.contains("420"), full.err.constData());
        QCOMPARE(rig.run("receipt verify @full.p7s").exit, 0);
        QCOMPARE(rig.run("show CARD --as dms --method scp11a --receipt @show.p7s").exit, 0);
        QCOMPARE(rig.run("receipt verify @show.p7s").exit, 0);
        QCOMPARE(rig.run("memory CARD --as dms --method scp11a --receipt @memory.p7s --reduce 1").exit, 0);
        QCOMPARE(rig.run("receipt verify @memory.p7s").exit, 0);
        // A recording has it without being asked.
        QCOMPARE(rig.run("show CARD --as dms --method scp11a --record @session.dmsclog").exit, 0);
        QVERIFY(rig.run("log show @session.dmsclog").out.contains("RECEIPT"));
        QCOMPARE(rig.run("log export @session.dmsclog @messages/").exit, 0);
        const QStringList kept =
            QDir(rig.path(QStringLiteral("messages"))).entryList({QStringLiteral("*-receipt.p7s")});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(rig.run(("receipt verify @messages/" + kept.front().toLatin1()).constData()).exit, 0);
        QVERIFY(rig.run("log replay @session.dmsclog --to CARD --as dms --method scp11a").exit != 2);
    }

    // What is refused says what stands in the way.
    void DM_SC_ADM_6_PRV_2_refusalsNameTheLimitAndTheOwner()
    {
        const Rig rig;
        const qint64 limit = grantOf(rig.run("memory CARD --as dms --json"), QStringLiteral("dms"))
                                 .value(QLatin1String("limit"))
                                 .toInteger();
        QCOMPARE(rig.run(("memory CARD --as dms --request " + QByteArray::number(limit)).constData()).exit, 0);
        const Run more = rig.run("memory CARD --as dms --extend 1");
        QCOMPARE(more.exit, 2);
        QVERIFY2(more.isOneLine("its limit is"), more.err.constData());
        rig.write(QStringLiteral("mms.json"),
            R"({"where":"","nodes":[{"uri":"./AP/mms/Proxy/Addr","format":"chr","value":"evil"}]})");
        const Run write = rig.run("copy @mms.json CARD --uri ./AP/mms/Proxy/Addr --as application");
        QCOMPARE(write.exit, 2);
        QVERIFY2(write.isOneLine("\"write\" for what"), write.err.constData());
        QVERIFY2(write.err.contains("also what others stored; below .: write, delete"), write.err.constData());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscAccess>(argc, argv);
}

} // namespace dmsc::tst_dmsc_access

#include "tst_dmsc_access.moc"
