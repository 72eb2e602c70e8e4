// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_queue.h"

#include <functional>
#include <memory>

namespace dmsc {

class ExchangeScope;

/// Where producers write what was said: the sink, the clock, and the exchange that is under way. Copies share all
/// three; several threads may write. One that was made of nothing writes nothing: test it before building a record.
class RecordOutlet
{
public:
    RecordOutlet() = default;
    /// Without `newExchange` it counts exchanges itself, from 1.
    explicit RecordOutlet(RecordSink sink, RecordClock clock = {}, std::function<ExchangeId()> newExchange = {});

    [[nodiscard]] explicit operator bool() const { return m_state != nullptr; }
    /// For the begin of what is written later; 0 without a clock.
    [[nodiscard]] std::chrono::nanoseconds now() const;
    /// Of the scope that is open; 0: none is.
    [[nodiscard]] ExchangeId current() const;
    [[nodiscard]] ExchangeId newExchange() const;

    /// With the exchange that is under way where the record has none of its own, and with its secrets
    /// marked.
    void write(Record record) const;
    /// The same, stamped: it began at `begin`, and has just ended.
    void write(Record record, std::chrono::nanoseconds begin) const;

    /// From here firstExchange() is that of the first record that has one; 0: there was none.
    void watch() const;
    [[nodiscard]] ExchangeId firstExchange() const;

private:
    friend class ExchangeScope;
    struct State;
    std::shared_ptr<State> m_state;
};

/// An exchange that is under way as long as this lives: what is written meanwhile belongs to it.
class ExchangeScope
{
public:
    enum class Kind : std::uint8_t {
        Session, ///< a round of a DM session
        Carried, ///< a message that rounds of other sessions may carry (UC2-A1): it wins over theirs
    };
    explicit ExchangeScope(RecordOutlet outlet, Kind kind = Kind::Session);
    ExchangeScope(const ExchangeScope&) = delete;
    ExchangeScope& operator=(const ExchangeScope&) = delete;
    ~ExchangeScope();

private:
    RecordOutlet m_outlet;
    ExchangeId m_id;
};

/// A row about a file or image: "READ" or "WRITE", and its path.
void writeStorage(const RecordOutlet& records, const QString& name, const QString& path, bool good = true);

} // namespace dmsc
