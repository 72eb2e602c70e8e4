// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/card_endpoint.h"
#include "cardio/link/link.h"

#include <memory>

namespace dmsc {

/// A link to an emulated card in the same thread. The card outlives the link, or belongs to it.
class InProcessLink final : public Link
{
public:
    explicit InProcessLink(CardEndpoint& card);
    explicit InProcessLink(std::unique_ptr<CardEndpoint> card);

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    [[nodiscard]] Result<void> reset() override;
    [[nodiscard]] Bytes atr() const override;
    [[nodiscard]] bool extendedLength() const override { return m_extended; }

private:
    std::unique_ptr<CardEndpoint> m_own;
    CardEndpoint* m_card;
    bool m_extended;
};

} // namespace dmsc
