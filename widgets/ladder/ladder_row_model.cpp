// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/ladder_row_model.h"

namespace dmsc {

void LadderRowModel::setLog(LogModel* log)
{
    m_log = log;
    setSourceModel(log);
}

LadderRow LadderRowModel::rowAt(int row) const
{
    return ladderRow(m_log->store().at(m_log->recordAt(row)));
}

int LadderRowModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_log == nullptr ? 0 : 1;
}

QVariant LadderRowModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || m_log == nullptr || index.row() >= m_log->rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return rowAt(index.row()).name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return ladderRowText(rowAt(index.row()));
    default:
        return {};
    }
}

} // namespace dmsc
