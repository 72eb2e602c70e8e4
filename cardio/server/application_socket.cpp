// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/application_socket.h"

#include "cardio/handset/accounts.h"
#include "cardio/server/application_frames.h"
#include "cardio/session/message_records.h"
#include "model/byte_array.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QThread>

#include <atomic>
#include <future>

namespace dmsc {

namespace {

constexpr int kLookAtSocket = 100; ///< milliseconds
constexpr qint64 kPortion = 1 << 16;

const char* wordOf(SessionEnd end)
{
    switch (end) {
    case SessionEnd::Finished:
        return "finished";
    case SessionEnd::NotAuthenticated:
        return "not-authenticated";
    case SessionEnd::Aborted:
    case SessionEnd::Running:
        break;
    }
    return "aborted";
}

/// One application's connection, read and written without an event loop.
class Application final : public DmTransport
{
public:
    Application(QLocalSocket& socket, const std::atomic<bool>& stop, int messageMs)
        : m_socket(&socket)
        , m_stop(&stop)
        , m_messageMs(messageMs)
    {
    }

    [[nodiscard]] Result<DmPacket> exchange(
        const std::string& /*uri*/, const DmPacket& packet, const Progress& progress) override
    {
        if (auto sent = send(FrameKind::Message, messageBody(packet)); !sent)
            return tl::unexpected(sent.error());
        auto frame = receive(FrameKind::Message, m_messageMs, [&] { return !progress || progress(0, 0); });
        return frame ? packetIn(*frame) : tl::unexpected(frame.error());
    }

    Result<void> send(FrameKind kind, ByteView body)
    {
        m_socket->write(toByteArray(encodeFrame(kind, body)));
        QElapsedTimer timer;
        timer.start();
        while (m_socket->bytesToWrite() > 0) {
            if (*m_stop || timer.elapsed() > m_messageMs || m_socket->state() != QLocalSocket::ConnectedState)
                return gone();
            m_socket->waitForBytesWritten(kLookAtSocket);
        }
        return {};
    }

    Result<Bytes> receive(FrameKind kind, int timeoutMs, const std::function<bool()>& goOn = {})
    {
        QElapsedTimer timer;
        timer.start();
        while (true) {
            auto frame = m_frames.next();
            if (!frame)
                return tl::unexpected(frame.error());
            if (*frame && (*frame)->kind != kind)
                return fail(ErrorKind::Syntax,
                    QCoreApplication::translate("ApplicationSocket", "the application sent a frame of another kind"));
            if (*frame)
                return std::move((*frame)->body);
            if (*m_stop || timer.elapsed() > timeoutMs || (goOn && !goOn()))
                return fail(ErrorKind::Cancelled,
                    QCoreApplication::translate("ApplicationSocket", "the application did not answer in time"));
            if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(kLookAtSocket)
                && m_socket->state() != QLocalSocket::ConnectedState && m_socket->bytesAvailable() == 0)
                return gone();
            m_frames.add(viewOf(m_socket->read(kPortion)));
        }
    }

private:
    static tl::unexpected<Error> gone()
    {
        return fail(
            ErrorKind::Io, QCoreApplication::translate("ApplicationSocket", "the application closed its connection"));
    }

    QLocalSocket* m_socket;
    const std::atomic<bool>* m_stop;
    int m_messageMs;
    FrameReader m_frames;
};

} // namespace

