// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace dmsc {

/// A table whose last column takes what room is left, but is never cut: where there is too little, the table scrolls.
class WholeTable : public QTableView
{
    Q_OBJECT

public:
    using QTableView::QTableView;

    /// A column that shows only where there is room for all.
    void setSpareColumn(int column) { m_spare = column; }

protected:
    void updateGeometries() override;

private:
    [[nodiscard]] int needed(int column) const;

    int m_spare = -1;
};

} // namespace dmsc
