// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_transport.h"
#include "tests/support/raw_http_server.h"
#include "tests/support/run_test.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

namespace dmsc::tst_http_cut {

namespace {

constexpr const char* kWhole =
    "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.syncml.dm+wbxml\r\nContent-Length: 6\r\n\r\nanswer";

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
    void aWebPageIsNoMessage()
    {
        test::RawHttpServer server([](const QByteArray&) {
            return QByteArray(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 6\r\n\r\n<html>");
        });
        HttpClient http;
        HttpTransport transport(http);
        const auto page = transport.exchange(server.url + "/dm", packetOf("message"), {});
        QVERIFY(!page);
        QVERIFY(page.error().what.contains(QLatin1String("web page")));
    }

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
        std::atomic<bool> healed = false;
        test::RawHttpServer server([&](const QByteArray&) { return healed ? QByteArray(kWhole) : sent; });
        const std::string url = server.url + "/dm";
        HttpOptions options;
        options.timeoutMs = 3'000;
        HttpClient http(options);
        HttpTransport transport(http);
        QElapsedTimer timer;
        timer.start();
        const auto cut = transport.exchange(url, packetOf("message"), {});
        QVERIFY2(!cut, "half a message was taken for a whole one");
        QCOMPARE(cut.error().kind, ErrorKind::Io);
        QVERIFY(!cut.error().what.isEmpty());
        QVERIFY(timer.elapsed() < 10'000);
        healed = true;
        const auto whole = transport.exchange(url, packetOf("message"), {});
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
