// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/card_endpoint.h"
#include "cardio/link/link.h"

namespace dmsc {

/// A link to an emulated card in the same thread. The card outlives the link.
class InProcessLink final : public Link
{
public:
    explicit InProcessLink(CardEndpoint& card);

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    [[nodiscard]] Result<void> reset() override;
    [[nodiscard]] Bytes atr() const override;
    [[nodiscard]] bool extendedLength() const override { return m_extended; }

private:
    CardEndpoint* m_card;
    bool m_extended;
};

} // namespace dmsc
