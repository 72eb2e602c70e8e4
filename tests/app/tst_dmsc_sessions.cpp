// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <sys/socket.h>

namespace dmsc::tst_dmsc_sessions {

namespace {

constexpr int kWait = 60'000;

QString program()
{
    return qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc");
}

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Outcome run(const QString& name, const QStringList& arguments)
{
    QProcess process;
    process.start(name, arguments);
    if (!process.waitForFinished(kWait))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// `dmsc dms` as a process, from its URL to its end.
class Dms
{
public:
    explicit Dms(QStringList arguments)
    {
        if (!arguments.contains(QStringLiteral("--listen")))
            arguments << QStringLiteral("--listen") << QStringLiteral("127.0.0.1:0");
        m_process.start(program(), QStringList{QStringLiteral("dms")} << arguments);
        url = line();
    }
    ~Dms()
    {
        m_process.kill();
        m_process.waitForFinished(kWait);
    }
    QString line()
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_process.canReadLine() && timer.elapsed() < kWait && m_process.state() != QProcess::NotRunning)
            m_process.waitForReadyRead(200);
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    QJsonObject session() { return QJsonDocument::fromJson(line().toUtf8()).object(); }
    bool waitForEnd() { return m_process.waitForFinished(kWait); }
    void terminate() { m_process.terminate(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(kWait);
    }
    int exitCode() const { return m_process.exitCode(); }

    QString url;

private:
    QProcess m_process;
};

} // namespace

class TestDmscSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // For our children: threads of Qt Network leave OpenSSL's queues of errors behind at a program's end.
        qputenv("ASAN_OPTIONS", "detect_leaks=0");
    }
    void init();
    void DM_SC_GEN_14_everySchemeInBothEncodings_data();
    void DM_SC_GEN_14_everySchemeInBothEncodings();
    void B01_wrongPasswordIsRefused();
    void B13_noncesLastOverSessions();
    void scriptsAsTndsAndSyncMl();
    void D12_aLargeObjectOverHttp();
    void tlsWithCertificateChecks();
    void UC2_A1_aServerOnTheNetworkReachesTheCard_data();
    void UC2_A1_aServerOnTheNetworkReachesTheCard();
    void A15_serverKilledInTheMiddle();
    void hostileHttpClients();
    void httpAsOthersSpeakIt();
    void B13_nothingToManageThriceOver();
    void B06_aClientThatRefusesTheServersProofIsToldAsThat();
    void wrongArguments();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }
    bool makeCertificate(const QString& name) const;
    Outcome client(const QString& url, const QStringList& more = {}) const
    {
        return run(program(),
            QStringList{QStringLiteral("client"), QStringLiteral("--handset"), m_handset, QStringLiteral("--server"),
                url, QStringLiteral("--json"), QStringLiteral("--answer"), QStringLiteral("yes")}
                << more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_handset;
};

void TestDmscSessions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_handset = path(QStringLiteral("phone.handset"));
    const Outcome made = run(program(), {QStringLiteral("handset"), QStringLiteral("create"), m_handset});
    QVERIFY2(made.code == 0, made.err.constData());
}

void TestDmscSessions::DM_SC_GEN_14_everySchemeInBothEncodings_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("encoding");
    for (const char* scheme : {"none", "basic", "md5", "hmac"})
        for (const char* encoding : {"xml", "wbxml"})
            QTest::addRow("%s %s", scheme, encoding) << QString::fromLatin1(scheme) << QString::fromLatin1(encoding);
}

