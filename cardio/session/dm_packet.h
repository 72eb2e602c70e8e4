// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/message_link.h"
#include "model/syncml/message_xml.h"

#include <string>

namespace dmsc {

enum class Encoding : std::uint8_t { Xml, Wbxml };

/// A DM message on its way: its exact bytes and what the transport says about them.
struct DmPacket
{
    std::string contentType; ///< syncml::mime::kMessageXml or kMessageWbxml; parameters may follow
    Bytes body;
    std::string hmac; ///< value of x-syncml-hmac; empty: none
};

/// Carries the client's packets to a DM server and its answers back: HTTP, a local socket, a card's secure channel, or
/// in process. Used by one thread at a time.
class DmTransport
{
public:
    DmTransport() = default;
    DmTransport(const DmTransport&) = delete;
    DmTransport& operator=(const DmTransport&) = delete;
    virtual ~DmTransport() = default;

    /// `uri`: the account's address at first, then RespURI. An empty answer body: the server has nothing to say.
    [[nodiscard]] virtual Result<DmPacket> exchange(
        const std::string& uri, const DmPacket& packet, const Progress& progress) = 0;
};

/// WBXML by the type, or by what the first byte can only be.
[[nodiscard]] Encoding encodingOf(const DmPacket& packet);
[[nodiscard]] Result<syncml::Message> decodePacket(const DmPacket& packet, syncml::Nul nul = syncml::Nul::Refused);
/// With the encoding's content type; without HMAC.
[[nodiscard]] Result<DmPacket> encodePacket(const syncml::Message& message, Encoding encoding);

} // namespace dmsc
