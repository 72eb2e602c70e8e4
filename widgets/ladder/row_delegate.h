// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/ladder/ladder_row.h"

#include <QStyledItemDelegate>

namespace dmsc {

/// Paints the rows of a LadderRowModel as rungs.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] LadderStyle& style() { return m_style; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    LadderStyle m_style; ///< but for colours and direction, which the view's option has
};

} // namespace dmsc
