// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace dmsc::test {

/// Reads each request whole, says in answer whatever a test wants said, and hangs up.
class RawHttpServer
{
public:
    /// What goes out for a request of that target; called in the server's thread.
    using Answer = std::function<QByteArray(const QByteArray& target)>;

    explicit RawHttpServer(Answer answer, std::optional<QSslConfiguration> tls = {})
        : m_thread([this, answer = std::move(answer), tls = std::move(tls)](
                       const std::stop_token& stop) { serve(answer, tls, stop); })
    {
        url = m_url.get_future().get();
    }

    [[nodiscard]] std::vector<QByteArray> asked()
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }

    std::string url; ///< "http://127.0.0.1:4711"

private:
    struct Listener final : QTcpServer
    {
        void incomingConnection(qintptr descriptor) override
        {
            auto* socket = new QSslSocket(this);
            socket->setSocketDescriptor(descriptor);
            addPendingConnection(socket);
        }
    };

    void serve(const Answer& answer, const std::optional<QSslConfiguration>& tls, const std::stop_token& stop)
    {
        Listener server;
        (void)server.listen(QHostAddress::LocalHost);
        m_url.set_value((tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(server.serverPort()));
        std::vector<std::unique_ptr<QTcpSocket>> open; // a client may open more than it uses: who asks first is served
        while (!stop.stop_requested()) {
            (void)server.waitForNewConnection(open.empty() ? 50 : 0);
            while (server.hasPendingConnections()) // it tells of the first of several only
                open.emplace_back(server.nextPendingConnection());
            std::erase_if(open, [&](const std::unique_ptr<QTcpSocket>& socket) {
                if (tls && !isEncrypted(*socket, *tls))
                    return true;
                if (socket->bytesAvailable() == 0 && !socket->waitForReadyRead(10))
                    return socket->state() != QAbstractSocket::ConnectedState;
                serveOne(*socket, answer);
                return true;
            });
        }
    }

    static bool isEncrypted(QTcpSocket& socket, const QSslConfiguration& tls)
    {
        auto* const secured = qobject_cast<QSslSocket*>(&socket);
        if (!secured || secured->isEncrypted())
            return secured != nullptr;
        secured->setSslConfiguration(tls);
        secured->startServerEncryption();
        return secured->waitForEncrypted(5'000);
    }

    void serveOne(QTcpSocket& socket, const Answer& answer)
    {
        const QByteArray target = targetOf(socket);
        {
            const std::lock_guard lock(m_mutex);
            m_asked.push_back(target);
        }
        socket.write(answer(target));
        (void)socket.waitForBytesWritten(1'000);
        socket.disconnectFromHost();
        if (socket.state() != QAbstractSocket::UnconnectedState)
            (void)socket.waitForDisconnected(1'000);
    }

    static QByteArray targetOf(QTcpSocket& socket)
    {
        QByteArray request;
        qsizetype whole = -1;
        while (
            (whole < 0 || request.size() < whole) && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(5'000))) {
            request += socket.readAll();
            const qsizetype end = request.indexOf("\r\n\r\n");
            if (end < 0)
                continue;
            const qsizetype length = request.toLower().indexOf("content-length:");
            whole =
                end + 4 + (length < 0 ? 0 : request.mid(length + 15, end - length - 15).split('\r')[0].toLongLong());
        }
        return request.split(' ').value(1);
    }

    std::promise<std::string> m_url;
    std::mutex m_mutex;
    std::vector<QByteArray> m_asked;
    std::jthread m_thread; // last: it uses what stands above
};

} // namespace dmsc::test
