// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/command_delegate.h"

#include "widgets/palette/command_model.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QApplication>
#include <QPainter>

namespace dmsc {

void CommandDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.features |= QStyleOptionViewItem::HasDecoration; // those without one stand below the others' words
    const ThemeColors& colors = colorsFor(item.palette);
    const QString shortcut = index.data(CommandModel::ShortcutRole).toString();
    const QString whyNot = index.data(CommandModel::WhyNotRole).toString();
    const bool selected = (item.state & QStyle::State_Selected) != 0;
    const QColor plain = QColor::fromRgb(selected ? colors.selectionText : colors.text);
    const QColor muted = QColor::fromRgb(selected ? colors.selectionText : colors.mutedText);
    if (!whyNot.isEmpty()) {
        item.text += QStringLiteral("  \u2013  ") + whyNot;
        item.palette.setColor(QPalette::Text, muted);
    }
    const int room = item.fontMetrics.horizontalAdvance(shortcut) + 2 * kGrid;
    item.text = item.fontMetrics.elidedText(
        item.text, Qt::ElideRight, item.rect.width() - room - item.decorationSize.width() - 2 * kGrid);
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    painter->save();
    painter->setPen(whyNot.isEmpty() ? plain : muted);
    const QRect place = item.rect.adjusted(0, 0, -kGrid, 0);
    const bool mirrored = item.direction == Qt::RightToLeft;
    painter->drawText(place, int(Qt::AlignVCenter | (mirrored ? Qt::AlignLeft : Qt::AlignRight)), shortcut);
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + kGrid + kHalfGrid);
    return size;
}

} // namespace dmsc
