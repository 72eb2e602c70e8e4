// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/allocation_bar.h"

#include "model/items/compare_model.h"
#include "widgets/memory/allocation_access.h"
#include "widgets/memory/allocation_handle.h"
#include "widgets/theme/grid.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kBarHeight = 4 * kGrid;
constexpr int kMargin = AllocationHandle::kWidth / 2; // so that a handle at either end is whole

} // namespace

AllocationBar::AllocationBar(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("allocationBar"));
    setAccessibleName(tr("Memory of the card, to scale"));
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QAccessible::installFactory(accessibleAllocation);
}

void AllocationBar::setRows(std::vector<MemoryRow> now, std::vector<MemoryRow> wanted,
    std::vector<std::optional<AllocationRange>> ranges, std::uint32_t blockSize)
{
    const std::vector<MemoryRow> before = std::move(m_wanted);
    m_now = std::move(now);
    m_wanted = std::move(wanted);
    m_ranges = std::move(ranges);
    m_blockSize = blockSize;
    m_ranges.resize(m_wanted.size());
    m_handles.resize(std::max(m_handles.size(), m_wanted.size()));
    for (std::size_t i = 0; i < m_handles.size(); ++i) {
        const bool movable = i < m_wanted.size() && m_ranges[i];
        if (movable && m_handles[i] == nullptr)
            m_handles[i] = new AllocationHandle(*this, int(i));
        else if (!movable && m_handles[i] != nullptr)
            delete std::exchange(m_handles[i], nullptr);
        if (!movable)
            continue;
        m_handles[i]->setAccessibleName(tr("Memory granted to %1").arg(memoryRowName(m_wanted[i])));
        if (i < before.size() && before[i].size != m_wanted[i].size) {
            QAccessibleValueChangeEvent changed(m_handles[i], qulonglong(number(m_wanted[i].size)));
            QAccessible::updateAccessibility(&changed);
        }
    }
    layOut();
}

void AllocationBar::setCurrentRow(int row)
{
    m_current = row;
    update();
}

void AllocationBar::setGhost(const std::optional<AllocationGhost>& ghost)
{
    m_ghost = ghost;
    update();
}

AllocationHandle* AllocationBar::handle(int row) const
{
    return row >= 0 && std::size_t(row) < m_handles.size() ? m_handles[std::size_t(row)] : nullptr;
}

std::optional<AllocationRange> AllocationBar::range(int row) const
{
    return row >= 0 && std::size_t(row) < m_ranges.size() ? m_ranges[std::size_t(row)] : std::nullopt;
}

bool AllocationBar::isPending() const
{
    return !std::equal(m_now.begin(), m_now.end(), m_wanted.begin(), m_wanted.end(),
        [](const MemoryRow& a, const MemoryRow& b) { return a.size == b.size; });
}

// --- where things are

QSize AllocationBar::sizeHint() const
{
    return {80 * kGrid, fontMetrics().height() + kHalfGrid + kBarHeight + kHalfGrid + fontMetrics().height()};
}

QSize AllocationBar::minimumSizeHint() const
{
    return {30 * kGrid, sizeHint().height()};
}

QRect AllocationBar::barRect() const
{
    return {kMargin, fontMetrics().height() + kHalfGrid, std::max(0, width() - 2 * kMargin), kBarHeight};
}

QRect AllocationBar::mirrored(const QRect& rect) const
{
    return isRightToLeft() ? QRect(width() - rect.x() - rect.width(), rect.y(), rect.width(), rect.height()) : rect;
}

QRect AllocationBar::segmentRect(int row) const
{
    if (row < 0 || std::size_t(row) >= m_layout.spans.size())
        return {};
    const AllocationSpan span = m_layout.spans[std::size_t(row)];
    const QRect bar = barRect();
    return mirrored({bar.x() + span.x, bar.y(), span.width, bar.height()});
}

int AllocationBar::rowAt(const QPoint& position) const
{
    for (int row = 0; row < int(m_wanted.size()); ++row) {
        const QRect rect = segmentRect(row);
        if (position.x() >= rect.left() && position.x() <= rect.right())
            return row;
    }
    return -1;
}

void AllocationBar::layOut()
{
    m_layout = layOutAllocation(m_wanted, barRect().width());
    placeHandles();
    update();
}

void AllocationBar::placeHandles()
{
    QWidget* before = this; // where they come in the order of Tab
    for (std::size_t i = 0; i < m_handles.size(); ++i) {
        AllocationHandle* handle = m_handles[i];
        if (handle == nullptr)
            continue;
        const AllocationSpan span = m_layout.spans[i];
        const QRect bar = barRect();
        const int end = bar.x() + span.x + span.width;
        handle->setGeometry(mirrored(
            {end - AllocationHandle::kWidth / 2, bar.y() - 2, AllocationHandle::kWidth, bar.height() + kHalfGrid}));
        handle->show();
        setTabOrder(before, handle);
        before = handle;
    }
}

void AllocationBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void AllocationBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        layOut();
    }
}

// --- words

QString AllocationBar::rowText(int row) const
{
    if (row < 0 || std::size_t(row) >= m_wanted.size())
        return {};
    const MemoryRow& wanted = m_wanted[std::size_t(row)];
    const MemoryRow& now = m_now[std::size_t(row)];
    QStringList parts{tr("%1, %2: %3", "part, role, size")
                          .arg(memoryRowName(wanted), memoryRowRole(wanted), blocksText(wanted.size, m_blockSize))};
    if (wanted.size != now.size)
        parts << tr("before %1 (%2)").arg(blocksText(now.size, m_blockSize), blockDifference(now.size, wanted.size));
    if (wanted.kind == MemoryRow::Kind::Entity) {
        parts << tr("used %1").arg(blocksText(wanted.used, m_blockSize));
        parts << tr("at most %1 by the issuer's policy").arg(blocksText(wanted.limit, m_blockSize));
    }
    return parts.join(QStringLiteral("; "));
}

QString AllocationBar::freeText() const
{
    const auto free = std::find_if(
        m_wanted.begin(), m_wanted.end(), [](const MemoryRow& row) { return row.kind == MemoryRow::Kind::Free; });
    return free == m_wanted.end() ? QString() : tr("free after this: %1").arg(blocksText(free->size, m_blockSize));
}

// --- mouse

void AllocationBar::mousePressEvent(QMouseEvent* event)
{
    if (const int row = rowAt(event->position().toPoint()); row >= 0)
        Q_EMIT rowChosen(row);
}

bool AllocationBar::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = rowText(rowAt(help->pos()));
    text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), this);
    return true;
}

void AllocationBar::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_wanted.empty() && event->mimeData()->hasFormat(QString::fromLatin1(CompareModel::kMimeType)))
        event->acceptProposedAction();
}

void AllocationBar::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    Q_EMIT dropped(event->mimeData());
}

} // namespace dmsc
