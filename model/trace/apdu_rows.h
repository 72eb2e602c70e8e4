// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/command_targets.h"
#include "model/decode/secrets.h"
#include "model/record/record_store.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>

namespace dmsc {

/// A command and its response as another program noted them.
struct TracedPair
{
    std::optional<std::chrono::nanoseconds> time; ///< since the trace began
    std::chrono::microseconds duration{0};
    QByteArray command;
    QByteArray response; ///< with its status word; empty: none was noted
    bool commandFilled = false; ///< FF stands for its secrets
    bool responseFilled = false;
    QByteArray talk = {}; ///< which one, where a log holds several at once
};

/// Makes rows of pairs as a live session does: names, status, secrets, and which belong together.
class ApduRows
{
public:
    explicit ApduRows(RecordStore& store)
        : m_store(&store)
    {
    }

    void add(const TracedPair& pair);
    /// What a card answered to its reset.
    void addReset(std::optional<std::chrono::nanoseconds> time, const QByteArray& atr);

private:
    /// What one card and one program have said to each other.
    struct Talk
    {
        [[nodiscard]] bool goesOnWith(QByteArrayView next) const;

        QByteArray command; ///< of the row before
        QByteArray response;
        ExchangeId exchange;
        SecretWatch secrets;
        CommandTargets targets;
    };
    [[nodiscard]] Talk& talkOf(const QByteArray& name);
    [[nodiscard]] std::chrono::nanoseconds timeOf(std::optional<std::chrono::nanoseconds> time);

    RecordStore* m_store;
    std::chrono::nanoseconds m_time{0}; ///< of the row before
    std::uint32_t m_exchange = 0;
    std::map<QByteArray, Talk> m_talks;
};

} // namespace dmsc
