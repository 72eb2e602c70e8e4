// SPDX-License-Identifier: Apache-2.0
// dmsc card apdu, card preview and card pin on an emulated UICC.
#include "tests/support/run_test.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace dmsc::tst_dmsc_cards {

namespace {

struct Ended
{
    int exit = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// A plain UICC in a folder of its own; dmsc is run with a home there.
struct CardRig
{
    CardRig()
    {
        if (run("card create CARD --uicc").exit != 0)
            qFatal("no card");
    }

    /// Words are separated by blanks; CARD is the card, @NAME a file in the folder.
    Ended run(const char* line, const QMap<QString, QString>& variables = {}) const
    {
        QStringList words;
        for (QString word : QString::fromLatin1(line).split(QLatin1Char(' '))) {
            if (word == QStringLiteral("CARD"))
                word = QStringLiteral("card:") + path(QStringLiteral("card"));
            words << (word.startsWith(QLatin1Char('@')) ? path(word.mid(1)) : word);
        }
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), path(QLatin1String(name)));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        for (auto each = variables.begin(); each != variables.end(); ++each)
            environment.insert(each.key(), each.value());
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"), words);
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
    }
    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir folder;
};

const QMap<QString, QString> kKeys{{QStringLiteral("DMSC_PINS"), QStringLiteral("01=1234,0A=11223344")}};

} // namespace

class TestDmscCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apdusAreSentAsTheyAre()
    {
        const CardRig rig;
        const Ended text = rig.run("card apdu CARD 00A40004023F00 00B0950000");
        QVERIFY2(text.exit == 0, text.err.constData());
        QVERIFY2(text.out.contains("> 00A40004023F00"), text.out.constData());
        QVERIFY2(text.out.contains("SELECT"), text.out.constData());
        QCOMPARE(text.out.count("\n< "), 2);
        const Ended json = rig.run("card apdu CARD 00A4000C022FE2 00B000000A 00A4000C021234 --json");
        QCOMPARE(json.exit, 0);
        const QJsonArray said = json.json().value(QLatin1String("exchanges")).toArray();
        QCOMPARE(said.size(), 3);
        QCOMPARE(said[1].toObject().value(QLatin1String("status")).toString(), QStringLiteral("9000"));
        QCOMPARE(said[1].toObject().value(QLatin1String("response")).toString().size(), 20);
        QCOMPARE(said[1].toObject().value(QLatin1String("name")).toString(), QStringLiteral("READ BINARY"));
        QCOMPARE(said[2].toObject().value(QLatin1String("status")).toString(), QStringLiteral("6A82"));
        QVERIFY(!said[2].toObject().value(QLatin1String("text")).toString().isEmpty());
    }

    void nothingIsSentWhereOneIsNoCommand()
    {
        const CardRig rig;
        for (const char* line : {"card apdu CARD", "card apdu CARD 00A4", "card apdu CARD 00200001 00A4000Z",
                 "card apdu @none.xml 00A40004"}) {
            const Ended ended = rig.run(line);
            QCOMPARE(ended.exit, 2);
            QCOMPARE(ended.err.count('\n'), 1);
            QVERIFY(ended.out.isEmpty());
        }
    }

    void apdusAreRecordedWithoutTheirSecrets()
    {
        const CardRig rig;
        const Ended sent = rig.run("card apdu CARD 002000010831323334FFFFFFFF --record @said.dmsclog");
        QVERIFY2(sent.exit == 0, sent.err.constData());
        const Ended shown = rig.run("log show @said.dmsclog");
        QVERIFY2(shown.out.contains("VERIFY"), shown.out.constData());
        const Ended decoded = rig.run("log decode @said.dmsclog");
        QVERIFY(!decoded.out.contains("31323334"));
    }

    void aWriteIsPreviewed()
    {
        const CardRig rig;
        const Ended files = rig.run("card files CARD --json");
        QString objects;
        QString nas;
        const QJsonArray all = files.json().value(QLatin1String("files")).toArray();
        for (const QJsonValue& value : all) {
            const QString name = value.toObject().value(QLatin1String("name")).toString();
            if (name == QStringLiteral("EF_IMSConfigData") && objects.isEmpty())
                objects = value.toObject().value(QLatin1String("path")).toString();
            if (name == QStringLiteral("EF_NASCONFIG"))
                nas = value.toObject().value(QLatin1String("path")).toString();
        }
        QVERIFY(!objects.isEmpty() && !nas.isEmpty());
        rig.write(QStringLiteral("new"), "new");
        const QByteArray line = "card preview CARD " + objects.toLatin1() + " --in @new --part 9F22";
        const Ended text = rig.run(line.constData(), kKeys);
        QVERIFY2(text.exit == 0, text.err.constData());
        QVERIFY2(text.out.contains("80DB0080069F22036E6577  SET DATA"), text.out.constData());
        QVERIFY2(text.out.contains("00A4"), text.out.constData());
        const Ended json =
            rig.run((line + " --json").constData(), {{QStringLiteral("DMSC_PINS"), QStringLiteral("01=1234")}});
        QVERIFY2(json.exit == 0, json.err.constData());
        QCOMPARE(json.json().value(QLatin1String("after")).toString(), QStringLiteral("6E6577"));
        QCOMPARE(json.json().value(QLatin1String("key")).toString(), QStringLiteral("ADM 1"));
        QVERIFY(json.json().value(QLatin1String("commands")).toArray().size() >= 2);
        // Nothing was written, and what cannot be is said.
        const Ended read = rig.run(("card read CARD " + objects.toLatin1()).constData(), kKeys);
        QVERIFY(!read.out.contains("9F22"));
        QCOMPARE(
            rig.run(("card preview CARD " + objects.toLatin1() + " --in @new --part 9F").constData(), kKeys).exit, 2);
        QCOMPARE(rig.run(("card preview CARD " + objects.toLatin1() + " --in @new").constData(), kKeys).exit, 2);
        QCOMPARE(rig.run(("card preview CARD " + nas.toLatin1() + " --in @new --part 1").constData(), kKeys).exit, 2);
        QCOMPARE(rig.run(("card preview CARD " + nas.toLatin1()).constData(), kKeys).exit, 2);
        QCOMPARE(rig.run(("card preview CARD " + nas.toLatin1() + " --in @new").constData(), kKeys).exit, 0);
        QCOMPARE(rig.run("card preview CARD 3F00/0001 --in @new", kKeys).exit, 2);
    }

    void aPinIsChangedAndUnblocked()
    {
        const CardRig rig;
        const Ended state = rig.run("card pin CARD 01 --json");
        QVERIFY2(state.exit == 0, state.err.constData());
        QCOMPARE(state.json().value(QLatin1String("triesLeft")).toInt(), 3);
        QCOMPARE(state.json().value(QLatin1String("unblockTriesLeft")).toInt(), 10);
        const auto with = [](const char* name, const char* value, const char* fresh) {
            return QMap<QString, QString>{
                {QLatin1String(name), QLatin1String(value)}, {QStringLiteral("DMSC_NEW_PIN"), QLatin1String(fresh)}};
        };
        const Ended wrong = rig.run("card pin CARD 01 --change", with("DMSC_PIN", "9999", "4321"));
        QCOMPARE(wrong.exit, 2);
        QVERIFY2(wrong.err.contains("tries left: 2"), wrong.err.constData());
        const Ended right = rig.run("card pin CARD 01 --change", with("DMSC_PIN", "1234", "4321"));
        QVERIFY2(right.exit == 0, right.err.constData());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(rig.run("card pin CARD 01 --change", with("DMSC_PIN", "1234", "4321")).exit, 2);
        const Ended blocked = rig.run("card pin CARD 01");
        QVERIFY2(blocked.out.contains("blocked"), blocked.out.constData());
        const Ended noPuk = rig.run("card pin CARD 01 --unblock", with("DMSC_PUK", "00000000", "1234"));
        QCOMPARE(noPuk.exit, 2);
        QVERIFY2(noPuk.err.contains("tries left: 9"), noPuk.err.constData());
        QCOMPARE(rig.run("card pin CARD 01 --unblock", with("DMSC_PUK", "1234", "1234")).exit, 2); // no PUK: not sent
        const Ended unblocked = rig.run("card pin CARD 01 --unblock", with("DMSC_PUK", "12345678", "1234"));
        QVERIFY2(unblocked.exit == 0, unblocked.err.constData());
        QCOMPARE(rig.run("card pin CARD 01 --json").json().value(QLatin1String("triesLeft")).toInt(), 3);
        QCOMPARE(rig.run("card pin CARD PIN1").exit, 2);
        QCOMPARE(rig.run("card pin CARD 01 --change --unblock").exit, 2);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscCards>(argc, argv);
}

} // namespace dmsc::tst_dmsc_cards

#include "tst_dmsc_cards.moc"
