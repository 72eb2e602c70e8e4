// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace dmsc {

/// A row of the memory queue: the grant before and after as two bars, and the outcome with its mark.
class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit QueueDelegate(QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintBars(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index);
    static void paintOutcome(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index);
};

} // namespace dmsc
