// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/server_session.h"

#include <QCoreApplication>

namespace dmsc {

LocalServer::LocalServer(ServerAccount& account, ServerOptions options, MakeSource source)
    : m_account(&account)
    , m_options(std::move(options))
    , m_makeSource(std::move(source))
{
}

Result<DmPacket> LocalServer::exchange(const std::string& uri, const DmPacket& packet, const Progress& progress)
{
    if (progress && !progress(0, packet.body.size()))
        return fail(ErrorKind::Cancelled, QCoreApplication::translate("LocalServer", "stopped before it was sent"));
    const auto message = decodePacket(packet, syncml::Nul::PassedOver);
    if (!message)
        return tl::unexpected(message.error());
    if (!m_session || !m_session->takes(packet, message->header)) {
        ServerOptions options = m_options;
        if (options.respUri.empty())
            options.respUri = uri; // where the client has found us, not what it calls us
        m_session = std::make_unique<ServerSession>(*m_account, std::move(options), m_makeSource());
    }
    return m_session->receive(packet, *message);
}

} // namespace dmsc
