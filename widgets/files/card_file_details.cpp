// SPDX-License-Identifier: Apache-2.0
#include "widgets/files/card_file_details.h"

#include "widgets/files/fact_table.h"
#include "widgets/files/part_view.h"
#include "widgets/theme/grid.h"

#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace dmsc {

CardFileDetails::CardFileDetails(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_findings(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_parts(new PartView(this))
    , m_facts(new FactTable(tr("Property"), tr("Value"), this))
    , m_access(new FactTable(tr("Operation"), tr("Allowed when"), this))
{
    setObjectName(QStringLiteral("cardFileDetails"));
    m_title->setObjectName(QStringLiteral("fileTitle"));
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setContentsMargins(kGrid, kHalfGrid, kGrid, 0);
    m_findings->setObjectName(QStringLiteral("fileFindings"));
    m_findings->setWordWrap(true);
    m_findings->setTextFormat(Qt::PlainText);
    m_findings->setContentsMargins(kGrid, 0, kGrid, 0);
    m_facts->setObjectName(QStringLiteral("fileFacts"));
    m_facts->setAccessibleName(tr("What the card says about the file"));
    m_access->setObjectName(QStringLiteral("fileAccess"));
    m_access->setAccessibleName(tr("Who may do what with the file"));
    m_tabs->setObjectName(QStringLiteral("fileTabs"));
    m_tabs->setAccessibleName(tr("File"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_parts, tr("Content"));
    m_tabs->addTab(m_facts, tr("Properties"));
    m_tabs->addTab(m_access, tr("Access"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kHalfGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_findings);
    layout->addWidget(m_tabs, 1);
    setFile({});
}

void CardFileDetails::setFile(const std::optional<CardFile>& file)
{
    const bool other = !file || !m_file || file->path != m_file->path;
    m_file = file;
    const QString name = !file ? QString() : file->name.isEmpty() ? file->id : file->name;
    m_title->setVisible(file.has_value());
    m_title->setText(
        file && !file->description.isEmpty() ? name + QStringLiteral("  \u00b7  ") + file->description : name);
    QStringList findings;
    if (file) {
        for (const QString& finding : file->findings)
            findings << QStringLiteral("! ") + finding;
    }
    m_findings->setText(findings.join(QLatin1Char('\n')));
    m_findings->setVisible(!findings.isEmpty());
    m_facts->setFacts(file ? factsOf(*file) : FactTable::Facts());
    m_access->setFacts(file ? accessOf(*file) : FactTable::Facts());
    if (other)
        m_parts->setFile(file);
    else
        m_parts->updateFile(*file);
}

} // namespace dmsc
