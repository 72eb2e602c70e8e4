// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/icon_label.h"

#include "widgets/theme/grid.h"

#include <QPainter>

namespace dmsc {

IconLabel::IconLabel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QIcon& icon)
{
    m_icon = icon;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {2 * kGrid, 2 * kGrid};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace dmsc
