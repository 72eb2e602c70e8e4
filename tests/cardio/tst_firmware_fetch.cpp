// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/dm_server.h"
#include "cardio/server/firmware_fetch.h"
#include "model/byte_array.h"
#include "tests/support/raw_http_server.h"
#include "tests/support/run_test.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <sys/stat.h>

namespace dmsc::tst_firmware_fetch {

namespace {

QByteArray okay(const QByteArray& body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray redirectTo(const QByteArray& where)
{
    return "HTTP/1.1 302 Found\r\nLocation: " + where + "\r\nContent-Length: 0\r\n\r\n";
}

/// A folder that the emulated DM server gives away, beside one that it does not.
struct Rig
{
    Rig()
    {
        if (!QDir(folder.path()).mkpath(QStringLiteral("files/sub")))
            qFatal("no folder");
        DmServerOptions options;
        options.files = folder.filePath(QStringLiteral("files"));
        auto listening = DmServer::listen({}, std::move(options), [](const std::string&) { return CommandSource(); });
        if (!listening)
            qFatal("%s", qPrintable(listening.error().text()));
        server = std::move(*listening);
    }
    QByteArray put(const char* name, qsizetype size, char first = 'a') const
    {
        QByteArray bytes(size, first);
        for (qsizetype i = 0; i < size; ++i)
            bytes[i] = static_cast<char>(first + i % 251);
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != size)
            qFatal("not written");
        return bytes;
    }
    [[nodiscard]] std::string url(const char* name) const { return server->filesUrl().toStdString() + name; }
    [[nodiscard]] FirmwareSource source(const char* name) const { return {url(name), url(name) + ".p7s"}; }
    /// The status line for what no well-behaved client asks for.
    [[nodiscard]] QByteArray statusOf(const QByteArray& target, const QByteArray& method = "GET") const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(QUrl(server->url()).port()));
        socket.write(method + " " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (!answer.contains('\n') && socket.waitForReadyRead(5'000))
            answer += socket.readAll();
        return answer.left(answer.indexOf('\r'));
    }

    QTemporaryDir folder;
    std::unique_ptr<DmServer> server;
    HttpClient http;
};

QString why(const Result<FirmwareDownload>& files)
{
    return files ? QStringLiteral("fetched") : files.error().text();
}

bool equal(const Bytes& bytes, const QByteArray& expected)
{
    return toBytes(expected) == bytes;
}

} // namespace

/// Firmware comes over HTTP and HTTPS, whole or not at all.
class TestFirmwareFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packageAndSignatureComeFromTheDmServer()
    {
        const Rig rig;
        const QByteArray package = rig.put("files/fw 1.bin", 3 << 20);
        const QByteArray signature = rig.put("files/fw 1.bin.p7s", 900, 'A');
        const QByteArray other = rig.put("files/sub/empty", 0);
        HttpClient http;
        for (int i = 0; i < 2; ++i) { // once more by the same connection
            const auto files = fetchFirmware(http, {rig.url("fw%201.bin"), rig.url("fw%201.bin.p7s?x=1")});
            QVERIFY2(files, qPrintable(why(files)));
            QVERIFY(equal(files->package, package));
            QVERIFY(equal(files->signature, signature));
        }
        const auto empty = fetchFirmware(http, rig.source("sub/empty"));
        QVERIFY2(empty && empty->package.empty(), qPrintable(why(empty)));
    }

