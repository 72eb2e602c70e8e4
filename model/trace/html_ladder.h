// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/recording.h"

#include <QByteArray>

namespace dmsc::html {

/// The most rows that the picture has; a page with more arrows is of no use to anybody.
inline constexpr std::size_t kLadderRows = 1000;

/// The first rows as a sequence ladder in SVG: a lane for each actor that speaks, an arrow a row, which links to it.
[[nodiscard]] QByteArray ladder(const Recording& recording, const RecordSelection& rows);

} // namespace dmsc::html
