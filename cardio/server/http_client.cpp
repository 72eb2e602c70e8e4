// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/http_client.h"

#include "model/flow/server_url.h"

#include <QCoreApplication>
#include <QFile>
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
    std::optional<Result<HttpResponse>> result;
    std::size_t done = 0; ///< bytes of the request's body, or of the answer to a GET
    std::size_t total = 0;
    QPointer<QNetworkReply> reply; ///< touched in the network's thread only
    QString sslProblem; ///< the same

    void finish(Result<HttpResponse> outcome)
    {
        const std::lock_guard lock(mutex);
        if (!result)
            result = std::move(outcome);
        changed.notify_all();
    }
    void move(qint64 now, qint64 all)
    {
        const std::lock_guard lock(mutex);
        total = static_cast<std::size_t>(std::max<qint64>(all, 0));
        done = std::min(static_cast<std::size_t>(std::max<qint64>(now, 0)), total);
    }
};

QString placeOf(const QNetworkReply& reply)
{
    return reply.url().toString(QUrl::RemoveUserInfo);
}

tl::unexpected<Error> tooSlow(const QString& where)
{
    return fail(ErrorKind::Io,
        QCoreApplication::translate("HttpTransport", "the server did not answer in time; try again later"), where);
}

/// What is wrong with the server's certificate, and what can be done about that.
QString adviceFor(const QSslError& error)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return QCoreApplication::translate("HttpTransport",
            "the server's certificate is not accepted: %1; call the server by a name that stands in its certificate")
            .arg(error.errorString());
    case QSslError::CertificateNotYetValid:
    case QSslError::CertificateExpired:
        return QCoreApplication::translate("HttpTransport",
            "the server's certificate is not accepted: %1; check this machine's clock, or have it renewed")
            .arg(error.errorString());
    default:
        return QCoreApplication::translate("HttpTransport",
            "the server's certificate is not accepted: %1; name its authority as a trust anchor if you "
            "trust it")
            .arg(error.errorString());
    }
}

tl::unexpected<Error> networkFailure(const QNetworkReply& reply, const QString& sslProblem)
{
    const QString where = placeOf(reply);
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return fail(ErrorKind::Io,
            QCoreApplication::translate(
                "HttpTransport", "nobody listens there; start the server, or check address and port"),
            where);
    case QNetworkReply::SslHandshakeFailedError:
        return fail(ErrorKind::Security, sslProblem.isEmpty() ? reply.errorString() : sslProblem, where);
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return tooSlow(where);
    default:
        return fail(ErrorKind::Io, reply.errorString(), where);
    }
}

Result<QSslConfiguration> tlsWith(const QStringList& anchors)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    for (const QString& path : anchors) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Io, file.errorString(), path);
        const auto certificates = QSslCertificate::fromDevice(&file);
        if (certificates.isEmpty())
            return fail(ErrorKind::Syntax,
                QCoreApplication::translate("HttpTransport", "the file holds no certificate in PEM"), path);
        tls.addCaCertificates(certificates);
    }
    return tls;
}

Result<HttpResponse> outcome(QNetworkReply& reply, const QString& sslProblem)
{
    HttpResponse response;
    response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool good = response.status >= 200 && response.status < 300;
    if (reply.error() != QNetworkReply::NoError && (good || response.status == 0))
        return networkFailure(reply, sslProblem);
    response.url = reply.url();
    if (const QUrl target = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl(); !target.isEmpty())
        response.redirect = response.url.resolved(target);
    response.contentType = reply.header(QNetworkRequest::ContentTypeHeader).toString().toUtf8();
    response.hmac = reply.rawHeader(kHmacHeader);
    response.chunked = reply.hasRawHeader("Transfer-Encoding");
    response.hasLength = reply.header(QNetworkRequest::ContentLengthHeader).isValid();
    response.body = reply.readAll();
    return response;
}

