// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/card_wire.h"

#include "cardio/desk/apdu_record.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

CardWire::CardWire(std::unique_ptr<Link> link, SideOptions options, SecretCheck isSecret)
    : m_link(std::move(link))
    , m_options(std::move(options))
    , m_isSecret(std::move(isSecret))
    , m_direct(*m_link, [this](const Exchange& exchange) { tellAll(exchange); })
    , m_relay(*m_link, [this](const Exchange& exchange) { m_carried = exchange; })
    , m_relayed(m_relay, [this](const Exchange& exchange) { tellAll(exchange); })
{
}

void CardWire::beginStep()
{
    m_inStep = true;
    m_exchange = {};
}

ExchangeId CardWire::endStep()
{
    m_inStep = false;
    return std::exchange(m_exchange, {});
}

Result<Bytes> CardWire::transmit(ByteView command)
{
    if (m_goOn && !m_goOn())
        return fail(ErrorKind::Cancelled, QCoreApplication::translate("CardSide", "stopped before the next command"));
    return m_through ? m_relayed.transmit(command) : m_direct.transmit(command);
}

void CardWire::tell(const Exchange& exchange, Actor from, Actor to)
{
    const bool secret = m_isSecret && m_isSecret(exchange.command);
    Record record = recordOf(exchange, m_options.clock, secret ? ExchangeContent::Secret : ExchangeContent::Open);
    record.from = from;
    record.to = to;
    record.exchange = m_exchange;
    m_options.records(std::move(record));
}

void CardWire::tellAll(const Exchange& exchange)
{
    if (!m_options.records)
        return;
    const bool alone = !m_inStep;
    if (m_exchange.value == 0 && m_options.newExchange && (m_inStep || m_through))
        m_exchange = m_options.newExchange();
    tell(exchange, host(), m_through ? Actor::Device : Actor::Card);
    if (const auto carried = std::exchange(m_carried, std::nullopt))
        tell(*carried, Actor::Device, Actor::Card);
    if (alone)
        m_exchange = {};
}

} // namespace dmsc
