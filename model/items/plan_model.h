// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/plan.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace dmsc {

/// The operations of a plan, one a row, and what the peer answered to each when it was applied.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SideColumn, KindColumn, UriColumn, PropertyColumn, ChangeColumn, ResultColumn, ColumnCount };
    enum Role {
        SideRole = Qt::UserRole, ///< int, of Side
        KindRole, ///< int, of Operation::Kind
        StatusRole, ///< int: SyncML status code, 0 = not applied
        FailedRole, ///< bool: applied and refused
    };

    explicit PlanModel(QObject* parent = nullptr);

    /// Results of operations that stay at their place are kept.
    void setPlan(const Plan& plan);
    /// What the peer answered to the operation at this row.
    void setResult(int row, int status, const QString& answer);
    void clearResults();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        Operation operation;
        int status = 0;
        QString answer;
    };

    [[nodiscard]] static QString text(const Row& row, int column);

    std::vector<Row> m_rows;
};

} // namespace dmsc
