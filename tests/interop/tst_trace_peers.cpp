// SPDX-License-Identifier: Apache-2.0
#include "model/trace/trace.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_trace_peers {

namespace {

QByteArray output(const QString& program, const QStringList& words)
{
    QProcess process;
    process.start(program, words);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s %s: %s", qPrintable(program), qPrintable(words.join(QLatin1Char(' '))),
            process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QString program()
{
    return qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc");
}

bool isMissing(const char* program)
{
    return QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
}

/// INS and status word of each pair at the card.
QByteArrayList pairsOf(const Recording& recording)
{
    QByteArrayList pairs;
    for (const RecordNo number : allOf(recording)) {
        const RecordView row = recording.store.at(number);
        if (row.layer == Layer::Apdu && (row.to == Actor::Card || row.from == Actor::Card))
            pairs += row.request.sliced(1, 1).toByteArray().toHex() + ' ' + row.response.last(2).toByteArray().toHex();
    }
    return pairs;
}

/// The same as tshark reads it.
QByteArrayList pairsOfTshark(const QString& capture)
{
    const QByteArray out = output(QStringLiteral("tshark"),
        {QStringLiteral("-r"), capture, QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-e"),
            QStringLiteral("gsm_sim.apdu.ins"), QStringLiteral("-e"), QStringLiteral("gsm_sim.apdu.sw")});
    QByteArrayList pairs;
    for (const QByteArray& line : out.split('\n'))
        if (!line.isEmpty())
            pairs += line.simplified().replace("0x", "").toLower();
    return pairs;
}

} // namespace

/// Our logs read by others.
class TestTracePeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tsharkAgreesOnEveryInstructionAndStatusWord_data();
    void tsharkAgreesOnEveryInstructionAndStatusWord();
    void tsharkShowsWhatTheApdusSay();
    void tsharksPcapngComesBack();

private:
    QString path(const char* name) const { return m_dir.filePath(QLatin1String(name)); }
    QTemporaryDir m_dir;
};

/// Sessions with emulated cards, recorded as people do it: by the shell.
void TestTracePeers::initTestCase()
{
    output(program(), {QStringLiteral("card"), QStringLiteral("create"), path("dmsc.card"), QStringLiteral("--demo")});
    output(program(),
        {QStringLiteral("card"), QStringLiteral("create"), path("uicc.card"), QStringLiteral("--demo"),
            QStringLiteral("--uicc")});
    output(program(),
        {QStringLiteral("show"), QLatin1String("card:") + path("dmsc.card"), QStringLiteral("--record"),
            path("handshake.dmsclog")});
    output(program(),
        {QStringLiteral("card"), QStringLiteral("files"), QLatin1String("card:") + path("uicc.card"),
            QStringLiteral("--record"), path("files.dmsclog")});
}

void TestTracePeers::tsharkAgreesOnEveryInstructionAndStatusWord_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("SELECT, handshake, messages") << path("handshake.dmsclog") << 5;
    QTest::newRow("files of a UICC") << path("files.dmsclog") << 20;
}

void TestTracePeers::tsharkAgreesOnEveryInstructionAndStatusWord()
{
    if (isMissing("tshark"))
        QSKIP("tshark is not installed");
    QFETCH(QString, log);
    QFETCH(int, atLeast);
    const auto recording = importRecording(log);
    QVERIFY2(recording, qPrintable(recording ? QString() : recording.error().text()));
    const QByteArrayList ours = pairsOf(*recording);
    QVERIFY2(ours.size() >= atLeast, qPrintable(QString::number(ours.size())));
    const QString capture = log + QLatin1String(".pcap");
    output(program(), {QStringLiteral("log"), QStringLiteral("export"), log, capture});
    QCOMPARE(pairsOfTshark(capture), ours);
}

void TestTracePeers::tsharkShowsWhatTheApdusSay()
{
    if (isMissing("tshark"))
        QSKIP("tshark is not installed");
    const QString capture = path("words.pcap");
    output(program(), {QStringLiteral("log"), QStringLiteral("export"), path("files.dmsclog"), capture});
    const QByteArray text = output(QStringLiteral("tshark"), {QStringLiteral("-r"), capture});
    QVERIFY(text.contains("GSM SIM"));
    QVERIFY(text.contains("SELECT"));
    QVERIFY(!text.contains("Malformed"));
}

/// Wireshark saves pcapng unless told otherwise.
void TestTracePeers::tsharksPcapngComesBack()
{
    if (isMissing("tshark"))
        QSKIP("tshark is not installed");
    const QString capture = path("again.pcap");
    const QString saved = path("again.pcapng");
    output(program(), {QStringLiteral("log"), QStringLiteral("export"), path("files.dmsclog"), capture});
    output(QStringLiteral("tshark"),
        {QStringLiteral("-r"), capture, QStringLiteral("-w"), saved, QStringLiteral("-F"), QStringLiteral("pcapng")});
    const auto before = importRecording(capture);
    const auto after = importRecording(saved);
    QVERIFY(before && after);
    QCOMPARE(pairsOf(*after), pairsOf(*before));
    QCOMPARE(after->startedAt, before->startedAt);
    for (const RecordNo number : allOf(*before))
        QCOMPARE(after->store.at(number).time, before->store.at(number).time);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestTracePeers>(argc, argv);
}

} // namespace dmsc::tst_trace_peers

#include "tst_trace_peers.moc"
