// SPDX-License-Identifier: Apache-2.0
#include "client_rig.h"

#include "cardio/server/dm_server.h"
#include "cardio/server/http_transport.h"
#include "tests/support/raw_http_server.h"
#include "tests/support/run_test.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <atomic>
#include <thread>

namespace dmsc::tst_http_idle {

namespace {

using namespace std::chrono_literals;

constexpr int kRequestMs = 300;
constexpr auto kThinks = 1'200ms; // longer than the server lets a connection be idle

/// Looks at the screen for a while.
class SlowUser final : public UserAgent
{
public:
    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override
    {
        std::this_thread::sleep_for(kThinks);
        return m_user.ask(prompt);
    }
    void tell(const Notice& notice) override { m_user.tell(notice); }

private:
    ScriptedUser m_user{PromptAnswer::Verdict::Yes};
};

constexpr const char* kTree = ". [acl Get=*]\nDevInfo\n  DevId = IMEI:001\n  DmV = 1.2\n  Lang = en\n"
                              "  Man = House\n  Mod = Desk\n";

syncml::Command choice()
{
    return test::alert(syncml::AlertCode::SingleChoice, {"MAXDT=60", "Which one?", "one", "two"});
}

/// A DM server that asks the user one thing, and reads another node after it.
struct Rig
{
    Rig()
    {
        DmServerOptions options;
        options.session.serverId = "srv";
        options.requestMs = kRequestMs;
        auto listening = DmServer::listen({}, std::move(options), [this](const std::string&) -> CommandSource {
            return [this, step = 0](const ClientFacts&,
                       const std::vector<CommandAnswer>& answers) mutable -> Result<std::vector<syncml::Command>> {
                answered += answers.size();
                switch (++step) {
                case 1:
                    return std::vector{choice()};
                case 2:
                    return std::vector{test::command(syncml::CommandKind::Get, "./DevInfo/Man")};
                default:
                    return std::vector<syncml::Command>{};
                }
            };
        });
        if (!listening)
            qFatal("%s", qPrintable(listening.error().text()));
        server = std::move(*listening);
    }
    /// What the server says on a connection until it hangs up.
    [[nodiscard]] QByteArray heard(const QByteArray& sent) const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(QUrl(server->url()).port()));
        if (!socket.waitForConnected(5'000))
            qFatal("not connected");
        socket.write(sent);
        QElapsedTimer timer;
        timer.start();
        while (socket.state() == QAbstractSocket::ConnectedState && timer.elapsed() < 10'000)
            (void)socket.waitForReadyRead(50);
        return socket.readAll();
    }

    std::atomic<std::size_t> answered = 0;
    std::unique_ptr<DmServer> server;
};

DmPacket packetOf(std::string_view body)
{
    return {"application/vnd.syncml.dm+wbxml", Bytes(body.begin(), body.end()), {}};
}

} // namespace

/// A connection that is kept while the user thinks, or until the server has had enough of it.
class TestHttpIdle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void E04_aSessionOutlivesTheConnectionWhileTheUserThinks()
    {
        Rig rig;
        SlowUser user;
        test::MemoryTree device(kTree);
        DmAccount account;
        account.serverId = "srv";
        account.address = rig.server->url().toStdString();
        ClientOptions options;
        options.user = &user;
        ClientSession session(device, account, std::move(options));
        HttpClient http;
        HttpTransport transport(http);
        const auto report = runClientSession(session, transport);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        QCOMPARE(report->end, SessionEnd::Finished);
        QCOMPARE(report->commands, std::size_t{2});
        QCOMPARE(rig.answered.load(), std::size_t{2});
    }

    void whatIsIdleIsClosedWithoutAWord()
    {
        const Rig rig;
        QCOMPARE(rig.heard({}), QByteArray());
        // Nor is there a second answer after the first one.
        const QByteArray once = rig.heard("GET /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        QVERIFY2(once.startsWith("HTTP/1.1 404") && once.count("HTTP/1.1") == 1, once.constData());
    }

    void aRequestThatDoesNotComeInIsTooSlow()
    {
        const Rig rig;
        const QByteArray late = rig.heard("POST /dm HTTP/1.1\r\nHost: x\r\n");
        QVERIFY2(late.startsWith("HTTP/1.1 408"), late.constData());
    }

    void A15_a408IsNoAnswerToTheMessage()
    {
        std::atomic<int> asked = 0;
        test::RawHttpServer server([&](const QByteArray&) {
            return ++asked == 1
                ? QByteArray("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                : QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.syncml.dm+wbxml\r\n"
                             "Content-Length: 6\r\n\r\nanswer");
        });
        HttpClient http;
        HttpTransport transport(http);
        const auto answer = transport.exchange(server.url + "/dm", packetOf("message"), {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        QCOMPARE(asked.load(), 2);
        QCOMPARE(std::string(answer->body.begin(), answer->body.end()), std::string("answer"));
    }

    void aRefusalSaysWhatToDo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("busy") << 503 << QStringLiteral("try again later");
        QTest::newRow("slow") << 408 << QStringLiteral("try again");
        QTest::newRow("wrong path") << 405 << QStringLiteral("check the URL");
        QTest::newRow("trouble") << 500 << QStringLiteral("look into its log");
        QTest::newRow("something else") << 418 << QStringLiteral("its log");
    }
    void aRefusalSaysWhatToDo()
    {
        QFETCH(int, status);
        QFETCH(QString, words);
        test::RawHttpServer server([&](const QByteArray&) {
            return "HTTP/1.1 " + QByteArray::number(status) + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        });
        HttpClient http;
        HttpTransport transport(http);
        const auto answer = transport.exchange(server.url + "/dm", packetOf("message"), {});
        QVERIFY(!answer);
        QVERIFY2(answer.error().what.contains(words), qPrintable(answer.error().what));
        QVERIFY(answer.error().what.contains(QString::number(status)));
    }

    void whatIsNoUrlIsRefusedBeforeAnythingIsSent()
    {
        HttpClient http;
        HttpTransport transport(http);
        for (const char* url : {"foo bar", "ftp://127.0.0.1/dm", "127.0.0.1:8080", "http://", "http:///dm"}) {
            const auto answer = transport.exchange(url, packetOf("message"), {});
            QVERIFY2(!answer && answer.error().kind == ErrorKind::BadValue, url);
            QVERIFY(answer.error().what.contains(QStringLiteral("http://HOST/PATH")));
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestHttpIdle>(argc, argv);
}

} // namespace dmsc::tst_http_idle

#include "tst_http_idle.moc"
