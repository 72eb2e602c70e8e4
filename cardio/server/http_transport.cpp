// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_transport.h"

#include "model/byte_array.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <QThread>

#include <condition_variable>
#include <mutex>

namespace dmsc {

namespace {

constexpr auto kLookEvery = std::chrono::milliseconds(50);
constexpr int kWholeExchange = 10; ///< times the timeout: a server that trickles is left then
constexpr const char* kHmacHeader = "x-syncml-hmac";

/// What the two threads of an exchange share.
struct Exchange
{
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Result<DmPacket>> result;
    std::size_t sent = 0;
    QPointer<QNetworkReply> reply; ///< touched in the network's thread only
    QString sslProblem; ///< the same

    void finish(Result<DmPacket> outcome)
    {
        const std::lock_guard lock(mutex);
        if (!result)
            result = std::move(outcome);
        changed.notify_all();
    }
};

/// An HTTP status that is no answer, in words that say what to do.
tl::unexpected<Error> refusal(int status, const QNetworkReply& reply)
{
    const QString where = reply.url().toString(QUrl::RemoveUserInfo);
    if (status >= 300 && status < 400)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate(
                "HttpTransport", "the server redirects to %1, which is not followed; set that address in the account")
                .arg(reply.header(QNetworkRequest::LocationHeader).toUrl().toString()),
            where);
    const char* text = QT_TRANSLATE_NOOP("HttpTransport", "the server answered with HTTP status %1");
    if (status == 404)
        text = QT_TRANSLATE_NOOP("HttpTransport", "HTTP status %1: there is no DM server at that path; check the URL");
    else if (status == 401 || status == 403)
        text = QT_TRANSLATE_NOOP(
            "HttpTransport", "HTTP status %1: the web server wants credentials of its own before DM's");
    else if (status == 413)
        text = QT_TRANSLATE_NOOP("HttpTransport", "HTTP status %1: the message is too large for the server");
    else if (status == 400 || status == 415)
        text = QT_TRANSLATE_NOOP(
            "HttpTransport", "HTTP status %1: the server cannot read the message; try the other encoding");
    return fail(ErrorKind::Io, QCoreApplication::translate("HttpTransport", text).arg(status), where);
}

tl::unexpected<Error> networkFailure(const QNetworkReply& reply, const QString& sslProblem)
{
    const QString where = reply.url().toString(QUrl::RemoveUserInfo);
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return fail(ErrorKind::Io,
            QCoreApplication::translate(
                "HttpTransport", "nobody listens there; start the DM server, or check address and port"),
            where);
    case QNetworkReply::SslHandshakeFailedError:
        return fail(ErrorKind::Security,
            QCoreApplication::translate("HttpTransport",
                "the server's certificate is not accepted: %1; name its authority as a trust anchor if you "
                "trust it")
                .arg(sslProblem.isEmpty() ? reply.errorString() : sslProblem),
            where);
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return fail(ErrorKind::Io,
            QCoreApplication::translate("HttpTransport", "the server did not answer in time; try again later"), where);
    default:
        return fail(ErrorKind::Io, reply.errorString(), where);
    }
}

Result<QUrl> checkedUrl(const std::string& uri)
{
    const QUrl url(QString::fromStdString(uri), QUrl::StrictMode);
    const bool http = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !http || url.host().isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("HttpTransport", "a DM server's address is http://HOST/PATH or https://…"),
            QString::fromStdString(uri));
    return url;
}

Result<QSslConfiguration> tlsWith(const QStringList& anchors)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    for (const QString& path : anchors) {
        const auto certificates = QSslCertificate::fromPath(path);
        if (certificates.isEmpty())
            return fail(ErrorKind::Syntax,
                QCoreApplication::translate("HttpTransport", "the file holds no certificate in PEM"), path);
        tls.addCaCertificates(certificates);
    }
    return tls;
}

} // namespace

/// The network in a thread of its own, so that the caller's need have no event loop.
class HttpTransport::Connection
{
public:
    explicit Connection(HttpOptions options)
        : m_options(std::move(options))
    {
        m_network = new QNetworkAccessManager;
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_network->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_network, &QObject::deleteLater);
        m_thread.start();
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection()
    {
        m_thread.quit();
        m_thread.wait();
    }

