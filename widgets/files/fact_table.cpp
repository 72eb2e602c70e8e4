// SPDX-License-Identifier: Apache-2.0
#include "widgets/files/fact_table.h"

#include "model/items/card_file_text.h"
#include "widgets/theme/grid.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

namespace dmsc {

FactTable::FactTable(const QString& what, const QString& value, QWidget* parent)
    : QTableWidget(0, 2, parent)
{
    setHorizontalHeaderLabels({what, value});
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTextElideMode(Qt::ElideMiddle);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

void FactTable::setFacts(const Facts& facts)
{
    setRowCount(int(facts.size()));
    for (std::size_t i = 0; i < facts.size(); ++i) {
        auto* what = new QTableWidgetItem(facts[i].first);
        auto* value = new QTableWidgetItem(facts[i].second);
        value->setToolTip(facts[i].second);
        value->setData(Qt::AccessibleTextRole, facts[i].first + QStringLiteral(": ") + facts[i].second);
        setItem(int(i), 0, what);
        setItem(int(i), 1, value);
    }
}

void FactTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && currentRow() >= 0)
        QGuiApplication::clipboard()->setText(item(currentRow(), 1)->text());
    else
        QTableWidget::keyPressEvent(event);
}

FactTable::Facts factsOf(const CardFile& file)
{
    FactTable::Facts facts;
    const auto add = [&facts](const char* what, const QString& value) {
        if (!value.isEmpty())
            facts.emplace_back(QCoreApplication::translate("FileFacts", what), value);
    };
    const auto bytes = [&add](const char* what, const std::optional<std::uint64_t>& value) {
        if (value)
            add(what, byteCountText(*value));
    };
    add(QT_TRANSLATE_NOOP("FileFacts", "What it is"), file.description);
    add(QT_TRANSLATE_NOOP("FileFacts", "Path"), file.path);
    add(QT_TRANSLATE_NOOP("FileFacts", "Id"), file.id);
    add(QT_TRANSLATE_NOOP("FileFacts", "Short id (SFI)"), file.shortId);
    add(QT_TRANSLATE_NOOP("FileFacts", "Structure"), structureText(file));
    add(QT_TRANSLATE_NOOP("FileFacts", "State"), file.lifeCycle);
    bytes(QT_TRANSLATE_NOOP("FileFacts", "Size"), file.size);
    bytes(QT_TRANSLATE_NOOP("FileFacts", "Total size"), file.totalSize);
    bytes(QT_TRANSLATE_NOOP("FileFacts", "Free memory"), file.freeMemory);
    bytes(QT_TRANSLATE_NOOP("FileFacts", "At most"), file.maximumSize);
    if (file.recordCount > 0) {
        add(QT_TRANSLATE_NOOP("FileFacts", "Records"), QLocale().toString(file.recordCount));
        add(QT_TRANSLATE_NOOP("FileFacts", "Length of a record"), byteCountText(file.recordLength));
    }
    add(QT_TRANSLATE_NOOP("FileFacts", "Carries the MO"), file.moType);
    add(QT_TRANSLATE_NOOP("FileFacts", "FCP, as the card gave it"), QString::fromLatin1(file.fcp.toHex(' ').toUpper()));
    return facts;
}

FactTable::Facts accessOf(const CardFile& file)
{
    FactTable::Facts facts;
    facts.reserve(file.access.size());
    for (const CardAccessRule& rule : file.access)
        facts.emplace_back(rule.operation, rule.condition);
    if (facts.empty())
        facts.emplace_back(QCoreApplication::translate("FileFacts", "any"),
            QCoreApplication::translate("FileFacts", "the card does not say who may"));
    return facts;
}

} // namespace dmsc
