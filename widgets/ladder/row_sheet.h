// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/recording.h"
#include "widgets/ladder/sheet.h"

#include <QString>

namespace dmsc {

/// Rows of a recording as a ladder on paper. PDF has pages of A4; a picture holds at most what its format can.
/// Names, targets and status words only: no bytes, and so no secrets. Safe to be used on any thread.
struct RowSheet
{
    static constexpr std::size_t kMaxSvgRows = 20'000;
    static constexpr std::size_t kMaxPngRows = 1'500;

    Recording recording;
    RecordSelection rows;
    QString title;
};

/// Writes the file, whole or not at all.
[[nodiscard]] Result<void> saveRowSheet(
    const RowSheet& sheet, SheetFormat format, const QString& path, const SheetProgress& progress = {});

} // namespace dmsc
