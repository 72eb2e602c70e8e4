// SPDX-License-Identifier: Apache-2.0
// AllocationBar: what it looks like.
#include "widgets/memory/allocation_bar.h"
#include "widgets/memory/allocation_handle.h"
#include "widgets/theme/grid.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace dmsc {

namespace {

constexpr int kNowHeight = kGrid; // of the bar as it is now, while something waits
constexpr int kTick = kHalfGrid; // of a limit, into the bar and out of it

} // namespace

void AllocationBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_wanted.empty())
        return;
    const int above = isPending() ? kNowHeight + kHalfGrid : 0;
    for (int row = 0; row < int(m_wanted.size()); ++row) {
        const QRect rect = segmentRect(row).adjusted(0, above, 0, 0);
        if (rect.width() > 0)
            paintSegment(painter, rect, m_wanted[std::size_t(row)], m_layout.pixelsPerBlock);
    }
    if (isPending())
        paintNow(painter);
    paintGhost(painter);
    paintLimits(painter);
    paintLabels(painter);
    if (const QRect rect = segmentRect(m_current); rect.width() > 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor::fromRgb(colorsFor(palette()).accent), 2));
        painter.drawRect(rect.adjusted(1, above + 1, -1, -1));
    }
}

void AllocationBar::paintSegment(
    QPainter& painter, const QRect& rect, const MemoryRow& row, double pixelsPerBlock) const
{
    const ThemeColors& colors = colorsFor(palette());
    const QColor mark = colors.mark(allocationTone(row));
    const QRect inner = rect.adjusted(0, 0, -1, -1); // a pen's width belongs to it
    painter.setPen(row.kind == MemoryRow::Kind::Entity ? mark : QColor::fromRgb(colors.border));
    switch (row.kind) {
    case MemoryRow::Kind::System:
        painter.setBrush(mark);
        break;
    case MemoryRow::Kind::Reserve:
        painter.setBrush(QBrush(mark, Qt::DiagCrossPattern));
        break;
    case MemoryRow::Kind::Others:
        painter.setBrush(QBrush(mark, Qt::Dense6Pattern));
        break;
    case MemoryRow::Kind::Free:
        painter.setBrush(QColor::fromRgb(colors.base));
        break;
    case MemoryRow::Kind::Entity:
        painter.setBrush(colors.row(allocationTone(row)));
        break;
    }
    painter.drawRect(inner);
    if (row.kind != MemoryRow::Kind::Entity || row.used == Blocks{} || row.size == Blocks{})
        return;
    // Of a part that is wider than to scale, the same share.
    const double share = std::min(1.0, double(number(row.used)) / double(number(row.size)));
    const double wide = std::max(share * inner.width(), std::min(2.0, pixelsPerBlock * 2));
    QRect used(inner.x() + 1, inner.y() + 1, std::max(1, int(std::lround(wide)) - 1), inner.height() - 1);
    if (isRightToLeft())
        used.moveRight(inner.right() - 1);
    painter.fillRect(used, QBrush(mark, Qt::BDiagPattern));
    const int edge = isRightToLeft() ? used.left() : used.right();
    painter.drawLine(edge, used.top(), edge, used.bottom());
}

void AllocationBar::paintNow(QPainter& painter) const
{
    const QRect bar = barRect();
    const AllocationLayout now = layOutAllocation(m_now, bar.width());
    for (std::size_t i = 0; i < m_now.size(); ++i) {
        const QRect rect = mirrored({bar.x() + now.spans[i].x, bar.y(), now.spans[i].width, kNowHeight});
        if (rect.width() > 0)
            paintSegment(painter, rect, m_now[i], now.pixelsPerBlock);
    }
}

