// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

namespace dmsc::tst_dmsc_log {

using namespace dmsc::test;

namespace {

QJsonArray recordsOf(const ShellRun& run)
{
    return run.json().value(QLatin1String("records")).toArray();
}

QStringList names(const QJsonArray& records)
{
    QStringList list;
    for (const QJsonValue record : records)
        list += record.toObject().value(QLatin1String("name")).toString();
    return list;
}

} // namespace

/// dmsc log and --record, through the real program.
class TestDmscLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recordKeepsWhatIsSaid();
    void recordMakesANewFileOnly();
    void sessionOfDeviceAndCardIsRecorded();
    void exchangeIsRecorded();
    void recordedServerStopsByASignal();
    void showALineARow();
    void followShowsWhatComes();
    void ofADamagedLogTheRestIsShown();
    void anEmptyFilterLeavesAllRows();
    void filterLeavesRows();
    void wrongFilterNamesThePlace();
    void decodeHex();
    void pipesAreRead();
    void decodeARow();
    void secretsAreDotsUnlessRevealed();
    void keysInFilesAreDotsUnlessRevealed();
    void exportByOptionAndSuffix();
    void whatIsReadIsNotWrittenOver_data();
    void whatIsReadIsNotWrittenOver();
    void troubleIsOneLine_data();
    void troubleIsOneLine();

private:
    Shell m_shell;
};

void TestDmscLog::initTestCase()
{
    QCOMPARE(m_shell.run("card create card --demo").exit, 0);
    QCOMPARE(m_shell.run("handset create phone --demo").exit, 0);
    const ShellRun shown = m_shell.run("show card:card --record show.dmsclog");
    QVERIFY2(shown.exit == 0, shown.err.constData());
    m_shell.write(QStringLiteral("pin.log"),
        "00000004 APDU: 00 A4 04 0C 02 3F 00 \n00000200 SW: 90 00 \n"
        "00000003 APDU: 00 20 00 01 08 31 32 33 34 FF FF FF FF \n00000100 SW: 63 C2 \n");
}

