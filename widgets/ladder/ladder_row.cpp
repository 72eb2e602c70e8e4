// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/ladder_row.h"

#include "model/items/handshake_step_model.h"
#include "widgets/ladder/rung.h"
#include "widgets/theme/left_to_right.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

/// More is not read in a ladder; the details show the rest.
constexpr qsizetype kMaxText = 200;
constexpr int kNumberWidth = 8; // characters
constexpr double kNameShare = 0.4; // of the room for words

QString shortText(QByteArrayView utf8)
{
    return QString::fromUtf8(utf8.first(std::min(utf8.size(), kMaxText * 4))).left(kMaxText);
}

QColor levelColor(StatusLevel level, const ThemeColors& colors, bool selected)
{
    switch (level) {
    case StatusLevel::Ok:
        return colors.mark(StatusTone::Ok, selected);
    case StatusLevel::Warning:
        return colors.mark(StatusTone::Warning, selected);
    case StatusLevel::Error:
        return colors.mark(StatusTone::Error, selected);
    case StatusLevel::None:
        break;
    }
    return QColor::fromRgb(selected ? colors.selectionText : colors.mutedText);
}

/// Technical texts after one another from the leading edge on.
class WordLine
{
public:
    WordLine(QPainter& painter, const QRectF& rect, Qt::LayoutDirection direction)
        : m_painter(painter)
        , m_rect(rect)
        , m_metrics(painter.font())
        , m_direction(direction)
    {
    }

    /// At most `width` of the room that is left; cut with an ellipsis.
    void add(const QString& text, const QColor& color, double width)
    {
        const double room = std::min(width, m_rect.width() - m_used);
        if (text.isEmpty() || room <= 0)
            return;
        const QString shown = m_metrics.elidedText(text, Qt::ElideRight, room);
        put(shown, color);
        m_used += m_metrics.horizontalAdvance(shown) + m_metrics.averageCharWidth() * 1.5;
    }
    /// Takes exactly `width`.
    void addColumn(const QString& text, const QColor& color, double width)
    {
        put(m_metrics.elidedText(text, Qt::ElideRight, width), color);
        m_used += width;
    }
    [[nodiscard]] double left() const { return std::max(0.0, m_rect.width() - m_used); }

private:
    void put(const QString& text, const QColor& color)
    {
        const bool mirrored = m_direction == Qt::RightToLeft;
        const QRectF rest = mirrored ? m_rect.adjusted(0, 0, -m_used, 0) : m_rect.adjusted(m_used, 0, 0, 0);
        const auto side = mirrored ? Qt::AlignRight : Qt::AlignLeft;
        m_painter.setPen(color);
        m_painter.drawText(rest, int(side | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine,
            leftToRight(text, m_direction));
    }

    QPainter& m_painter;
    QRectF m_rect;
    QFontMetricsF m_metrics;
    Qt::LayoutDirection m_direction;
    double m_used = 0;
};

void paintWords(QPainter& painter, const QRectF& rect, const LadderRow& row, const LadderStyle& style, bool selected)
{
    const ThemeColors& colors = *style.colors;
    const double gap = style.bandWidth() - style.laneWidth / 2 + 3 * kGrid * std::max(1.0, style.scale);
    const bool mirrored = style.direction == Qt::RightToLeft;
    const QRectF room = mirrored ? rect.adjusted(kGrid, 0, -gap, 0) : rect.adjusted(gap, 0, -kGrid, 0);
    const QColor text = QColor::fromRgb(selected ? colors.selectionText : colors.text);
    const QColor muted = QColor::fromRgb(selected ? colors.selectionText : colors.mutedText);
    painter.setFont(style.font);
    WordLine line(painter, room, style.direction);
    line.addColumn(
        QString::number(row.number.shown()), muted, QFontMetricsF(style.font).averageCharWidth() * kNumberWidth);
    const QString name = row.continuation ? QStringLiteral("\u21B3 ") + row.name : row.name;
    line.add(name, text, room.width() * kNameShare);
    line.add((levelGlyph(row.level) + u' ' + row.status).trimmed(), levelColor(row.level, colors, selected),
        room.width() * kNameShare);
    line.add(row.duration, muted, line.left());
    line.add(row.target, muted, line.left());
}

} // namespace