void AllocationBar::paintLabels(QPainter& painter) const
{
    const ThemeColors& colors = colorsFor(palette());
    int free = -1; // nothing is written left of here
    for (int row = 0; row < int(m_wanted.size()); ++row) {
        const MemoryRow& part = m_wanted[std::size_t(row)];
        const AllocationSpan span = m_layout.spans[std::size_t(row)];
        if (span.width == 0)
            continue;
        QFont font = painter.font();
        font.setBold(row == m_current);
        painter.setFont(font);
        const QFontMetrics metrics(font);
        const QString glyph(memoryGlyph(part));
        const QString full = glyph + QLatin1Char(' ') + memoryRowName(part);
        const int begin = barRect().x() + span.x;
        const bool fits = metrics.horizontalAdvance(full) <= span.width;
        const QString text = fits ? full : glyph;
        const int wide = metrics.horizontalAdvance(text);
        const int x = fits ? begin : begin + (span.width - wide) / 2;
        if (x <= free)
            continue; // the table has it
        free = x + wide;
        const QRect rect = mirrored({x, 0, wide + 1, metrics.height()});
        painter.setPen(row == m_current ? QColor::fromRgb(colors.text) : colors.mark(allocationTone(part)));
        painter.drawText(rect, Qt::AlignCenter, text);
    }
}

void AllocationBar::paintLimits(QPainter& painter) const
{
    const ThemeColors& colors = colorsFor(palette());
    const QRect bar = barRect();
    const int below = bar.bottom() + 1;
    std::vector<int> marked; // where glyphs stand already
    for (std::size_t i = 0; i < m_wanted.size(); ++i) {
        const MemoryRow& row = m_wanted[i];
        if (row.kind != MemoryRow::Kind::Entity)
            continue;
        const AllocationSpan span = m_layout.spans[i];
        const double beyond = (double(number(row.limit)) - double(number(row.size))) * m_layout.pixelsPerBlock;
        const double end = std::min(bar.x() + span.x + span.width + beyond, double(bar.right()));
        const int at = isRightToLeft() ? width() - int(end) - 1 : int(end);
        const bool current = int(i) == m_current;
        painter.setPen(QPen(colors.mark(allocationTone(row)), current ? 2 : 1));
        painter.drawLine(at, current ? bar.top() : below - kTick, at, below + kTick);
        const QString glyph(memoryGlyph(row));
        const int wide = painter.fontMetrics().horizontalAdvance(glyph);
        const bool free =
            std::none_of(marked.begin(), marked.end(), [&](int other) { return std::abs(other - at) <= wide; });
        if (!free && !current)
            continue; // the tool tip and the table have it
        const int left = std::clamp(at - wide / 2, 0, std::max(0, width() - wide));
        painter.drawText(left, below + kTick + painter.fontMetrics().ascent() - 2, glyph);
        marked.push_back(at);
    }
}

void AllocationBar::paintGhost(QPainter& painter) const
{
    if (!m_ghost)
        return;
    const auto found = std::find_if(m_wanted.begin(), m_wanted.end(),
        [this](const MemoryRow& row) { return row.kind == MemoryRow::Kind::Entity && row.entity == m_ghost->entity; });
    if (found == m_wanted.end())
        return;
    const ThemeColors& colors = colorsFor(palette());
    const AllocationSpan span = m_layout.spans[std::size_t(found - m_wanted.begin())];
    const QRect bar = barRect();
    const double size = double(number(found->size));
    const double share = size > 0 ? std::min(1.0, double(number(found->used)) / size) : 0;
    const double perBlock = size > 0 ? span.width / size : m_layout.pixelsPerBlock;
    const auto part = [&](double from, double blocks, double scale, StateTone tone) {
        const int wide = std::max(4, int(std::lround(blocks * scale)));
        const QRect rect = mirrored({int(std::lround(from)), bar.y() + kGrid, wide, bar.height() - 2 * kGrid});
        painter.setBrush(colors.row(tone));
        painter.setPen(QPen(colors.mark(tone), 2, Qt::DotLine));
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    };
    const double missing = double(number(m_ghost->missing));
    const double fits = double(number(m_ghost->needed)) - missing;
    if (fits > 0)
        part(bar.x() + span.x + share * span.width, fits, perBlock, allocationTone(*found));
    if (missing > 0)
        part(bar.x() + span.x + span.width, missing, m_layout.pixelsPerBlock, StateTone::Conflict);
}

} // namespace dmsc
