// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/uicc/card_file.h"

#include <QDialog>

#include <memory>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace dmsc {

class HexText;

/// The last look before files of a card are written: each file and part with its bytes before and after, what differs
/// marked, and the commands. accepted() means "write them"; shown with open(), never exec().
class WritePreview : public QDialog
{
    Q_OBJECT

public:
    /// `card` is what the writes go to, by name; `files` has its keys, or is null.
    WritePreview(std::vector<CardFileWrite> writes, const QString& card, std::shared_ptr<const CardFileTree> files,
        QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<CardFileWrite>& writes() const { return m_writes; }

private:
    QWidget* buildList();
    QWidget* buildBytes();
    void fillList();
    void showWrite(int row);
    [[nodiscard]] QString keyText(const CardFileWrite& write) const;

    std::vector<CardFileWrite> m_writes;
    std::shared_ptr<const CardFileTree> m_files;
    QTableWidget* m_list = nullptr;
    QLabel* m_beforeTitle = nullptr;
    HexText* m_before = nullptr;
    QLabel* m_afterTitle = nullptr;
    HexText* m_after = nullptr;
    QLabel* m_apdusTitle = nullptr;
    QPlainTextEdit* m_apdus = nullptr;
};

} // namespace dmsc
