// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/notification_gate.h"

#include "cardio/handset/accounts.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::size_t kMostRemembered = 4096;

/// The digest has proved the account's server; its name is ours, never the notification's.
PromptAsker askerOf(const DmAccount& account)
{
    PromptAsker asker;
    asker.name = QString::fromStdString(account.name);
    asker.proof = QCoreApplication::translate("NotificationGate", "notification digest of %1")
                      .arg(QString::fromStdString(account.serverId));
    asker.verified = true;
    return asker;
}

} // namespace

DmAccount Summons::toStore(ResyncNonce form) const
{
    DmAccount stored = account;
    if (!resynced)
        return stored;
    if (stored.client.nonce == resyncNonce(form))
        stored.client.nonce = clientNonce;
    if (stored.server.nonce == resyncNonce(form))
        stored.server.nonce = serverNonce;
    return stored;
}

void NotificationGate::forget(const Summons& summons)
{
    m_seen.erase({summons.account.serverId, summons.notification.sessionId});
}

Summons NotificationGate::receive(ByteView package, const Tree& device)
{
    Summons summons;
    const auto received = syncml::decodeNotification(package);
    if (!received)
        return summons;
    auto account = accountOf(device, received->notification.serverId);
    if (!account)
        return summons;
    const std::string& password = account->server.password;
    if (account->server.scheme == AuthScheme::None || password.empty())
        return summons; // nothing that it could be checked with
    if (!checkNotification(*received, password, account->server.nonce)) {
        const Bytes nonce = resyncNonce(m_resync);
        if (!checkNotification(*received, password, nonce))
            return summons;
        // Both sides have lost count: package 1 goes on with the same nonce (NOTI 6.1).
        summons.clientNonce = account->client.nonce;
        summons.serverNonce = account->server.nonce;
        account->server.nonce = nonce;
        account->client.nonce = nonce;
        summons.resynced = true;
    }
    summons.notification = received->notification;
    if (m_seen.size() >= kMostRemembered)
        m_seen.clear();
    if (!m_seen.emplace(account->serverId, received->notification.sessionId).second) {
        summons.what = Summons::What::Duplicate;
        return summons;
    }
    if (!agrees(received->notification, *account)) {
        summons.what = Summons::What::Declined;
        return summons;
    }
    summons.what = Summons::What::Start;
    summons.account = *std::move(account);
    return summons;
}

bool NotificationGate::agrees(const syncml::Notification& notification, const DmAccount& account) const
{
    const PromptAsker asker = askerOf(account);
    if (notification.uiMode == syncml::UiMode::Informative) {
        m_user->tell({Notice::Kind::Information, asker,
            QCoreApplication::translate("NotificationGate", "%1 starts a management session").arg(asker.name)});
        return true;
    }
    if (notification.uiMode != syncml::UiMode::Interaction)
        return true;
    Prompt prompt;
    prompt.kind = PromptKind::Confirm;
    prompt.asker = asker;
    prompt.text = QCoreApplication::translate("NotificationGate", "Let %1 start a management session?").arg(asker.name);
    prompt.why = QCoreApplication::translate("NotificationGate", "the server wants you to be asked");
    prompt.ifYes = QCoreApplication::translate("NotificationGate", "The session starts now");
    prompt.ifNo = QCoreApplication::translate("NotificationGate", "There is no session");
    return m_user->ask(prompt).verdict == PromptAnswer::Verdict::Yes;
}

} // namespace dmsc
