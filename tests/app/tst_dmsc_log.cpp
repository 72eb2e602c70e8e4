// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_dmsc_log {

namespace {

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray records() const { return json().value(QLatin1String("records")).toArray(); }
};

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
    void filterLeavesRows();
    void wrongFilterNamesThePlace();
    void decodeHex();
    void decodeARow();
    void secretsAreDotsUnlessRevealed();
    void exportByOptionAndSuffix();
    void troubleIsOneLine_data();
    void troubleIsOneLine();

private:
    /// Words with @ in front are files in the folder.
    Run run(const QStringList& words) const
    {
        QStringList arguments;
        for (const QString& word : words)
            arguments += word.startsWith(QLatin1Char('@')) ? path(word.mid(1))
                : word.startsWith(QLatin1String("card:@")) || word.startsWith(QLatin1String("handset:@"))
                ? QString(word).replace(QLatin1Char('@'), m_dir.path() + QLatin1Char('/'))
                : word;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), path(QStringLiteral("cache")));
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"), arguments);
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
    }
    Run run(const char* line) const { return run(QString::fromLatin1(line).split(QLatin1Char(' '))); }
    QString path(const QString& name) const { return m_dir.filePath(name); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
    }

    QTemporaryDir m_dir;
};

void TestDmscLog::initTestCase()
{
    QCOMPARE(run("card create @card --demo").exit, 0);
    QCOMPARE(run("handset create @phone --demo").exit, 0);
    const Run shown = run("show card:@card --record @show.dmsclog");
    QVERIFY2(shown.exit == 0, shown.err.constData());
    write("pin.log",
        "00000004 APDU: 00 A4 04 0C 02 3F 00 \n00000200 SW: 90 00 \n"
        "00000003 APDU: 00 20 00 01 08 31 32 33 34 FF FF FF FF \n00000100 SW: 63 C2 \n");
}

void TestDmscLog::recordKeepsWhatIsSaid()
{
    const Run shown = run("log show @show.dmsclog --json");
    QVERIFY2(shown.exit == 0, shown.err.constData());
    const QJsonArray records = shown.records();
    QVERIFY(records.size() > 5);
    const QStringList all = names(records);
    QVERIFY2(!all.filter(QStringLiteral("SELECT")).isEmpty(), qPrintable(all.join(QLatin1Char(','))));
    QVERIFY(!all.filter(QStringLiteral("INITIALIZE UPDATE")).isEmpty());
    QVERIFY(shown.json().value(QLatin1String("startedAt")).toString().endsWith(QLatin1Char('Z')));
    QCOMPARE(QFile::permissions(path(QStringLiteral("show.dmsclog"))) & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
}

void TestDmscLog::recordMakesANewFileOnly()
{
    const QByteArray before = run("log show @show.dmsclog").out;
    const Run again = run("show card:@card --record @show.dmsclog");
    QCOMPARE(again.exit, 2);
    QCOMPARE(again.err.count('\n'), 1);
    QCOMPARE(run("log show @show.dmsclog").out, before);
}

void TestDmscLog::sessionOfDeviceAndCardIsRecorded()
{
    const Run flow =
        run("session store --handset handset:@phone --card card:@card --answer yes --record @flow.dmsclog");
    QVERIFY2(flow.exit == 0, flow.err.constData());
    const QJsonArray records = run("log show @flow.dmsclog --json").records();
    QStringList layers;
    for (const QJsonValue record : records)
        layers += record.toObject().value(QLatin1String("layer")).toString();
    QVERIFY(layers.contains(QLatin1String("apdu")));
    QVERIFY(layers.contains(QLatin1String("syncml")));
}

void TestDmscLog::exchangeIsRecorded()
{
    write("get.xml",
        "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1"
        "</SessionID><MsgID>1</MsgID><Target><LocURI>imei:1</LocURI></Target><Source><LocURI>https://dm.example"
        "</LocURI></Source></SyncHdr><SyncBody><Get><CmdID>1</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI>"
        "</Target></Item></Get><Final/></SyncBody></SyncML>");
    const Run exchange = run("exchange --handset handset:@phone @get.xml --record @exchange.dmsclog");
    QVERIFY2(exchange.exit == 0, exchange.err.constData());
    const QJsonArray records = run("log show @exchange.dmsclog --filter name==Get --json").records();
    QVERIFY(!records.isEmpty());
    QCOMPARE(records[0].toObject().value(QLatin1String("target")).toString(), QStringLiteral("./DevInfo/Man"));
    QCOMPARE(run("log export @exchange.dmsclog @messages/").exit, 0);
    QVERIFY(QFile::exists(path(QStringLiteral("messages/0001-device-to-server.xml"))));
}

void TestDmscLog::recordedServerStopsByASignal()
{
    QProcess process;
    process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"),
        {QStringLiteral("dms"), QStringLiteral("--record"), path(QStringLiteral("dms.dmsclog"))});
    QVERIFY(process.waitForReadyRead(10'000));
    const QString url = QString::fromUtf8(process.readLine().trimmed());
    QCOMPARE(run({QStringLiteral("client"), QStringLiteral("--handset"), QStringLiteral("handset:@phone"),
                     QStringLiteral("--server"), url, QStringLiteral("--record"), QStringLiteral("@client.dmsclog")})
                 .exit,
        0);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(names(run("log show @dms.dmsclog --json").records()).contains(QLatin1String("SyncML")));
    QVERIFY(names(run("log show @client.dmsclog --json").records()).contains(QLatin1String("SyncML")));
}

void TestDmscLog::showALineARow()
{
    const Run shown = run("log show @pin.log");
    QVERIFY2(shown.exit == 0, shown.err.constData());
    const QByteArrayList lines = shown.out.split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].contains("device -> card"));
    QVERIFY(lines[0].contains("SELECT"));
    QVERIFY(lines[1].contains("63C2 ?"));
    QVERIFY(lines[1].contains("VERIFY"));
}