void TestDmscLog::recordKeepsWhatIsSaid()
{
    const ShellRun shown = m_shell.run("log show show.dmsclog --json");
    QVERIFY2(shown.exit == 0, shown.err.constData());
    const QJsonArray records = recordsOf(shown);
    QVERIFY(records.size() > 5);
    const QStringList all = names(records);
    QVERIFY2(!all.filter(QStringLiteral("SELECT")).isEmpty(), qPrintable(all.join(QLatin1Char(','))));
    QVERIFY(!all.filter(QStringLiteral("INITIALIZE UPDATE")).isEmpty());
    QVERIFY(shown.json().value(QLatin1String("startedAt")).toString().endsWith(QLatin1Char('Z')));
    QCOMPARE(QFile::permissions(m_shell.path(QStringLiteral("show.dmsclog"))) & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
}

void TestDmscLog::recordMakesANewFileOnly()
{
    const QByteArray before = m_shell.run("log show show.dmsclog").out;
    const ShellRun again = m_shell.run("show card:card --record show.dmsclog");
    QCOMPARE(again.exit, 2);
    QCOMPARE(again.err.count('\n'), 1);
    QCOMPARE(m_shell.run("log show show.dmsclog").out, before);
}

void TestDmscLog::sessionOfDeviceAndCardIsRecorded()
{
    const ShellRun flow =
        m_shell.run("session store --handset handset:phone --card card:card --answer yes --record flow.dmsclog");
    QVERIFY2(flow.exit == 0, flow.err.constData());
    const QJsonArray records = recordsOf(m_shell.run("log show flow.dmsclog --json"));
    QStringList layers;
    for (const QJsonValue record : records)
        layers += record.toObject().value(QLatin1String("layer")).toString();
    QVERIFY(layers.contains(QLatin1String("apdu")));
    QVERIFY(layers.contains(QLatin1String("syncml")));
}

void TestDmscLog::exchangeIsRecorded()
{
    m_shell.write(QStringLiteral("get.xml"),
        "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1"
        "</SessionID><MsgID>1</MsgID><Target><LocURI>imei:1</LocURI></Target><Source><LocURI>https://dm.example"
        "</LocURI></Source></SyncHdr><SyncBody><Get><CmdID>1</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI>"
        "</Target></Item></Get><Final/></SyncBody></SyncML>");
    const ShellRun exchange = m_shell.run("exchange --handset handset:phone get.xml --record exchange.dmsclog");
    QVERIFY2(exchange.exit == 0, exchange.err.constData());
    const QJsonArray records = recordsOf(m_shell.run("log show exchange.dmsclog --filter name==Get --json"));
    QVERIFY(!records.isEmpty());
    QCOMPARE(records[0].toObject().value(QLatin1String("target")).toString(), QStringLiteral("./DevInfo/Man"));
    QCOMPARE(m_shell.run("log export exchange.dmsclog messages/").exit, 0);
    QVERIFY(QFile::exists(m_shell.path(QStringLiteral("messages/0001-device-to-server.xml"))));
}

void TestDmscLog::recordedServerStopsByASignal()
{
    QProcess process;
    m_shell.start(process, "dms --record dms.dmsclog");
    QVERIFY(process.waitForReadyRead(10'000));
    const QString url = QString::fromUtf8(process.readLine().trimmed());
    const QString client = QStringLiteral("client --handset handset:phone --server %1 --record client.dmsclog");
    QCOMPARE(m_shell.run(client.arg(url)).exit, 0);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(names(recordsOf(m_shell.run("log show dms.dmsclog --json"))).contains(QLatin1String("SyncML")));
    QVERIFY(names(recordsOf(m_shell.run("log show client.dmsclog --json"))).contains(QLatin1String("SyncML")));
}

void TestDmscLog::showALineARow()
{
    const ShellRun shown = m_shell.run("log show pin.log");
    QVERIFY2(shown.exit == 0, shown.err.constData());
    const QByteArrayList lines = shown.out.split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].contains("device -> card"));
    QVERIFY(lines[0].contains("SELECT"));
    QVERIFY(lines[1].contains("63C2 ?"));
    QVERIFY(lines[1].contains("VERIFY"));
}

void TestDmscLog::ofADamagedLogTheRestIsShown()
{
    QFile recording(m_shell.path(QStringLiteral("show.dmsclog")));
    QVERIFY(recording.open(QIODevice::ReadOnly));
    QByteArray whole = recording.readAll();
    const qsizetype all = recordsOf(m_shell.run("log show show.dmsclog --json")).size();
    whole[whole.size() / 2] = static_cast<char>(~whole[whole.size() / 2]);
    m_shell.write(QStringLiteral("flipped.dmsclog"), whole);
    m_shell.write(QStringLiteral("cut.dmsclog"), whole.chopped(3));
    for (const char* line : {"log show flipped.dmsclog --json", "log show cut.dmsclog --json"}) {
        const ShellRun shown = m_shell.run(line);
        QCOMPARE(shown.exit, 2);
        QVERIFY2(shown.isOneLine(".dmsclog") && shown.err.contains("byte"), shown.err.constData());
        QVERIFY(recordsOf(shown).size() >= all - 1);
    }
    QCOMPARE(m_shell.run("log export flipped.dmsclog flipped.json").exit, 2);
    QVERIFY(QFile::exists(m_shell.path(QStringLiteral("flipped.json"))));
}

void TestDmscLog::anEmptyFilterLeavesAllRows()
{
    const QByteArray all = m_shell.run("log show pin.log").out;
    const QStringList show{QStringLiteral("log"), QStringLiteral("show"), QStringLiteral("pin.log")};
    QCOMPARE(m_shell.runWords(show + QStringList{QStringLiteral("--filter"), QStringLiteral("")}).out, all);
    QCOMPARE(m_shell.runWords(show + QStringList{QStringLiteral("--filter=")}).out, all);
    QCOMPARE(m_shell.runWords(show + QStringList{QStringLiteral("--filter")}).exit, 2); // nothing given at all
}

void TestDmscLog::followShowsWhatComes()
{
    QFile recording(m_shell.path(QStringLiteral("show.dmsclog")));
    QVERIFY(recording.open(QIODevice::ReadOnly));
    const QByteArray whole = recording.readAll();
    m_shell.write(QStringLiteral("growing.dmsclog"), whole.first(whole.size() / 2));
    QProcess process;
    m_shell.start(process, "log show growing.dmsclog --follow");
    QVERIFY(process.waitForReadyRead(10'000));
    QFile growing(m_shell.path(QStringLiteral("growing.dmsclog")));
    QVERIFY(growing.open(QIODevice::Append));
    QCOMPARE(growing.write(whole.sliced(whole.size() / 2)), whole.size() - whole.size() / 2);
    growing.close();
    const qsizetype rows = m_shell.run("log show show.dmsclog").out.count('\n');
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count('\n') == rows, 10'000);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestDmscLog::filterLeavesRows()
{
    const ShellRun shown = m_shell.runWords({QStringLiteral("log"), QStringLiteral("show"), QStringLiteral("pin.log"),
        QStringLiteral("--filter"), QStringLiteral("status == 63C2"), QStringLiteral("--json")});
    QVERIFY2(shown.exit == 0, shown.err.constData());
    QCOMPARE(recordsOf(shown).size(), 1);
    QCOMPARE(recordsOf(shown)[0].toObject().value(QLatin1String("no")).toInt(), 2);
}

void TestDmscLog::wrongFilterNamesThePlace()
{
    const ShellRun shown = m_shell.runWords({QStringLiteral("log"), QStringLiteral("show"), QStringLiteral("pin.log"),
        QStringLiteral("--filter"), QStringLiteral("status ==")});
    QCOMPARE(shown.exit, 2);
    QVERIFY2(shown.err.contains("--filter, character"), shown.err.constData());
}

void TestDmscLog::decodeHex()
{
    const ShellRun command = m_shell.run("log decode 00A40004023F00:611C");
    QVERIFY2(command.exit == 0, command.err.constData());
    QVERIFY(command.out.contains("SELECT"));
    QVERIFY(command.out.contains("611C"));
    QVERIFY(command.out.contains("1+1")); // INS lies at 1
    const ShellRun json = m_shell.run("log decode 00A40004023F00 --json");
    const QJsonArray fields = recordsOf(json)[0].toObject().value(QLatin1String("fields")).toArray();
    QVERIFY(fields.size() >= 2);
    QCOMPARE(fields[0].toObject().value(QLatin1String("value")).toString(), QStringLiteral("MF"));
    QVERIFY(!fields[1].toObject().value(QLatin1String("fields")).toArray().isEmpty());
    const ShellRun wrong = m_shell.run("log decode 00A4x");
    QCOMPARE(wrong.exit, 2);
    QCOMPARE(wrong.err.count('\n'), 1);
    for (const char* tooShort : {"00", "00A4", "00A4:9000", ""}) {
        const ShellRun refused =
            m_shell.runWords({QStringLiteral("log"), QStringLiteral("decode"), QString::fromLatin1(tooShort)});
        QCOMPARE(refused.exit, 2);
        QVERIFY2(refused.isOneLine("four bytes"), refused.err.constData());
    }
}

void TestDmscLog::pipesAreRead()
{
    QFile recording(m_shell.path(QStringLiteral("show.dmsclog")));
    QVERIFY(recording.open(QIODevice::ReadOnly));
    const QByteArray content = recording.readAll();
    for (const char* line : {"log show %1 --json", "log decode %1 --json"}) {
        const QString command = QString::fromLatin1(line);
        const ShellRun piped = m_shell.runWithInput(command.arg(QStringLiteral("/dev/stdin")), content);
        QVERIFY2(piped.exit == 0, piped.err.constData());
        QCOMPARE(piped.out, m_shell.run(command.arg(QStringLiteral("show.dmsclog"))).out);
    }
    QCOMPARE(m_shell.runWithInput("log show /dev/stdin", "no log").exit, 2);
}

void TestDmscLog::decodeARow()
{
    const ShellRun row = m_shell.run("log decode pin.log --row 1");
    QVERIFY(row.out.startsWith("[1] SELECT"));
    QVERIFY(!row.out.contains("VERIFY"));
    QCOMPARE(m_shell.run("log decode pin.log --row 3").exit, 2);
}

void TestDmscLog::secretsAreDotsUnlessRevealed()
{
    const QByteArray masked = m_shell.run("log show pin.log --json").out;
    QVERIFY(masked.contains("0020000108................"));
    QVERIFY(!masked.contains("31323334"));
    QVERIFY(m_shell.run("log show pin.log --json --reveal").out.contains("31323334ffffffff"));
    QVERIFY(!m_shell.run("log decode pin.log").out.contains("31 32 33 34"));
    QVERIFY(m_shell.run("log decode pin.log --reveal").out.contains("31 32 33 34"));
    // What is typed too: others may see the screen, and the answer may be handed on.
    for (const char* option : {"", " --json"}) {
        const QString typed = QStringLiteral("log decode 00200001083132333435363738") + QLatin1String(option);
        QVERIFY(!m_shell.run(typed).out.contains("12345678"));
        QVERIFY(m_shell.run(typed + QStringLiteral(" --reveal")).out.contains("12345678"));
    }
}

/// EF.Keys of a USIM, by identifier and by short identifier: the bytes alone do not tell what they are.
void TestDmscLog::keysInFilesAreDotsUnlessRevealed()
{
    m_shell.write(QStringLiteral("keys.log"),
        "00000004 APDU: 00 A4 04 0C 07 A0 00 00 00 87 10 02 \n00000200 SW: 90 00 \n"
        "00000003 APDU: 00 B0 88 00 04 \n00000100 SW: 07 C1 C2 C3 90 00 \n"
        "00000003 APDU: 00 A4 00 0C 02 6F 08 \n00000100 SW: 90 00 \n"
        "00000003 APDU: 00 D6 00 01 03 D1 D2 D3 \n00000100 SW: 90 00 \n");
    QVERIFY(m_shell.run("log show keys.log --json").out.contains("00b0880004"));
    for (const char* suffix : {"html", "json", "txt", "apdu", "pcap"}) {
        const QString file = QStringLiteral("keys-out.") + QLatin1String(suffix);
        const auto written = [&](const char* option) {
            const ShellRun run =
                m_shell.run(QStringLiteral("log export keys.log %1%2").arg(file, QLatin1String(option)));
            QFile out(m_shell.path(file));
            QByteArray bytes = run.exit == 0 && out.open(QIODevice::ReadOnly) ? out.readAll() : QByteArray();
            return file.endsWith(QLatin1String("pcap")) ? bytes.toHex() : bytes.toLower().replace(' ', "");
        };
        const QByteArray masked = written("");
        QVERIFY2(!masked.isEmpty() && !masked.contains("c1c2c3") && !masked.contains("d1d2d3"), suffix);
        QVERIFY2(written(" --reveal").contains("d1d2d3"), suffix);
    }
}

void TestDmscLog::exportByOptionAndSuffix()
{
    for (const char* suffix : {"pcap", "html", "json", "txt", "dmsclog", "apdu"}) {
        const QString file = QStringLiteral("out.") + QLatin1String(suffix);
        const ShellRun exported =
            m_shell.runWords({QStringLiteral("log"), QStringLiteral("export"), QStringLiteral("pin.log"), file});
        QVERIFY2(exported.exit == 0, exported.err.constData());
        QVERIFY(exported.out.isEmpty());
    }
    const auto head = [this](const char* name) {
        QFile file(m_shell.path(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.read(15) : QByteArray();
    };
    QVERIFY(head("out.pcap").startsWith(QByteArray::fromHex("4d3cb2a1")));
    QVERIFY(head("out.html").startsWith("<!DOCTYPE html>"));
    QVERIFY(head("out.txt").startsWith("dmsc log 2"));
    // What was written is read again; an option goes before the suffix.
    QCOMPARE(recordsOf(m_shell.run("log show out.pcap --json")).size(), 2);
    QCOMPARE(m_shell.run("log export out.txt page --html").exit, 0);
    QVERIFY(head("page").startsWith("<!DOCTYPE html>"));
}

void TestDmscLog::whatIsReadIsNotWrittenOver_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("export") << QStringLiteral("log export pin.log pin.log");
    QTest::newRow("export by another name") << QStringLiteral("log export pin.log alias.log --filter no==1");
    QTest::newRow("compare, right") << QStringLiteral("log compare show.dmsclog pin.log --out ./pin.log");
    QTest::newRow("replay") << QStringLiteral("log replay pin.log --to card:card --out pin.log");
    QTest::newRow("replay, the card") << QStringLiteral("log replay pin.log --to card:pin.log --out pin.log");
}

void TestDmscLog::whatIsReadIsNotWrittenOver()
{
    QFETCH(QString, line);
    QFile::link(QStringLiteral("pin.log"), m_shell.path(QStringLiteral("alias.log")));
    const QByteArray before = m_shell.run("log show pin.log --json --reveal").out;
    const ShellRun refused = m_shell.run(line);
    QCOMPARE(refused.exit, 2);
    QVERIFY2(refused.isOneLine("needs another one"), refused.err.constData());
    QCOMPARE(m_shell.run("log show pin.log --json --reveal").out, before);
}

void TestDmscLog::troubleIsOneLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no file") << QStringLiteral("log show nowhere.dmsclog");
    QTest::newRow("nothing in it") << QStringLiteral("log show card");
    QTest::newRow("two formats") << QStringLiteral("log export pin.log x --pcap --html");
    QTest::newRow("no format") << QStringLiteral("log export pin.log x.doc");
    QTest::newRow("no folder") << QStringLiteral("log export pin.log no/where.pcap");
    QTest::newRow("no messages") << QStringLiteral("log export pin.log none/");
    QTest::newRow("no commands") << QStringLiteral("log export exchange.dmsclog none.pcap --filter layer==syncml");
    QTest::newRow("no commands for scriptor")
        << QStringLiteral("log export exchange.dmsclog none.apdu --filter layer==syncml");
    QTest::newRow("record where nothing can be") << QStringLiteral("show card:card --record no/where.dmsclog");
}

void TestDmscLog::troubleIsOneLine()
{
    QFETCH(QString, line);
    const ShellRun trouble = m_shell.run(line);
    QCOMPARE(trouble.exit, 2);
    QVERIFY(trouble.out.isEmpty());
    QCOMPARE(trouble.err.count('\n'), 1);
    QVERIFY(trouble.err.startsWith("dmsc: "));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscLog>(argc, argv);
}

} // namespace dmsc::tst_dmsc_log

#include "tst_dmsc_log.moc"