class ApplicationSocket::Listener
{
public:
    Listener(ApplicationSocketOptions options, ApplicationSession session)
        : m_options(std::move(options))
        , m_session(std::move(session))
    {
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener()
    {
        m_stop = true;
        if (m_thread)
            m_thread->wait();
    }

    Result<void> start()
    {
        std::promise<Result<void>> promise;
        auto listening = promise.get_future();
        // A QThread, for that is what Qt's sockets want.
        m_thread.reset(QThread::create([this, &promise] { run(promise); }));
        m_thread->start();
        return listening.get();
    }
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    void run(std::promise<Result<void>>& started)
    {
        QLocalServer server;
        server.setSocketOptions(QLocalServer::UserAccessOption);
        if (auto listening = open(server); !listening) {
            started.set_value(tl::unexpected(listening.error()));
            return;
        }
        m_path = server.fullServerName();
        started.set_value({});
        while (!m_stop) {
            if (!server.hasPendingConnections())
                server.waitForNewConnection(kLookAtSocket);
            const std::unique_ptr<QLocalSocket> socket(server.nextPendingConnection());
            if (socket)
                serve(*socket);
        }
    }

    Result<void> open(QLocalServer& server) const
    {
        if (const QFileInfo place(m_options.name); place.isAbsolute() && !place.dir().exists())
            return fail(ErrorKind::NotFound,
                QCoreApplication::translate("ApplicationSocket", "there is no such folder for the socket"),
                place.path());
        // With access for the user alone Qt takes the name away from whoever listens there: so that is asked first.
        QLocalSocket probe;
        probe.connectToServer(m_options.name);
        if (probe.waitForConnected(kLookAtSocket))
            return fail(ErrorKind::Exists,
                QCoreApplication::translate(
                    "ApplicationSocket", "another program listens for applications under that name"),
                m_options.name);
        QLocalServer::removeServer(m_options.name); // left over from a program that did not end properly
        if (server.listen(m_options.name))
            return {};
        return fail(ErrorKind::Io, server.errorString(), m_options.name);
    }

    void serve(QLocalSocket& socket)
    {
        Application application(socket, m_stop, m_options.messageMs);
        const auto notification = application.receive(FrameKind::Notify, m_options.notifyMs);
        if (!notification)
            return;
        const ApplicationEnd end = m_session(*notification, application);
        if (m_options.ended)
            m_options.ended(end);
        const auto say = [&](FrameKind kind, std::string_view text) {
            (void)application.send(kind, ByteView(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
        };
        if (end.summons == Summons::What::Start)
            say(FrameKind::End, end.report && !end.broken ? wordOf(end.report->end) : "broken");
        else if (end.summons == Summons::What::Declined)
            say(FrameKind::Refused, "declined"); // all else is dropped without a word (NOTI 6.1)
        socket.disconnectFromServer();
    }

    ApplicationSocketOptions m_options;
    ApplicationSession m_session;
    QString m_path;
    std::atomic<bool> m_stop = false;
    std::unique_ptr<QThread> m_thread;
};

Result<std::unique_ptr<ApplicationSocket>> ApplicationSocket::listen(
    ApplicationSocketOptions options, ApplicationSession session)
{
    auto listener = std::make_unique<Listener>(std::move(options), std::move(session));
    if (auto started = listener->start(); !started)
        return tl::unexpected(started.error());
    return std::unique_ptr<ApplicationSocket>(new ApplicationSocket(std::move(listener)));
}

ApplicationSocket::ApplicationSocket(std::unique_ptr<Listener> listener)
    : m_listener(std::move(listener))
{
}

ApplicationSocket::~ApplicationSocket() = default;

QString ApplicationSocket::path() const
{
    return m_listener->path();
}

ApplicationSession sessionWithApplications(ManagedTree& device, UserAgent& user,
    std::function<ClientOptions(const DmAccount& account)> options, RecordOutlet records, ResyncNonce resync)
{
    auto gate = std::make_shared<NotificationGate>(user, resync);
    return [&device, gate, options = std::move(options), records = std::move(records), resync](
               ByteView notification, DmTransport& application) {
        writeNotification(records, Actor::Server, Actor::Device, notification);
        Summons summons = gate->receive(notification, device.tree());
        ApplicationEnd end;
        end.summons = summons.what;
        if (summons.what == Summons::What::Dropped)
            return end;
        end.serverId = summons.notification.serverId;
        if (summons.what != Summons::What::Start)
            return end;
        ClientOptions session = options(summons.account);
        session.sessionId = syncml::sessionIdText(summons.notification.sessionId);
        session.serverInitiated = true;
        ClientSession client(device, summons.account, std::move(session));
        const auto report = runClientSession(client, application);
        end.broken = !report;
        end.report = report.value_or(reportOf(client));
        if (!report && end.report->messages <= 1)
            gate->forget(summons); // nobody was there
        (void)saveNonces(device, summons.toStore(resync)); // what could not be saved costs a challenge the next time
        return end;
    };
}

} // namespace dmsc
