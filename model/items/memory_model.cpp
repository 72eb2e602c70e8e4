// SPDX-License-Identifier: Apache-2.0
#include "model/items/memory_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<const char*, MemoryModel::ColumnCount> kMemoryHeaders = {
    QT_TRANSLATE_NOOP("MemoryModel", "Part"),
    QT_TRANSLATE_NOOP("MemoryModel", "Used (blocks)"),
    QT_TRANSLATE_NOOP("MemoryModel", "Granted (blocks)"),
    QT_TRANSLATE_NOOP("MemoryModel", "At most (blocks)"),
    QT_TRANSLATE_NOOP("MemoryModel", "After the queue"),
    QT_TRANSLATE_NOOP("MemoryModel", "Role"),
};

bool sameRow(const MemoryRow& a, const MemoryRow& b)
{
    return a.kind == b.kind && a.entity == b.entity;
}

bool isNumber(int column)
{
    return column >= MemoryModel::UsedColumn && column <= MemoryModel::PendingColumn;
}

} // namespace

MemoryModel::MemoryModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void MemoryModel::setMaps(const MemoryMap& now, const MemoryMap& after)
{
    std::vector<MemoryRow> rows = memoryRows(now);
    std::vector<MemoryRow> later = memoryRows(after);
    if (later.size() != rows.size())
        later = rows;
    const bool same =
        m_blockSize == now.blockSize && std::equal(rows.begin(), rows.end(), m_now.begin(), m_now.end(), sameRow);
    if (!same)
        beginResetModel();
    m_blockSize = now.blockSize;
    m_now = std::move(rows);
    m_after = std::move(later);
    if (!same)
        endResetModel();
    else if (!m_now.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool MemoryModel::hasPending() const
{
    return !std::equal(m_now.begin(), m_now.end(), m_after.begin(), m_after.end(),
        [](const MemoryRow& now, const MemoryRow& after) { return now.size == after.size; });
}

int MemoryModel::rowOf(std::string_view entity) const
{
    const auto found = std::find_if(m_now.begin(), m_now.end(),
        [&](const MemoryRow& row) { return row.kind == MemoryRow::Kind::Entity && row.entity == entity; });
    return found == m_now.end() ? -1 : static_cast<int>(found - m_now.begin());
}

int MemoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_now.size());
}

int MemoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MemoryModel::text(std::size_t row, int column, SizeText sizeText) const
{
    const MemoryRow& now = m_now[row];
    const bool entity = now.kind == MemoryRow::Kind::Entity;
    switch (column) {
    case NameColumn:
        return memoryGlyph(now) + QLatin1Char(' ') + memoryRowName(now);
    case RoleColumn:
        return memoryRowRole(now);
    case UsedColumn:
        return entity ? sizeText(now.used, m_blockSize) : QString();
    case GrantedColumn:
        return sizeText(now.size, m_blockSize);
    case LimitColumn:
        return entity ? sizeText(now.limit, m_blockSize) : QString();
    case PendingColumn:
        return isPending(row) ? QStringLiteral("%1 (%2)").arg(
                   sizeText(m_after[row].size, m_blockSize), blockDifference(now.size, m_after[row].size))
                              : QString();
    default:
        return {};
    }
}

QVariant MemoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column(), shortBlocksText);
    case Qt::ToolTipRole:
        return text(row, index.column(), blocksText);
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString cell =
            index.column() == NameColumn ? memoryRowName(m_now[row]) : text(row, index.column(), blocksText);
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            cell.isEmpty() ? QCoreApplication::translate("MemoryModel", "none") : cell);
    }
    case KindRole:
        return static_cast<int>(m_now[row].kind);
    case EntityRole:
        return QString::fromStdString(m_now[row].entity);
    case PendingRole:
        return isPending(row);
    case OwnRole:
        return m_now[row].own;
    default:
        return {};
    }
}

QVariant MemoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QCoreApplication::translate("MemoryModel", kMemoryHeaders.at(static_cast<std::size_t>(section)));
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace dmsc
