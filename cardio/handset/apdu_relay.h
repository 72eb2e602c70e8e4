// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/recorded_link.h"

namespace dmsc {

/// The device between a DM server and the card (UC2-A1): carries the server's APDUs to the card and the answers back,
/// byte for byte. It holds no keys and looks into nothing; what it carried is told to a sink, for the log.
class ApduRelay final : public Link
{
public:
    /// `card` outlives the relay.
    ApduRelay(Link& card, RecordedLink::Sink sink)
        : m_card(card, std::move(sink))
    {
    }

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override { return m_card.transmit(command); }
    [[nodiscard]] Result<void> reset() override { return m_card.reset(); }
    [[nodiscard]] Bytes atr() const override { return m_card.atr(); }
    [[nodiscard]] bool extendedLength() const override { return m_card.extendedLength(); }
    [[nodiscard]] bool isShared() const override { return m_card.isShared(); }
    [[nodiscard]] Result<void> claim() override { return m_card.claim(); }
    void release() override { m_card.release(); }

private:
    RecordedLink m_card;
};

} // namespace dmsc
