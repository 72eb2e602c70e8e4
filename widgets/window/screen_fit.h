// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>

class QWidget;

namespace dmsc {

/// The size that a window can have and be on its screen with its frame, which is not known before it is shown.
[[nodiscard]] QSize roomOnScreen(const QWidget& window);
/// Makes the window as small as its screen asks for and moves it there; one that was saved on a larger screen is not.
void fitToScreen(QWidget& window);

} // namespace dmsc
