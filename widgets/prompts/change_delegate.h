// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace dmsc {

/// A row of a prompt's small diff: glyph and word, what, where, and what becomes what; before it its check mark where
/// some can be accepted alone.
class ChangeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ChangeDelegate(QAbstractItemView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    [[nodiscard]] QRect wordsRect(const QStyleOptionViewItem& option, const QModelIndex& index) const;

    QAbstractItemView* m_view;
};

} // namespace dmsc
