// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/record_outlet.h"

#include "model/decode/command_targets.h"
#include "model/decode/secrets.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace dmsc {

struct RecordOutlet::State
{
    struct Open
    {
        ExchangeId id;
        ExchangeScope::Kind kind;
    };

    [[nodiscard]] ExchangeId draw() { return next ? next() : ExchangeId{++last}; }
    [[nodiscard]] ExchangeId current() const
    {
        const auto carried = std::find_if(
            open.rbegin(), open.rend(), [](const Open& one) { return one.kind == ExchangeScope::Kind::Carried; });
        if (carried != open.rend())
            return carried->id;
        return open.empty() ? ExchangeId{} : open.back().id;
    }

    RecordSink sink;
    RecordClock clock;
    std::function<ExchangeId()> next;

    std::mutex mutex; // what follows
    std::vector<Open> open;
    ExchangeId first;
    std::uint32_t last = 0;
    SecretWatch secrets;
    CommandTargets targets;
};

RecordOutlet::RecordOutlet(RecordSink sink, RecordClock clock, std::function<ExchangeId()> newExchange)
{
    if (!sink)
        return;
    m_state = std::make_shared<State>();
    m_state->sink = std::move(sink);
    m_state->clock = std::move(clock);
    m_state->next = std::move(newExchange);
}

std::chrono::nanoseconds RecordOutlet::now() const
{
    return m_state && m_state->clock ? m_state->clock() : std::chrono::nanoseconds{0};
}

ExchangeId RecordOutlet::current() const
{
    if (!m_state)
        return {};
    const std::lock_guard lock(m_state->mutex);
    return m_state->current();
}

ExchangeId RecordOutlet::newExchange() const
{
    if (!m_state)
        return {};
    const std::lock_guard lock(m_state->mutex);
    return m_state->draw();
}

void RecordOutlet::write(Record record) const
{
    if (!m_state)
        return;
    {
        const std::lock_guard lock(m_state->mutex);
        if (record.exchange.value == 0)
            record.exchange = m_state->current();
        if (m_state->first.value == 0)
            m_state->first = record.exchange;
        m_state->secrets.mark(record);
        m_state->targets.name(record);
    }
    m_state->sink(std::move(record));
}

void RecordOutlet::write(Record record, std::chrono::nanoseconds begin) const
{
    if (m_state && m_state->clock) {
        record.time = begin;
        record.duration = std::chrono::duration_cast<std::chrono::microseconds>(now() - begin);
    }
    write(std::move(record));
}

void RecordOutlet::watch() const
{
    if (!m_state)
        return;
    const std::lock_guard lock(m_state->mutex);
    m_state->first = {};
}

ExchangeId RecordOutlet::firstExchange() const
{
    if (!m_state)
        return {};
    const std::lock_guard lock(m_state->mutex);
    return m_state->first;
}

ExchangeScope::ExchangeScope(RecordOutlet outlet, Kind kind)
    : m_outlet(std::move(outlet))
{
    if (!m_outlet)
        return;
    const std::lock_guard lock(m_outlet.m_state->mutex);
    m_id = m_outlet.m_state->draw();
    m_outlet.m_state->open.push_back({m_id, kind});
}

ExchangeScope::~ExchangeScope()
{
    if (!m_outlet)
        return;
    const std::lock_guard lock(m_outlet.m_state->mutex);
    std::erase_if(m_outlet.m_state->open, [this](const RecordOutlet::State::Open& one) { return one.id == m_id; });
}

void writeStorage(const RecordOutlet& records, const QString& name, const QString& path, bool good)
{
    if (!records)
        return;
    Record record;
    record.layer = Layer::Storage;
    record.from = Actor::Workbench;
    record.to = Actor::Workbench;
    record.name = name;
    record.target = path;
    record.status = good ? QStringLiteral("ok") : QStringLiteral("failed");
    record.level = good ? StatusLevel::Ok : StatusLevel::Error;
    records.write(std::move(record));
}

} // namespace dmsc
