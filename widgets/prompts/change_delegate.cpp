// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/change_delegate.h"

#include "model/items/prompt_change_model.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kCellPadding = kHalfGrid;
constexpr int kCheck = 2 * kGrid;
constexpr int kStripe = 3;

QColor colorOf(PromptChange::Kind kind, const ThemeColors& colors, bool selected)
{
    switch (kind) {
    case PromptChange::Kind::Add:
        return colors.mark(StateTone::OnlyCard, selected);
    case PromptChange::Kind::Replace:
        return colors.mark(StateTone::Differs, selected);
    case PromptChange::Kind::Delete:
        return colors.mark(StateTone::Conflict, selected);
    }
    return {};
}

bool isCheckable(const QModelIndex& index)
{
    return index.flags().testFlag(Qt::ItemIsUserCheckable);
}

int linesOf(const QModelIndex& index)
{
    return index.data(PromptChangeModel::ValuesRole).toString().isEmpty() ? 2 : 3;
}

} // namespace

ChangeDelegate::ChangeDelegate(QAbstractItemView* view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

QRect ChangeDelegate::wordsRect(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int leading = kStripe + kGrid + (isCheckable(index) ? kCheck + kGrid : 0);
    const QRect row = option.rect.adjusted(0, kCellPadding, 0, -kCellPadding);
    return option.direction == Qt::RightToLeft ? row.adjusted(kGrid, 0, -leading, 0)
                                               : row.adjusted(leading, 0, -kGrid, 0);
}

void ChangeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool selected =
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto kind = PromptChange::Kind(index.data(PromptChangeModel::KindRole).toInt());
    const QColor mark = colorOf(kind, colors, selected);
    painter->save();
    painter->fillRect(option.rect, QColor::fromRgb(selected ? colors.selection : colors.base));
    const int stripeX = mirrored ? option.rect.right() - kStripe + 1 : option.rect.left();
    painter->fillRect(QRect(stripeX, option.rect.top() + 1, kStripe, option.rect.height() - 2), mark);
    if (isCheckable(index)) {
        QStyleOptionViewItem box = option;
        box.rect =
            QRect(mirrored ? option.rect.right() - kStripe - kGrid - kCheck : option.rect.left() + kStripe + kGrid,
                option.rect.top() + kCellPadding, kCheck, kCheck);
        box.state &= ~QStyle::State_HasFocus;
        box.state |= index.data(Qt::CheckStateRole).toInt() == int(Qt::Checked) ? QStyle::State_On : QStyle::State_Off;
        m_view->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, m_view);
    }
    const QFontMetrics metrics(option.font);
    const QRect words = wordsRect(option, index);
    const int flags = int(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    QRect line(words.left(), words.top(), words.width(), metrics.height());
    const QString word = index.data(PromptChangeModel::KindTextRole).toString();
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(mark);
    painter->drawText(line, flags, word);
    const int used = QFontMetrics(bold).horizontalAdvance(word) + kGrid;
    const QRect beside = mirrored ? line.adjusted(0, 0, -used, 0) : line.adjusted(used, 0, 0, 0);
    painter->setFont(option.font);
    painter->setPen(QColor::fromRgb(selected ? colors.selectionText : colors.text));
    painter->drawText(beside, flags, metrics.elidedText(index.data().toString(), Qt::ElideMiddle, beside.width()));
    line.translate(0, metrics.height());
    if (const QString values = index.data(PromptChangeModel::ValuesRole).toString(); !values.isEmpty()) {
        painter->drawText(line, flags, metrics.elidedText(values, Qt::ElideMiddle, line.width()));
        line.translate(0, metrics.height());
    }
    QFont fixed = fixedFont();
    fixed.setPointSizeF(option.font.pointSizeF() * 0.9);
    painter->setFont(fixed);
    painter->setPen(QColor::fromRgb(selected ? colors.selectionText : colors.mutedText));
    painter->drawText(line, flags,
        QFontMetrics(fixed).elidedText(
            index.data(PromptChangeModel::UriRole).toString(), Qt::ElideMiddle, line.width()));
    painter->restore();
}

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {20 * kGrid, linesOf(index) * QFontMetrics(option.font).height() + 2 * kCellPadding + 1};
}

bool ChangeDelegate::editorEvent(
    QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem&, const QModelIndex& index)
{
    if (!isCheckable(index))
        return false;
    const bool clicked =
        event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    const bool pressed = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (!clicked && !pressed)
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == int(Qt::Checked);
    return model->setData(index, int(on ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace dmsc