void TestDmscSessions::DM_SC_GEN_14_everySchemeInBothEncodings()
{
    QFETCH(QString, scheme);
    QFETCH(QString, encoding);
    const QString script = write(QStringLiteral("script.json"), R"([
        [{"command": "Get", "target": "./DevInfo/Man"},
         {"command": "Sequence", "commands": [
            {"command": "Add", "target": "./Made", "format": "node"},
            {"command": "Replace", "target": "./Made?prop=ACL", "data": "Get=*&Replace=dmsc.dms&Add=dmsc.dms"},
            {"command": "Add", "target": "./Made/Leaf", "data": "häus <&>"},
            {"command": "Get", "target": "./Made/Leaf"}]}],
        [{"command": "Alert", "code": 1101, "items": ["MINDT=0", "Go on?"]},
         {"command": "Get", "target": "./Nowhere"}]])");
    const QStringList auth = {QStringLiteral("--auth"), scheme, QStringLiteral("--user"), QStringLiteral("Bruce2"),
        QStringLiteral("--secret"), QStringLiteral("OhBehave")};
    const QStringList proof = scheme == QLatin1String("none")
        ? QStringList()
        : QStringList{QStringLiteral("--server-secret"), QStringLiteral("srv")};
    Dms dms(QStringList{QStringLiteral("--script"), script, QStringLiteral("--once")} << auth << proof);
    QVERIFY2(dms.url.startsWith(QLatin1String("http://127.0.0.1:")), qPrintable(dms.url));
    const Outcome outcome = client(dms.url, QStringList{QLatin1String("--") + encoding} << auth << proof);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const QJsonObject report = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(report[QLatin1String("end")].toString(), QStringLiteral("finished"));
    QVERIFY(report[QLatin1String("changedTree")].toBool());

    const QJsonObject told = dms.session();
    QCOMPARE(told[QLatin1String("end")].toString(), QStringLiteral("finished"));
    QCOMPARE(told[QLatin1String("authenticated")].toBool(), scheme != QLatin1String("none"));
    const QJsonArray packages = told[QLatin1String("packages")].toArray();
    QCOMPARE(packages.size(), 2);
    const QJsonArray first = packages[0].toArray();
    QCOMPARE(first[0][QLatin1String("status")].toInt(), 200);
    QVERIFY(!first[0][QLatin1String("results")][0][QLatin1String("data")].toString().isEmpty());
    QCOMPARE(first[1][QLatin1String("commands")][3][QLatin1String("results")][0][QLatin1String("data")].toString(),
        QStringLiteral("häus <&>"));
    const QJsonArray second = packages[1].toArray();
    QCOMPARE(second[0][QLatin1String("status")].toInt(), 200);
    QCOMPARE(second[1][QLatin1String("status")].toInt(), 404);
    QVERIFY(told[QLatin1String("devInfo")].toObject().size() >= 5);
    QVERIFY(dms.waitForEnd());
    QCOMPARE(dms.exitCode(), 0);
}

void TestDmscSessions::B01_wrongPasswordIsRefused()
{
    const QString script = write(QStringLiteral("s.json"), R"([{"command": "Add", "target": "./X", "data": "1"}])");
    for (const char* scheme : {"basic", "md5", "hmac"}) {
        const QStringList auth = {QStringLiteral("--auth"), QString::fromLatin1(scheme), QStringLiteral("--user"),
            QStringLiteral("Bruce2"), QStringLiteral("--secret")};
        Dms dms(QStringList(auth) << QStringLiteral("right") << QStringLiteral("--script") << script);
        const Outcome outcome = client(dms.url, QStringList(auth) << QStringLiteral("wrong"));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("--secret"), outcome.err.constData());
        QCOMPARE(dms.session()[QLatin1String("end")].toString(), QStringLiteral("not-authenticated"));
        const Outcome good = client(dms.url, QStringList(auth) << QStringLiteral("right"));
        QVERIFY2(good.code == 0, good.err.constData());
        // Nothing was carried out before: the Add succeeded now.
        const int status = dms.session()[QLatin1String("packages")][0][0][QLatin1String("status")].toInt();
        QCOMPARE(status, scheme == std::string_view("basic") ? 200 : 418);
    }
    // The server that cannot prove itself gets nothing done.
    Dms impostor({QStringLiteral("--script"),
        write(QStringLiteral("d.json"), R"([{"command":"Delete","target":"./X"}])"), QStringLiteral("--server-secret"),
        QStringLiteral("guessed"), QStringLiteral("--auth"), QStringLiteral("md5"), QStringLiteral("--user"),
        QStringLiteral("u"), QStringLiteral("--secret"), QStringLiteral("s")});
    const Outcome outcome = client(impostor.url,
        {QStringLiteral("--server-secret"), QStringLiteral("real"), QStringLiteral("--auth"), QStringLiteral("md5"),
            QStringLiteral("--user"), QStringLiteral("u"), QStringLiteral("--secret"), QStringLiteral("s")});
    QCOMPARE(outcome.code, 2);
    QVERIFY(run(program(), {QStringLiteral("show"), QLatin1String("handset:") + m_handset}).out.contains("X"));
}

