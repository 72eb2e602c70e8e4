// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_listener.h"

#include "cardio/server/http_chunks.h"
#include "cardio/server/http_request.h"
#include "model/byte_array.h"

#include <QFile>
#include <QSslSocket>

#include <utility>

namespace dmsc {

namespace {

constexpr int kLingerMs = 1'000; ///< after a refusal
constexpr qint64 kFilePart = qint64{64} << 10;
constexpr qint64 kFileAhead = qint64{1} << 20; ///< of a file, in memory for a slow client

} // namespace

/// One client's connection: a request at a time.
class HttpListener::Connection
{
public:
    Connection(HttpListener& owner, std::uint64_t id, qintptr descriptor)
        : m_owner(&owner)
        , m_id(id)
        , m_socket(new QSslSocket(&owner))
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, m_socket, [this] {
            if (m_closing || m_file || m_answered)
                m_socket->abort();
            else if (m_idle)
                leave();
            else
                refuse(408);
        });
        QObject::connect(m_socket, &QTcpSocket::readyRead, m_socket, [this] { read(); });
        QObject::connect(m_socket, &QTcpSocket::disconnected, m_socket, [this] { m_owner->drop(m_id); });
        QObject::connect(m_socket, &QTcpSocket::bytesWritten, m_socket, [this] { sendMore(); });
        QObject::connect(m_socket, &QSslSocket::encryptedBytesWritten, m_socket, [this] { sendMore(); });
        listenOn();
        m_socket->setSocketDescriptor(descriptor);
        m_timer.start(owner.m_limits.requestMs);
        if (!owner.m_tls)
            return;
        m_socket->setSslConfiguration(*owner.m_tls);
        m_socket->startServerEncryption();
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection()
    {
        m_socket->disconnect();
        m_socket->abort();
        m_socket->deleteLater();
    }

