// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/marks.h"
#include "model/record/record_store.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace dmsc {

/// What was recorded: its rows, what people noted on them, and when it began. A value: a copy shares the bytes, costs
/// next to nothing, may go to another thread, and does not see what is appended to the original later.
struct Recording
{
    QDateTime startedAt; ///< when the records' time was 0, UTC; invalid where the source did not say
    RecordStore store;
    Marks marks;
    QString incomplete; ///< why the end of the source could not be read, in the user's language; empty: all was read
};

/// Some rows of a recording, in their order: what a filter left.
using RecordSelection = std::vector<RecordNo>;

/// Every row.
[[nodiscard]] RecordSelection allOf(const Recording& recording);

} // namespace dmsc
