// SPDX-License-Identifier: Apache-2.0
#include "widgets/files/file_delegate.h"

#include "model/items/card_file_model.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

namespace dmsc {

FileDelegate::FileDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_card(themedIcon(Icon::Card))
    , m_folder(themedIcon(Icon::Files))
    , m_file(themedIcon(Icon::File))
    , m_warning(themedIcon(Icon::Warning, StatusTone::Warning))
{
}

const QIcon& FileDelegate::iconOf(int kind) const
{
    switch (CardFileKind(kind)) {
    case CardFileKind::Mf:
    case CardFileKind::Adf:
    case CardFileKind::Application:
        return m_card;
    case CardFileKind::Df:
        return m_folder;
    case CardFileKind::Transparent:
    case CardFileKind::LinearFixed:
    case CardFileKind::Cyclic:
    case CardFileKind::BerTlv:
        break;
    }
    return m_file;
}

void FileDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != CardFileModel::NameColumn)
        return;
    const bool findings = index.data(CardFileModel::FindingsRole).toInt() > 0;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {2 * kGrid, 2 * kGrid};
    option->icon = findings ? m_warning : iconOf(index.data(CardFileModel::KindRole).toInt());
    if (!index.data(CardFileModel::MoTypeRole).toString().isEmpty())
        option->font.setBold(true); // what the trees above show
}

} // namespace dmsc
