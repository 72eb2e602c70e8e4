// SPDX-License-Identifier: Apache-2.0
#include "widgets/compare/compare_delegate.h"

#include "model/items/compare_model.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/left_to_right.h"

#include <QPainter>
#include <QTableView>

namespace dmsc {

namespace {

constexpr int kIndent = 2 * kGrid;
constexpr int kBranch = 2 * kGrid; // room for the arrow, before every name
constexpr int kButton = 3 * kGrid;
constexpr int kIconSize = 2 * kGrid;

bool isName(int column)
{
    return column == CompareModel::DeviceName || column == CompareModel::CardName;
}

Side sideOf(int column)
{
    const bool card =
        column == CompareModel::CardName || column == CompareModel::CardValue || column == CompareModel::CardOwner;
    return card ? Side::Card : Side::Device;
}

QRect centred(const QRect& rect, int size)
{
    return {rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, size, size};
}

bool isMirrored(const QStyleOptionViewItem& option)
{
    return option.direction == Qt::RightToLeft;
}

bool showsOwner(const QStyleOptionViewItem& option)
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    return table != nullptr && !table->isColumnHidden(CompareModel::CardOwner);
}

/// Asked for at each painting: rows come and go above the current one.
bool isCurrent(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    return table != nullptr && table->currentIndex().row() == index.row();
}

bool isSelected(const QStyleOptionViewItem& option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

} // namespace

StateTone toneOf(const QModelIndex& index)
{
    switch (static_cast<PairState>(index.data(CompareModel::StateRole).toInt())) {
    case PairState::ValueDiffers:
    case PairState::PropertiesDiffer:
        return StateTone::Differs;
    case PairState::OnlyDevice:
        return StateTone::OnlyDevice;
    case PairState::OnlyCard:
        return StateTone::OnlyCard;
    case PairState::Same:
        break;
    }
    return index.data(CompareModel::MovedRole).toBool() ? StateTone::Moved : StateTone::Same;
}

CompareDelegate::CompareDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_right(themedIcon(Icon::ChevronRight))
    , m_down(themedIcon(Icon::ChevronDown))
    , m_toLeft(themedIcon(Icon::CopyToLeft))
    , m_toRight(themedIcon(Icon::CopyToRight))
{
}

void CompareDelegate::setCurrentSide(Side side)
{
    m_currentSide = side;
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, rowHeight(option.fontMetrics.height())};
}

QRect CompareDelegate::branchRect(const QRect& cell, const QModelIndex& index, bool mirrored)
{
    if (!index.data(CompareModel::HasChildrenRole).toBool())
        return {};
    const int offset = kHalfGrid + index.data(CompareModel::DepthRole).toInt() * kIndent;
    const int x = mirrored ? cell.right() + 1 - offset - kBranch : cell.left() + offset;
    return {x, cell.top(), kBranch, cell.height()};
}

QRect CompareDelegate::buttonRect(const QRect& cell, Side to, bool mirrored)
{
    const bool left = (to == Side::Device) != mirrored;
    return {left ? cell.left() : cell.right() + 1 - kButton, cell.top(), kButton, cell.height()};
}

bool CompareDelegate::canCopy(const QModelIndex& index, Side to)
{
    const auto state = static_cast<PairState>(index.data(CompareModel::StateRole).toInt());
    if (state == PairState::Same && index.data(CompareModel::DifferencesRole).toInt() == 0)
        return false;
    Q_UNUSED(to)
    return true;
}

void CompareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintGround(painter, option, index);
    if (index.column() == CompareModel::StateColumn) {
        paintState(painter, option, index);
    } else if (index.data(CompareModel::GapRole).toBool()) {
        if (index.data(CompareModel::DeletedRole).toBool() && isName(index.column()))
            paintNode(painter, option, index);
        else
            paintGap(painter, option, index);
    } else {
        paintNode(painter, option, index);
    }

    // The half that has the focus is framed: that is where Enter and Delete work.
    if (isCurrent(option, index) && index.column() != CompareModel::StateColumn
        && sideOf(index.column()) == m_currentSide && option.state.testFlag(QStyle::State_Active)) {
        painter->setPen(QColor::fromRgb(colorsFor(option.palette).selectionFrame));
        const QRect frame = option.rect.adjusted(0, 0, -1, -1);
        painter->drawLine(frame.topLeft(), frame.topRight());
        painter->drawLine(frame.bottomLeft(), frame.bottomRight());
        const bool outerLeft = isName(index.column()) != isMirrored(option);
        if (index.column() == CompareModel::CardValue && showsOwner(option))
            return; // the half goes on
        if (outerLeft)
            painter->drawLine(frame.topLeft(), frame.bottomLeft());
        else
            painter->drawLine(frame.topRight(), frame.bottomRight());
    }
}

void CompareDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    if (isSelected(option)) {
        painter->fillRect(option.rect, QColor::fromRgb(colors.selection));
        return;
    }
    const StateTone tone = toneOf(index);
    painter->fillRect(option.rect, tone == StateTone::Same ? QColor::fromRgb(colors.base) : colors.row(tone));
    if (index.row() == m_hoverRow) {
        QColor veil = QColor::fromRgb(colors.text);
        veil.setAlpha(14);
        painter->fillRect(option.rect, veil);
    }
}

void CompareDelegate::paintGap(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    QRect rect = option.rect.adjusted(0, 2, 0, -2);
    if (isName(index.column())) {
        const int indent = kHalfGrid + kBranch + index.data(CompareModel::DepthRole).toInt() * kIndent;
        isMirrored(option) ? rect.setRight(rect.right() - indent) : rect.setLeft(rect.left() + indent);
    } else {
        isMirrored(option) ? rect.setLeft(rect.left() + kGrid) : rect.setRight(rect.right() - kGrid);
    }
    if (rect.width() <= 0)
        return;
    painter->save();
    painter->setBrushOrigin(0, rect.top()); // the hatch runs on from cell to cell
    painter->fillRect(
        rect, QBrush(QColor::fromRgb(isSelected(option) ? colors.border : colors.separator), Qt::BDiagPattern));
    painter->restore();
}

void CompareDelegate::paintNode(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool mirrored = isMirrored(option);
    const bool selected = isSelected(option);
    const bool deleted = index.data(CompareModel::DeletedRole).toBool();
    QRect rect = option.rect.adjusted(kHalfGrid, 0, -kHalfGrid, 0);
    if (isName(index.column())) {
        const QRect branch = deleted ? QRect() : branchRect(option.rect, index, mirrored);
        if (branch.isValid()) {
            const bool open = index.data(CompareModel::ExpandedRole).toBool();
            painter->save();
            if (mirrored && !open) { // the arrow points to where the children are
                painter->translate(branch.center().x() * 2 + 1, 0);
                painter->scale(-1, 1);
            }
            (open ? m_down : m_right)
                .paint(
                    painter, centred(branch, kIconSize), Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
            painter->restore();
        }
        const int indent = kBranch + kHalfGrid + index.data(CompareModel::DepthRole).toInt() * kIndent;
        mirrored ? rect.setRight(rect.right() - indent) : rect.setLeft(rect.left() + indent);
    }
    if (rect.width() <= 0)
        return;

    QFont font = option.font;
    const bool pending = index.data(CompareModel::PendingRole).toBool();
    font.setItalic(pending);
    font.setStrikeOut(deleted);
    if (pending && isName(index.column())) {
        const int x = mirrored ? option.rect.right() - 2 : option.rect.left();
        painter->fillRect(QRect(x, option.rect.top(), 3, option.rect.height()), QColor::fromRgb(colors.accent));
    }
    painter->setFont(font);
    const QRgb plain = index.column() == CompareModel::CardOwner ? colors.mutedText : colors.text;
    painter->setPen(QColor::fromRgb(selected ? colors.selectionText : plain));
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, rect.width());
    painter->drawText(rect, int(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)),
        isName(index.column()) ? leftToRight(text, option.direction) : text);
}

void CompareDelegate::paintState(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool mirrored = isMirrored(option);
    const bool selected = isSelected(option);
    painter->setPen(QColor::fromRgb(colors.separator));
    painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
    painter->drawLine(option.rect.topRight(), option.rect.bottomRight());

    const StateTone tone = toneOf(index);
    const bool inside = tone == StateTone::Same && index.data(CompareModel::DifferencesRole).toInt() > 0;
    QFont font = option.font;
    font.setBold(tone != StateTone::Same);
    painter->setFont(font);
    painter->setPen(colors.mark(inside ? StateTone::Differs : tone, selected));
    const bool hasButtons = index.row() == m_hoverRow || isCurrent(option, index);
    const int margin = hasButtons ? kButton : kHalfGrid;
    const QRect text = option.rect.adjusted(margin, 0, -margin, 0);
    const QFontMetrics metrics(font);
    QString words = index.data().toString();
    if (metrics.horizontalAdvance(words) > text.width())
        words = index.data(CompareModel::ShortTextRole).toString();
    painter->drawText(text, Qt::AlignCenter, metrics.elidedText(words, Qt::ElideRight, text.width()));

    if (!hasButtons)
        return;
    for (const Side to : kSides) {
        if (!canCopy(index, to))
            continue;
        const bool left = (to == Side::Device) != mirrored;
        (left ? m_toLeft : m_toRight)
            .paint(painter, centred(buttonRect(option.rect, to, mirrored), kIconSize), Qt::AlignCenter,
                selected ? QIcon::Selected : QIcon::Normal);
    }
}

} // namespace dmsc
