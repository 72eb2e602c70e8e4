// SPDX-License-Identifier: Apache-2.0
#include "widgets/sync/conflict_delegate.h"

#include "model/items/conflict_model.h"
#include "widgets/theme/colors.h"

namespace dmsc {

void ConflictDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const ThemeColors& colors = colorsFor(option->palette);
    if (index.data(ConflictModel::TakenRole).toBool()) {
        option->font.setBold(true);
        option->text.prepend(QStringLiteral("✓ "));
    }
    if (index.column() != ConflictModel::ChoiceColumn)
        return;
    const auto state = ConflictModel::State(index.data(ConflictModel::StateRole).toInt());
    if (state != ConflictModel::State::Open)
        return;
    option->text.prepend(QStringLiteral("! "));
    option->palette.setColor(QPalette::Text, colors.mark(StateTone::Conflict));
    option->palette.setColor(QPalette::HighlightedText, colors.mark(StateTone::Conflict, true));
}

} // namespace dmsc
