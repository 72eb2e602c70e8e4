// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/wizard_rail.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QPainter>

namespace dmsc {

namespace {

constexpr int kStep = 5 * kGrid;
constexpr int kDot = 3 * kGrid;

} // namespace

WizardRail::WizardRail(QStringList pages, QWidget* parent)
    : QWidget(parent)
    , m_pages(std::move(pages))
{
    setObjectName(QStringLiteral("wizardRail"));
    setCurrent(0);
}

void WizardRail::setCurrent(int page)
{
    m_current = page;
    setAccessibleName(tr("Page %1 of %2: %3").arg(page + 1).arg(m_pages.size()).arg(m_pages.value(page)));
    update();
}

QSize WizardRail::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int widest = 0;
    for (const QString& page : m_pages)
        widest = qMax(widest, metrics.horizontalAdvance(page));
    return {kDot + widest + 5 * kGrid, int(m_pages.size()) * kStep + 2 * kGrid};
}

void WizardRail::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < m_pages.size(); ++i) {
        const bool current = i == m_current;
        const bool done = i < m_current;
        const QColor color = QColor::fromRgb(current ? colors.accent : done ? colors.text : colors.mutedText);
        const QRect dot(mirrored ? width() - 2 * kGrid - kDot : 2 * kGrid, 2 * kGrid + i * kStep, kDot, kDot);
        if (i + 1 < m_pages.size()) {
            painter.setPen(QPen(QColor::fromRgb(colors.separator), 2));
            painter.drawLine(dot.center().x(), dot.bottom() + 1, dot.center().x(), dot.top() + kStep);
        }
        painter.setPen(QPen(color, current ? 2 : 1));
        painter.setBrush(QColor::fromRgb(colors.base));
        painter.drawEllipse(QRectF(dot).adjusted(1, 1, -1, -1));
        QFont bold = font();
        bold.setBold(current);
        painter.setFont(bold);
        painter.setPen(color);
        painter.drawText(dot, Qt::AlignCenter, done ? QStringLiteral("✓") : QString::number(i + 1));
        const QRect words = mirrored ? QRect(0, dot.top(), dot.left() - kGrid, kDot)
                                     : QRect(dot.right() + kGrid, dot.top(), width() - dot.right() - kGrid, kDot);
        painter.drawText(
            words, int(Qt::AlignVCenter | Qt::AlignAbsolute | (mirrored ? Qt::AlignRight : Qt::AlignLeft)), m_pages[i]);
    }
}

} // namespace dmsc
