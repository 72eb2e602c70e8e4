// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/memory/allocation_layout.h"

#include <QMimeData>
#include <QWidget>

#include <optional>
#include <vector>

namespace dmsc {

class AllocationHandle;

/// Between which bounds a row's grant can be moved now; none: not by us.
struct AllocationRange
{
    Blocks least{};
    Blocks most{};
    friend bool operator==(const AllocationRange&, const AllocationRange&) = default;
};

/// Where something that is to be stored would go: behind what its entity uses.
struct AllocationGhost
{
    std::string entity;
    Blocks needed{};
    Blocks missing{}; ///< of them; what lies beyond the grant
    friend bool operator==(const AllocationGhost&, const AllocationGhost&) = default;
};

/// A card's memory to scale: one segment a part, the used part hatched inside what is granted, the issuer's limits as
/// ticks below, and above it, while a change waits, the bar as it is now. Between the segments there are handles.
class AllocationBar : public QWidget
{
    Q_OBJECT

public:
    explicit AllocationBar(QWidget* parent = nullptr);

    /// The parts as they are and as they are wanted (the same parts), and the bounds of each.
    void setRows(std::vector<MemoryRow> now, std::vector<MemoryRow> wanted,
        std::vector<std::optional<AllocationRange>> ranges, std::uint32_t blockSize);
    void setCurrentRow(int row);
    void setGhost(const std::optional<AllocationGhost>& ghost);

    [[nodiscard]] const std::vector<MemoryRow>& rows() const { return m_wanted; }
    [[nodiscard]] std::uint32_t blockSize() const { return m_blockSize; }
    [[nodiscard]] QRect segmentRect(int row) const; ///< empty for a part that does not show
    [[nodiscard]] AllocationHandle* handle(int row) const; ///< null where nothing can be moved
    [[nodiscard]] std::optional<AllocationRange> range(int row) const;
    [[nodiscard]] double pixelsPerBlock() const { return m_layout.pixelsPerBlock; }
    [[nodiscard]] QString rowText(int row) const; ///< "dms, DM server: 100 blocks, 25.0 kB granted, ..."
    /// "free after this: ..."
    [[nodiscard]] QString freeText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowChosen(int row);
    /// A handle moves: show what that would give. Ends with wanted() or abandoned().
    void moving(int row, qulonglong blocks);
    void wanted(int row, qulonglong blocks);
    void abandoned();
    void dropped(const QMimeData* data);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    void placeHandles();
    [[nodiscard]] QRect mirrored(const QRect& rect) const;
    [[nodiscard]] QRect barRect() const;
    [[nodiscard]] int rowAt(const QPoint& position) const;
    [[nodiscard]] bool isPending() const;
    void paintSegment(QPainter& painter, const QRect& rect, const MemoryRow& row, double pixelsPerBlock) const;
    void paintNow(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    void paintLimits(QPainter& painter) const;
    void paintGhost(QPainter& painter) const;

    std::vector<MemoryRow> m_now;
    std::vector<MemoryRow> m_wanted;
    std::vector<std::optional<AllocationRange>> m_ranges;
    std::vector<AllocationHandle*> m_handles; ///< by row
    std::optional<AllocationGhost> m_ghost;
    AllocationLayout m_layout;
    std::uint32_t m_blockSize = 0;
    int m_current = -1;
};

} // namespace dmsc
