// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/row_delegate.h"

#include "widgets/ladder/ladder_row_model.h"
#include "widgets/ladder/ladder_tip.h"

#include <QPainter>

namespace dmsc {

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const LadderRowModel*>(index.model());
    if (model == nullptr)
        return;
    const LadderRow row = model->rowAt(index.row());
    const ThemeColors& colors = colorsFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    LadderStyle style = m_style;
    style.colors = &colors;
    style.direction = option.direction;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected)
        painter->fillRect(option.rect, QColor::fromRgb(colors.selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, QColor::fromRgb(colors.alternate));
    else if (row.level == StatusLevel::Error)
        painter->fillRect(option.rect, colors.row(StatusTone::Error));
    paintLadderRow(*painter, option.rect, row, style, selected);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QColor::fromRgb(colors.selectionFrame));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

bool RowDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    return showLadderTip(event, view, index) || QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace dmsc