void TestDmscSessions::B13_noncesLastOverSessions()
{
    const QStringList auth = {QStringLiteral("--auth"), QStringLiteral("md5"), QStringLiteral("--user"),
        QStringLiteral("u"), QStringLiteral("--secret"), QStringLiteral("s")};
    Dms dms(auth);
    // The client of the shell forgets its nonce; the server asks for the new one and lets it in.
    for (int i = 0; i < 3; ++i) {
        const Outcome outcome = client(dms.url, auth);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(dms.session()[QLatin1String("authenticated")].toBool(), true);
    }
}

void TestDmscSessions::scriptsAsTndsAndSyncMl()
{
    const QString tnds = write(QStringLiteral("mo.xml"),
        R"(<MgmtTree xmlns="syncml:dmddf1.2"><VerDTD>1.2</VerDTD><Node><NodeName>Mo</NodeName><RTProperties>)"
        R"(<ACL>Get=*&amp;Replace=*</ACL><Format><node/></Format><Type><DDFName>org.example/1.0/Mo</DDFName></Type></RTProperties><Node><NodeName>A</NodeName>)"
        R"(<RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME></Type></RTProperties><Value>one</Value>)"
        R"(</Node></Node></MgmtTree>)");
    Dms dms({QStringLiteral("--script"), tnds});
    QVERIFY(client(dms.url).code == 0);
    QJsonObject told = dms.session();
    QCOMPARE(told[QLatin1String("packages")][0][0][QLatin1String("status")].toInt(), 200);
    QVERIFY(client(dms.url).code == 0); // it is there now: 418, then a Replace
    told = dms.session();
    QCOMPARE(told[QLatin1String("packages")][0][0][QLatin1String("status")].toInt(), 418);
    QCOMPARE(told[QLatin1String("packages")][1][0][QLatin1String("command")].toString(), QStringLiteral("Replace"));
    QCOMPARE(told[QLatin1String("packages")][1][0][QLatin1String("status")].toInt(), 200);

    const QString message = write(QStringLiteral("message.xml"),
        R"(<SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>)"
        R"(<MsgID>1</MsgID><Target><LocURI>d</LocURI></Target><Source><LocURI>s</LocURI></Source></SyncHdr><SyncBody>)"
        R"(<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>212</Data></Status>)"
        R"(<Get><CmdID>2</CmdID><Item><Target><LocURI>./Mo/A</LocURI></Target></Item></Get><Final/></SyncBody></SyncML>)");
    Dms other({QStringLiteral("--script"), message});
    QVERIFY(client(other.url).code == 0);
    told = other.session();
    QCOMPARE(told[QLatin1String("packages")][0][0][QLatin1String("results")][0][QLatin1String("data")].toString(),
        QStringLiteral("one"));
}

