// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/memory_bar.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/left_to_right.h"

#include <QGuiApplication>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kBarWidth = 10 * kGrid;

QString sizeText(std::uint64_t bytes)
{
    return leftToRight(QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeTraditionalFormat),
        QGuiApplication::layoutDirection());
}

} // namespace

MemoryBar::MemoryBar(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("memoryBar"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setCursor(Qt::PointingHandCursor); // it leads to the editor
}

void MemoryBar::setMemory(std::uint64_t used, std::uint64_t total, std::uint64_t planned)
{
    m_used = used;
    m_total = total;
    m_planned = planned;
    setAccessibleName(tr("Memory of the card: %1").arg(figures()));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QString MemoryBar::figures() const
{
    const QString used =
        m_total == 0 ? sizeText(m_used) : tr("%1 of %2", "used, total").arg(sizeText(m_used), sizeText(m_total));
    return m_planned == 0 ? used : tr("%1, plan +%2").arg(used, sizeText(m_planned));
}

QSize MemoryBar::sizeHint() const
{
    const int text = fontMetrics().horizontalAdvance(figures());
    return {text + (m_total == 0 ? 0 : kBarWidth + kGrid), fontMetrics().height()};
}

void MemoryBar::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT clicked();
}

void MemoryBar::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QRect text = rect();
    if (m_total > 0) {
        const QRect bar(mirrored ? width() - kBarWidth : 0, (height() - kGrid) / 2, kBarWidth, kGrid);
        const auto pixels = [&](std::uint64_t bytes) {
            return int(std::min(1.0, double(bytes) / double(m_total)) * (kBarWidth - 2));
        };
        painter.setPen(QColor::fromRgb(colors.border));
        painter.setBrush(QColor::fromRgb(colors.base));
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
        const int used = pixels(m_used);
        const int both = pixels(m_used + m_planned);
        const QRect inner = bar.adjusted(1, 1, -1, -1);
        const auto part = [&](int from, int to) {
            const int x = mirrored ? inner.right() + 1 - to : inner.left() + from;
            return QRect(x, inner.top(), to - from, inner.height());
        };
        painter.fillRect(part(0, used), colors.mark(StateTone::OnlyCard));
        painter.fillRect(part(used, both), QBrush(colors.mark(StateTone::OnlyCard), Qt::Dense5Pattern));
        text = mirrored ? rect().adjusted(0, 0, -kBarWidth - kGrid, 0) : rect().adjusted(kBarWidth + kGrid, 0, 0, 0);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(text, int(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)), figures());
}

} // namespace dmsc