    Result<DmPacket> exchange(const std::string& uri, const DmPacket& packet, const Progress& progress)
    {
        const auto url = checkedUrl(uri);
        if (!url)
            return tl::unexpected(url.error());
        const auto tls = tlsWith(m_options.anchors);
        if (!tls)
            return tl::unexpected(tls.error());
        if (progress && !progress(0, packet.body.size()))
            return cancelled();
        QNetworkRequest request(*url);
        request.setSslConfiguration(*tls);
        request.setTransferTimeout(m_options.timeoutMs);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray::fromStdString(packet.contentType));
        request.setRawHeader("Accept", QByteArray::fromStdString(packet.contentType));
        if (!packet.hmac.empty())
            request.setRawHeader(kHmacHeader, QByteArray::fromStdString(packet.hmac));
        auto shared = std::make_shared<Exchange>();
        QMetaObject::invokeMethod(m_network,
            [network = m_network, request, body = toByteArray(packet.body), shared, most = m_options.maxBytes] {
                post(*network, request, body, shared, most);
            });
        return wait(shared, packet.body.size(), progress);
    }

private:
    static tl::unexpected<Error> cancelled()
    {
        return fail(
            ErrorKind::Cancelled, QCoreApplication::translate("HttpTransport", "stopped before the server answered"));
    }

    /// In the network's thread.
    static void post(QNetworkAccessManager& network, const QNetworkRequest& request, const QByteArray& body,
        const std::shared_ptr<Exchange>& shared, std::uint64_t most)
    {
        QNetworkReply* reply = network.post(request, body);
        shared->reply = reply;
        QObject::connect(reply, &QNetworkReply::uploadProgress, reply, [shared](qint64 sent, qint64) {
            const std::lock_guard lock(shared->mutex);
            shared->sent = static_cast<std::size_t>(std::max<qint64>(sent, 0));
        });
        QObject::connect(reply, &QNetworkReply::sslErrors, reply, [shared](const QList<QSslError>& errors) {
            if (!errors.isEmpty())
                shared->sslProblem = errors.first().errorString();
        });
        QObject::connect(
            reply, &QNetworkReply::downloadProgress, reply, [reply, shared, most](qint64 done, qint64 all) {
                const auto bytes = static_cast<std::uint64_t>(std::max<qint64>({done, all, 0}));
                if (bytes <= most)
                    return;
                shared->finish(fail(ErrorKind::Limit,
                    QCoreApplication::translate("HttpTransport", "the server's answer has over %1 bytes").arg(most)));
                reply->abort();
            });
        QObject::connect(reply, &QNetworkReply::finished, reply, [reply, shared] {
            shared->finish(outcome(*reply, shared->sslProblem));
            reply->deleteLater();
        });
    }

    static Result<DmPacket> outcome(QNetworkReply& reply, const QString& sslProblem)
    {
        const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status != 0 && (status < 200 || status >= 300))
            return refusal(status, reply);
        if (reply.error() != QNetworkReply::NoError)
            return networkFailure(reply, sslProblem);
        DmPacket answer;
        answer.contentType = reply.header(QNetworkRequest::ContentTypeHeader).toString().toStdString();
        answer.hmac = reply.rawHeader(kHmacHeader).toStdString();
        const QByteArray body = reply.readAll();
        answer.body.assign(body.begin(), body.end());
        // Qt takes the end of the connection for the end of chunks, wherever it comes: only the message tells.
        if (reply.hasRawHeader("Transfer-Encoding") && !decodePacket(answer))
            return fail(ErrorKind::Io,
                QCoreApplication::translate(
                    "HttpTransport", "the connection ended within the server's answer; try again"),
                reply.url().toString(QUrl::RemoveUserInfo));
        return answer;
    }

    Result<DmPacket> wait(const std::shared_ptr<Exchange>& shared, std::size_t total, const Progress& progress)
    {
        const auto end = std::chrono::steady_clock::now()
            + std::chrono::milliseconds(std::int64_t{m_options.timeoutMs} * kWholeExchange);
        std::unique_lock lock(shared->mutex);
        bool stopped = false;
        while (!shared->result && !stopped) {
            shared->changed.wait_for(lock, kLookEvery);
            const std::size_t sent = std::min(shared->sent, total);
            lock.unlock();
            stopped = (progress && !progress(sent, total)) || std::chrono::steady_clock::now() > end;
            lock.lock();
        }
        if (shared->result)
            return *shared->result;
        lock.unlock();
        QMetaObject::invokeMethod(m_network, [shared] {
            if (shared->reply)
                shared->reply->abort();
        });
        return cancelled();
    }

    HttpOptions m_options;
    QThread m_thread;
    QNetworkAccessManager* m_network = nullptr; ///< of m_thread, which deletes it
};

HttpTransport::HttpTransport(HttpOptions options)
    : m_connection(std::make_unique<Connection>(std::move(options)))
{
}

HttpTransport::~HttpTransport() = default;

Result<DmPacket> HttpTransport::exchange(const std::string& uri, const DmPacket& packet, const Progress& progress)
{
    return m_connection->exchange(uri, packet, progress);
}

} // namespace dmsc
