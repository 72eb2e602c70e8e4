// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/notification_gate.h"

#include <QString>

#include <functional>
#include <memory>

namespace dmsc {

/// What comes of an application's notification. Called in the socket's thread.
struct ApplicationEnd
{
    Summons::What summons = Summons::What::Dropped;
    std::optional<SessionReport> report; ///< Start only
    bool broken = false; ///< the session broke off: how far it came is in the report
    std::string serverId; ///< not for Dropped
};
using ApplicationSession = std::function<ApplicationEnd(ByteView notification, DmTransport& application)>;

struct ApplicationSocketOptions
{
    QString name; ///< of the local socket, or its path
    int notifyMs = 10'000; ///< in which a connection must bring its notification
    int messageMs = 60'000; ///< in which the application must answer a message
    std::function<void(const ApplicationEnd&)> ended; ///< in the socket's thread; may be empty
};

/// Lets applications on the terminal act as DM servers (GEN-15): each connects to a local socket, which only this user
/// can open, sends package 0 and then answers the handset's messages. One at a time, in a thread of its own.
class ApplicationSocket
{
public:
    /// Exists when another program listens under that name.
    [[nodiscard]] static Result<std::unique_ptr<ApplicationSocket>> listen(
        ApplicationSocketOptions options, ApplicationSession session);
    ~ApplicationSocket();
    ApplicationSocket(const ApplicationSocket&) = delete;
    ApplicationSocket& operator=(const ApplicationSocket&) = delete;

    [[nodiscard]] QString path() const; ///< of the socket in the file system

private:
    class Listener;
    explicit ApplicationSocket(std::unique_ptr<Listener> listener);
    std::unique_ptr<Listener> m_listener;
};

/// The handset's part: checks the notification by its accounts, asks or tells the user, runs the session and keeps the
/// nonces. What it is given outlives it; `options` are for every session. Notifications are recorded in `records`,
/// dropped ones too. `resync`: how the servers write the nonce that stands for lost ones.
[[nodiscard]] ApplicationSession sessionWithApplications(ManagedTree& device, UserAgent& user,
    std::function<ClientOptions(const DmAccount& account)> options, RecordOutlet records = {},
    ResyncNonce resync = ResyncNonce::FourZeroBytes);

} // namespace dmsc