void TestDmscSessions::D12_aLargeObjectOverHttp()
{
    const QByteArray value(150'000, 'v');
    const QString script = write(QStringLiteral("large.json"),
        R"([[{"command":"Add","target":"./Large","data":")" + value + R"("}],[{"command":"Get","target":"./Large"}]])");
    for (const char* encoding : {"--xml", "--wbxml"}) {
        Dms dms({QStringLiteral("--script"), script, QStringLiteral("--once")});
        const Outcome outcome = client(dms.url, {QString::fromLatin1(encoding)});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const QJsonObject told = dms.session();
        QCOMPARE(told[QLatin1String("packages")][0][0][QLatin1String("status")].toInt(),
            encoding == std::string_view("--xml") ? 200 : 418);
        QVERIFY(told[QLatin1String("packages")][1][0][QLatin1String("results")][0][QLatin1String("data")].toString()
            == QString::fromLatin1(value));
    }
}

/// A certificate of this machine and its key, NAME.pem and NAME.key; false without the openssl program.
bool TestDmscSessions::makeCertificate(const QString& name) const
{
    const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    return !openssl.isEmpty()
        && run(openssl,
               {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                   QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"), QStringLiteral("-keyout"),
                   path(name + QStringLiteral(".key")), QStringLiteral("-out"), path(name + QStringLiteral(".pem"))})
               .code
        == 0;
}

void TestDmscSessions::tlsWithCertificateChecks()
{
    if (!makeCertificate(QStringLiteral("good")) || !makeCertificate(QStringLiteral("other")))
        QSKIP("no openssl program here");
    Dms dms({QStringLiteral("--certificate"), path(QStringLiteral("good.pem")), QStringLiteral("--key"),
        path(QStringLiteral("good.key"))});
    QVERIFY2(dms.url.startsWith(QLatin1String("https://127.0.0.1:")), qPrintable(dms.url));
    const Outcome trusted = client(dms.url, {QStringLiteral("--ca"), path(QStringLiteral("good.pem"))});
    QVERIFY2(trusted.code == 0, trusted.err.constData());
    QCOMPARE(dms.session()[QLatin1String("end")].toString(), QStringLiteral("finished"));
    const Outcome unknown = client(dms.url);
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains("certificate"), unknown.err.constData());
    QCOMPARE(client(dms.url, {QStringLiteral("--ca"), path(QStringLiteral("other.pem"))}).code, 2);
    // Who is called by another name than the certificate's is told so; another authority would not help.
    Dms other({QStringLiteral("--listen"), QStringLiteral("127.0.0.2:0"), QStringLiteral("--certificate"),
        path(QStringLiteral("good.pem")), QStringLiteral("--key"), path(QStringLiteral("good.key"))});
    const Outcome elsewhere = client(other.url, {QStringLiteral("--ca"), path(QStringLiteral("good.pem"))});
    QVERIFY2(elsewhere.code == 2 && elsewhere.err.contains("stands in its certificate"), elsewhere.err.constData());
    const Outcome missing = client(dms.url, {QStringLiteral("--ca"), path(QStringLiteral("none.pem"))});
    QVERIFY2(missing.code == 2 && missing.err.contains("No such file"), missing.err.constData());
    // A key that is not the certificate's, or none.
    QCOMPARE(
        run(program(), {QStringLiteral("dms"), QStringLiteral("--certificate"), path(QStringLiteral("good.pem"))}).code,
        2);
    const Outcome mixed = run(program(),
        {QStringLiteral("dms"), QStringLiteral("--certificate"), path(QStringLiteral("good.pem")),
            QStringLiteral("--key"), path(QStringLiteral("other.key"))});
    QVERIFY2(mixed.code == 2 && mixed.err.contains("not that of the key"), mixed.err.constData());
}

void TestDmscSessions::UC2_A1_aServerOnTheNetworkReachesTheCard_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("HTTP") << false;
    QTest::newRow("TLS") << true;
}

