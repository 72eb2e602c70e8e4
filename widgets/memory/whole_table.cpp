// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/whole_table.h"

#include <QHeaderView>

#include <algorithm>

namespace dmsc {

void WholeTable::updateGeometries()
{
    QHeaderView* header = horizontalHeader();
    int needed = 0;
    for (int column = 0; column < header->count(); ++column) {
        const bool byContent = header->sectionResizeMode(column) == QHeaderView::ResizeToContents;
        if (!isColumnHidden(column))
            needed +=
                byContent ? std::max(sizeHintForColumn(column), header->sectionSizeHint(column)) : columnWidth(column);
    }
    const bool fits = needed <= viewport()->width();
    if (fits != header->stretchLastSection())
        header->setStretchLastSection(fits);
    QTableView::updateGeometries();
}

} // namespace dmsc
