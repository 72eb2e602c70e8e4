// SPDX-License-Identifier: Apache-2.0
// dmsc card apdu, card preview and card pin on an emulated UICC.
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

#include <QJsonArray>
#include <QTest>

namespace dmsc::tst_dmsc_cards {

using test::Shell;
using test::ShellRun;

namespace {

/// A shell with a plain UICC.
struct CardShell : Shell
{
    CardShell()
    {
        if (run("card create card:card --uicc").exit != 0)
            qFatal("no card");
    }
};

const QMap<QString, QString> kKeys{{QStringLiteral("DMSC_PINS"), QStringLiteral("01=1234,0A=11223344")}};

} // namespace

class TestDmscCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apdusAreSentAsTheyAre()
    {
        const CardShell shell;
        const ShellRun text = shell.run("card apdu card:card 00A40004023F00 00B0950000");
        QVERIFY2(text.exit == 0, text.err.constData());
        QVERIFY2(text.out.contains("> 00A40004023F00"), text.out.constData());
        QVERIFY2(text.out.contains("SELECT"), text.out.constData());
        QCOMPARE(text.out.count("\n< "), 2);
        const ShellRun json = shell.run("card apdu card:card 00A4000C022FE2 00B000000A 00A4000C021234 --json");
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
        const CardShell shell;
        for (const char* line : {"card apdu card:card", "card apdu card:card 00A4",
                 "card apdu card:card 00200001 00A4000Z", "card apdu none.xml 00A40004"}) {
            const ShellRun ended = shell.run(line);
            QCOMPARE(ended.exit, 2);
            QCOMPARE(ended.err.count('\n'), 1);
            QVERIFY(ended.out.isEmpty());
        }
    }

    void apdusAreRecordedWithoutTheirSecrets()
    {
        const CardShell shell;
        const ShellRun sent = shell.run("card apdu card:card 002000010831323334FFFFFFFF --record said.dmsclog");
        QVERIFY2(sent.exit == 0, sent.err.constData());
        const ShellRun shown = shell.run("log show said.dmsclog");
        QVERIFY2(shown.out.contains("VERIFY"), shown.out.constData());
        const ShellRun decoded = shell.run("log decode said.dmsclog");
        QVERIFY(!decoded.out.contains("31323334"));
    }

    void aWriteIsPreviewed()
    {
        const CardShell shell;
        const ShellRun files = shell.run("card files card:card --json");
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
        shell.write(QStringLiteral("new"), "new");
        const QByteArray line = "card preview card:card " + objects.toLatin1() + " --in new --part 9F22";
        const ShellRun text = shell.run(line.constData(), kKeys);
        QVERIFY2(text.exit == 0, text.err.constData());
        QVERIFY2(text.out.contains("80DB0080069F22036E6577  SET DATA"), text.out.constData());
        QVERIFY2(text.out.contains("00A4"), text.out.constData());
        const ShellRun json =
            shell.run((line + " --json").constData(), {{QStringLiteral("DMSC_PINS"), QStringLiteral("01=1234")}});
        QVERIFY2(json.exit == 0, json.err.constData());
        QCOMPARE(json.json().value(QLatin1String("after")).toString(), QStringLiteral("6E6577"));
        QCOMPARE(json.json().value(QLatin1String("key")).toString(), QStringLiteral("ADM 1"));
        QVERIFY(json.json().value(QLatin1String("commands")).toArray().size() >= 2);
        // Nothing was written, and what cannot be is said.
        const ShellRun read = shell.run(("card read card:card " + objects.toLatin1()).constData(), kKeys);
        QVERIFY(!read.out.contains("9F22"));
        QCOMPARE(
            shell.run(("card preview card:card " + objects.toLatin1() + " --in new --part 9F").constData(), kKeys).exit,
            2);
        QCOMPARE(shell.run(("card preview card:card " + objects.toLatin1() + " --in new").constData(), kKeys).exit, 2);
        QCOMPARE(
            shell.run(("card preview card:card " + nas.toLatin1() + " --in new --part 1").constData(), kKeys).exit, 2);
        QCOMPARE(shell.run(("card preview card:card " + nas.toLatin1()).constData(), kKeys).exit, 2);
        QCOMPARE(shell.run(("card preview card:card " + nas.toLatin1() + " --in new").constData(), kKeys).exit, 0);
        QCOMPARE(shell.run("card preview card:card 3F00/0001 --in new", kKeys).exit, 2);
    }

