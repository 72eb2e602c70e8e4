// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/trace/masked_row.h"

#include <QByteArray>

#include <memory>

namespace dmsc {

/// What a comment says before a command whose secrets were filled.
inline constexpr const char* kFilledRemark = "(secret bytes are FF)";

/// Turns rows into a file, piece by piece: nothing but the row at hand is in memory.
class TraceWriter
{
public:
    TraceWriter() = default;
    TraceWriter(const TraceWriter&) = delete;
    TraceWriter& operator=(const TraceWriter&) = delete;
    virtual ~TraceWriter() = default;

    [[nodiscard]] virtual QByteArray head() { return {}; }
    /// Empty for a row that the format does not have.
    [[nodiscard]] virtual QByteArray row(const MaskedRow& row) = 0;
    [[nodiscard]] virtual QByteArray tail() { return {}; }
};

// The recording must outlive the writer.
[[nodiscard]] std::unique_ptr<TraceWriter> jsonWriter(const Recording& recording);
[[nodiscard]] std::unique_ptr<TraceWriter> textWriter(const Recording& recording);
[[nodiscard]] std::unique_ptr<TraceWriter> scriptorWriter();
[[nodiscard]] std::unique_ptr<TraceWriter> pcapWriter(const Recording& recording);
[[nodiscard]] std::unique_ptr<TraceWriter> htmlWriter(const Recording& recording, const RecordSelection& rows);

} // namespace dmsc
