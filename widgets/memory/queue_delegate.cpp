// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/queue_delegate.h"

#include "model/items/memory_queue_model.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <optional>

namespace dmsc {

namespace {

constexpr int kBars = 8 * kGrid; // px, the widest

bool isSelected(const QStyleOptionViewItem& option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

void paintGround(QPainter* painter, QStyleOptionViewItem option)
{
    option.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
}

std::optional<StatusTone> toneOf(int outcome)
{
    switch (outcome) {
    case MemoryQueueModel::Done:
        return StatusTone::Ok;
    case MemoryQueueModel::Doubtful:
    case MemoryQueueModel::DoneInPart:
        return StatusTone::Warning;
    case MemoryQueueModel::Refused:
        return StatusTone::Error;
    default:
        return std::nullopt;
    }
}

QChar glyphOf(int outcome)
{
    switch (outcome) {
    case MemoryQueueModel::Done:
        return u'✓';
    case MemoryQueueModel::Doubtful:
        return u'?';
    case MemoryQueueModel::DoneInPart:
        return u'½';
    case MemoryQueueModel::Refused:
        return u'✗';
    case MemoryQueueModel::Sent:
        return u'…';
    default:
        return u'·';
    }
}

} // namespace

QueueDelegate::QueueDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.column() != MemoryQueueModel::BarsColumn && index.column() != MemoryQueueModel::ResultColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    paintGround(painter, filled);
    painter->save();
    index.column() == MemoryQueueModel::BarsColumn ? paintBars(painter, filled, index)
                                                   : paintOutcome(painter, filled, index);
    painter->restore();
}

void QueueDelegate::paintBars(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const double scale = double(index.data(MemoryQueueModel::ScaleRole).toULongLong());
    const QRect room = option.rect.adjusted(kHalfGrid, 0, -kHalfGrid, 0);
    const int widest = std::min(kBars, room.width() / 2);
    const int height = std::max(4, room.height() / 2 - 3);
    const auto bar = [&](int role, int y, bool after) {
        const double share = scale > 0 ? double(index.data(role).toULongLong()) / scale : 0;
        const int wide = std::max(2, int(share * widest));
        const QRect rect(mirrored ? room.right() + 1 - wide : room.left(), y, wide, height);
        const QColor mark = QColor::fromRgb(isSelected(option) ? colors.selectionText : colors.text);
        painter->setPen(mark);
        painter->setBrush(after ? QBrush(mark, Qt::BDiagPattern) : QBrush(Qt::NoBrush));
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
    };
    bar(MemoryQueueModel::BeforeRole, room.top() + 2, false);
    bar(MemoryQueueModel::AfterRole, room.bottom() - height, true);
    painter->setPen(QColor::fromRgb(isSelected(option) ? colors.selectionText : colors.text));
    const QRect text = mirrored ? room.adjusted(0, 0, -widest - kGrid, 0) : room.adjusted(widest + kGrid, 0, 0, 0);
    painter->drawText(text, int(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)),
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

void QueueDelegate::paintOutcome(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int outcome = index.data(MemoryQueueModel::OutcomeRole).toInt();
    const auto tone = toneOf(outcome);
    painter->setPen(tone ? colors.mark(*tone, isSelected(option))
                         : QColor::fromRgb(isSelected(option) ? colors.selectionText : colors.text));
    const QRect room = option.rect.adjusted(kHalfGrid, 0, -kHalfGrid, 0);
    const QString text = glyphOf(outcome) + QLatin1Char(' ') + index.data().toString();
    painter->drawText(room, int(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)),
        option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace dmsc
