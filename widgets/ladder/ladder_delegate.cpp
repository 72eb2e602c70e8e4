// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/ladder_delegate.h"

#include "model/items/handshake_step_model.h"
#include "widgets/ladder/ladder_tip.h"
#include "widgets/ladder/rung.h"
#include "widgets/theme/left_to_right.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kPadding = kHalfGrid + 2;
constexpr int kLeastHeight = 6 * kGrid;

StepState stateOf(const QModelIndex& index)
{
    return static_cast<StepState>(index.data(HandshakeStepModel::StateRole).toInt());
}

QColor colorOf(StepState state, const ThemeColors& colors, bool selected)
{
    switch (state) {
    case StepState::Done:
        return colors.mark(StatusTone::Ok, selected);
    case StepState::Failed:
        return colors.mark(StatusTone::Error, selected);
    case StepState::Refused:
    case StepState::TimedOut:
        return colors.mark(StatusTone::Warning, selected);
    case StepState::Running:
        return QColor::fromRgb(selected ? colors.selectionFrame : colors.accent);
    case StepState::Waiting:
    case StepState::Skipped:
        break;
    }
    return QColor::fromRgb(selected ? colors.selectionText : colors.mutedText);
}

bool hasHappened(StepState state)
{
    return hasEnded(state) || state == StepState::Running;
}

} // namespace

int laneX(const QRect& within, std::size_t lane, Qt::LayoutDirection direction, int laneWidth)
{
    const int offset = int(lane) * laneWidth + laneWidth / 2;
    return direction == Qt::RightToLeft ? within.right() - offset : within.left() + offset;
}

LadderDelegate::LadderDelegate(QAbstractItemView* view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

std::size_t LadderDelegate::laneOf(Actor actor) const
{
    const auto found =
        std::find_if(m_lanes.begin(), m_lanes.end(), [actor](const Lane& lane) { return lane.actor == actor; });
    return found == m_lanes.end() ? 0 : std::size_t(found - m_lanes.begin());
}

QRect LadderDelegate::wordsRect(const QRect& row, Qt::LayoutDirection direction) const
{
    const int band = int(m_lanes.size()) * kLaneWidth - kLaneWidth / 2 + 3 * kGrid;
    const QRect inner = row.adjusted(0, kPadding, 0, -kPadding);
    return direction == Qt::RightToLeft ? inner.adjusted(kGrid, 0, -band, 0) : inner.adjusted(band, 0, -kGrid, 0);
}

void LadderDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected)
        painter->fillRect(option.rect, QColor::fromRgb(colors.selection));
    else if (stateOf(index) == StepState::Failed)
        painter->fillRect(option.rect, colors.row(StatusTone::Error));
    paintLines(painter, option);
    paintArrow(painter, option, index);
    paintWords(painter, option, index);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QColor::fromRgb(colors.selectionFrame));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

void LadderDelegate::paintLines(QPainter* painter, const QStyleOptionViewItem& option) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const int x = laneX(option.rect, i, option.direction);
        painter->setPen(QPen(selected ? QColor::fromRgb(colors.selectionText) : m_lanes[i].color(colors), 2));
        painter->drawLine(x, option.rect.top(), x, option.rect.bottom() + 1);
    }
}

void LadderDelegate::paintArrow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    const StepState state = stateOf(index);
    const QColor color = colorOf(state, colors, option.state.testFlag(QStyle::State_Selected));
    const std::size_t from = laneOf(Actor(index.data(HandshakeStepModel::FromRole).toInt()));
    const std::size_t to = laneOf(Actor(index.data(HandshakeStepModel::ToRole).toInt()));
    const Rung rung{double(laneX(option.rect, from, option.direction)),
        double(laneX(option.rect, to, option.direction)), double(option.rect.center().y()), color, hasHappened(state)};
    paintRung(*painter, rung);
    // The device that only carries it is passed through a ring.
    for (std::size_t lane = std::min(from, to) + 1; lane < std::max(from, to); ++lane) {
        if (m_lanes[lane].actor == Actor::Device)
            paintPassing(*painter, rung, laneX(option.rect, lane, option.direction), QColor::fromRgb(colors.base));
    }
}

void LadderDelegate::paintWords(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const StepState state = stateOf(index);
    const auto leading = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const int flags = int(leading | Qt::AlignTop | Qt::AlignAbsolute) | Qt::TextWordWrap;
    QRect rest = wordsRect(option.rect, option.direction);
    QRect used;
    painter->setFont(option.font);
    const bool waits = !hasHappened(state);
    painter->setPen(QColor::fromRgb(selected ? colors.selectionText : waits ? colors.mutedText : colors.text));
    painter->drawText(rest, flags, leftToRight(index.data().toString(), option.direction), &used);
    rest.setTop(used.bottom() + 2);
    painter->setPen(colorOf(state, colors, selected));
    const QString stateText = index.data(HandshakeStepModel::StateTextRole).toString();
    painter->drawText(rest, flags, stateText, &used);
    const QString duration = index.data(HandshakeStepModel::DurationRole).toString();
    if (!duration.isEmpty()) {
        QRect beside = rest;
        const int shift = used.width() + 2 * kGrid;
        option.direction == Qt::RightToLeft ? beside.setRight(rest.right() - shift)
                                            : beside.setLeft(rest.left() + shift);
        painter->setPen(QColor::fromRgb(selected ? colors.selectionText : colors.mutedText));
        painter->drawText(beside, flags, leftToRight(duration, option.direction));
    }
    const QString problem = index.data(HandshakeStepModel::ProblemRole).toString();
    if (problem.isEmpty())
        return;
    rest.setTop(used.bottom() + 2);
    painter->setPen(colors.mark(StatusTone::Error, selected));
    painter->drawText(rest, flags, leftToRightLines(problem, option.direction));
}

QSize LadderDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = std::max(m_view->viewport()->width(), 40 * kGrid);
    const QRect words = wordsRect(QRect(0, 0, width, 100 * kGrid), Qt::LeftToRight);
    const auto heightOf = [&](const QString& text) {
        return option.fontMetrics.boundingRect(words, Qt::TextWordWrap, text).height();
    };
    int height = heightOf(index.data().toString()) + 2 + option.fontMetrics.height() + 2 * kPadding;
    const QString problem = index.data(HandshakeStepModel::ProblemRole).toString();
    if (!problem.isEmpty())
        height += heightOf(problem) + 2;
    return {width, std::max(height, kLeastHeight)};
}

bool LadderDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    return showLadderTip(event, view, index) || QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace dmsc
