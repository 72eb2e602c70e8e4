// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/ladder_header.h"

#include "widgets/ladder/ladder_delegate.h"
#include "widgets/theme/grid.h"

#include <QEvent>
#include <QPainter>
#include <QStringList>

#include <algorithm>

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

/// Above its life line; a name longer than a lane takes the room that its neighbours leave.
QRect LadderHeader::wordsOf(std::size_t lane) const
{
    const auto centre = [this](std::size_t i) { return laneX(rect(), i, layoutDirection(), m_laneWidth); };
    const auto wanted = [this](std::size_t i) { return fontMetrics().horizontalAdvance(m_lanes[i].name) + kHalfGrid; };
    const int x = centre(lane);
    int left = rect().left();
    int right = rect().right();
    for (const std::size_t beside : {lane - 1, lane + 1}) {
        if (beside >= m_lanes.size()) // the first lane has none before it
            continue;
        const int half = std::min(wanted(beside), m_laneWidth) / 2;
        if (centre(beside) < x)
            left = std::max(left, centre(beside) + half);
        else
            right = std::min(right, centre(beside) - half);
    }
    QRect words(0, kIconSize + kGrid, std::min(wanted(lane), right - left), fontMetrics().height());
    words.moveLeft(std::clamp(x - words.width() / 2, left, right - words.width()));
    return words;
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
        const QRect words = wordsOf(i);
        painter.drawText(
            words, Qt::AlignCenter, fontMetrics().elidedText(m_lanes[i].name, Qt::ElideRight, words.width()));
        painter.setPen(QPen(m_lanes[i].color(colors), 2));
        painter.drawLine(x, words.bottom() + kHalfGrid, x, height());
    }
}

} // namespace dmsc
