// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/countdown_ring.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QPainter>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kStroke = kHalfGrid;
constexpr int kFullCircle = 360 * 16;
constexpr int kHurrySeconds = 5;

} // namespace

CountdownRing::CountdownRing(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("promptRing"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CountdownRing::setTime(std::chrono::milliseconds left, std::chrono::milliseconds total)
{
    const int before = seconds();
    m_left = std::max(left, std::chrono::milliseconds(0));
    m_total = total;
    if (before != seconds() || accessibleName().isEmpty()) {
        setAccessibleName(tr("%n second(s) left to answer", nullptr, seconds()));
        setToolTip(accessibleName());
    }
    update();
}

int CountdownRing::seconds() const
{
    return int((m_left.count() + 999) / 1000);
}

QSize CountdownRing::sizeHint() const
{
    const int side = std::max(5 * kGrid, fontMetrics().horizontalAdvance(QStringLiteral("0000")) + 3 * kStroke);
    return {side, side};
}

void CountdownRing::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    const bool hurry = seconds() <= kHurrySeconds;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(kStroke, kStroke, -kStroke, -kStroke);
    painter.setPen(QPen(QColor::fromRgb(colors.separator), kStroke));
    painter.drawEllipse(ring);
    const double share = m_total.count() > 0 ? std::min(double(m_left.count()) / double(m_total.count()), 1.0) : 0;
    const QColor color = hurry ? colors.mark(StatusTone::Warning) : QColor::fromRgb(colors.accent);
    painter.setPen(QPen(color, kStroke, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, kFullCircle / 4, int(share * kFullCircle));
    painter.setPen(QColor::fromRgb(colors.text));
    painter.drawText(rect(), Qt::AlignCenter, QString::number(seconds()));
}

} // namespace dmsc
