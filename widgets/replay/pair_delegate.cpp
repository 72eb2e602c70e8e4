// SPDX-License-Identifier: Apache-2.0
#include "widgets/replay/pair_delegate.h"

#include "model/recording/compare_recordings.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/left_to_right.h"

#include <QPainter>

namespace dmsc {

PairDelegate::PairDelegate(int agreementRole, std::optional<int> gapRole, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_agreementRole(agreementRole)
    , m_gapRole(gapRole)
{
}

StateTone PairDelegate::toneOf(const QModelIndex& index) const
{
    switch (static_cast<Agreement>(index.data(m_agreementRole).toInt())) {
    case Agreement::Differs:
        return StateTone::Differs;
    case Agreement::OnlyLeft:
        return StateTone::OnlyDevice;
    case Agreement::OnlyRight:
        return StateTone::OnlyCard;
    case Agreement::Same:
        break;
    }
    return StateTone::Same;
}

void PairDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const StateTone tone = toneOf(index);
    painter->fillRect(option.rect,
        selected                      ? QColor::fromRgb(colors.selection)
            : tone == StateTone::Same ? QColor::fromRgb(colors.base)
                                      : colors.row(tone));
    if (m_gapRole && index.data(*m_gapRole).toBool()) {
        painter->save();
        painter->setBrushOrigin(0, option.rect.top()); // the hatch runs on from cell to cell
        painter->fillRect(option.rect.adjusted(0, 2, 0, -2),
            QBrush(QColor::fromRgb(selected ? colors.border : colors.separator), Qt::BDiagPattern));
        painter->restore();
        return;
    }
    const QRect rect = option.rect.adjusted(kHalfGrid, 0, -kHalfGrid, 0);
    const bool isState = index.data(Qt::TextAlignmentRole).toInt() == int(Qt::AlignCenter);
    QFont font = option.font;
    font.setBold(isState && tone != StateTone::Same);
    painter->setFont(font);
    painter->setPen(
        isState ? colors.mark(tone, selected) : QColor::fromRgb(selected ? colors.selectionText : colors.text));
    const QString text = index.data().toString().left(512).replace(QLatin1Char('\n'), QLatin1Char(' '));
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideMiddle, rect.width());
    painter->drawText(rect, int(QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter)),
        isState ? shown : leftToRight(shown, option.direction));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QColor::fromRgb(colors.selectionFrame));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace dmsc
