// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/rung.h"

#include "widgets/theme/grid.h"

#include <QPainter>
#include <QPolygonF>

namespace dmsc {

namespace {

constexpr double kArrow = kHalfGrid + 2;
constexpr double kLine = 2;

void paintBox(QPainter& painter, const Rung& rung)
{
    const double half = kArrow * rung.scale;
    painter.setBrush(rung.happened ? QBrush(rung.color) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rung.begin - half, rung.y - half, 2 * half, 2 * half), 2, 2);
}

} // namespace

void paintRung(QPainter& painter, const Rung& rung)
{
    painter.setPen(QPen(rung.color, kLine * rung.scale, rung.happened ? Qt::SolidLine : Qt::DotLine));
    if (rung.begin == rung.end) {
        paintBox(painter, rung);
        return;
    }
    const double half = kArrow * rung.scale;
    const double back = rung.end > rung.begin ? -2 * half : 2 * half;
    painter.drawLine(QPointF(rung.begin, rung.y), QPointF(rung.end + back / 2, rung.y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(rung.color);
    painter.drawPolygon(
        QPolygonF({{rung.end, rung.y}, {rung.end + back, rung.y - half}, {rung.end + back, rung.y + half}}));
}

void paintPassing(QPainter& painter, const Rung& rung, double x, const QColor& paper)
{
    painter.setPen(QPen(rung.color, kLine * rung.scale));
    painter.setBrush(paper);
    painter.drawEllipse(QPointF(x, rung.y), kHalfGrid * rung.scale, kHalfGrid * rung.scale);
}

} // namespace dmsc
