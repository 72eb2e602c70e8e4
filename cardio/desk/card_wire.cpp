// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/card_wire.h"

#include "cardio/apdu/cla.h"
#include "cardio/card/card_interface.h"
#include "cardio/desk/apdu_record.h"
#include "model/byte_array.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

CardWire::CardWire(std::unique_ptr<Link> link, RecordOutlet records, SecretCheck isSecret)
    : m_link(std::move(link))
    , m_records(std::move(records))
    , m_isSecret(std::move(isSecret))
    , m_direct(*m_link, [this](const Exchange& exchange) { tellAll(exchange); })
    , m_relay(*m_link, [this](const Exchange& exchange) { m_carried = exchange; })
    , m_relayed(m_relay, [this](const Exchange& exchange) { tellAll(exchange); })
{
}

void CardWire::beginStep()
{
    m_inStep = true;
    m_stepApdus.clear();
    m_exchange = {};
}

ExchangeId CardWire::endStep()
{
    m_inStep = false;
    m_stepApdus.clear();
    return std::exchange(m_exchange, {});
}

Result<Bytes> CardWire::transmit(ByteView command)
{
    if (m_goOn && !m_goOn())
        return fail(ErrorKind::Cancelled, QCoreApplication::translate("CardSide", "stopped before the next command"));
    auto answer = m_through ? m_relayed.transmit(command) : m_direct.transmit(command);
    if (answer && m_inStep)
        m_stepApdus.push_back({{}, toByteArray(command), toByteArray(*answer)});
    return answer;
}

/// Which exchange the command belongs to, and whether to the command before it.
void CardWire::group(ByteView command)
{
    const bool fetches = command.size() > 1 && command[1] == card::kInsGetResponse;
    m_continues = m_inChain || fetches;
    m_inChain = !command.empty() && isChained(command[0]);
    if (!m_continues)
        m_secret = m_isSecret && m_isSecret(command);
    if (!m_inStep && !m_continues)
        m_exchange = {};
    if (m_exchange.value == 0) {
        const ExchangeId current = m_records.current();
        m_exchange = current.value != 0 ? current : m_records.newExchange();
    }
}

void CardWire::tell(const Exchange& exchange, Actor from, Actor to)
{
    Record record = recordOf(
        exchange, [this] { return m_records.now(); }, m_secret ? ExchangeContent::Secret : ExchangeContent::Open);
    record.from = from;
    record.to = to;
    record.continuation = m_continues;
    record.exchange = m_exchange;
    if (m_isProbing && isPlainNo(record))
        record.level = StatusLevel::Ok;
    m_records.write(std::move(record));
}

void CardWire::tellAll(const Exchange& exchange)
{
    if (!m_records)
        return;
    group(exchange.command);
    tell(exchange, host(), m_through ? Actor::Device : Actor::Card);
    if (const auto carried = std::exchange(m_carried, std::nullopt))
        tell(*carried, Actor::Device, Actor::Card);
}

void CardWire::tellPlain(const CommandApdu& command, const ResponseApdu& response)
{
    const auto bytes = command.encode();
    if (!m_records || !bytes)
        return;
    Bytes answer = response.data;
    answer.push_back(sw1(response.sw));
    answer.push_back(sw2(response.sw));
    const Exchange plain{*bytes, std::move(answer), {}, {}};
    Record record = recordOf(plain, [this] { return m_records.now(); });
    record.layer = Layer::SecureChannel;
    record.from = host();
    record.to = Actor::Card;
    record.continuation = true;
    record.exchange = m_exchange;
    m_records.write(std::move(record));
}

Result<void> CardWire::reset()
{
    m_inChain = false;
    auto done = m_link->reset();
    tellEvent(QStringLiteral("RESET"), done ? m_link->atr() : Bytes(), done.has_value());
    return done;
}

Result<void> CardWire::claim()
{
    auto done = m_link->claim();
    if (m_link->isShared()) // nobody else is kept away where there is nobody
        tellEvent(QStringLiteral("BEGIN TRANSACTION"), {}, done.has_value());
    return done;
}

void CardWire::release()
{
    m_link->release();
    if (m_link->isShared())
        tellEvent(QStringLiteral("END TRANSACTION"), {}, true);
}

void CardWire::tellEvent(const QString& name, const Bytes& content, bool good)
{
    if (!m_records)
        return;
    Record record;
    record.layer = Layer::Reader;
    record.from = m_host;
    record.to = Actor::Card;
    record.name = name;
    record.status = good ? QStringLiteral("ok") : QStringLiteral("failed");
    record.level = good ? StatusLevel::Ok : StatusLevel::Error;
    record.response = toByteArray(content);
    m_records.write(std::move(record));
}

} // namespace dmsc