    void whoHasNoSignatureIsNotApprovedRatherThanUnreachable()
    {
        Rig rig;
        const QByteArray package = rig.put("files/fw.bin", 1'000);
        const auto files = fetchFirmware(rig.http, rig.source("fw.bin"));
        QVERIFY2(files, qPrintable(why(files)));
        QVERIFY(equal(files->package, package) && files->signature.empty());
        const auto none = fetchFirmware(rig.http, rig.source("other.bin"));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
        QVERIFY(none.error().what.contains(QLatin1String("PkgURL")));
    }

    void nothingButRegularFilesOfTheFolderIsGivenAway()
    {
        const Rig rig;
        (void)rig.put("secret", 10);
        (void)rig.put("files/sub/own", 10);
        const QByteArray files = rig.folder.filePath(QStringLiteral("files")).toLocal8Bit();
        QVERIFY(QFile::link(rig.folder.filePath(QStringLiteral("secret")), QString::fromLocal8Bit(files + "/link")));
        QVERIFY(QFile::link(rig.folder.path(), QString::fromLocal8Bit(files + "/up")));
        QCOMPARE(::mkfifo((files + "/fifo").constData(), 0600), 0);
        QCOMPARE(rig.statusOf("/files/sub/own"), QByteArray("HTTP/1.1 200 OK"));
        QCOMPARE(rig.statusOf("/files/sub/own", "HEAD"), QByteArray("HTTP/1.1 200 OK"));
        const QByteArray absolute = rig.folder.filePath(QStringLiteral("secret")).toLocal8Bit().toPercentEncoding();
        for (const QByteArray& target : {QByteArray("/files/../secret"), QByteArray("/files/%2e%2e/secret"),
                 QByteArray("/files/sub/../../secret"), QByteArray("/files/..%2fsecret"), "/files/" + absolute,
                 "/files/" + rig.folder.filePath(QStringLiteral("secret")).toLocal8Bit(), QByteArray("/files/link"),
                 QByteArray("/files/up/secret"), QByteArray("/files/fifo"), QByteArray("/files/sub"),
                 QByteArray("/files/"), QByteArray("/files//sub/own"), QByteArray("/files/sub/own/"),
                 QByteArray("/files/sub/own%00"), QByteArray("/files/./sub/own"), QByteArray("/filesub/own"),
                 "/files/" + QByteArray("sub/../").repeated(20) + "sub/own"})
            QVERIFY2(rig.statusOf(target) == "HTTP/1.1 404 Not Found", target.constData());
        QCOMPARE(rig.statusOf("/files/sub/own", "POST"), QByteArray("HTTP/1.1 404 Not Found"));
        QCOMPARE(rig.statusOf("/dm"), QByteArray("HTTP/1.1 405 Method Not Allowed"));
    }

    void aServerWithoutSuchAFolderDoesNotStart()
    {
        const Rig rig;
        (void)rig.put("file", 1);
        for (const char* name : {"file", "none"}) {
            DmServerOptions options;
            options.files = rig.folder.filePath(QLatin1String(name));
            const auto listening =
                DmServer::listen({}, std::move(options), [](const std::string&) { return CommandSource(); });
            QVERIFY(!listening && listening.error().where.endsWith(QLatin1String(name)));
        }
    }

    void tooMuchIsRefusedBeforeItComes()
    {
        Rig rig;
        (void)rig.put("files/large.p7s", 1);
        (void)rig.put("files/fw.bin", 1);
        (void)rig.put("files/fw.bin.p7s", (1 << 20) + 1);
        // Sparse: it takes no room on the disk.
        QFile large(rig.folder.filePath(QStringLiteral("files/large")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(static_cast<qint64>(kMaxPackage) + 1));
        for (const char* name : {"large", "fw.bin"}) {
            const auto files = fetchFirmware(rig.http, rig.source(name));
            QVERIFY2(!files && files.error().kind == ErrorKind::Limit, qPrintable(why(files)));
        }
        // Nor does it help to be silent about the length, or to lie.
        test::RawHttpServer endless([](const QByteArray&) {
            return "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n" + QByteArray(100, 'x');
        });
        const auto lied = fetchFirmware(rig.http, {endless.url + "/a", endless.url + "/b"});
        QVERIFY2(!lied && lied.error().kind == ErrorKind::Limit, qPrintable(why(lied)));
        test::RawHttpServer silent(
            [](const QByteArray&) { return "HTTP/1.1 200 OK\r\n\r\n" + QByteArray((1 << 20) + 1, 'x'); });
        const auto untold = fetchFirmware(rig.http, {silent.url + "/a", silent.url + "/b"});
        QVERIFY2(!untold && untold.error().kind == ErrorKind::Limit, qPrintable(why(untold)));
    }

    void redirectionsAreFollowedToWhatIsAsSafe()
    {
        HttpClient http;
        QByteArray elsewhere = "ftp://127.0.0.1/x";
        test::RawHttpServer server([&elsewhere](const QByteArray& target) {
            if (target == "/moved")
                return redirectTo("/sub/again");
            if (target == "/sub/again")
                return redirectTo("file"); // relative to what was asked
            if (target == "/away")
                return redirectTo(elsewhere);
            return target == "/round" ? redirectTo("/round") : okay("bytes of " + target);
        });
        const auto files = fetchFirmware(http, {server.url + "/moved", server.url + "/sig"});
        QVERIFY2(files, qPrintable(why(files)));
        QVERIFY(equal(files->package, "bytes of /sub/file"));
        for (const char* where : {"ftp://127.0.0.1/x", "file:///etc/passwd", "data:,x", "HTTPX://h/"}) {
            elsewhere = where;
            const auto away = fetchFirmware(http, {server.url + "/away", server.url + "/sig"});
            QVERIFY2(!away && away.error().kind == ErrorKind::NotAllowed, qPrintable(why(away)));
        }
        const auto round = fetchFirmware(http, {server.url + "/round", server.url + "/sig"});
        QVERIFY2(!round && round.error().kind == ErrorKind::Limit, qPrintable(why(round)));
        QCOMPARE(std::ranges::count(server.asked(), QByteArray("/round")), std::ptrdiff_t{6});
    }

    void fromTlsNothingIsFetchedInTheClear()
    {
        const QTemporaryDir folder;
        const QString certificate = folder.filePath(QStringLiteral("c.pem"));
        const QString key = folder.filePath(QStringLiteral("k.pem"));
        const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        if (openssl.isEmpty())
            QSKIP("no openssl program here");
        QCOMPARE(QProcess::execute(openssl,
                     QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext "
                                    "subjectAltName=IP:127.0.0.1 -keyout %1 -out %2")
                         .arg(key, certificate)
                         .split(QLatin1Char(' '))),
            0);
        QFile secret(key);
        QVERIFY(secret.open(QIODevice::ReadOnly));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        tls.setPrivateKey(QSslKey(&secret, QSsl::Rsa));
        std::string clear;
        test::RawHttpServer secured(
            [&clear](const QByteArray& target) {
                return target == "/away" ? redirectTo(QByteArray::fromStdString(clear)) : okay("secured");
            },
            tls);
        test::RawHttpServer open([&secured](const QByteArray& target) {
            return target == "/up" ? redirectTo(QByteArray::fromStdString(secured.url) + "/x") : okay("clear");
        });
        clear = open.url + "/x";
        HttpOptions options;
        options.anchors = {certificate};
        HttpClient http(options);
        const auto up = fetchFirmware(http, {open.url + "/up", open.url + "/x"});
        QVERIFY2(up && equal(up->package, "secured"), qPrintable(why(up)));
        const auto down = fetchFirmware(http, {secured.url + "/away", secured.url + "/x"});
        QVERIFY2(!down && down.error().kind == ErrorKind::NotAllowed, qPrintable(why(down)));
        DmServerOptions dms;
        dms.certificate = certificate;
        dms.key = key;
        dms.files = folder.path();
        const auto server = DmServer::listen({}, dms, [](const std::string&) { return CommandSource(); });
        QVERIFY(server);
        QFile large(folder.filePath(QStringLiteral("large")));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.write(QByteArray(5 << 20, 'x')) == 5 << 20 && large.flush());
        const std::string place = (*server)->filesUrl().toStdString() + "large";
        const auto own = fetchFirmware(http, {place, place + ".p7s"});
        QVERIFY2(own && equal(own->package, QByteArray(5 << 20, 'x')), qPrintable(why(own)));
        HttpClient distrusting;
        const auto strange = fetchFirmware(distrusting, {secured.url + "/x", secured.url + "/x"});
        QVERIFY2(!strange && strange.error().kind == ErrorKind::Security, qPrintable(why(strange)));
    }

