// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow.h"

#include <QRectF>

class QPainter;

namespace dmsc {

/// The handset's screen on paper: who asked, what, what would have changed, and the answer.
[[nodiscard]] double sheetScreenHeight(const Decision& decision, double width);
void paintSheetScreen(QPainter& painter, const QRectF& rect, const Decision& decision);

} // namespace dmsc
