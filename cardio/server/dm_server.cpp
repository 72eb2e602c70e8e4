// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/dm_server.h"

#include "cardio/channel/openssl_handles.h"
#include "cardio/server/http_listener.h"
#include "cardio/server/session_worker.h"
#include "model/files/input_file.h"

#include <QCoreApplication>
#include <QSslKey>
#include <QThread>

#include <algorithm>
#include <future>
#include <utility>

namespace dmsc {

namespace {

const QString kPath = QStringLiteral("/dm");
constexpr std::size_t kLeastBody = std::size_t{1} << 20U; ///< below that a Status 413 says it better than HTTP
constexpr std::size_t kBodyFactor = 4; ///< of what a message may have
constexpr std::size_t kMaxAccounts = 1'024; ///< clients whose nonces are remembered

Result<QByteArray> readPem(const QString& path)
{
    constexpr qint64 kMost = 1 << 20;
    return readWholeFile(path, kMost, QCoreApplication::translate("DmServer", "a PEM file has at most 1 MiB"));
}

/// Whether the certificate is that of the key.
bool areAPair(const QSslCertificate& certificate, const QSslKey& key)
{
    const ErrorQueueGuard guard;
    const QByteArray shown = certificate.toDer();
    const QByteArray secret = key.toDer();
    const auto* at = reinterpret_cast<const unsigned char*>(shown.constData());
    const CertificateHandle parsed(d2i_X509(nullptr, &at, static_cast<long>(shown.size())));
    at = reinterpret_cast<const unsigned char*>(secret.constData());
    const KeyHandle own(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(secret.size())));
    return parsed && own && X509_check_private_key(parsed.get(), own.get()) == 1;
}

Result<QSslConfiguration> tlsOf(const DmServerOptions& options)
{
    const auto certificate = readPem(options.certificate);
    const auto key = readPem(options.key.isEmpty() ? options.certificate : options.key);
    if (!certificate || !key)
        return tl::unexpected(certificate ? key.error() : certificate.error());
    const auto chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    QSslKey secret;
    for (const QSsl::KeyAlgorithm kind : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa})
        if (secret.isNull())
            secret = QSslKey(*key, kind, QSsl::Pem);
    if (chain.isEmpty() || secret.isNull())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("DmServer", "expected a certificate and its private key in PEM"),
            chain.isEmpty() ? options.certificate : options.key);
    if (!areAPair(chain.first(), secret))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("DmServer", "the certificate is not that of the key; give both of one pair"),
            options.certificate);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(secret);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // clients prove themselves in SyncML
    return tls;
}

} // namespace

class DmServer::Listener
{
public:
    Listener(ServerAccount account, DmServerOptions options, MakeSource source)
        : m_options(std::move(options))
        , m_first(std::move(account))
        , m_makeSource(std::move(source))
    {
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener()
    {
        {
            const std::lock_guard lock(m_outlet->mutex);
            m_outlet->http = nullptr;
        }
        m_thread.quit();
        m_thread.wait();
        m_sessions.clear(); // here, not in the listening thread: their threads may still be at work
        m_leaving.clear();
    }

    Result<void> start()
    {
        std::optional<QSslConfiguration> tls;
        if (!m_options.certificate.isEmpty()) {
            auto made = tlsOf(m_options);
            if (!made)
                return tl::unexpected(made.error());
            tls = *std::move(made);
        }
        if (!m_options.files.isEmpty()) {
            auto files = HttpFiles::of(m_options.files);
            if (!files)
                return tl::unexpected(files.error());
            m_files = *std::move(files);
        }
        auto* const context = new QObject;
        context->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, context, &QObject::deleteLater);
        std::promise<Result<void>> listening;
        QObject::connect(&m_thread, &QThread::started, context, [&] { listening.set_value(listen(*context, tls)); });
        m_thread.start();
        return listening.get_future().get();
    }
    [[nodiscard]] QString url(const QString& path) const { return m_base + path; }

private:
    using Key = std::pair<std::string, std::string>; ///< the client's Source and SessionID

    static QString shownHost(const QHostAddress& address)
    {
        return address.protocol() == QAbstractSocket::IPv6Protocol
            ? QLatin1Char('[') + address.toString() + QLatin1Char(']')
            : address.toString();
    }

    /// In the listening thread, like everything below.
    Result<void> listen(QObject& context, const std::optional<QSslConfiguration>& tls)
    {
        HttpListener::Limits limits;
        limits.body = std::max<std::size_t>(kLeastBody, m_options.session.maxMsgSize * kBodyFactor);
        limits.requestMs = m_options.requestMs;
        m_http = new HttpListener(
            kPath, limits, [this](HttpListener::Ticket ticket, DmPacket packet, const QByteArray& host) {
                take(ticket, std::move(packet), host);
            });
        m_http->setParent(&context);
        if (tls)
            m_http->secure(*tls);
        if (m_files)
            m_http->give(*std::exchange(m_files, std::nullopt));
        const bool local = m_options.address == QLatin1String("localhost");
        const QHostAddress address(local ? QStringLiteral("127.0.0.1") : m_options.address);
        if (address.isNull() || !m_http->listen(address, m_options.port))
            return fail(ErrorKind::Io,
                QCoreApplication::translate(
                    "DmServer", "cannot listen there: %1; choose another address or port, 0 for any")
                    .arg(address.isNull() ? m_options.address : m_http->errorString()),
                QStringLiteral("%1:%2").arg(m_options.address).arg(m_options.port));
        m_base = QStringLiteral("%1://%2:%3")
                     .arg(tls ? QStringLiteral("https") : QStringLiteral("http"), shownHost(address))
                     .arg(m_http->serverPort());
        m_outlet->http = m_http;
        return {};
    }

