// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/ladder/lane.h"
#include "widgets/theme/grid.h"

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace dmsc {

inline constexpr int kLaneWidth = 14 * kGrid;

/// Where a life line stands in a band that begins at the leading edge of `within`.
[[nodiscard]] int laneX(
    const QRect& within, std::size_t lane, Qt::LayoutDirection direction, int laneWidth = kLaneWidth);

/// Paints a rung: an arrow between life lines, and what it says, how it stands and how long it took beside it.
class LadderDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit LadderDelegate(QAbstractItemView* view);

    void setLanes(std::vector<Lane> lanes) { m_lanes = std::move(lanes); }
    [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] std::size_t laneOf(Actor actor) const;
    void paintLines(QPainter* painter, const QStyleOptionViewItem& option) const;
    void paintArrow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintWords(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    [[nodiscard]] QRect wordsRect(const QRect& row, Qt::LayoutDirection direction) const;

    QAbstractItemView* m_view;
    std::vector<Lane> m_lanes;
};

} // namespace dmsc
