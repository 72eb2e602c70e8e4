// SPDX-License-Identifier: Apache-2.0
#include "model/items/field_model.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

FieldModel::FieldModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_nodes(1)
{
}

void FieldModel::setFields(std::vector<Field> fields)
{
    beginResetModel();
    m_nodes.clear();
    m_nodes.push_back({{}, 0, 0, 0, 0});
    m_nodes.front().field.children = std::move(fields);
    // Breadth first, so that the children of a node lie side by side.
    for (std::size_t at = 0; at < m_nodes.size(); ++at) {
        std::vector<Field> children = std::exchange(m_nodes[at].field.children, {});
        m_nodes[at].firstChild = m_nodes.size();
        m_nodes[at].childCount = children.size();
        int row = 0;
        for (Field& child : children) {
            m_nodes.push_back({std::move(child), at, 0, 0, row++});
        }
    }
    endResetModel();
}

const FieldModel::Node& FieldModel::nodeOf(const QModelIndex& index) const
{
    return m_nodes[index.isValid() ? index.internalId() : 0];
}

ByteRange FieldModel::bytesAt(const QModelIndex& index) const
{
    return index.isValid() ? nodeOf(index).field.bytes : ByteRange{};
}

std::uint8_t FieldModel::bitsAt(const QModelIndex& index) const
{
    return index.isValid() ? nodeOf(index).field.bits : std::uint8_t{0};
}

QModelIndex FieldModel::fieldAt(RecordPart part, std::uint32_t offset) const
{
    // Children come after their parents: the last one that covers the byte is the deepest.
    for (std::size_t at = m_nodes.size(); at-- > 1;) {
        const ByteRange& bytes = m_nodes[at].field.bytes;
        const bool whole = m_nodes[at].field.bits == 0;
        if (whole && bytes.part == part && offset >= bytes.offset && offset - bytes.offset < bytes.length) {
            return createIndex(m_nodes[at].row, Name, static_cast<quintptr>(at));
        }
    }
    return {};
}

QModelIndex FieldModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const quintptr child = nodeOf(parent).firstChild + static_cast<std::size_t>(row);
    return createIndex(row, column, child);
}

QModelIndex FieldModel::parent(const QModelIndex& child) const
{
    const std::size_t parent = child.isValid() ? nodeOf(child).parent : 0;
    return parent == 0 ? QModelIndex() : createIndex(m_nodes[parent].row, 0, static_cast<quintptr>(parent));
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).childCount);
}

int FieldModel::columnCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : ColumnCount;
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Field& field = nodeOf(index).field;
    const QString& text = index.column() == Name ? field.name : field.value;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text;
    case Qt::AccessibleTextRole:
        return text.isEmpty() ? QCoreApplication::translate("FieldModel", "none") : text;
    case LevelRole:
        return static_cast<int>(field.level);
    default:
        return {};
    }
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    return section == Name ? QCoreApplication::translate("FieldModel", "Field")
                           : QCoreApplication::translate("FieldModel", "Value");
}

} // namespace dmsc