/// The handset of the demo knows this server; through its relay the server selects the card's application.
void TestDmscSessions::UC2_A1_aServerOnTheNetworkReachesTheCard()
{
    QFETCH(bool, tls);
    if (tls && !makeCertificate(QStringLiteral("good")))
        QSKIP("no openssl program here");
    const QString handset = path(QStringLiteral("demo handset"));
    const QString card = path(QStringLiteral("demo card"));
    const QString create = QStringLiteral("create");
    QCOMPARE(run(program(), {QStringLiteral("handset"), create, handset, QStringLiteral("--demo")}).code, 0);
    QCOMPARE(run(program(), {QStringLiteral("card"), create, card, QStringLiteral("--demo")}).code, 0);
    const QByteArray select = QByteArray::fromHex("00A4040007F0444D5F5343010000").chopped(1);
    const QString script = write(QStringLiteral("relay.json"),
        R"([[{"command":"Sequence","commands":[
            {"command":"Replace","target":"./SmartCard/Command","base64":")"
            + select.toBase64() + R"("},{"command":"Get","target":"./SmartCard/Response"}]}]])");
    QStringList server = {QStringLiteral("--script"), script, QStringLiteral("--auth"), QStringLiteral("md5"),
        QStringLiteral("--as"), QStringLiteral("dm.fjordnet"), QStringLiteral("--user"),
        QStringLiteral("356938035643809"), QStringLiteral("--secret"), QStringLiteral("Zq7-lantern-c"),
        QStringLiteral("--server-secret"), QStringLiteral("Zq7-lantern-s")};
    QStringList flow = {QStringLiteral("session"), QStringLiteral("uc2-a1"), QStringLiteral("--handset"), handset,
        QStringLiteral("--card"), card, QStringLiteral("--answer"), QStringLiteral("yes"), QStringLiteral("--json")};
    if (tls)
        server << QStringLiteral("--certificate") << path(QStringLiteral("good.pem")) << QStringLiteral("--key")
               << path(QStringLiteral("good.key"));
    Dms dms(server);
    QVERIFY2(dms.url.startsWith(tls ? QLatin1String("https://") : QLatin1String("http://")), qPrintable(dms.url));
    flow << QStringLiteral("--server") << dms.url;
    if (tls) {
        // An unknown certificate is no server of ours, and the card is not reached.
        QCOMPARE(run(program(), flow).code, 2);
        flow << QStringLiteral("--ca") << path(QStringLiteral("good.pem"));
    }
    const Outcome outcome = run(program(), flow);
    // It has looked at the card, and nobody says that it has stored anything (GEN-20).
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("has reached the card, but stored nothing on it"), outcome.err.constData());
    const QJsonObject told = dms.session();
    QVERIFY(told[QLatin1String("authenticated")].toBool());
    const QJsonValue relayed = told[QLatin1String("packages")][0][0][QLatin1String("commands")];
    QCOMPARE(relayed[0][QLatin1String("status")].toInt(), 200);
    QCOMPARE(relayed[1][QLatin1String("status")].toInt(), 200);
    const QByteArray answer =
        QByteArray::fromBase64(relayed[1][QLatin1String("results")][0][QLatin1String("base64")].toString().toLatin1());
    QVERIFY2(answer.endsWith(QByteArray::fromHex("9000")) && answer.size() > 2, answer.toHex().constData());
}

void TestDmscSessions::A15_serverKilledInTheMiddle()
{
    const QString script = write(QStringLiteral("s.json"),
        R"([[{"command":"Atomic","commands":[{"command":"Add","target":"./P","format":"node"},
             {"command":"Replace","target":"./P?prop=ACL","data":"Get=*&Add=dmsc.dms&Replace=dmsc.dms"},
             {"command":"Add","target":"./P/Q","data":"1"}]}],
            [{"command":"Sequence","commands":[{"command":"Alert","code":1101,"items":["","Go on?"]},
             {"command":"Add","target":"./Late","data":"2"}]}, {"command":"Get","target":"./P/Q"}]])");
    {
        // The server dies while the user thinks about its question.
        Dms dms({QStringLiteral("--script"), script});
        QProcess process;
        process.start(program(),
            {QStringLiteral("client"), QStringLiteral("--handset"), m_handset, QStringLiteral("--server"), dms.url,
                QStringLiteral("--answer"), QStringLiteral("ask")});
        QByteArray asked;
        QElapsedTimer timer;
        timer.start();
        while (!asked.contains("Go on?") && timer.elapsed() < kWait && process.state() != QProcess::NotRunning) {
            process.waitForReadyRead(100);
            asked += process.readAllStandardError();
        }
        QVERIFY2(asked.contains("Go on?"), asked.constData());
        dms.kill();
        process.write("no\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(kWait));
        QCOMPARE(process.exitCode(), 2);
    }
    const Outcome shown = run(program(), {QStringLiteral("show"), QLatin1String("handset:") + m_handset});
    QVERIFY(shown.out.contains("Q"));
    QVERIFY(!shown.out.contains("Late"));
    // The image is whole, and the next session finds done what was done.
    Dms dms({QStringLiteral("--script"), script});
    const Outcome outcome = client(dms.url);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const QJsonObject told = dms.session();
    QCOMPARE(told[QLatin1String("packages")][0][0][QLatin1String("status")].toInt(), 507); // done before
    QCOMPARE(told[QLatin1String("packages")][1][0][QLatin1String("commands")][1][QLatin1String("status")].toInt(), 200);
    QCOMPARE(told[QLatin1String("packages")][1][1][QLatin1String("results")][0][QLatin1String("data")].toString(),
        QStringLiteral("1"));
    dms.kill();
    const Outcome nobody = client(dms.url);
    QCOMPARE(nobody.code, 2);
    QVERIFY2(nobody.err.contains("nobody listens"), nobody.err.constData());
}

