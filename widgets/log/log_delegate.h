// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStyledItemDelegate>

namespace dmsc {

/// Colours the status of a row by its level and the direction by its side, draws the sign of a group beside its number,
/// and frames what is searched for.
class LogDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Empty: nothing is framed.
    void setSearched(const QString& text) { m_searched = text; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Where in the cell of its number the sign of a group is.
    [[nodiscard]] static QRect signRect(const QRect& cell, Qt::LayoutDirection direction);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintSign(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void frameSearched(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    QString m_searched;
};

} // namespace dmsc
