// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/server/http_files.h"
#include "cardio/session/dm_packet.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

namespace dmsc {

/// What is said in answer to a POST.
struct HttpAnswer
{
    int status = 200;
    DmPacket packet; ///< with 200
};

/// The little of HTTP/1.1 that a DM server needs: POST with a length or in chunks, one answer each, connections that
/// stay open, and GET of files. Made by hand because Qt's server takes bodies of any size and waits for ever. Lives in
/// one thread with an event loop.
class HttpListener final : public QTcpServer
{
public:
    struct Limits
    {
        std::size_t head = std::size_t{16} << 10U; ///< bytes of request line and headers
        std::size_t body = std::size_t{1} << 20U;
        std::size_t connections = 128;
        int requestMs = 30'000; ///< for a whole request; a connection on which none comes is closed without a word
    };
    /// Names the request that an answer is for.
    struct Ticket
    {
        std::uint64_t connection = 0;
    };
    /// `host`: by which name the client has found us; may be empty.
    using Handler = std::function<void(Ticket ticket, DmPacket packet, const QByteArray& host)>;

    HttpListener(QString path, Limits limits, Handler handler);
    ~HttpListener() override;
    /// TLS from now on.
    void secure(QSslConfiguration tls) { m_tls = std::move(tls); }
    /// GET is answered from now on.
    void give(HttpFiles files) { m_files = std::move(files); }
    /// Nothing happens when the connection is gone meanwhile.
    void answer(Ticket ticket, const HttpAnswer& answer);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Connection;
    void drop(std::uint64_t id);

    QString m_path;
    Limits m_limits;
    Handler m_handler;
    std::optional<QSslConfiguration> m_tls;
    std::optional<HttpFiles> m_files;
    std::map<std::uint64_t, std::unique_ptr<Connection>> m_connections;
    std::uint64_t m_next = 0;
};

} // namespace dmsc
