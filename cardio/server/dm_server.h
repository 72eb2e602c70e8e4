// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/server_session.h"

#include <QString>

#include <map>
#include <memory>

namespace dmsc {

struct DmServerOptions
{
    QString address = QStringLiteral("127.0.0.1");
    std::uint16_t port = 0; ///< 0: one that is free
    QString certificate; ///< PEM; empty: plain HTTP
    QString key; ///< PEM
    QString files; ///< a folder whose files everybody gets by GET /files/NAME; empty: none
    ServerOptions session;
    std::size_t maxSessions = 64; ///< at a time; one that is over goes first, else the oldest
    int requestMs = 30'000; ///< for a whole request to come in
};

/// The emulated DM server: listens for DM clients over HTTP, one ServerSession per client and SessionID. Listens in a
/// thread of its own; each session runs in another, where its source of commands is called and may wait. Nonces are
/// kept per client as long as the server runs.
class DmServer
{
public:
    using MakeSource = std::function<CommandSource(const std::string& sessionId)>;
    [[nodiscard]] static Result<std::unique_ptr<DmServer>> listen(
        const ServerAccount& account, DmServerOptions options, MakeSource source);
    /// Waits for the sessions' threads: whoever holds a Conversation up stops it first.
    ~DmServer();
    DmServer(const DmServer&) = delete;
    DmServer& operator=(const DmServer&) = delete;

    [[nodiscard]] QString url() const; ///< "http://127.0.0.1:4711/dm"
    [[nodiscard]] QString filesUrl() const; ///< "http://127.0.0.1:4711/files/"

private:
    class Listener;
    explicit DmServer(std::unique_ptr<Listener> listener);
    std::unique_ptr<Listener> m_listener;
};

} // namespace dmsc
