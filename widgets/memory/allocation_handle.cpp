// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/allocation_handle.h"

#include "widgets/memory/allocation_bar.h"
#include "widgets/theme/grid.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dmsc {

AllocationHandle::AllocationHandle(AllocationBar& bar, int row)
    : QWidget(&bar)
    , m_bar(bar)
    , m_row(row)
{
    setObjectName(QStringLiteral("memoryHandle%1").arg(row));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
}

Blocks AllocationHandle::value() const
{
    const auto row = std::size_t(m_row);
    return row < m_bar.rows().size() ? m_bar.rows()[row].size : Blocks{};
}

Blocks AllocationHandle::least() const
{
    const auto range = m_bar.range(m_row);
    return range ? range->least : value();
}

Blocks AllocationHandle::most() const
{
    const auto range = m_bar.range(m_row);
    return range ? range->most : value();
}

Blocks AllocationHandle::bounded(double blocks) const
{
    const double low = double(number(least()));
    const double high = std::max(low, double(number(most())));
    return Blocks{std::uint64_t(std::llround(std::clamp(blocks, low, high)))};
}

void AllocationHandle::moveTo(Blocks blocks)
{
    const Blocks bound = bounded(double(number(blocks)));
    if (bound != value())
        Q_EMIT m_bar.wanted(m_row, number(bound));
}

void AllocationHandle::keyPressEvent(QKeyEvent* event)
{
    if (m_dragging) {
        if (event->key() == Qt::Key_Escape) {
            m_dragging = false;
            Q_EMIT m_bar.abandoned();
        }
        return;
    }
    const double now = double(number(value()));
    const int forward = isRightToLeft() ? -1 : 1;
    double target = now;
    switch (event->key()) {
    case Qt::Key_Right:
        target += forward;
        break;
    case Qt::Key_Left:
        target -= forward;
        break;
    case Qt::Key_Up:
    case Qt::Key_Plus:
        target += 1;
        break;
    case Qt::Key_Down:
    case Qt::Key_Minus:
        target -= 1;
        break;
    case Qt::Key_PageUp:
        target += kPage;
        break;
    case Qt::Key_PageDown:
        target -= kPage;
        break;
    case Qt::Key_Home:
        target = double(number(least()));
        break;
    case Qt::Key_End:
        target = double(number(most()));
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    moveTo(bounded(target));
}

void AllocationHandle::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_pressedAt = event->globalPosition().x();
    m_pixelsPerBlock = m_bar.pixelsPerBlock();
    m_before = m_moved = value();
    Q_EMIT m_bar.rowChosen(m_row);
}

void AllocationHandle::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging || m_pixelsPerBlock <= 0)
        return;
    const double pixels = (event->globalPosition().x() - m_pressedAt) * (isRightToLeft() ? -1 : 1);
    const Blocks blocks = bounded(double(number(m_before)) + std::round(pixels / m_pixelsPerBlock));
    if (blocks == m_moved)
        return;
    m_moved = blocks;
    Q_EMIT m_bar.moving(m_row, number(blocks));
}

void AllocationHandle::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    m_moved == m_before ? Q_EMIT m_bar.abandoned() : Q_EMIT m_bar.wanted(m_row, number(m_moved));
}

void AllocationHandle::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    Q_EMIT m_bar.rowChosen(m_row);
}

void AllocationHandle::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF grip = QRectF(rect()).adjusted(2.5, 1.5, -2.5, -1.5);
    painter.setPen(QPen(QColor::fromRgb(hasFocus() ? colors.accent : colors.text), hasFocus() ? 2 : 1));
    painter.setBrush(QColor::fromRgb(colors.base));
    painter.drawRoundedRect(grip, 2, 2);
    painter.setPen(QColor::fromRgb(colors.mutedText));
    const double middle = grip.center().x();
    painter.drawLine(QPointF(middle, grip.center().y() - kHalfGrid), QPointF(middle, grip.center().y() + kHalfGrid));
}

} // namespace dmsc
