// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/whole_table.h"

#include <QHeaderView>

#include <algorithm>

namespace dmsc {

int WholeTable::needed(int column) const
{
    const QHeaderView& header = *horizontalHeader();
    if (header.sectionResizeMode(column) != QHeaderView::ResizeToContents)
        return columnWidth(column);
    return std::max(sizeHintForColumn(column), header.sectionSizeHint(column));
}

void WholeTable::updateGeometries()
{
    QHeaderView* header = horizontalHeader();
    const int spare = m_spare < 0 ? 0 : needed(m_spare);
    int others = 0;
    for (int column = 0; column < header->count(); ++column)
        if (column != m_spare && !isColumnHidden(column))
            others += needed(column);
    const int room = viewport()->width();
    if (m_spare >= 0 && isColumnHidden(m_spare) != (others + spare > room))
        setColumnHidden(m_spare, others + spare > room);
    const bool fits = others <= room; // with the spare column, if that shows
    if (fits != header->stretchLastSection())
        header->setStretchLastSection(fits);
    QTableView::updateGeometries();
}

} // namespace dmsc
