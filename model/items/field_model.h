// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/decode.h"

#include <QAbstractItemModel>

#include <cstdint>
#include <vector>

namespace dmsc {

/// The decoded fields of one record as a tree of two columns. Takes the fields by value.
class FieldModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };
    enum Role { LevelRole = Qt::UserRole };

    explicit FieldModel(QObject* parent = nullptr);

    void setFields(std::vector<Field> fields);
    /// The bytes that a field was read from; length 0 when it stands for none.
    [[nodiscard]] ByteRange bytesAt(const QModelIndex& index) const;
    /// The bits of that one byte that a field was read from; 0: whole bytes.
    [[nodiscard]] std::uint8_t bitsAt(const QModelIndex& index) const;
    /// The deepest field over a byte, of those that have all of it.
    [[nodiscard]] QModelIndex fieldAt(RecordPart part, std::uint32_t offset) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// The tree in one array, children side by side: an index carries its place in it.
    struct Node
    {
        Field field;
        std::size_t parent;
        std::size_t firstChild;
        std::size_t childCount;
        int row;
    };

    [[nodiscard]] const Node& nodeOf(const QModelIndex& index) const;

    std::vector<Node> m_nodes; ///< 0 is the root, which is not shown
};

} // namespace dmsc