    /// The address that the client has used: behind another name, or where we listen at all addresses, ours is not one
    /// that it could reach, or that its certificate check would take.
    [[nodiscard]] std::string urlFor(const QByteArray& host) const
    {
        const QString base =
            host.isEmpty() ? m_base : m_base.left(m_base.indexOf(QLatin1String("//")) + 2) + QString::fromLatin1(host);
        return (base + kPath).toStdString();
    }

    void take(HttpListener::Ticket ticket, DmPacket packet, const QByteArray& host)
    {
        const auto message = decodePacket(packet, syncml::Nul::PassedOver);
        if (!message) {
            m_http->answer(ticket, {400, {}});
            return;
        }
        const Key key{message->header.source.uri, message->header.sessionId};
        SessionWorker& worker = workerFor(key);
        // The answer comes from the worker's thread and is posted back to the listener's.
        const auto reply = [outlet = m_outlet, ticket](Result<DmPacket> made) {
            HttpAnswer answer;
            if (made)
                answer.packet = *std::move(made);
            else
                answer.status = made.error().kind == ErrorKind::Cancelled ? 503 : 400;
            const std::lock_guard lock(outlet->mutex);
            if (HttpListener* http = outlet->http)
                QMetaObject::invokeMethod(
                    http, [http, ticket, answer] { http->answer(ticket, answer); }, Qt::QueuedConnection);
        };
        if (!worker.give(urlFor(host), std::move(packet), reply))
            m_http->answer(ticket, {503, {}});
    }

    SessionWorker& workerFor(const Key& key)
    {
        m_leaving.erase(
            std::remove_if(m_leaving.begin(), m_leaving.end(), [](auto& one) { return one->stop(); }), m_leaving.end());
        const auto known =
            std::find_if(m_sessions.begin(), m_sessions.end(), [&](auto& one) { return one.first == key; });
        if (known != m_sessions.end())
            return *known->second;
        while (m_sessions.size() >= std::max<std::size_t>(m_options.maxSessions, 1))
            dropOne();
        auto keep = [this, client = key.first](const ServerAccount& account) {
            const std::lock_guard lock(m_mutex);
            if (m_accounts.size() >= kMaxAccounts && !m_accounts.contains(client))
                m_accounts.clear(); // one challenge more for each, no harm
            m_accounts[client] = account;
        };
        m_sessions.emplace_back(key,
            std::make_unique<SessionWorker>(
                accountOf(key.first), m_options.session, [this, id = key.second] { return m_makeSource(id); }, keep));
        return *m_sessions.back().second;
    }

    void dropOne()
    {
        auto gone = std::find_if(m_sessions.begin(), m_sessions.end(), [](auto& one) { return one.second->idle(); });
        if (gone == m_sessions.end())
            gone = m_sessions.begin();
        if (!gone->second->stop())
            m_leaving.push_back(std::move(gone->second)); // it may wait for somebody
        m_sessions.erase(gone);
    }

    ServerAccount accountOf(const std::string& client)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_accounts.find(client);
        return found == m_accounts.end() ? m_first : found->second;
    }

    /// Where answers go, for threads that may be later than the listener's end.
    struct Outlet
    {
        std::mutex mutex;
        HttpListener* http = nullptr;
    };

    DmServerOptions m_options;
    ServerAccount m_first;
    MakeSource m_makeSource;
    QString m_base; ///< "http://127.0.0.1:4711"
    std::optional<HttpFiles> m_files; ///< for the listener
    HttpListener* m_http = nullptr; ///< goes with the thread
    std::shared_ptr<Outlet> m_outlet = std::make_shared<Outlet>();
    std::vector<std::pair<Key, std::unique_ptr<SessionWorker>>> m_sessions; ///< oldest first
    std::vector<std::unique_ptr<SessionWorker>> m_leaving;
    std::mutex m_mutex;
    std::map<std::string, ServerAccount> m_accounts; ///< as the clients' nonces have moved on
    QThread m_thread;
};

Result<std::unique_ptr<DmServer>> DmServer::listen(
    const ServerAccount& account, DmServerOptions options, MakeSource source)
{
    const auto needsDigest = [](const DmSecret& secret) {
        return secret.scheme == AuthScheme::Md5 || secret.scheme == AuthScheme::Hmac;
    };
    if (needsDigest(account.client) || needsDigest(account.server))
        if (auto digests = digestsAvailable(); !digests)
            return tl::unexpected(digests.error());
    auto listener = std::make_unique<Listener>(account, std::move(options), std::move(source));
    if (auto started = listener->start(); !started)
        return tl::unexpected(started.error());
    return std::unique_ptr<DmServer>(new DmServer(std::move(listener)));
}

DmServer::DmServer(std::unique_ptr<Listener> listener)
    : m_listener(std::move(listener))
{
}

DmServer::~DmServer() = default;

QString DmServer::url() const
{
    return m_listener->url(kPath);
}

QString DmServer::filesUrl() const
{
    return m_listener->url(QLatin1String(HttpFiles::kPath));
}

} // namespace dmsc
