// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/ladder_header.h"

#include "widgets/ladder/ladder_delegate.h"
#include "widgets/theme/grid.h"

#include <QEvent>
#include <QPainter>
#include <QStringList>

namespace dmsc {

namespace {

constexpr int kIconSize = 3 * kGrid;

} // namespace

LadderHeader::LadderHeader(QWidget* parent)
    : QWidget(parent)
    , m_laneWidth(kLaneWidth)
{
    setObjectName(QStringLiteral("ladderHeader"));
    fit();
}

void LadderHeader::fit()
{
    setFixedHeight(kIconSize + fontMetrics().height() + 2 * kGrid);
}

void LadderHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void LadderHeader::setLanes(const std::vector<Lane>& lanes)
{
    m_lanes = lanes;
    QStringList names;
    for (const Lane& lane : lanes)
        names << lane.name;
    setAccessibleName(names.join(QStringLiteral(", ")));
    update();
}

void LadderHeader::setLaneWidth(int width)
{
    m_laneWidth = width;
    update();
}

void LadderHeader::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), QColor::fromRgb(colors.base));
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const int x = laneX(rect(), i, layoutDirection(), m_laneWidth);
        themedIcon(m_lanes[i].icon).paint(&painter, QRect(x - kIconSize / 2, kHalfGrid, kIconSize, kIconSize));
        painter.setPen(QColor::fromRgb(colors.text));
        const QRect words(x - m_laneWidth / 2, kIconSize + kGrid, m_laneWidth, fontMetrics().height());
        painter.drawText(
            words, Qt::AlignCenter, fontMetrics().elidedText(m_lanes[i].name, Qt::ElideRight, m_laneWidth - kHalfGrid));
        painter.setPen(QPen(m_lanes[i].color(colors), 2));
        painter.drawLine(x, words.bottom() + kHalfGrid, x, height());
    }
}

} // namespace dmsc
