// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "model/filter/record_filter.h"
#include "model/recording/recording.h"
#include "model/trace/trace.h"

namespace dmsc::cli {

/// A log of ours or of another program, and the rows of it that --filter leaves.
struct SelectedLog
{
    Recording recording;
    RecordSelection rows;
};

[[nodiscard]] Result<SelectedLog> openLog(const QString& path, const Arguments& arguments);

/// The error names the place where the text goes wrong.
[[nodiscard]] Result<RecordFilter> filterOf(const QString& text);

/// What could not be read of a log, with its name; empty: all could.
[[nodiscard]] QString incompleteNote(const QString& path, const Recording& recording);
/// Trouble where something could not be read.
[[nodiscard]] Exit exitOf(const Recording& recording);

/// Masked unless --reveal.
[[nodiscard]] Secrets secretsOf(const Arguments& arguments);

} // namespace dmsc::cli
