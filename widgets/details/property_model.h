// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/details/node_view.h"

#include <QAbstractTableModel>
#include <QColor>
#include <QString>

#include <optional>
#include <vector>

namespace dmsc {

/// The run-time properties of both sides of a pair (TND 8.3), one a row; those that differ are marked.
class PropertyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Device, Card, ColumnCount };
    enum Role { DiffersRole = Qt::UserRole };

    explicit PropertyModel(QObject* parent = nullptr);

    void setPair(const PairView& pair);
    /// Ground and glyph colour of properties that differ.
    void setMarkColours(const QColor& ground, const QColor& glyph);

    /// What an edit of this row changes; nothing where the row follows from others (URI, Size, TStamp, VerNo, ...).
    [[nodiscard]] std::optional<Property> propertyAt(int row) const;
    [[nodiscard]] static std::optional<Side> sideAt(int column);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        QString device;
        QString card;
        std::optional<Property> property;
        bool fixedWidth = false;
        bool differs = false;
    };

    [[nodiscard]] QString accessibleText(const Row& row, int column) const;

    std::vector<Row> m_rows;
    bool m_both = false;
    QColor m_ground;
    QColor m_glyph;
};

} // namespace dmsc
