// SPDX-License-Identifier: Apache-2.0
// MemoryPane: its parts and where they stand.
#include "widgets/memory/allocation_bar.h"
#include "widgets/memory/grant_form.h"
#include "widgets/memory/memory_pane.h"
#include "widgets/memory/queue_delegate.h"
#include "widgets/memory/whole_table.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace dmsc {

namespace {

constexpr int kLeastTable = 12 * kGrid; // px: a header and a few rows

WholeTable* plainTable(QAbstractItemModel* model, const QString& name, QWidget* parent)
{
    auto* table = new WholeTable(parent);
    table->setObjectName(name);
    table->setModel(model);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFrameShape(QFrame::NoFrame);
    table->setMinimumHeight(kLeastTable);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight(table->fontMetrics().height()));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

QToolButton* worded(QWidget* parent, const QString& name, const QString& text, Icon icon)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setIcon(themedIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

QLabel* elastic(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

QSize MemoryPane::sizeHint() const
{
    return {100 * kGrid, 40 * kGrid};
}

void MemoryPane::build(const QList<QAction*>& open)
{
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(buildEmpty(open));
    auto* scroll = new QScrollArea(m_pages); // the dock may be lower than all this
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildEditor());
    m_pages->addWidget(scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

QWidget* MemoryPane::buildEmpty(const QList<QAction*>& open)
{
    auto* empty = new QWidget(m_pages);
    m_empty = new QLabel(empty);
    m_empty->setObjectName(QStringLiteral("memoryEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(empty);
    layout->addStretch();
    layout->addWidget(m_empty);
    for (QAction* action : open) {
        auto* button = new QToolButton(empty);
        button->setObjectName(QStringLiteral("memory.") + action->objectName());
        button->setDefaultAction(action);
        button->setAccessibleName(action->iconText());
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch();
    return empty;
}

QWidget* MemoryPane::buildEditor()
{
    auto* editor = new QWidget(m_pages);
    m_summary = elastic(editor, QStringLiteral("memorySummary"));
    m_bar = new AllocationBar(editor);
    m_live = elastic(editor, QStringLiteral("memoryLive"));
    m_form = new GrantForm(editor);
    m_placement = new PlacementLine(editor);
    m_planText = elastic(editor, QStringLiteral("memoryPlanText"));
    m_planMore = worded(editor, QStringLiteral("memoryPlanMore"), {}, Icon::Add);
    m_planMore->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    WholeTable* table = plainTable(&m_model, QStringLiteral("memoryTable"), editor);
    table->setSpareColumn(MemoryModel::RoleColumn); // the line below the bar has the chosen row's
    m_table = table;
    m_table->setAccessibleName(tr("Parts of the card's memory"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);

    auto* parts = new QSplitter(Qt::Horizontal, editor);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(buildQueue());
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 1);
    parts->setSizes({100 * kGrid, 50 * kGrid});

    auto* planLine = new QHBoxLayout;
    planLine->addWidget(m_planText, 1);
    planLine->addWidget(m_planMore);
    auto* layout = new QVBoxLayout(editor);
    layout->setContentsMargins(kHalfGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    layout->setSpacing(kHalfGrid);
    layout->addWidget(m_summary);
    layout->addWidget(m_bar);
    layout->addWidget(m_live);
    layout->addWidget(m_form);
    layout->addWidget(m_placement); // above the tables: in a low dock their ends are scrolled to
    layout->addLayout(planLine);
    layout->addWidget(parts, 1);
    setPlanWarning({}, {});
    return editor;
}

QWidget* MemoryPane::buildQueue()
{
    auto* box = new QWidget;
    m_queuePages = new QStackedWidget(box);
    auto* empty = new QLabel(tr("Changes collect here until you apply them.\n\n"
                                "Drag a handle of the bar, or write how much an entity shall have."),
        box);
    empty->setObjectName(QStringLiteral("memoryQueueEmpty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    m_queueTable = plainTable(&m_queue, QStringLiteral("memoryQueue"), box);
    m_queueTable->setAccessibleName(tr("Changes of memory that wait"));
    m_queueTable->setItemDelegate(new QueueDelegate(m_queueTable));
    m_queueTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_queueTable->horizontalHeader()->setSectionResizeMode(MemoryQueueModel::BarsColumn, QHeaderView::Interactive);
    m_queueTable->setColumnWidth(MemoryQueueModel::BarsColumn, 20 * fontMetrics().averageCharWidth());
    m_queuePages->addWidget(empty);
    m_queuePages->addWidget(m_queueTable);
    m_apply = worded(box, QStringLiteral("memoryApply"), tr("Apply"), Icon::Apply);
    m_apply->setAccessibleName(tr("Apply the changes of memory"));
    m_remove = worded(box, QStringLiteral("memoryRemove"), tr("Remove"), Icon::Remove);
    m_remove->setAccessibleName(tr("Remove the selected changes of memory"));
    m_clear = worded(box, QStringLiteral("memoryClear"), tr("Remove all"), Icon::Cancel);
    m_clear->setAccessibleName(tr("Remove all changes of memory"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kHalfGrid);
    for (QToolButton* button : {m_apply, m_remove, m_clear})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kHalfGrid);
    layout->addWidget(m_queuePages, 1);
    layout->addLayout(buttons);
    return box;
}

} // namespace dmsc
