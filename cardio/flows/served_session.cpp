// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/served_session.h"

#include "cardio/channel/random.h"
#include "cardio/flows/card_proofs.h"
#include "cardio/handset/accounts.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/server/http_transport.h"
#include "cardio/session/message_records.h"
#include "cardio/session/server_session.h"
#include "model/syncml/notification.h"

#include <QCoreApplication>

#include <thread>

namespace dmsc {

namespace {

const QString kFirstPackage = QStringLiteral("package1");

/// The first exchange is package 1; the others are the director's business.
class FirstPackage final : public DmTransport
{
public:
    FirstPackage(FlowRun& run, DmTransport& inner)
        : m_run(&run)
        , m_inner(&inner)
    {
    }
    [[nodiscard]] Result<DmPacket> exchange(
        const std::string& uri, const DmPacket& packet, const Progress& progress) override
    {
        // To some flows the session is a means, and they have no step for it.
        if (m_begun || !m_run->hasStep(kFirstPackage))
            return m_inner->exchange(uri, packet, progress);
        m_begun = true;
        if (auto begun = m_run->begin(kFirstPackage); !begun)
            return tl::unexpected(begun.error());
        m_run->end(kFirstPackage); // what the server does with it are its own steps
        auto answer = m_inner->exchange(uri, packet, progress);
        if (!answer)
            m_run->fail(kFirstPackage, answer.error());
        return answer;
    }

private:
    FlowRun* m_run;
    DmTransport* m_inner;
    bool m_begun = false;
};

ClientOptions clientOptions(
    FlowRun& run, const DmAccount& account, DeviceHooks& hooks, const std::vector<syncml::Command>& alerts)
{
    ClientOptions options;
    options.encoding = run.request().wbxml ? Encoding::Wbxml : Encoding::Xml;
    options.serverInitiated = alerts.empty();
    options.alerts = alerts;
    options.user = &run.alertsOf(Actor::Server);
    options.hooks = &hooks;
    options.asker.name = QString::fromStdString(account.name.empty() ? account.serverId : account.name);
    options.records = run.records();
    options.peer = Actor::Server;
    options.ddf = run.device().handset()->ddf();
    return options;
}

Result<SessionReport> runClient(FlowRun& run, DmAccount& account, DmTransport& transport, ClientOptions options)
{
    std::optional<CardProofs> proofs;
    if (isProvedByCard(run)) {
        const auto card = cardKeeper(run);
        if (!card)
            return tl::unexpected(card.error());
        options.keeper = &proofs.emplace(run, **card);
        account.client.password.clear(); // the device does without
        account.server.password.clear();
    }
    ManagedTree& device = run.device().handset()->managed();
    ClientSession session(device, account, std::move(options));
    FirstPackage first(run, transport);
    auto report = runClientSession(session, first, run.outside().progress);
    if (!report)
        return report;
    run.count(report->messages, report->bytes);
    (void)saveNonces(device, account); // an account that was made up has none to save
    if (report->end != SessionEnd::Finished)
        return fail(ErrorKind::Security,
            report->end == SessionEnd::NotAuthenticated
                ? describe(report->abort)
                : QCoreApplication::translate("FlowRun", "the session was broken off before its end: %1")
                      .arg(describe(report->abort)));
    return report;
}

/// Ends the conversation whatever happens, so that neither end waits for ever.
class Directing
{
public:
    Directing(Conversation& conversation, const Director& director)
        : m_conversation(conversation)
        , m_thread([this, &director] {
            m_result = director(m_conversation);
            m_conversation.finish();
        })
    {
    }
    Directing(const Directing&) = delete;
    Directing& operator=(const Directing&) = delete;
    ~Directing() { m_conversation.stop(); }

    /// What the server's end came to; after the session.
    [[nodiscard]] Result<void> take()
    {
        m_conversation.stop();
        m_thread.join();
        return m_result;
    }

private:
    Conversation& m_conversation;
    Result<void> m_result;
    std::jthread m_thread;
};

} // namespace

DmAccount serverAccount(const Tree& device)
{
    const auto accounts = accountsOf(device);
    if (!accounts.empty())
        return accounts.front();
    DmAccount made;
    made.serverId = "demo.server";
    made.name = "Demo server";
    for (DmSecret* secret : {&made.client, &made.server}) {
        secret->scheme = AuthScheme::Md5;
        secret->user = secret == &made.client ? "device" : made.serverId;
        Bytes password(kNonceSize);
        secret->nonce.resize(kNonceSize);
        // Without a generator both stay zero: the two ends are one process.
        (void)systemRandom()(password);
        (void)systemRandom()(secret->nonce);
        secret->password = toHex(password).toStdString();
    }
    return made;
}

Result<DmAccount> sessionAccount(const FlowRun& run)
{
    return isProvedByCard(run) ? provenAccount(run) : serverAccount(run.device().tree());
}

Result<SessionReport> runServed(FlowRun& run, HttpClient& http, DmAccount account, DeviceHooks& hooks,
    const Director& director, const std::vector<syncml::Command>& alerts)
{
    if (!run.request().server.empty()) {
        HttpTransport transport(http);
        account.address = run.request().server;
        return runClient(run, account, transport, clientOptions(run, account, hooks, alerts));
    }
    ServerAccount known{account.client, account.server};
    ServerOptions options;
    options.serverId = account.serverId;
    options.respUri = account.address.empty() ? "http://127.0.0.1/dm" : account.address;
    Conversation conversation;
    LocalServer server(known, std::move(options), [&conversation] { return conversation.source(); });
    Directing directing(conversation, director);
    auto report = runClient(run, account, server, clientOptions(run, account, hooks, alerts));
    // What went wrong at the server explains what the client saw.
    if (auto directed = directing.take(); !directed && directed.error().kind != ErrorKind::Cancelled)
        return tl::unexpected(directed.error());
    return report;
}

Result<std::string> notifyHandset(FlowRun& run, const DmAccount& account)
{
    return run.step(QStringLiteral("server-notifies"), [&]() -> Result<std::string> {
        syncml::Notification wish;
        wish.uiMode = syncml::UiMode::Background;
        wish.serverInitiated = true;
        wish.serverId = account.serverId;
        const auto package = notificationPackage(wish, account.server.password, account.server.nonce);
        if (!package)
            return tl::unexpected(package.error());
        writeNotification(run.records(), Actor::Server, Actor::Device, *package);
        const auto received = syncml::decodeNotification(*package);
        if (!received)
            return tl::unexpected(received.error());
        if (!checkNotification(*received, account.server.password, account.server.nonce))
            return fail(ErrorKind::Security,
                QCoreApplication::translate("FlowRun", "the notification is not that of the server that it names"));
        return syncml::sessionIdText(received->notification.sessionId);
    });
}

} // namespace dmsc
