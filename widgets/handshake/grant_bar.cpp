// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/grant_bar.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QPainter>

#include <algorithm>

namespace dmsc {

GrantBar::GrantBar(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("grantBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GrantBar::setMemory(const EntityMemory& memory, const QString& words)
{
    m_memory = memory;
    setAccessibleName(words);
    setToolTip(words);
    update();
}

QSize GrantBar::sizeHint() const
{
    return {40 * kGrid, 2 * kGrid};
}

void GrantBar::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    const double whole = double(std::max({number(m_memory.limit), number(m_memory.granted), std::uint64_t(1)}));
    QPainter painter(this);
    const QRect frame = rect().adjusted(0, 0, -1, -1);
    const QRect inner = frame.adjusted(1, 1, 0, 0);
    const auto part = [&](Blocks blocks) {
        const int length = int(std::min(1.0, double(number(blocks)) / whole) * inner.width());
        const int x = layoutDirection() == Qt::RightToLeft ? inner.right() - length : inner.left();
        return QRect(x, inner.top(), length, inner.height());
    };
    painter.setPen(QColor::fromRgb(colors.border));
    painter.setBrush(QColor::fromRgb(colors.base));
    painter.drawRect(frame);
    const QColor mark = colors.mark(StateTone::OnlyCard);
    const QRect granted = part(m_memory.granted);
    painter.fillRect(granted, colors.row(StateTone::OnlyCard));
    painter.fillRect(part(m_memory.used), QBrush(mark, Qt::BDiagPattern)); // as in the memory editor
    // The tint alone can hardly be told from the ground in high contrast.
    painter.setPen(mark);
    painter.setBrush(Qt::NoBrush);
    if (granted.width() > 1)
        painter.drawRect(granted.adjusted(-1, -1, 0, 0));
}

} // namespace dmsc