    void whatIsCutIsNoPackage_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("in the middle") << okay(QByteArray(100'000, 'x')).chopped(50'000);
        QTest::newRow("no length") << QByteArray("HTTP/1.1 200 OK\r\n\r\npart");
        QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n");
        QTest::newRow("trouble") << QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("for members") << QByteArray("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
    }
    void whatIsCutIsNoPackage()
    {
        QFETCH(QByteArray, answer);
        test::RawHttpServer server([&answer](const QByteArray& target) { return target == "/p" ? answer : okay("s"); });
        HttpClient http;
        const auto files = fetchFirmware(http, {server.url + "/p", server.url + "/s"});
        QVERIFY(!files);
        QVERIFY(!files.error().what.isEmpty());
        const auto unsure = fetchFirmware(http, {server.url + "/s", server.url + "/p"});
        QVERIFY(!unsure); // of a signature that is there, too
    }

    void whoDoesNotAnswerIsLeft()
    {
        QTcpServer deaf;
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        const std::string url = "http://127.0.0.1:" + std::to_string(deaf.serverPort()) + "/x";
        HttpOptions options;
        options.timeoutMs = 300;
        HttpClient http(options);
        QElapsedTimer timer;
        timer.start();
        const auto files = fetchFirmware(http, {url, url});
        QVERIFY2(!files && files.error().kind == ErrorKind::Io, qPrintable(why(files)));
        QVERIFY(timer.elapsed() < 5'000);
        const auto stopped = fetchFirmware(http, {url, url}, [](std::size_t, std::size_t) { return false; });
        QVERIFY(!stopped && stopped.error().kind == ErrorKind::Cancelled);
    }

    void noOtherSchemes()
    {
        HttpClient http;
        for (const char* url : {"ftp://127.0.0.1/x", "file:///etc/passwd", "data:,x", "", "/x", "http:///x"}) {
            const auto files = fetchFirmware(http, {url, url});
            QVERIFY2(!files && files.error().kind == ErrorKind::BadValue, url);
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestFirmwareFetch>(argc, argv);
}

} // namespace dmsc::tst_firmware_fetch

#include "tst_firmware_fetch.moc"
