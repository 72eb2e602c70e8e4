// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/uicc/card_file.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTabWidget;

namespace dmsc {

class FactTable;
class PartView;

/// One file of a card: what was found about it, its content, what its FCP says and who may do what.
class CardFileDetails : public QWidget
{
    Q_OBJECT

public:
    explicit CardFileDetails(QWidget* parent = nullptr);

    /// The same path again keeps the content that was read.
    void setFile(const std::optional<CardFile>& file);
    [[nodiscard]] const std::optional<CardFile>& file() const { return m_file; }
    [[nodiscard]] PartView& parts() { return *m_parts; }

private:
    std::optional<CardFile> m_file;
    QLabel* m_title;
    QLabel* m_findings;
    QTabWidget* m_tabs;
    PartView* m_parts;
    FactTable* m_facts;
    FactTable* m_access;
};

} // namespace dmsc
