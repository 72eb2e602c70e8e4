// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme/colors.h"

#include <QStyledItemDelegate>

#include <optional>

namespace dmsc {

/// Cells of what stands side by side: coloured by how both agree, hatched where a side has nothing.
class PairDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `agreementRole` gives an Agreement as int; `gapRole` a bool.
    PairDelegate(int agreementRole, std::optional<int> gapRole, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] StateTone toneOf(const QModelIndex& index) const;

    int m_agreementRole;
    std::optional<int> m_gapRole;
};

} // namespace dmsc
