// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/align.h"

#include <QChar>
#include <QString>

namespace dmsc {

/// The mark of a state, so that it can be told without colour: = # ≈ > <, ~ for moved.
[[nodiscard]] QChar stateGlyph(PairState state, bool moved);
/// The word beside it: "same", "value differs", ...; both where a moved pair differs.
[[nodiscard]] QString stateWord(PairState state, bool moved);

} // namespace dmsc