void TestDmscSessions::hostileHttpClients()
{
    Dms dms({});
    const QUrl url(dms.url);
    const auto say = [&](const QByteArray& bytes) {
        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        if (!socket.waitForConnected(kWait))
            return QByteArray("no connection");
        socket.write(bytes);
        socket.flush();
        QByteArray answer;
        while (!answer.contains("\r\n") && socket.waitForReadyRead(5'000))
            answer += socket.readAll();
        return answer.left(answer.indexOf('\r'));
    };
    const QByteArray type = "Host: x\r\nContent-Type: application/vnd.syncml.dm+xml\r\n";
    const QByteArray bad("HTTP/1.1 400 Bad Request");
    const auto post = [&](const QByteArray& rest) { return say("POST /dm HTTP/1.1\r\n" + type + rest); };
    QCOMPARE(say("GET /dm HTTP/1.1\r\nHost: x\r\n\r\n"), QByteArray("HTTP/1.1 405 Method Not Allowed"));
    QCOMPARE(say("POST /else HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"), QByteArray("HTTP/1.1 404 Not Found"));
    QCOMPARE(post("\r\n"), QByteArray("HTTP/1.1 411 Length Required"));
    QCOMPARE(say("POST /dm HTTP/1.1\r\nHost: x\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi"),
        QByteArray("HTTP/1.1 415 Unsupported Media Type"));
    QCOMPARE(post("Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi"),
        QByteArray("HTTP/1.1 415 Unsupported Media Type"));
    QCOMPARE(post("Expect: 200-maybe\r\nContent-Length: 2\r\n\r\nhi"), QByteArray("HTTP/1.1 417 Expectation Failed"));
    QCOMPARE(post("Content-Length: 99999999999\r\n\r\n"), QByteArray("HTTP/1.1 413 Payload Too Large"));
    QCOMPARE(post("Transfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n"), QByteArray("HTTP/1.1 413 Payload Too Large"));
    QCOMPARE(post("Transfer-Encoding: gzip\r\n\r\n"), QByteArray("HTTP/1.1 501 Not Implemented"));
    QCOMPARE(post("Content-Length: 5\r\n\r\n<bad>"), bad);
    QCOMPARE(post("Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"), bad);
    QCOMPARE(post("Content-Length: +3\r\n\r\nabc"), bad);
    QCOMPARE(post("Content-Length : 3\r\n\r\nabc"), bad);
    QCOMPARE(post(QByteArray("X: a\0b\r\nContent-Length: 3\r\n\r\nabc", 32)), bad);
    QCOMPARE(post("Host: y\r\nContent-Length: 3\r\n\r\nabc"), bad);
    QCOMPARE(post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc"), bad);
    QCOMPARE(post("Transfer-Encoding: chunked\r\n\r\n+3\r\nabc\r\n0\r\n\r\n"), bad);
    QCOMPARE(post("Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n"), bad);
    QCOMPARE(say("POST /dm HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"), bad);
    QCOMPARE(say("rubbish\r\n\r\n"), bad);
    QCOMPARE(say(QByteArray(100'000, 'x')), QByteArray("HTTP/1.1 431 Request Header Fields Too Large"));
    // Half a request and then nothing, many times over: others are served all the same.
    std::vector<std::unique_ptr<QTcpSocket>> slow;
    for (int i = 0; i < 20; ++i) {
        slow.push_back(std::make_unique<QTcpSocket>());
        slow.back()->connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(slow.back()->waitForConnected(kWait));
        slow.back()->write("POST /dm HTTP/1.1\r\nContent-Le");
        slow.back()->flush();
    }
    const Outcome outcome = client(dms.url);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
}

void TestDmscSessions::httpAsOthersSpeakIt()
{
    Dms dms({});
    const QUrl url(dms.url);
    const QByteArray message =
        "<SyncML "
        "xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>"
        "<MsgID>1</MsgID><Target><LocURI>http://elsewhere/dm</LocURI></Target><Source><LocURI>d</LocURI></Source></"
        "SyncHdr>"
        "<SyncBody><Alert><CmdID>1</CmdID><Data>1201</Data></Alert><Final/></SyncBody></SyncML>";
    const auto answerTo = [&](const QByteArray& request) {
        QTcpSocket socket;
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        if (!socket.waitForConnected(kWait))
            return QByteArray("no connection");
        socket.write(request);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5'000)) { }
        ::shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR); // the whole request, and then its end
        QByteArray answer;
        while (socket.waitForReadyRead(5'000))
            answer += socket.readAll();
        return answer + socket.readAll();
    };
    const QByteArray type = "Content-Type: application/vnd.syncml.dm+xml\r\n";
    // Each is a session of its own: the same bytes again would be answered as before.
    int session = 0;
    const auto length = [&] {
        const QByteArray own =
            QByteArray(message).replace("<SessionID>1", "<SessionID>" + QByteArray::number(++session));
        return "Content-Length: " + QByteArray::number(own.size()) + "\r\n\r\n" + own;
    };
    const QByteArray plain = answerTo("\r\nPOST /dm HTTP/1.1\r\nHost: dm.example:99\r\n" + type + length());
    QVERIFY2(plain.startsWith("HTTP/1.1 200") && plain.endsWith("</SyncML>"), plain.constData());
    QVERIFY2(plain.contains("<RespURI>http://dm.example:99/dm</RespURI>"), plain.constData());
    const QByteArray absolute =
        answerTo("POST http://proxied.example/dm HTTP/1.1\r\nHost: other\r\n" + type + length());
    QVERIFY2(absolute.contains("<RespURI>http://proxied.example/dm</RespURI>"), absolute.constData());
    const QByteArray old = answerTo("POST /dm HTTP/1.0\r\n" + type + length());
    QVERIFY2(old.contains("<RespURI>" + dms.url.toUtf8() + "</RespURI>"), old.constData());
    QByteArray chunks;
    for (qsizetype at = 0; at < message.size(); at += 100) {
        const QByteArray one = message.mid(at, 100);
        chunks += QByteArray::number(one.size(), 16) + ";part=x\r\n" + one + "\r\n";
    }
    const QByteArray chunked = answerTo("POST /dm HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + type + "\r\n"
        + chunks + "0\r\nA: b\r\n\r\n");
    QVERIFY2(chunked.startsWith("HTTP/1.1 200") && chunked.endsWith("</SyncML>"), chunked.constData());
}

/// MD5 both ways, nothing to manage, and a client that keeps no nonces: the server asks for the proof, and is asked.
void TestDmscSessions::B13_nothingToManageThriceOver()
{
    const QStringList who = {QStringLiteral("--auth"), QStringLiteral("md5"), QStringLiteral("--user"),
        QStringLiteral("u"), QStringLiteral("--secret"), QStringLiteral("s"), QStringLiteral("--server-secret"),
        QStringLiteral("ss")};
    Dms dms(who);
    for (int session = 1; session <= 3; ++session) {
        const Outcome outcome = client(dms.url, who);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(dms.session()[QLatin1String("end")].toString(), QStringLiteral("finished"));
    }
}

/// Nothing to manage, so that the server's first answer is its last: that the client does not believe it comes after.
void TestDmscSessions::B06_aClientThatRefusesTheServersProofIsToldAsThat()
{
    for (const char* scheme : {"basic", "md5", "hmac"}) {
        const QStringList who = {QStringLiteral("--auth"), QLatin1String(scheme), QStringLiteral("--user"),
            QStringLiteral("u"), QStringLiteral("--secret"), QStringLiteral("s"), QStringLiteral("--server-secret")};
        Dms dms(QStringList(who) << QStringLiteral("right"));
        const Outcome wrong = client(dms.url, QStringList(who) << QStringLiteral("wrong"));
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("the server did not prove who it is"), wrong.err.constData());
        QCOMPARE(dms.session()[QLatin1String("end")].toString(), QStringLiteral("refused"));
        QCOMPARE(client(dms.url, QStringList(who) << QStringLiteral("right")).code, 0);
        QCOMPARE(dms.session()[QLatin1String("end")].toString(), QStringLiteral("finished"));
    }
    // A server that proves nothing to anybody is the one that is to be set right.
    const Dms open({QStringLiteral("--auth"), QStringLiteral("none"), QStringLiteral("--script"),
        write(QStringLiteral("get.json"), R"([{"command":"Get","target":"./DevInfo/Man"}])")});
    const Outcome unproven = client(open.url,
        {QStringLiteral("--auth"), QStringLiteral("md5"), QStringLiteral("--server-secret"), QStringLiteral("s")});
    QVERIFY2(unproven.code == 2 && unproven.err.contains("--server-secret"), unproven.err.constData());
}

void TestDmscSessions::wrongArguments()
{
    QCOMPARE(run(program(), {QStringLiteral("client")}).code, 2);
    QCOMPARE(client(QStringLiteral("ftp://127.0.0.1/dm")).code, 2);
    QCOMPARE(run(program(), {QStringLiteral("dms"), QStringLiteral("--listen"), QStringLiteral("nowhere")}).code, 2);
    QCOMPARE(run(program(), {QStringLiteral("dms"), QStringLiteral("--auth"), QStringLiteral("rot13")}).code, 2);
    // Who names a user or a scheme wants others kept out.
    for (const QStringList& open : {QStringList{QStringLiteral("--auth"), QStringLiteral("md5")},
             QStringList{QStringLiteral("--user"), QStringLiteral("u")}}) {
        const Outcome outcome = run(program(), QStringList{QStringLiteral("dms")} << open);
        QVERIFY2(outcome.code == 2 && outcome.err.contains("--secret"), outcome.err.constData());
    }
    const Outcome nonsense =
        run(program(), {QStringLiteral("dms"), QStringLiteral("--listen"), QStringLiteral("nonsense")});
    QCOMPARE(nonsense.err.count("nonsense"), 1);
    const Outcome both = run(program(), {QStringLiteral("dms"), QStringLiteral("--xml"), QStringLiteral("--wbxml")});
    QVERIFY2(both.code == 2 && both.err.contains("exclude"), both.err.constData());
    const Outcome maybe =
        client(QStringLiteral("http://127.0.0.1:1/dm"), {QStringLiteral("--answer"), QStringLiteral("maybe")});
    QVERIFY2(maybe.code == 2 && maybe.err.contains("yes, no, ask"), maybe.err.constData());
    const Outcome bad = run(program(),
        {QStringLiteral("dms"), QStringLiteral("--script"),
            write(QStringLiteral("bad.json"), R"([{"command":"Get","target":"./A"},{"command":"Fetch"}])")});
    QCOMPARE(bad.code, 2);
    QVERIFY2(bad.err.contains("Fetch") && bad.err.contains("command 2"), bad.err.constData());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscSessions>(argc, argv);
}

} // namespace dmsc::tst_dmsc_sessions

#include "tst_dmsc_sessions.moc"