    void answer(const HttpAnswer& answer)
    {
        if (!m_waiting)
            return;
        m_waiting = false;
        if (answer.status != 200) {
            refuse(answer.status);
            return;
        }
        writeHead(QByteArray::fromStdString(answer.packet.contentType), answer.packet.body.size(),
            answer.packet.hmac.empty() ? QByteArray()
                                       : "x-syncml-hmac: " + QByteArray::fromStdString(answer.packet.hmac) + "\r\n");
        m_socket->write(toByteArray(answer.packet.body));
        goOn();
    }

private:
    void writeHead(const QByteArray& type, std::size_t length, const QByteArray& more = {})
    {
        m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: "
            + QByteArray::number(static_cast<qulonglong>(length)) + "\r\nCache-Control: no-store\r\n" + more
            + (m_head->keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n"));
    }

    /// Reads again, with a limit of what is taken from the network while an answer is being made.
    void listenOn()
    {
        m_socket->setReadBufferSize(
            static_cast<qint64>(m_owner->m_limits.head) + static_cast<qint64>(m_owner->m_limits.body));
    }

    /// Qt closes a connection of which the client has ended its half, and our answer would be lost. It does not notice
    /// as long as its buffer is full: so the request's last bytes stay there.
    void keepOpen(qint64 bytes)
    {
        m_kept = bytes;
        if (bytes > 0 && !m_owner->m_tls)
            m_socket->setReadBufferSize(1);
    }

    /// The answer is written; when all of it is out, the request may go.
    void goOn()
    {
        (void)m_socket->flush();
        m_answered = m_kept > 0 && !m_owner->m_tls && m_socket->bytesToWrite() > 0;
        if (m_answered) {
            m_timer.start(m_owner->m_limits.requestMs);
            return;
        }
        (void)m_socket->skip(std::exchange(m_kept, 0));
        listenOn();
        const bool stays = m_head->keepAlive;
        m_head.reset();
        if (!stays) {
            m_socket->disconnectFromHost();
            return;
        }
        m_idle = true;
        m_timer.start(m_owner->m_limits.requestMs);
        read(); // what came meanwhile
    }

    /// Nothing of a request has come: an answer would be taken for that to the next one, which may be on its way.
    void leave()
    {
        if (m_owner->m_tls && !m_socket->isEncrypted())
            m_socket->abort();
        else
            m_socket->disconnectFromHost();
    }

    /// A file is sent as fast as the client takes it.
    void give()
    {
        m_file = m_owner->m_files->open(m_head->path);
        if (!m_file) {
            refuse(404);
            return;
        }
        m_left = m_file->size();
        writeHead("application/octet-stream", static_cast<std::size_t>(m_left));
        if (m_head->method == "HEAD")
            m_left = 0;
        sendMore();
    }

    void sendMore()
    {
        if (std::exchange(m_answered, false))
            goOn();
        if (!m_file)
            return;
        m_timer.start(m_owner->m_limits.requestMs);
        while (m_left > 0 && m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() < kFileAhead) {
            const QByteArray part = m_file->read(std::min(kFilePart, m_left));
            if (part.isEmpty()) { // shorter than it was: the client must not take it for whole
                m_socket->abort();
                return;
            }
            m_left -= part.size();
            m_socket->write(part);
        }
        if (m_left > 0)
            return;
        m_file.reset();
        goOn();
    }

    void read()
    {
        if (m_closing)
            (void)m_socket->skip(m_socket->bytesAvailable());
        if (m_waiting || m_answered || m_closing || m_file || (m_idle && m_socket->bytesAvailable() == 0))
            return;
        if (std::exchange(m_idle, false))
            m_timer.start(m_owner->m_limits.requestMs); // a request has its whole time, however long nobody spoke
        if (!m_head && !readHead())
            return;
        const auto body = readBody();
        if (!body)
            return;
        m_timer.stop(); // now we are the slow ones
        m_waiting = true;
        m_owner->m_handler({m_id},
            {m_head->contentType.toStdString(), Bytes(body->begin(), body->end()), m_head->hmac.toStdString()},
            m_head->host);
    }

    /// The whole body, or nothing yet.
    std::optional<QByteArray> readBody()
    {
        if (!m_chunks) {
            const auto length = static_cast<qint64>(*m_head->length);
            if (m_socket->bytesAvailable() < length)
                return std::nullopt;
            keepOpen(length);
            return m_socket->peek(length);
        }
        const qsizetype taken = m_chunks->take(m_socket->peek(m_socket->bytesAvailable()));
        const ChunkedBody::State state = m_chunks->state();
        const bool done = state == ChunkedBody::State::Done;
        (void)m_socket->skip(done ? taken - 1 : taken);
        if (state == ChunkedBody::State::Bad || state == ChunkedBody::State::TooLarge)
            refuse(state == ChunkedBody::State::Bad ? 400 : 413);
        if (!done)
            return std::nullopt;
        keepOpen(1);
        return m_chunks->body();
    }

    bool readHead()
    {
        while (m_socket->peek(2) == "\r\n")
            (void)m_socket->skip(2); // some send an empty line behind a body (RFC 7230 3.5)
        m_idle = m_socket->bytesAvailable() == 0;
        if (m_idle)
            return false;
        const auto most = static_cast<qint64>(m_owner->m_limits.head);
        const QByteArray begun = m_socket->peek(most);
        qsizetype end = begun.indexOf("\r\n\r\n");
        if (end < 0) {
            if (begun.size() >= most)
                refuse(431);
            return false;
        }
        m_head = readHttpHead(begun.left(end));
        const bool asks = m_head && (m_head->method == "GET" || m_head->method == "HEAD");
        const bool file = asks && m_owner->m_files && m_head->path.startsWith(HttpFiles::kPath)
            && m_head->length.value_or(0) == 0 && !m_head->chunked && m_head->refusal == 0;
        (void)m_socket->skip(file ? end + 3 : end + 4);
        if (file) {
            keepOpen(1);
            give();
            return false;
        }
        const int problem = m_head ? refusalOf(*m_head, m_owner->m_path.toLatin1(), m_owner->m_limits.body) : 400;
        if (problem != 0) {
            refuse(problem);
            return false;
        }
        m_chunks.reset();
        if (m_head->chunked)
            m_chunks.emplace(m_owner->m_limits.body);
        if (m_head->expectsContinue)
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        return true;
    }

    /// The connection ends with it: what follows may be anything. It is passed over for a while, or the client's system
    /// would throw our answer away.
    void refuse(int status)
    {
        m_closing = true;
        QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " " + httpReason(status)
            + "\r\nContent-Length: 0\r\nConnection: close\r\n";
        if (status == 405)
            text += "Allow: POST\r\n";
        m_socket->write(text + "\r\n");
        (void)m_socket->flush();
        m_timer.start(kLingerMs);
        listenOn();
        read();
    }

    HttpListener* m_owner;
    std::uint64_t m_id;
    QSslSocket* m_socket; ///< goes with deleteLater: it may be the one that calls
    QTimer m_timer;
    std::optional<HttpHead> m_head;
    std::optional<ChunkedBody> m_chunks; ///< of its body
    std::unique_ptr<QFile> m_file; ///< on its way
    qint64 m_left = 0; ///< of it
    qint64 m_kept = 0; ///< bytes of the request that stay in the buffer until it is answered
    bool m_idle = true; ///< nothing of a request has come
    bool m_waiting = false; ///< the handler has a request
    bool m_answered = false; ///< the answer is written, not all of it is out
    bool m_closing = false;
};

HttpListener::HttpListener(QString path, Limits limits, Handler handler)
    : m_path(std::move(path))
    , m_limits(limits)
    , m_handler(std::move(handler))
{
}

HttpListener::~HttpListener()
{
    close();
    m_connections.clear();
}

void HttpListener::incomingConnection(qintptr descriptor)
{
    if (m_connections.size() >= m_limits.connections) {
        QTcpSocket full;
        full.setSocketDescriptor(descriptor);
        full.abort();
        return;
    }
    const std::uint64_t id = ++m_next;
    m_connections.emplace(id, std::make_unique<Connection>(*this, id, descriptor));
}

void HttpListener::answer(Ticket ticket, const HttpAnswer& answer)
{
    const auto found = m_connections.find(ticket.connection);
    if (found != m_connections.end())
        found->second->answer(answer);
}

void HttpListener::drop(std::uint64_t id)
{
    // Not at once: it is the connection's own socket that tells.
    QMetaObject::invokeMethod(
        this, [this, id] { m_connections.erase(id); }, Qt::QueuedConnection);
}

} // namespace dmsc
