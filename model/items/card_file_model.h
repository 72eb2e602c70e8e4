// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/uicc/card_file.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace dmsc {

/// The files of one card as they hang in each other (ETSI TS 102 221 8.2). Replacing the tree by one with the same
/// paths changes rows where they stand, so that what was expanded and chosen stays so.
class CardFileModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, IdColumn, StructureColumn, SizeColumn, ReadColumn, UpdateColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< QString
        KindRole, ///< int, of CardFileKind
        FindingsRole, ///< int: how many
        MoTypeRole, ///< QString: URN of the MO that the file carries, empty for other files
        FilterRole, ///< QString: everything that a filter may look for
    };

    explicit CardFileModel(QObject* parent = nullptr);

    /// Null for none. A file whose parent does not stand before it is taken as one below the MF.
    void setTree(std::shared_ptr<const CardFileTree> tree);
    [[nodiscard]] const CardFileTree* tree() const { return m_tree.get(); }
    /// Null for an index that is not of this model.
    [[nodiscard]] const CardFile* file(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& path) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node
    {
        int parent = -1; ///< index of a file, -1 at the top
        int row = 0;
        std::vector<int> children;
    };

    [[nodiscard]] const std::vector<int>& childrenOf(const QModelIndex& parent) const;
    [[nodiscard]] bool hasSamePaths(const CardFileTree* other) const;

    std::shared_ptr<const CardFileTree> m_tree;
    std::vector<Node> m_nodes; ///< as m_tree->files
    std::vector<int> m_tops;
};

} // namespace dmsc
