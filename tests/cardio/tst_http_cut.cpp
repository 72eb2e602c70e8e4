// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_transport.h"
#include "tests/support/run_test.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <thread>

namespace dmsc::tst_http_cut {

namespace {

constexpr const char* kWhole =
    "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.syncml.dm+wbxml\r\nContent-Length: 6\r\n\r\nanswer";

/// Reads each request whole, answers with a part of an answer and hangs up, until it is healed: then the answer is
/// whole.
class CutServer
{
public:
    explicit CutServer(QByteArray part)
        : m_thread([this, part = std::move(part)](const std::stop_token& stop) { serve(part, stop); })
    {
        url = m_url.get_future().get();
    }
    void heal() { m_healed = true; }

    std::string url;

private:
    void serve(const QByteArray& part, const std::stop_token& stop)
    {
        QTcpServer server;
        (void)server.listen(QHostAddress::LocalHost);
        m_url.set_value("http://127.0.0.1:" + std::to_string(server.serverPort()) + "/dm");
        while (!stop.stop_requested()) {
            if (!server.waitForNewConnection(50))
                continue;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            QByteArray request;
            while (!request.endsWith("message") && socket->waitForReadyRead(5'000))
                request += socket->readAll();
            socket->write(m_healed ? QByteArray(kWhole) : part);
            (void)socket->waitForBytesWritten(1'000);
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState)
                (void)socket->waitForDisconnected(1'000);
        }
    }

    std::promise<std::string> m_url;
    std::atomic<bool> m_healed{false};
    std::jthread m_thread; // last: it uses what stands above
};

DmPacket packetOf(std::string_view body)
{
    return {"application/vnd.syncml.dm+wbxml", Bytes(body.begin(), body.end()), {}};
}

} // namespace

/// The connection breaks at each place of an HTTP answer: an error, never half a message.
class TestHttpCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void A15_aCutAnswerIsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("before the status line") << QByteArray();
        QTest::newRow("in the status line") << QByteArray("HTTP/1.1 20");
        QTest::newRow("after the status line") << QByteArray("HTTP/1.1 200 OK\r\n");
        QTest::newRow("in a header's name") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("in a header's value") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 6");
        QTest::newRow("before the body") << QByteArray(kWhole).chopped(6);
        QTest::newRow("in the body") << QByteArray(kWhole).chopped(2);
        QTest::newRow("in a chunk's size") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6");
        QTest::newRow("in a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nans");
    }
    void A15_aCutAnswerIsNoMessage()
    {
        QFETCH(QByteArray, sent);
        CutServer server(sent);
        HttpOptions options;
        options.timeoutMs = 3'000;
        HttpTransport transport(options);
        QElapsedTimer timer;
        timer.start();
        const auto cut = transport.exchange(server.url, packetOf("message"), {});
        QVERIFY2(!cut, "half a message was taken for a whole one");
        QCOMPARE(cut.error().kind, ErrorKind::Io);
        QVERIFY(!cut.error().what.isEmpty());
        QVERIFY(timer.elapsed() < 10'000);
        server.heal();
        const auto whole = transport.exchange(server.url, packetOf("message"), {});
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().text()));
        QCOMPARE(std::string(whole->body.begin(), whole->body.end()), std::string("answer"));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestHttpCut>(argc, argv);
}

} // namespace dmsc::tst_http_cut

#include "tst_http_cut.moc"
