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
    const auto fill = [&](Blocks blocks, const QBrush& brush) {
        const int length = int(std::min(1.0, double(number(blocks)) / whole) * inner.width());
        const int x = layoutDirection() == Qt::RightToLeft ? inner.right() - length : inner.left();
        painter.fillRect(QRect(x, inner.top(), length, inner.height()), brush);
    };
    painter.setPen(QColor::fromRgb(colors.border));
    painter.setBrush(QColor::fromRgb(colors.base));
    painter.drawRect(frame);
    fill(m_memory.granted, colors.row(StateTone::OnlyCard));
    fill(m_memory.used, QBrush(colors.mark(StateTone::OnlyCard), Qt::BDiagPattern)); // as in the memory editor
}

} // namespace dmsc
