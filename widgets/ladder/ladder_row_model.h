// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/log_model.h"
#include "widgets/ladder/ladder_row.h"

#include <QIdentityProxyModel>
#include <QPointer>

namespace dmsc {

/// The rows that a log shows, each in one cell: what people read of it, and what the ladder paints.
class LadderRowModel : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    void setLog(LogModel* log);
    [[nodiscard]] LogModel* log() const { return m_log; }
    [[nodiscard]] LadderRow rowAt(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QPointer<LogModel> m_log;
};

} // namespace dmsc
