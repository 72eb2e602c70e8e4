// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_store.h"
#include "widgets/ladder/lane.h"
#include "widgets/theme/grid.h"

#include <QFont>
#include <QRectF>

#include <vector>

class QPainter;

namespace dmsc {

/// A record as a rung of a ladder.
struct LadderRow
{
    RecordNo number;
    Actor from = Actor::Device;
    Actor to = Actor::Card;
    StatusLevel level = StatusLevel::None;
    bool continuation = false;
    QString name;
    QString target;
    QString status;
    QString duration; ///< empty where it took no time
};

[[nodiscard]] LadderRow ladderRow(const RecordView& record);
/// "Row 12, from device to card, SELECT DM_SC, A000..., 9000, 1.2 ms": what a tool tip and a screen reader say.
[[nodiscard]] QString ladderRowText(const LadderRow& row);
/// What a level is without colour; empty for none.
[[nodiscard]] QString levelGlyph(StatusLevel level);
void addActors(ActorSet& actors, const RecordView& record);

/// How rungs are painted, on a screen or on paper.
struct LadderStyle
{
    std::vector<Lane> lanes;
    double laneWidth = 10 * kGrid;
    double scale = 1;
    QFont font; ///< scaled already
    bool words = true; ///< false where a rung is too low for them
    Qt::LayoutDirection direction = Qt::LeftToRight;
    const ThemeColors* colors = nullptr; ///< must be there

    [[nodiscard]] double bandWidth() const { return laneWidth * double(lanes.size()); }
    /// Where an actor stands; -1 where it has no life line.
    [[nodiscard]] double laneX(const QRectF& row, Actor actor) const;
};

/// The life lines, the arrow and the words of a row; not its background.
void paintLadderRow(
    QPainter& painter, const QRectF& rect, const LadderRow& row, const LadderStyle& style, bool selected = false);

} // namespace dmsc
