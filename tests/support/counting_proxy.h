// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/vpcd/vpcd_frames.h"
#include "model/byte_array.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <utility>

namespace dmsc::test {

/// Stands between two programs and counts the answers that go through it, so that the line can be cut at a certain
/// one. Works in the event loop of the thread that made it.
class CountingProxy : public QObject
{
public:
    enum class Line { Http, Vpcd }; ///< with HTTP the server answers; vpcd is the server, and asks

    CountingProxy(quint16 server, Line line)
        : m_server(server)
        , m_line(line)
    {
        if (!m_listener.listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen");
        connect(&m_listener, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* const client = m_listener.nextPendingConnection())
                join(client);
        });
    }

    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    [[nodiscard]] int answers() const { return m_count; }
    /// Whoever asks has found who answers.
    [[nodiscard]] bool wasAsked() const { return m_wasAsked; }
    /// Calls `cut` when the answer of that number (1: the first) is there, and loses it: nothing goes through any more.
    void cutAt(int answer, std::function<void()> cut)
    {
        m_cutAt = m_count + answer;
        m_cut = std::move(cut);
    }

private:
    void join(QTcpSocket* client)
    {
        m_frames = {};
        m_isOpen = false;
        auto* server = new QTcpSocket(client);
        const bool serverAnswers = m_line == Line::Http;
        pass(client, server, !serverAnswers);
        pass(server, client, serverAnswers);
        connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost); // nobody is there
        server->connectToHost(QHostAddress::LocalHost, m_server);
    }

    void pass(QTcpSocket* from, QTcpSocket* to, bool isAnswer)
    {
        connect(from, &QTcpSocket::readyRead, to, [this, from, to, isAnswer] {
            const QByteArray bytes = from->readAll();
            acknowledgeAtOnce(*from);
            if (isAnswer ? goesOn() : noteQuestion(bytes))
                to->write(bytes);
        });
        connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
    }

    /// vpcd sends a frame in two parts, the second when the first is acknowledged; the kernel puts that off for 40 ms.
    static void acknowledgeAtOnce(const QTcpSocket& socket)
    {
        const int on = 1;
        (void)::setsockopt(static_cast<int>(socket.socketDescriptor()), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    }

    bool noteQuestion(const QByteArray& bytes)
    {
        m_wasAsked = true;
        m_isOpen = m_isOpen || m_line == Line::Http || hasCommand(bytes);
        return !m_isCut;
    }

    /// One byte is vpcd's own (power, reset, ATR).
    bool hasCommand(const QByteArray& bytes)
    {
        bool found = false;
        m_frames.add(viewOf(bytes));
        while (const auto frame = m_frames.next())
            found = found || frame->size() > 1;
        return found;
    }

    bool goesOn()
    {
        if (!std::exchange(m_isOpen, false) || m_isCut)
            return !m_isCut;
        if (++m_count == m_cutAt)
            cut();
        return !m_isCut;
    }

    void cut()
    {
        m_isCut = true;
        m_cut();
        m_listener.close();
        for (QTcpSocket* const client : m_listener.findChildren<QTcpSocket*>())
            client->abort();
    }

    QTcpServer m_listener;
    quint16 m_server;
    Line m_line;
    VpcdFrames m_frames; ///< of the questions
    bool m_wasAsked = false;
    bool m_isOpen = false; ///< a question has no answer yet
    bool m_isCut = false;
    int m_count = 0;
    int m_cutAt = 0;
    std::function<void()> m_cut;
};

} // namespace dmsc::test
