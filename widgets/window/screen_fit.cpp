// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/screen_fit.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace dmsc {

QSize roomOnScreen(const QWidget& window)
{
    const int frame = window.style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    return window.screen()->availableSize() - QSize(2 * frame, title + 2 * frame);
}

void fitToScreen(QWidget& window)
{
    if (window.isMaximized() || window.isFullScreen())
        return;
    const QRect screen = window.screen()->availableGeometry();
    const QSize room = roomOnScreen(window);
    window.resize(window.size().boundedTo(room));
    const QSize spare = room - window.size();
    window.move(std::clamp(window.x(), screen.x(), screen.x() + std::max(spare.width(), 0)),
        std::clamp(window.y(), screen.y(), screen.y() + std::max(spare.height(), 0)));
}

} // namespace dmsc
