// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/workspace.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace dmsc {

/// A short name for an MO identifier: the part of an urn or a reversed domain that people say, and its version.
[[nodiscard]] QString moShortName(std::string_view type);

/// The MOs of both sides, one a row: what each is, where it is, and how many nodes are in which state.
class MoModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TypeColumn, UriColumn, DifferColumn, OnlyDeviceColumn, OnlyCardColumn, ColumnCount };
    enum Role {
        PairRole = Qt::UserRole, ///< uint, of PairNo
        StateRole, ///< int, of PairState
        MovedRole, ///< bool
        TypeRole, ///< QString: the whole MO identifier
        DifferencesRole, ///< int: all differences in it
    };

    explicit MoModel(QObject* parent = nullptr);

    /// Looks at the workspace again.
    void update(const Workspace& workspace);
    [[nodiscard]] PairNo pairAt(int row) const; ///< kNoPair outside
    [[nodiscard]] int rowOf(PairNo pair) const; ///< of the MO that holds the pair, -1 if none does

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        PairNo pair;
        std::uint32_t end;
        QString type;
        QString uri;
        StateCounts counts;
        PairState state;
        bool moved;
    };

    [[nodiscard]] static std::vector<Row> rowsOf(const Workspace& workspace);
    [[nodiscard]] static QString text(const Row& row, int column);

    std::vector<Row> m_rows;
};

} // namespace dmsc
