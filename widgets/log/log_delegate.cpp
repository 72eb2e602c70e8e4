// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/log_delegate.h"

#include "model/items/log_model.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/left_to_right.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <optional>

namespace dmsc {

namespace {

constexpr int kMaxComment = 2000;

/// The columns that a search looks at.
bool isSearched(int column)
{
    return column == LogModel::LayerName || column == LogModel::Name || column == LogModel::Target
        || column == LogModel::Status || column == LogModel::Comment;
}

/// Columns of words, which read as the user's language does.
bool isProse(int column)
{
    return column == LogModel::LayerName || column == LogModel::Direction || column == LogModel::Comment;
}

std::optional<StatusTone> toneOf(StatusLevel level)
{
    switch (level) {
    case StatusLevel::Ok:
        return StatusTone::Ok;
    case StatusLevel::Warning:
        return StatusTone::Warning;
    case StatusLevel::Error:
        return StatusTone::Error;
    case StatusLevel::None:
        break;
    }
    return std::nullopt;
}

std::optional<StateTone> toneOf(Actor from)
{
    switch (from) {
    case Actor::Device:
        return StateTone::OnlyDevice;
    case Actor::Card:
        return StateTone::OnlyCard;
    default:
        return std::nullopt;
    }
}

/// Where the places of a text are in what is shown of it: those that are left out are at the dots.
class ElidedText
{
public:
    ElidedText(const QString& whole, const QString& shown)
        : m_dots(std::mismatch(whole.begin(), whole.end(), shown.begin(), shown.end()).first - whole.begin())
        , m_lost(whole.size() - shown.size())
        , m_isWhole(whole == shown)
    {
    }
    [[nodiscard]] qsizetype beginOf(qsizetype place) const
    {
        return m_isWhole || place < m_dots ? place : std::max(m_dots, place - m_lost);
    }
    [[nodiscard]] qsizetype endOf(qsizetype place) const
    {
        return m_isWhole || place <= m_dots ? place : std::max(m_dots + 1, place - m_lost);
    }

private:
    qsizetype m_dots; ///< where they stand
    qsizetype m_lost; ///< by how many characters less is shown
    bool m_isWhole;
};

template <class Tone> void tint(QStyleOptionViewItem* option, const std::optional<Tone>& tone)
{
    if (tone) {
        const ThemeColors& colors = colorsFor(option->palette);
        option->palette.setColor(QPalette::Text, colors.mark(*tone, false));
        option->palette.setColor(QPalette::HighlightedText, colors.mark(*tone, true));
    }
}

} // namespace

void LogDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!isProse(index.column())) {
        option->text = leftToRight(option->text, option->direction);
    }
    if (index.column() == LogModel::Status) {
        tint(option, toneOf(static_cast<StatusLevel>(index.data(LogModel::LevelRole).toInt())));
    } else if (index.column() == LogModel::Direction) {
        tint(option, toneOf(static_cast<Actor>(index.data(LogModel::FromRole).toInt())));
    }
}

void LogDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() == LogModel::Number) {
        paintSign(painter, option, index);
    }
    if (!m_searched.isEmpty() && isSearched(index.column())) {
        frameSearched(painter, option, index);
    }
}

QRect LogDelegate::signRect(const QRect& cell, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, cell, QRect(cell.topLeft(), QSize(cell.height(), cell.height())));
}

void LogDelegate::paintSign(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(LogModel::GroupSizeRole).toInt() == 0) {
        return;
    }
    QStyleOptionViewItem sign = option;
    initStyleOption(&sign, index);
    sign.rect = signRect(option.rect, option.direction);
    sign.state |= QStyle::State_Children;
    sign.state.setFlag(QStyle::State_Open, !index.data(LogModel::FoldedRole).toBool());
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorBranch, &sign, painter, option.widget);
}

void LogDelegate::frameSearched(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, option.widget) + 1;
    const QRect area =
        style->subElementRect(QStyle::SE_ItemViewItemText, &cell, option.widget).adjusted(margin, 0, -margin, 0);
    const QString shown = cell.fontMetrics.elidedText(cell.text, cell.textElideMode, area.width());
    const QRect text = QStyle::alignedRect(
        option.direction, cell.displayAlignment, {cell.fontMetrics.horizontalAdvance(shown), area.height()}, area);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor color =
        selected ? cell.palette.color(QPalette::HighlightedText) : colorsFor(cell.palette).mark(StatusTone::Warning);
    const ElidedText elided(cell.text, shown);
    painter->save();
    painter->setPen(color);
    color.setAlpha(60);
    painter->setBrush(color);
    for (qsizetype at = cell.text.indexOf(m_searched, 0, Qt::CaseInsensitive); at >= 0;
         at = cell.text.indexOf(m_searched, at + m_searched.size(), Qt::CaseInsensitive)) {
        const int left = text.left() + cell.fontMetrics.horizontalAdvance(shown.left(elided.beginOf(at)));
        const int right =
            text.left() + cell.fontMetrics.horizontalAdvance(shown.left(elided.endOf(at + m_searched.size())));
        painter->drawRect(QRect(left - 1, option.rect.top() + 1, right - left + 1, option.rect.height() - 3));
    }
    painter->restore();
}

QWidget* LogDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setObjectName(QStringLiteral("logComment"));
        line->setAccessibleName(tr("Comment"));
        line->setMaxLength(kMaxComment);
    }
    return editor;
}

} // namespace dmsc