    void aFileIsReadByItsPathNameOrId()
    {
        const CardShell shell;
        const ShellRun path = shell.run("card read card:card 3F00/2FE2");
        QVERIFY2(path.exit == 0, path.err.constData());
        for (const char* other : {"2FE2", "2fe2", "ef.iccid", "3f00/2FE2"}) {
            const ShellRun read = shell.run((QByteArray("card read card:card ") + other).constData());
            QVERIFY2(read.exit == 0, read.err.constData());
            QCOMPARE(read.out, path.out);
        }
        const ShellRun many = shell.run("card read card:card EF.ARR");
        QVERIFY2(many.exit == 2 && many.isOneLine("3F00/2F06"), many.err.constData());
        const ShellRun none = shell.run("card read card:card 0001");
        QVERIFY2(none.exit == 2 && none.isOneLine("card files"), none.err.constData());
    }

    void whatIsLockedIsToldAndHowToOpenIt()
    {
        const CardShell shell;
        const ShellRun locked = shell.run("show card:card");
        QCOMPARE(locked.exit, 0);
        QVERIFY2(locked.err.contains("EF_NASCONFIG") && locked.err.contains("PIN 1 verified"), locked.err.constData());
        QVERIFY2(locked.err.contains("DMSC_PINS"), locked.err.constData());
        const ShellRun copied = shell.run("copy card:card out.xml --uri ./NASConfig");
        QCOMPARE(copied.exit, 2);
        QVERIFY2(copied.err.contains("EF_NASCONFIG") && copied.err.contains("DMSC_PINS"), copied.err.constData());
        const ShellRun same = shell.run("diff card:card card:card");
        QVERIFY2(same.exit == 0 && same.err.contains("DMSC_PINS"), same.err.constData());
        // Files are found and read one by one without the tree.
        const ShellRun files = shell.run("card files card:card");
        QVERIFY2(files.exit == 0 && files.err.isEmpty(), files.err.constData());
        const ShellRun open = shell.run("copy card:card out.xml --uri ./NASConfig", kKeys);
        QVERIFY2(open.exit == 0 && !open.err.contains("DMSC_PINS"), open.err.constData());
    }

    void aPinIsChangedAndUnblocked()
    {
        const CardShell shell;
        const ShellRun state = shell.run("card pin card:card 01 --json");
        QVERIFY2(state.exit == 0, state.err.constData());
        QCOMPARE(state.json().value(QLatin1String("triesLeft")).toInt(), 3);
        QCOMPARE(state.json().value(QLatin1String("unblockTriesLeft")).toInt(), 10);
        const auto with = [](const char* name, const char* value, const char* fresh) {
            return QMap<QString, QString>{
                {QLatin1String(name), QLatin1String(value)}, {QStringLiteral("DMSC_NEW_PIN"), QLatin1String(fresh)}};
        };
        const ShellRun wrong = shell.run("card pin card:card 01 --change", with("DMSC_PIN", "9999", "4321"));
        QCOMPARE(wrong.exit, 2);
        QVERIFY2(wrong.err.contains("tries left: 2"), wrong.err.constData());
        const ShellRun right = shell.run("card pin card:card 01 --change", with("DMSC_PIN", "1234", "4321"));
        QVERIFY2(right.exit == 0, right.err.constData());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(shell.run("card pin card:card 01 --change", with("DMSC_PIN", "1234", "4321")).exit, 2);
        const ShellRun blocked = shell.run("card pin card:card 01");
        QVERIFY2(blocked.out.contains("blocked"), blocked.out.constData());
        const ShellRun noPuk = shell.run("card pin card:card 01 --unblock", with("DMSC_PUK", "00000000", "1234"));
        QCOMPARE(noPuk.exit, 2);
        QVERIFY2(noPuk.err.contains("tries left: 9"), noPuk.err.constData());
        QCOMPARE(
            shell.run("card pin card:card 01 --unblock", with("DMSC_PUK", "1234", "1234")).exit, 2); // no PUK: not sent
        const ShellRun unblocked = shell.run("card pin card:card 01 --unblock", with("DMSC_PUK", "12345678", "1234"));
        QVERIFY2(unblocked.exit == 0, unblocked.err.constData());
        QCOMPARE(shell.run("card pin card:card 01 --json").json().value(QLatin1String("triesLeft")).toInt(), 3);
        QCOMPARE(shell.run("card pin card:card PIN1").exit, 2);
        QCOMPARE(shell.run("card pin card:card 01 --change --unblock").exit, 2);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscCards>(argc, argv);
}

} // namespace dmsc::tst_dmsc_cards

#include "tst_dmsc_cards.moc"