void TestDmscLog::followShowsWhatComes()
{
    QFile recording(path(QStringLiteral("show.dmsclog")));
    QVERIFY(recording.open(QIODevice::ReadOnly));
    const QByteArray whole = recording.readAll();
    write("growing.dmsclog", whole.first(whole.size() / 2));
    QProcess process;
    process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"),
        {QStringLiteral("log"), QStringLiteral("show"), path(QStringLiteral("growing.dmsclog")),
            QStringLiteral("--follow")});
    QVERIFY(process.waitForReadyRead(10'000));
    QFile growing(path(QStringLiteral("growing.dmsclog")));
    QVERIFY(growing.open(QIODevice::Append));
    QCOMPARE(growing.write(whole.sliced(whole.size() / 2)), whole.size() - whole.size() / 2);
    growing.close();
    const qsizetype rows = run("log show @show.dmsclog").out.count('\n');
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count('\n') == rows, 10'000);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
}

void TestDmscLog::filterLeavesRows()
{
    const Run shown = run({QStringLiteral("log"), QStringLiteral("show"), QStringLiteral("@pin.log"),
        QStringLiteral("--filter"), QStringLiteral("status == 63C2"), QStringLiteral("--json")});
    QVERIFY2(shown.exit == 0, shown.err.constData());
    QCOMPARE(shown.records().size(), 1);
    QCOMPARE(shown.records()[0].toObject().value(QLatin1String("no")).toInt(), 2);
}

void TestDmscLog::wrongFilterNamesThePlace()
{
    const Run shown = run({QStringLiteral("log"), QStringLiteral("show"), QStringLiteral("@pin.log"),
        QStringLiteral("--filter"), QStringLiteral("status ==")});
    QCOMPARE(shown.exit, 2);
    QVERIFY2(shown.err.contains("--filter, character"), shown.err.constData());
}

void TestDmscLog::decodeHex()
{
    const Run command = run("log decode 00A40004023F00:611C");
    QVERIFY2(command.exit == 0, command.err.constData());
    QVERIFY(command.out.contains("SELECT"));
    QVERIFY(command.out.contains("611C"));
    QVERIFY(command.out.contains("1+1")); // INS lies at 1
    const Run json = run("log decode 00A40004023F00 --json");
    const QJsonArray fields = json.records()[0].toObject().value(QLatin1String("fields")).toArray();
    QVERIFY(!fields.isEmpty());
    QVERIFY(!fields[0].toObject().value(QLatin1String("fields")).toArray().isEmpty());
    const Run wrong = run("log decode 00A4x");
    QCOMPARE(wrong.exit, 2);
    QCOMPARE(wrong.err.count('\n'), 1);
}

void TestDmscLog::decodeARow()
{
    const Run row = run("log decode @pin.log --row 1");
    QVERIFY(row.out.startsWith("[1] SELECT"));
    QVERIFY(!row.out.contains("VERIFY"));
    QCOMPARE(run("log decode @pin.log --row 3").exit, 2);
}

void TestDmscLog::secretsAreDotsUnlessRevealed()
{
    const QByteArray masked = run("log show @pin.log --json").out;
    QVERIFY(masked.contains("0020000108................"));
    QVERIFY(!masked.contains("31323334"));
    QVERIFY(run("log show @pin.log --json --reveal").out.contains("31323334ffffffff"));
    QVERIFY(!run("log decode @pin.log").out.contains("31 32 33 34"));
    QVERIFY(run("log decode @pin.log --reveal").out.contains("31 32 33 34"));
}

void TestDmscLog::exportByOptionAndSuffix()
{
    for (const char* suffix : {"pcap", "html", "json", "txt", "dmsclog", "apdu"}) {
        const QString file = QStringLiteral("@out.") + QLatin1String(suffix);
        const Run exported = run({QStringLiteral("log"), QStringLiteral("export"), QStringLiteral("@pin.log"), file});
        QVERIFY2(exported.exit == 0, exported.err.constData());
        QVERIFY(exported.out.isEmpty());
    }
    const auto head = [this](const char* name) {
        QFile file(path(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.read(15) : QByteArray();
    };
    QVERIFY(head("out.pcap").startsWith(QByteArray::fromHex("4d3cb2a1")));
    QVERIFY(head("out.html").startsWith("<!DOCTYPE html>"));
    QVERIFY(head("out.txt").startsWith("dmsc log 1"));
    // What was written is read again; an option goes before the suffix.
    QCOMPARE(run("log show @out.pcap --json").records().size(), 2);
    QCOMPARE(run("log export @out.txt @page --html").exit, 0);
    QVERIFY(head("page").startsWith("<!DOCTYPE html>"));
}

void TestDmscLog::troubleIsOneLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no file") << QStringLiteral("log show @nowhere.dmsclog");
    QTest::newRow("nothing in it") << QStringLiteral("log show @card");
    QTest::newRow("two formats") << QStringLiteral("log export @pin.log @x --pcap --html");
    QTest::newRow("no format") << QStringLiteral("log export @pin.log @x.doc");
    QTest::newRow("no folder") << QStringLiteral("log export @pin.log @no/where.pcap");
    QTest::newRow("no messages") << QStringLiteral("log export @pin.log @none/");
    QTest::newRow("record where nothing can be") << QStringLiteral("show card:@card --record @no/where.dmsclog");
}

void TestDmscLog::troubleIsOneLine()
{
    QFETCH(QString, line);
    const Run trouble = run(line.split(QLatin1Char(' ')));
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
