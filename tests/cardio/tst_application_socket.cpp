// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/application_frames.h"
#include "cardio/server/application_socket.h"
#include "tests/cardio/handset_rig.h"
#include "tests/support/run_test.h"

#include <QLocalSocket>
#include <QProcess>

#include <mutex>

namespace dmsc::tst_application_socket {

using namespace dmsc::test;

namespace {

constexpr int kWait = 60'000;
constexpr const char* kTree = R"(
    . [acl Add=*&Get=*&Replace=*]
    DevInfo  node  urn:oma:mo:oma-dm-devinfo:1.0
      DevId = IMEI:4711
      Man = Maker
      Mod = Model
      DmV = 1.2
      Lang = en
    DMAcc
      A  node  urn:oma:mo:oma-dm-dmacc:1.0
        AppID = w7
        ServerID = org.example.app
        Name = Backup
        AppAuth
          1
            AAuthLevel = SRVCRED
            AAuthType = DIGEST
            AAuthSecret = app secret
)";

QString sampleProgram()
{
    return qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/../tests/bin/sample_application");
}

} // namespace

class TestApplicationSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void DM_SC_GEN_15_anApplicationActsAsADmServer();
    void DM_SC_GEN_15_onlyAnApplicationThatTheHandsetKnows();
    void DM_SC_GEN_15_hostileApplications();
    void frames();

private:
    struct Run
    {
        int code = -1;
        QByteArray out;
    };
    Run application(const QStringList& more = {})
    {
        QProcess process;
        process.start(sampleProgram(),
            QStringList{m_socket->path(), QStringLiteral("org.example.app"), QStringLiteral("app secret")} << more);
        if (!process.waitForFinished(kWait))
            return {};
        return {process.exitCode(), process.readAllStandardOutput()};
    }
    void listen()
    {
        ApplicationSocketOptions options;
        options.name = m_folder->filePath(QStringLiteral("dmsc.socket"));
        options.notifyMs = 2'000;
        options.messageMs = 2'000;
        options.ended = [this](const ApplicationEnd& end) {
            const std::lock_guard lock(m_mutex);
            m_ends.push_back(end);
        };
        auto socket = ApplicationSocket::listen(
            std::move(options), sessionWithApplications(m_handset->device(), *m_user, [](const DmAccount&) {
                ClientOptions session;
                session.encoding = Encoding::Xml;
                return session;
            }));
        QVERIFY2(socket, socket ? "" : qPrintable(socket.error().text()));
        m_socket = *std::move(socket);
    }
    [[nodiscard]] std::vector<ApplicationEnd> stop()
    {
        m_socket.reset();
        return std::exchange(m_ends, {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HandsetRig> m_handset;
    std::unique_ptr<ScriptedUser> m_user;
    std::unique_ptr<ApplicationSocket> m_socket;
    std::mutex m_mutex;
    std::vector<ApplicationEnd> m_ends;
};

void TestApplicationSocket::init()
{
    m_socket.reset();
    m_ends.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_handset = std::make_unique<HandsetRig>(kTree);
    m_user = std::make_unique<ScriptedUser>(PromptAnswer::Verdict::Yes);
    listen();
}

void TestApplicationSocket::DM_SC_GEN_15_anApplicationActsAsADmServer()
{
    const Run run = application();
    QVERIFY2(run.code == 0, run.out.constData());
    QVERIFY2(run.out.contains("results: IMEI:4711"), run.out.constData());
    QVERIFY2(run.out.contains("end: finished"), run.out.constData());
    const auto ends = stop();
    QCOMPARE(ends.size(), std::size_t{1});
    QCOMPARE(ends[0].serverId, std::string("org.example.app"));
    QVERIFY(ends[0].report && ends[0].report->changedTree);
    QCOMPARE(m_handset->value("./FromApplication"), std::string("hello"));
    // The next session goes with the nonce that this one has left.
    listen();
    QCOMPARE(application().code, 3);
    const QByteArray at = "next nonce: ";
    const QByteArray nonce = run.out.mid(run.out.indexOf(at) + at.size()).split('\n').first();
    const Run next = application({QString::fromUtf8(nonce)});
    QVERIFY2(next.code == 0, next.out.constData());
}

void TestApplicationSocket::DM_SC_GEN_15_onlyAnApplicationThatTheHandsetKnows()
{
    // The digest is wrong: not a word (NOTI 6.1), and nothing has happened.
    const Run wrong = application({QStringLiteral("wrong")});
    QCOMPARE(wrong.code, 3);
    QCOMPARE(wrong.out.trimmed(), QByteArray("no session:"));
    QProcess other;
    other.start(sampleProgram(), {m_socket->path(), QStringLiteral("org.example.other"), QStringLiteral("app secret")});
    QVERIFY(other.waitForFinished(kWait));
    QCOMPARE(other.exitCode(), 3);
    const auto ends = stop();
    QCOMPARE(ends.size(), std::size_t{2});
    QCOMPARE(ends[0].summons, Summons::What::Dropped);
    QVERIFY(!m_handset->has("./FromApplication"));
    // Only one program at a time listens there, and what a dead one left is no hindrance.
    listen();
    ApplicationSocketOptions second;
    second.name = m_socket->path();
    QVERIFY(!ApplicationSocket::listen(second, [](ByteView, DmTransport&) { return ApplicationEnd{}; }));
}

void TestApplicationSocket::DM_SC_GEN_15_hostileApplications()
{
    const std::string before = m_handset->text();
    const Run rubbish = application({QStringLiteral("rubbish")});
    QVERIFY2(rubbish.out.contains("end: broken"), rubbish.out.constData());
    QCOMPARE(application({QStringLiteral("silent")}).code, 0);
    for (const QByteArray& bytes : {QByteArray::fromHex("FFFFFFFF4E"), QByteArray::fromHex("0000000058"),
             QByteArray::fromHex("000000104E00"), QByteArray::fromHex("000000004D"), QByteArray()}) {
        QLocalSocket socket;
        socket.connectToServer(m_socket->path());
        QVERIFY(socket.waitForConnected(kWait));
        socket.write(bytes);
        socket.waitForBytesWritten(1'000);
        QVERIFY(socket.waitForDisconnected(kWait) || socket.state() == QLocalSocket::UnconnectedState);
    }
    QCOMPARE(m_handset->text(), before);
    // The next one is served all the same (its own session id was seen already in the rubbish run).
    const auto ends = stop();
    QVERIFY(!ends.empty());
    QVERIFY(ends.front().broken && ends.front().report);
    QVERIFY(ends.front().report->messages >= 1); // as far as it came
}

void TestApplicationSocket::frames()
{
    FrameReader reader;
    const Bytes frame = encodeFrame(FrameKind::Message, Bytes{1, 2, 3});
    QCOMPARE(toHex(frame), QStringLiteral("000000034D010203"));
    for (const std::uint8_t byte : frame) {
        QVERIFY(!*reader.next());
        reader.add(ByteView(&byte, 1));
    }
    const auto whole = reader.next();
    QVERIFY(whole && *whole);
    QCOMPARE((*whole)->body, (Bytes{1, 2, 3}));
    const DmPacket packet{"application/x", {0, 1, 0}, "mac=1"};
    const auto back = packetIn(messageBody(packet));
    QVERIFY(back && back->body == packet.body && back->hmac == packet.hmac && back->contentType == packet.contentType);
    QVERIFY(!packetIn(Bytes{'x', 0, 'y'}));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestApplicationSocket>(argc, argv);
}

} // namespace dmsc::tst_application_socket

#include "tst_application_socket.moc"
