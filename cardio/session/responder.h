// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/executor.h"
#include "model/bytes.h"

#include <functional>

namespace dmsc {

/// Stores what the editor holds, or rolls it back and says why not.
using Commit = std::function<Result<void>(TreeEditor&)>;

/// The changes behind these answers could not be stored: every command that was fine gets 510, or 420, instead.
void markNotStored(std::vector<syncml::Command>& answers, const Error& error);

/// Answers one DM message (SyncML, WBXML) on a tree: executes its commands, stores their changes as one change set, and
/// only then says how they went. When they cannot be stored every command that was fine gets 510 instead.
/// Syntax error for bytes that are no message.
[[nodiscard]] Result<Bytes> respond(
    ByteView request, TreeEditor& editor, const ExecutorOptions& options, const Commit& commit);

} // namespace dmsc
