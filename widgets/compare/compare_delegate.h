// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/side.h"
#include "widgets/theme/colors.h"

#include <QIcon>
#include <QStyledItemDelegate>

#include <array>
#include <optional>

namespace dmsc {

/// Draws a row of the comparison: indent and branch arrow, name and value per side, a hatched gap where a side has no
/// such node, the state as glyph and word, and the two copy buttons on the row that is pointed at or current.
class CompareDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CompareDelegate(QObject* parent = nullptr);

    /// The row whose copy buttons show besides the current one, -1 for none.
    void setHoverRow(int row) { m_hoverRow = row; }
    /// The half of the current row that is framed.
    void setCurrentSide(Side side);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Where the branch arrow is within a name cell; empty for a row without children.
    [[nodiscard]] static QRect branchRect(const QRect& cell, const QModelIndex& index, bool mirrored);
    /// Where the button that copies to a side is within a State cell.
    [[nodiscard]] static QRect buttonRect(const QRect& cell, Side to, bool mirrored);
    /// Could a copy to this side change anything?
    [[nodiscard]] static bool canCopy(const QModelIndex& index, Side to);

private:
    void paintGap(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintNode(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintState(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    int m_hoverRow = -1;
    Side m_currentSide = Side::Device;
    QIcon m_right, m_down, m_toLeft, m_toRight;
};

/// The tone that stands for a row's own state.
[[nodiscard]] StateTone toneOf(const QModelIndex& index);

} // namespace dmsc
