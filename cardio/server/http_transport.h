// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/server/http_client.h"
#include "cardio/session/dm_packet.h"

namespace dmsc {

/// SyncML over HTTP (OMA SyncML HTTP binding): POST, Content-Type, x-syncml-hmac. For a thread that may wait, never the
/// window's.
class HttpTransport final : public DmTransport
{
public:
    /// `http` outlives it.
    explicit HttpTransport(HttpClient& http)
        : m_http(&http)
    {
    }
    [[nodiscard]] Result<DmPacket> exchange(
        const std::string& uri, const DmPacket& packet, const Progress& progress) override;

private:
    HttpClient* m_http;
};

} // namespace dmsc
