// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace dmsc {

/// A table whose last column takes what room is left, but is never cut: where there is too little, it scrolls.
class WholeTable : public QTableView
{
    Q_OBJECT

public:
    using QTableView::QTableView;

protected:
    void updateGeometries() override;
};

} // namespace dmsc
