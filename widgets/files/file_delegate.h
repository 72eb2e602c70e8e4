// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace dmsc {

/// An icon for what a file is; a file with findings has a warning sign before its name.
class FileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FileDelegate(QObject* parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    [[nodiscard]] const QIcon& iconOf(int kind) const;

    // Kept: an icon remembers the pictures that it has painted.
    QIcon m_card;
    QIcon m_folder;
    QIcon m_file;
    QIcon m_warning;
};

} // namespace dmsc
