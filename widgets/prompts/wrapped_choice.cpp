// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/wrapped_choice.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QPainter>
#include <QScrollArea>
#include <QStyleOptionButton>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace dmsc {

namespace {

constexpr int kIndicator = 2 * kGrid;
constexpr int kWordsIndent = kHalfGrid + kIndicator + kGrid;

/// Lays the words out, and paints them where there is a painter; their height.
double layWords(QPainter* painter, const QAbstractButton& choice, const QString& words, const QRectF& rect)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(choice.layoutDirection());
    QTextLayout layout(words, choice.font());
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1.0, rect.width()));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    if (painter != nullptr)
        layout.draw(painter, rect.topLeft());
    return std::max<double>(height, choice.fontMetrics().height());
}

} // namespace

int wrappedChoiceHeight(const QAbstractButton& choice, const QString& words, int width)
{
    const QRectF rect(0, 0, width - kWordsIndent - kHalfGrid, 0);
    return std::max(int(std::ceil(layWords(nullptr, choice, words, rect))), kIndicator) + 2 * kHalfGrid;
}

void paintWrappedChoice(QAbstractButton& choice, const QString& words, QStyle::PrimitiveElement indicator)
{
    const ThemeColors& colors = colorsFor(choice.palette());
    const bool mirrored = choice.layoutDirection() == Qt::RightToLeft;
    QPainter painter(&choice);
    QStyleOptionButton option;
    option.initFrom(&choice);
    option.state |= choice.isChecked() ? QStyle::State_On : QStyle::State_Off;
    if (choice.isDown())
        option.state |= QStyle::State_Sunken;
    const int line = choice.fontMetrics().height();
    option.rect = QRect(mirrored ? choice.width() - kHalfGrid - kIndicator : kHalfGrid,
        kHalfGrid + std::max(0, (line - kIndicator) / 2), kIndicator, kIndicator);
    choice.style()->drawPrimitive(indicator, &option, &painter, &choice);
    painter.setPen(QColor::fromRgb(choice.isEnabled() ? colors.text : colors.disabledText));
    const QRectF all = choice.rect();
    const QRectF room = mirrored ? all.adjusted(kHalfGrid, kHalfGrid, -kWordsIndent, 0)
                                 : all.adjusted(kWordsIndent, kHalfGrid, -kHalfGrid, 0);
    (void)layWords(&painter, choice, words, room);
    if (!choice.hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor::fromRgb(colors.accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(all.adjusted(1, 1, -1, -1), 2, 2);
}

void scrollToChoice(QAbstractButton& choice)
{
    for (QWidget* around = choice.parentWidget(); around != nullptr; around = around->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(around)) {
            area->ensureWidgetVisible(&choice, 0, kGrid);
            return;
        }
}

} // namespace dmsc
