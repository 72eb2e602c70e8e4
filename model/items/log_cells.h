// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_view.h"

#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>

namespace dmsc {

struct LogColumns
{
    /// From left to right until somebody moves them.
    enum Column : std::uint8_t {
        Number,
        Time,
        Direction,
        LayerName,
        Name,
        Target,
        Length,
        Status,
        Duration,
        Comment,
        ColumnCount
    };
};

/// What the time of a row counts from.
enum class TimeMode : std::uint8_t {
    Relative, ///< the beginning of the recording
    Absolute, ///< the clock on the wall, local time; relative where the recording does not know when it began
    Delta, ///< the row above
};

/// A row and what its cells need to know beside the record.
struct LogRow
{
    RecordView record;
    std::optional<QString> mark; ///< the comment of a marked row
    std::chrono::nanoseconds above{0}; ///< time of the row above; of the first row its own
    QDateTime startedAt;
    TimeMode timeMode = TimeMode::Relative;
    int groupSize = 0; ///< rows that belong to it
    bool folded = false;
};

/// Text is cut after some two hundred characters; the details show the rest.
[[nodiscard]] QString logCell(const LogRow& row, LogColumns::Column column);
/// What a screen reader says: never empty, severity first as a word.
[[nodiscard]] QString logCellSpoken(const LogRow& row, LogColumns::Column column);
[[nodiscard]] QString logHeader(LogColumns::Column column, TimeMode mode);
[[nodiscard]] bool isNumeric(LogColumns::Column column);

/// The filter that rows pass which have in this column what this row has, in the language of model/filter.
[[nodiscard]] QString filterLikeCell(const LogRow& row, LogColumns::Column column);

} // namespace dmsc
