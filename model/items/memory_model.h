// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/memory_queue.h"
#include "model/items/memory_rows.h"

#include <QAbstractTableModel>

#include <vector>

namespace dmsc {

/// How a card's memory is divided, one part a row in the order of the bar, with what the queue would make of it.
class MemoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, UsedColumn, GrantedColumn, LimitColumn, PendingColumn, RoleColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int, of MemoryRow::Kind
        EntityRole, ///< QString, empty where the row is no entity's
        PendingRole, ///< bool: the queue changes the row's size
        OwnRole, ///< bool: the entity that asks
    };

    explicit MemoryModel(QObject* parent = nullptr);

    /// The card as it is and as it would be after the queue.
    void setMaps(const MemoryMap& now, const MemoryMap& after);
    [[nodiscard]] const std::vector<MemoryRow>& rows() const { return m_now; }
    [[nodiscard]] const std::vector<MemoryRow>& rowsAfter() const { return m_after; }
    [[nodiscard]] bool hasPending() const; ///< the queue changes a row's size
    [[nodiscard]] int rowOf(std::string_view entity) const; ///< -1 if there is none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using SizeText = QString (*)(Blocks, std::uint32_t);
    [[nodiscard]] QString text(std::size_t row, int column, SizeText sizeText) const;
    [[nodiscard]] bool isPending(std::size_t row) const { return m_now[row].size != m_after[row].size; }

    std::uint32_t m_blockSize = 0;
    std::vector<MemoryRow> m_now;
    std::vector<MemoryRow> m_after; ///< the same rows
};

} // namespace dmsc
