// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/conflict_model.h"

namespace dmsc {

/// What is in conflict, in a few words: "value changed on both sides", "changed on the device, deleted on the card".
[[nodiscard]] QString conflictKindText(const MergeConflict& conflict);
/// The same with what would be lost, a line each.
[[nodiscard]] QString conflictDetailText(const MergeConflict& conflict);
/// What a version has there, on one line; secrets as dots. `version` is not Open.
[[nodiscard]] QString conflictValueText(const ConflictInput& input, const MergeConflict& conflict, Choice version);
/// What will happen on both sides when this is chosen, in a sentence.
[[nodiscard]] QString conflictChoiceText(const ConflictInput& input, const MergeConflict& conflict, Choice choice);

} // namespace dmsc
