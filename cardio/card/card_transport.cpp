// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_transport.h"

#include "model/syncml/message.h"

namespace dmsc {

Result<DmPacket> CardTransport::exchange(const std::string&, const DmPacket& packet, const Progress& progress)
{
    auto answer = m_card->converse(packet.body, progress);
    if (!answer)
        return tl::unexpected(answer.error());
    DmPacket received{{}, *std::move(answer), {}};
    // No header travels with it: what it is shows in its first byte.
    received.contentType =
        encodingOf(received) == Encoding::Wbxml ? syncml::mime::kMessageWbxml : syncml::mime::kMessageXml;
    return received;
}

} // namespace dmsc
