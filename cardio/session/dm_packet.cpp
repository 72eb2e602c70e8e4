// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/dm_packet.h"

#include "model/syncml/message_wbxml.h"

#include <QLatin1String>

namespace dmsc {

namespace {

/// WBXML documents begin with their version, 1.0 to 1.3; no XML text can.
constexpr std::uint8_t kLastWbxmlVersion = 0x03;

} // namespace

Encoding encodingOf(const DmPacket& packet)
{
    const std::string_view type = packet.contentType;
    const auto mime = QLatin1String(type.data(), static_cast<qsizetype>(type.size()));
    if (mime.contains(QLatin1String("wbxml"), Qt::CaseInsensitive))
        return Encoding::Wbxml;
    if (mime.contains(QLatin1String("xml"), Qt::CaseInsensitive))
        return Encoding::Xml;
    return !packet.body.empty() && packet.body.front() <= kLastWbxmlVersion ? Encoding::Wbxml : Encoding::Xml;
}

Result<syncml::Message> decodePacket(const DmPacket& packet, syncml::Nul nul)
{
    return encodingOf(packet) == Encoding::Wbxml ? syncml::decodeWbxml(packet.body)
                                                 : syncml::decodeXml(packet.body, nul);
}

Result<DmPacket> encodePacket(const syncml::Message& message, Encoding encoding)
{
    DmPacket packet;
    if (encoding == Encoding::Wbxml) {
        auto octets = syncml::encodeWbxml(message);
        if (!octets)
            return tl::unexpected(octets.error());
        packet.contentType = syncml::mime::kMessageWbxml;
        packet.body = *std::move(octets);
        return packet;
    }
    const auto text = syncml::encodeXml(message);
    if (!text)
        return tl::unexpected(text.error());
    packet.contentType = syncml::mime::kMessageXml;
    packet.body.assign(text->begin(), text->end());
    return packet;
}

} // namespace dmsc
