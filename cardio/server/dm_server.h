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
    ServerOptions session;
    std::size_t maxSessions = 64; ///< at a time; the oldest one goes
};

/// The emulated DM server: listens for DM clients over HTTP, one ServerSession per client and SessionID. Runs in a
/// thread of its own; the source of commands is called there.
class DmServer
{
public:
    using MakeSource = std::function<CommandSource(const std::string& sessionId)>;
    [[nodiscard]] static Result<std::unique_ptr<DmServer>> listen(
        const ServerAccount& account, DmServerOptions options, MakeSource source);
    ~DmServer();
    DmServer(const DmServer&) = delete;
    DmServer& operator=(const DmServer&) = delete;

    [[nodiscard]] QString url() const; ///< "http://127.0.0.1:4711/dm"

private:
    class Listener;
    explicit DmServer(std::unique_ptr<Listener> listener);
    std::unique_ptr<Listener> m_listener;
};

} // namespace dmsc
