// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/log_table.h"

#include "model/items/log_model.h"
#include "widgets/log/log_delegate.h"
#include "widgets/theme/grid.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <array>

namespace dmsc {

namespace {

/// In characters of the font's average width: all but target and comment can be seen in a window of 1280 pixels.
constexpr std::array<int, LogModel::ColumnCount> kColumnWidths{8, 10, 22, 9, 28, 34, 8, 8, 8, 30};

} // namespace

LogTable::LogTable(LogModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new LogDelegate(this))
{
    setObjectName(QStringLiteral("logTable"));
    setAccessibleName(tr("Session log"));
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setTextElideMode(Qt::ElideMiddle);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(dmsc::rowHeight(fontMetrics().height()));
    QHeaderView* header = horizontalHeader();
    header->setObjectName(QStringLiteral("logHeader"));
    header->setAccessibleName(tr("Columns of the session log"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        header->resizeSection(
            column, kColumnWidths.at(static_cast<std::size_t>(column)) * fontMetrics().averageCharWidth());
    }
    // Behind what is short and in every row.
    header->moveSection(header->visualIndex(LogModel::Target), header->visualIndex(LogModel::Duration));
    fitTime();
    addColumnMenu();
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() == LogModel::Comment) {
            edit(index);
        }
    });
}

void LogTable::addColumnMenu()
{
    QHeaderView* header = horizontalHeader();
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        auto* action = new QAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), header);
        action->setCheckable(true);
        action->setChecked(true);
        // A log without names would have no row to click on.
        action->setEnabled(column != LogModel::Name);
        connect(action, &QAction::toggled, header,
            [header, column](bool shown) { header->setSectionHidden(column, !shown); });
        header->addAction(action);
    }
}

void LogTable::fitTime()
{
    const QString longest = m_model.timeMode() == TimeMode::Absolute ? QStringLiteral("00:00:00.000")
        : m_model.timeMode() == TimeMode::Delta                      ? QStringLiteral("0000.000000")
                                                                     : QStringLiteral("00000.000");
    const int wanted = fontMetrics().horizontalAdvance(longest) + kGrid;
    if (!isColumnHidden(LogModel::Time) && columnWidth(LogModel::Time) < wanted) {
        setColumnWidth(LogModel::Time, wanted);
    }
}

void LogTable::setSearched(const QString& text)
{
    m_delegate->setSearched(text);
    viewport()->update();
}

void LogTable::showRow(int row)
{
    const QModelIndex index = m_model.index(row, currentIndex().isValid() ? currentIndex().column() : 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_model.index(row, LogModel::Number), QAbstractItemView::PositionAtCenter);
}

bool LogTable::fold(int row, bool folded)
{
    const QModelIndex index = m_model.index(row, 0);
    const RecordNo head = headOf(m_model.store(), m_model.recordAt(row));
    const bool isHead = head == m_model.recordAt(row);
    if (isHead
        && (index.data(LogModel::GroupSizeRole).toInt() == 0 || index.data(LogModel::FoldedRole).toBool() == folded)) {
        return false;
    }
    if (!isHead && (!folded || !m_model.exactRowOf(head))) {
        return false;
    }
    m_model.setFolded(head, folded);
    if (const std::optional<int> at = m_model.exactRowOf(head); at && !isHead) {
        showRow(*at);
    }
    return true;
}

void LogTable::keyPressEvent(QKeyEvent* event)
{
    const bool forward = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool backward = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if ((forward || backward) && event->modifiers() == Qt::NoModifier && currentIndex().isValid()
        && fold(currentIndex().row(), backward)) {
        return;
    }
    QTableView::keyPressEvent(event);
}

void LogTable::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    const bool onSign = index.column() == LogModel::Number
        && LogDelegate::signRect(visualRect(index), layoutDirection()).contains(event->pos());
    if (onSign && event->button() == Qt::LeftButton && index.data(LogModel::GroupSizeRole).toInt() > 0) {
        m_model.setFolded(m_model.recordAt(index.row()), !index.data(LogModel::FoldedRole).toBool());
        return;
    }
    QTableView::mousePressEvent(event);
}

} // namespace dmsc
