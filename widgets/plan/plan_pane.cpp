// SPDX-License-Identifier: Apache-2.0
#include "widgets/plan/plan_pane.h"

#include "model/items/plan_model.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace dmsc {

PlanPane::PlanPane(QAbstractItemModel* plan, QAction* apply, QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_remove(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_warning(new QLabel(this))
{
    setObjectName(QStringLiteral("planPane"));
    build(plan, apply);
    connect(plan, &QAbstractItemModel::modelReset, this, &PlanPane::updateState);
    connect(plan, &QAbstractItemModel::rowsInserted, this, [this, plan] {
        updateState();
        m_table->scrollTo(plan->index(plan->rowCount() - 1, 0));
    });
    connect(plan, &QAbstractItemModel::rowsRemoved, this, &PlanPane::updateState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PlanPane::updateState);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex& index) { Q_EMIT operationActivated(std::size_t(index.row())); });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeRequested(selectedRows()); });
    connect(m_clear, &QToolButton::clicked, this,
        [this] { m_results ? Q_EMIT resultsDismissed() : Q_EMIT clearRequested(); });
    updateState();
}

void PlanPane::build(QAbstractItemModel* plan, QAction* apply)
{
    m_table->setObjectName(QStringLiteral("planTable"));
    m_table->setAccessibleName(tr("Planned operations"));
    m_table->setModel(plan);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics().height()));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    for (const int column : {PlanModel::SideColumn, PlanModel::KindColumn, PlanModel::PropertyColumn})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->setColumnWidth(PlanModel::UriColumn, 40 * character);
    m_table->setColumnWidth(PlanModel::ChangeColumn, 44 * character);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);

    auto* empty = new QLabel(tr("Copies and edits collect here until you apply them.\n\n"
                                "Select a row in the trees and press Alt+Right or Alt+Left."),
        this);
    empty->setObjectName(QStringLiteral("planEmpty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(empty);
    m_pages->addWidget(m_table);

    m_remove->setObjectName(QStringLiteral("planRemove"));
    m_remove->setText(tr("Remove"));
    m_remove->setIcon(themedIcon(Icon::Remove));
    m_remove->setAccessibleName(tr("Remove the selected operations from the plan"));
    m_clear->setObjectName(QStringLiteral("planClear"));
    m_clear->setText(tr("Remove all"));
    m_clear->setIcon(themedIcon(Icon::Cancel));
    m_clear->setAccessibleName(tr("Remove all operations from the plan"));
    auto* applyButton = new QToolButton(this);
    applyButton->setObjectName(QStringLiteral("planApply"));
    applyButton->setDefaultAction(apply);
    applyButton->setAccessibleName(tr("Apply the plan"));
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(kHalfGrid);
    for (QToolButton* button : {applyButton, m_remove, m_clear}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(button);
    }
    buttons->addStretch();

    m_warning->setObjectName(QStringLiteral("planWarning"));
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_warning->hide();
    auto* rows = new QVBoxLayout;
    rows->setSpacing(kHalfGrid);
    rows->addWidget(m_warning);
    rows->addWidget(m_pages, 1);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kHalfGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    layout->setSpacing(kGrid);
    layout->addLayout(rows, 1);
    layout->addLayout(buttons);
}

std::vector<std::size_t> PlanPane::selectedRows() const
{
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(std::size_t(index.row()));
    std::sort(rows.begin(), rows.end());
    return rows;
}

void PlanPane::updateState()
{
    const bool any = m_table->model()->rowCount() > 0;
    m_pages->setCurrentIndex(any ? 1 : 0);
    m_clear->setEnabled(any);
    m_clear->setToolTip(any ? QString() : tr("The plan is empty"));
    m_clear->setText(m_results ? tr("Clear results") : tr("Remove all"));
    const bool selected = !m_results && m_table->selectionModel()->hasSelection();
    m_remove->setEnabled(selected);
    m_remove->setToolTip(selected ? QString()
            : m_results           ? tr("These operations are done; Undo plans their opposite")
                                  : tr("Select the operations to take out"));
}

void PlanPane::setWarning(const QString& warning)
{
    m_warning->setText(warning.isEmpty() ? QString() : QStringLiteral("! ") + warning);
    m_warning->setToolTip(warning);
    m_warning->setVisible(!warning.isEmpty());
}

void PlanPane::setShowsResults(bool results)
{
    m_results = results;
    updateState();
}

bool PlanPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        if (m_remove->isEnabled())
            Q_EMIT removeRequested(selectedRows());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dmsc
