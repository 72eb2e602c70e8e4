// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/compare_recordings.h"

#include <QAbstractTableModel>

#include <vector>

namespace dmsc {

/// In which fields a pair of rows differs.
class FieldDifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Left, Right, Why, ColumnCount };
    enum Role {
        AgreementRole = Qt::UserRole, ///< Agreement as int
        ExpectedRole, ///< bool
    };

    explicit FieldDifferenceModel(QObject* parent = nullptr);

    void set(std::vector<FieldDifference> fields);
    [[nodiscard]] const FieldDifference& at(int row) const { return m_fields[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString cell(const FieldDifference& field, int column);

    std::vector<FieldDifference> m_fields;
};

} // namespace dmsc