/// In the network's thread, like what follows from it.
void begin(QNetworkAccessManager& network, const QNetworkRequest& request, const std::optional<QByteArray>& body,
    std::uint64_t most, const std::shared_ptr<Exchange>& shared)
{
    QNetworkReply* reply = body ? network.post(request, *body) : network.get(request);
    shared->reply = reply;
    if (body)
        QObject::connect(reply, &QNetworkReply::uploadProgress, reply,
            [shared](qint64 sent, qint64 all) { shared->move(sent, all); });
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [shared](const QList<QSslError>& errors) {
        if (!errors.isEmpty())
            shared->sslProblem = adviceFor(errors.first());
    });
    const auto look = [reply, shared, most, asks = !body] {
        const qint64 length = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (asks)
            shared->move(reply->bytesAvailable(), length);
        if (static_cast<std::uint64_t>(std::max<qint64>({reply->bytesAvailable(), length, 0})) <= most)
            return;
        shared->finish(fail(ErrorKind::Limit,
            QCoreApplication::translate("HttpTransport", "the server's answer has over %1 bytes").arg(most),
            placeOf(*reply)));
        reply->abort();
    };
    QObject::connect(reply, &QNetworkReply::metaDataChanged, reply, look);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, look);
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, shared] {
        shared->finish(outcome(*reply, shared->sslProblem));
        reply->deleteLater();
    });
}

} // namespace

class HttpClient::Network
{
public:
    Network()
        : m_access(new QNetworkAccessManager)
    {
        m_access->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_access->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_access, &QObject::deleteLater);
        m_thread.start();
    }
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;
    ~Network()
    {
        m_thread.quit();
        m_thread.wait();
    }

    Result<HttpResponse> exchange(
        const QNetworkRequest& request, const HttpRequest& wanted, const Progress& progress, int timeoutMs)
    {
        auto shared = std::make_shared<Exchange>();
        shared->total = wanted.body ? static_cast<std::size_t>(wanted.body->size()) : 0;
        QMetaObject::invokeMethod(
            m_access, [access = m_access, request, body = wanted.body, most = wanted.maxBytes, shared] {
                begin(*access, request, body, most, shared);
            });
        const auto end =
            std::chrono::steady_clock::now() + std::chrono::milliseconds(std::int64_t{timeoutMs} * kWholeExchange);
        std::unique_lock lock(shared->mutex);
        bool stopped = false;
        bool late = false;
        while (!shared->result && !stopped && !late) {
            shared->changed.wait_for(lock, kLookEvery);
            const std::size_t done = shared->done;
            const std::size_t total = shared->total;
            lock.unlock();
            stopped = progress && !progress(done, total);
            late = std::chrono::steady_clock::now() > end;
            lock.lock();
        }
        if (shared->result)
            return *std::move(shared->result);
        lock.unlock();
        QMetaObject::invokeMethod(m_access, [shared] {
            if (shared->reply)
                shared->reply->abort();
        });
        return stopped ? cancelled() : tooSlow(request.url().toString(QUrl::RemoveUserInfo));
    }

    static tl::unexpected<Error> cancelled()
    {
        return fail(
            ErrorKind::Cancelled, QCoreApplication::translate("HttpTransport", "stopped before the server answered"));
    }

private:
    QThread m_thread;
    QNetworkAccessManager* m_access; ///< of m_thread, which deletes it
};

HttpClient::HttpClient(HttpOptions options)
    : m_options(std::move(options))
    , m_network(std::make_unique<Network>())
{
}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest& request, const Progress& progress)
{
    const auto url = serverUrl(QString::fromStdString(request.url));
    if (!url)
        return tl::unexpected(url.error());
    const auto tls = tlsWith(m_options.anchors);
    if (!tls)
        return tl::unexpected(tls.error());
    if (progress && !progress(0, request.body ? static_cast<std::size_t>(request.body->size()) : 0))
        return Network::cancelled();
    QNetworkRequest asked(*url);
    asked.setSslConfiguration(*tls);
    asked.setTransferTimeout(m_options.timeoutMs);
    for (const auto& [name, value] : request.headers)
        asked.setRawHeader(name, value);
    return m_network->exchange(asked, request, progress, m_options.timeoutMs);
}

} // namespace dmsc
