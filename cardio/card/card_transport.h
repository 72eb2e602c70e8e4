// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_client.h"
#include "cardio/session/dm_packet.h"

namespace dmsc {

/// The card as the DM server of a client session (UC1): packets go as DM MESSAGE with P1 = 01 through the channel.
class CardTransport final : public DmTransport
{
public:
    /// `card` outlives it and has a session open.
    explicit CardTransport(CardClient& card)
        : m_card(&card)
    {
    }
    [[nodiscard]] Result<DmPacket> exchange(
        const std::string& uri, const DmPacket& packet, const Progress& progress) override;

private:
    CardClient* m_card;
};

} // namespace dmsc
