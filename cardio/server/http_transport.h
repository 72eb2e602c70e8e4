// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/dm_packet.h"

#include <QStringList>

#include <memory>

namespace dmsc {

struct HttpOptions
{
    QStringList anchors; ///< PEM files of further trust anchors, beside the system's
    int timeoutMs = 30'000;
    std::uint64_t maxBytes = std::uint64_t{8} << 20U; ///< of an answer
};

/// SyncML over HTTP (OMA SyncML HTTP binding): POST, Content-Type, x-syncml-hmac. TLS certificates are checked. For a
/// thread that may wait, never the window's.
class HttpTransport final : public DmTransport
{
public:
    explicit HttpTransport(HttpOptions options = {});
    ~HttpTransport() override;
    [[nodiscard]] Result<DmPacket> exchange(
        const std::string& uri, const DmPacket& packet, const Progress& progress) override;

private:
    class Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace dmsc
