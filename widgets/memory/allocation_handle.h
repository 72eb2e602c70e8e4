// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"

#include <QWidget>

namespace dmsc {

class AllocationBar;

/// The end of an entity's segment, to be dragged, or moved by keys: arrows one block, Page 16, Home and End to the
/// bounds. Escape while dragging puts it back.
class AllocationHandle : public QWidget
{
    Q_OBJECT

public:
    AllocationHandle(AllocationBar& bar, int row);

    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] Blocks value() const;
    [[nodiscard]] Blocks least() const;
    [[nodiscard]] Blocks most() const;
    /// As by a key; for keys and for assistive programs. Within the bounds.
    void moveTo(Blocks blocks);

    static constexpr int kWidth = 10; ///< px
    static constexpr int kPage = 16; ///< blocks

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] Blocks bounded(double blocks) const;

    AllocationBar& m_bar;
    int m_row;
    bool m_dragging = false;
    double m_pressedAt = 0; ///< px on the screen
    double m_pixelsPerBlock = 0; ///< when it was pressed: the scale must not run away under the pointer
    Blocks m_before{};
    Blocks m_moved{};
};

} // namespace dmsc