LadderRow ladderRow(const RecordView& record)
{
    LadderRow row;
    row.number = record.number;
    row.from = record.from == Actor::None ? record.to : record.from;
    row.to = record.to == Actor::None ? record.from : record.to;
    row.level = record.level;
    row.continuation = record.continuation;
    row.name = shortText(record.name);
    row.target = shortText(record.target);
    row.status = shortText(record.status);
    if (record.duration.count() > 0)
        row.duration = durationText(record.duration);
    return row;
}

QString ladderRowText(const LadderRow& row)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("LadderRow", source); };
    QStringList parts{text(QT_TRANSLATE_NOOP("LadderRow", "Row %1")).arg(row.number.shown())};
    parts << (row.from == row.to
            ? text(QT_TRANSLATE_NOOP("LadderRow", "at %1")).arg(laneOf(row.from).name)
            : text(QT_TRANSLATE_NOOP("LadderRow", "from %1 to %2")).arg(laneOf(row.from).name, laneOf(row.to).name));
    parts << row.name << row.target;
    if (row.level == StatusLevel::Error)
        parts << text(QT_TRANSLATE_NOOP("LadderRow", "error %1")).arg(row.status);
    else if (row.level == StatusLevel::Warning)
        parts << text(QT_TRANSLATE_NOOP("LadderRow", "warning %1")).arg(row.status);
    else
        parts << row.status;
    parts << row.duration;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString levelGlyph(StatusLevel level)
{
    switch (level) {
    case StatusLevel::Ok:
        return stepStateGlyph(StepState::Done);
    case StatusLevel::Warning:
        return QStringLiteral("\u26A0");
    case StatusLevel::Error:
        return stepStateGlyph(StepState::Failed);
    case StatusLevel::None:
        break;
    }
    return {};
}

void addActors(ActorSet& actors, const RecordView& record)
{
    actors.set(std::size_t(record.from));
    actors.set(std::size_t(record.to));
}

double LadderStyle::laneX(const QRectF& row, Actor actor) const
{
    const auto found =
        std::find_if(lanes.begin(), lanes.end(), [actor](const Lane& lane) { return lane.actor == actor; });
    if (found == lanes.end())
        return -1;
    const double offset = laneWidth * (double(found - lanes.begin()) + 0.5);
    return direction == Qt::RightToLeft ? row.right() - offset : row.left() + offset;
}

void paintLadderRow(
    QPainter& painter, const QRectF& rect, const LadderRow& row, const LadderStyle& style, bool selected)
{
    const ThemeColors& colors = *style.colors;
    const double lineWidth = std::clamp(2 * style.scale, 1.0, 3.0);
    for (const Lane& lane : style.lanes) {
        const double x = style.laneX(rect, lane.actor);
        painter.setPen(QPen(selected ? QColor::fromRgb(colors.selectionText) : lane.color(colors), lineWidth));
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    }
    const Rung rung{style.laneX(rect, row.from), style.laneX(rect, row.to), rect.center().y(),
        levelColor(row.level, colors, selected), !row.continuation,
        std::min(style.scale, rect.height() / (2.0 * kGrid))};
    if (rung.begin >= 0 && rung.end >= 0) {
        paintRung(painter, rung);
        const double device = style.laneX(rect, Actor::Device);
        if (device > std::min(rung.begin, rung.end) && device < std::max(rung.begin, rung.end))
            paintPassing(painter, rung, device, QColor::fromRgb(selected ? colors.selection : colors.base));
    }
    if (style.words)
        paintWords(painter, rect, row, style, selected);
}

} // namespace dmsc
