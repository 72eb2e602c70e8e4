// SPDX-License-Identifier: Apache-2.0
#include "widgets/flows/flow_picture.h"

#include "widgets/flows/flow_lanes.h"
#include "widgets/theme/colors.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

#include <algorithm>

namespace dmsc {

namespace {

constexpr double kPictureMargin = 3;
constexpr double kHead = 2.5;
constexpr std::size_t kMostArrows = 6;

class FlowPictureEngine : public QIconEngine
{
public:
    explicit FlowPictureEngine(FlowKind kind)
        : m_kind(kind)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        paintFlowPicture(*painter, QRectF(rect), m_kind, QApplication::palette());
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        if (mode == QIcon::Disabled)
            painter.setOpacity(0.5);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new FlowPictureEngine(m_kind); }

private:
    FlowKind m_kind;
};

double xOf(const std::vector<Lane>& lanes, Actor actor, const QRectF& rect)
{
    const auto found =
        std::find_if(lanes.begin(), lanes.end(), [actor](const Lane& lane) { return lane.actor == actor; });
    const double step = lanes.size() < 2 ? 0 : (rect.width() - 2 * kPictureMargin) / double(lanes.size() - 1);
    return rect.left() + kPictureMargin + double(found - lanes.begin()) * step;
}

} // namespace

void paintFlowPicture(QPainter& painter, const QRectF& rect, FlowKind kind, const QPalette& palette)
{
    const ThemeColors& colors = colorsFor(palette);
    const std::vector<FlowStep> steps = plannedFlow(kind);
    const std::vector<Lane> lanes = flowLanes(steps);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Lane& lane : lanes) {
        const double x = xOf(lanes, lane.actor, rect);
        painter.setPen(QPen(lane.color(colors), 2));
        painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 1));
    }
    const std::size_t count = std::min(steps.size(), kMostArrows);
    for (std::size_t i = 0; i < count; ++i) {
        const double y = rect.top() + rect.height() * (double(i) + 1) / (double(count) + 1);
        const double from = xOf(lanes, steps[i].from, rect);
        const double to = xOf(lanes, steps[i].to, rect);
        const bool refused = steps[i].id == QLatin1String("refused");
        const QColor color = refused ? colors.mark(StatusTone::Error) : QColor::fromRgb(colors.text);
        painter.setPen(QPen(color, 1));
        painter.setBrush(color);
        if (from == to) {
            painter.drawRect(QRectF(from - 1.5, y - 1.5, 3, 3));
            continue;
        }
        const double back = to > from ? -kHead : kHead;
        painter.drawLine(QPointF(from, y), QPointF(to + back, y));
        painter.drawPolygon(QPolygonF({{to, y}, {to + back, y - 1.5}, {to + back, y + 1.5}}));
    }
    painter.restore();
}

QIcon flowPicture(FlowKind kind)
{
    return QIcon(new FlowPictureEngine(kind));
}

} // namespace dmsc
