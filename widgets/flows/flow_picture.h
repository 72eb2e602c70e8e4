// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow.h"

#include <QIcon>

class QPainter;

namespace dmsc {

/// The size at which the picture of a flow is made to be looked at.
inline constexpr QSize kFlowPictureSize{40, 40};

/// A flow as a small ladder: its life lines and its arrows, in the colours of the theme.
void paintFlowPicture(QPainter& painter, const QRectF& rect, FlowKind kind, const QPalette& palette);
/// The same as an icon; follows the theme.
[[nodiscard]] QIcon flowPicture(FlowKind kind);

} // namespace dmsc
