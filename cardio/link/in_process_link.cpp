// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/in_process_link.h"

#include "cardio/link/atr.h"

namespace dmsc {

InProcessLink::InProcessLink(CardEndpoint& card)
    : m_card(&card)
    , m_extended(announcesExtendedLength(card.atr()))
{
}

InProcessLink::InProcessLink(std::unique_ptr<CardEndpoint> card)
    : m_own(std::move(card))
    , m_card(m_own.get())
    , m_extended(announcesExtendedLength(m_own->atr()))
{
}

Result<Bytes> InProcessLink::transmit(ByteView command)
{
    if (const Result<void> size = checkCommandSize(command); !size)
        return tl::unexpected(size.error());
    Bytes response = m_card->process(command);
    if (const Result<void> size = checkResponseSize(response); !size)
        return tl::unexpected(size.error());
    return response;
}

Result<void> InProcessLink::reset()
{
    m_card->reset();
    m_extended = announcesExtendedLength(m_card->atr());
    return {};
}

Bytes InProcessLink::atr() const
{
    return m_card->atr();
}

} // namespace dmsc
