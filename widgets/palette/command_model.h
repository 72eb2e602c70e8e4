// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/palette/action_registry.h"

#include <QAbstractListModel>

#include <vector>

namespace dmsc {

/// The actions that a query finds, best first, those that can run now before the others.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ShortcutRole = Qt::UserRole, WhyNotRole };

    explicit CommandModel(const ActionRegistry& registry, QObject* parent = nullptr);

    void setQuery(const QString& query);
    [[nodiscard]] QAction* actionAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    const ActionRegistry& m_registry;
    std::vector<QAction*> m_found;
};

} // namespace dmsc
