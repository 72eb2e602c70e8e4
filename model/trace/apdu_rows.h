// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/command_targets.h"
#include "model/decode/secrets.h"
#include "model/record/record_store.h"

#include <chrono>
#include <cstdint>
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
    [[nodiscard]] bool belongsToLast(QByteArrayView command) const;
    [[nodiscard]] std::chrono::nanoseconds timeOf(std::optional<std::chrono::nanoseconds> time);

    RecordStore* m_store;
    std::chrono::nanoseconds m_time{0}; ///< of the row before
    QByteArray m_command; ///< the row before
    QByteArray m_response;
    std::uint32_t m_exchange = 0;
    SecretWatch m_secrets;
    CommandTargets m_targets;
};

} // namespace dmsc
