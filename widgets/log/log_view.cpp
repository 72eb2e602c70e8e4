// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/log_view.h"

#include "widgets/log/log_delegate.h"
#include "widgets/log/record_details.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAction>
#include <QDataStream>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <chrono>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

constexpr auto kDrainInterval = 20ms;
/// A turn of the event loop stays below 16 ms with the painting that follows, on a slow machine as well.
constexpr auto kDrainBudget = 8ms;
constexpr std::size_t kRowsPerStep = 1'000;
constexpr quint32 kStateVersion = 1;

/// In characters of the font's average width.
constexpr std::array<int, LogModel::ColumnCount> kColumnWidths{8, 10, 26, 10, 26, 9, 11, 8, 40};

} // namespace

LogView::LogView(RecordQueue& queue, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_table(new QTableView)
    , m_pages(new QStackedWidget)
    , m_empty(new QLabel)
    , m_filter(new QLineEdit)
    , m_layers(new QToolButton)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_details(new RecordDetails)
{
    setObjectName(QStringLiteral("logView"));
    buildTable();
    buildFilter();
    buildLayout();
    m_drain.setInterval(kDrainInterval);
    connect(&m_drain, &QTimer::timeout, this, &LogView::drain);
    m_queue.setWakeUp([this] { QMetaObject::invokeMethod(this, &LogView::wake, Qt::QueuedConnection); });
    wake();
    updateEmptyText();
}

LogView::~LogView()
{
    m_queue.setWakeUp({});
    // The views go before the model that they show, and before what their last signals would touch.
    delete m_splitter;
}

void LogView::buildTable()
{
    m_table->setObjectName(QStringLiteral("logTable"));
    m_table->setAccessibleName(tr("Session log"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new LogDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics().height()));
    QHeaderView* header = m_table->horizontalHeader();
    header->setObjectName(QStringLiteral("logHeader"));
    header->setAccessibleName(tr("Columns of the session log"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        header->resizeSection(
            column, kColumnWidths.at(static_cast<std::size_t>(column)) * fontMetrics().averageCharWidth());
    }
    addColumnMenu();
    followTail();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogView::showCurrent);
}

void LogView::addColumnMenu()
{
    QHeaderView* header = m_table->horizontalHeader();
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

void LogView::buildFilter()
{
    m_filter->setObjectName(QStringLiteral("logFilter"));
    m_filter->setAccessibleName(tr("Filter of the session log"));
    m_filter->setPlaceholderText(tr("Filter by name, target, status or layer"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(Icon::Filter), QLineEdit::LeadingPosition);
    connect(m_filter, &QLineEdit::textChanged, this, &LogView::applyFilter);

    m_layers->setObjectName(QStringLiteral("logLayers"));
    m_layers->setText(tr("Layers"));
    m_layers->setAccessibleName(tr("Layers shown in the session log"));
    m_layers->setToolTip(tr("Choose which layers are shown"));
    m_layers->setPopupMode(QToolButton::InstantPopup);
    m_layers->setAutoRaise(true);
    auto* menu = new QMenu(m_layers);
    for (int layer = 0; layer < kLayerCount; ++layer) {
        QAction* action = menu->addAction(layerName(static_cast<Layer>(layer)));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, &LogView::applyFilter);
    }
    m_layers->setMenu(menu);
}

void LogView::buildLayout()
{
    m_empty->setObjectName(QStringLiteral("logEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(2 * kGrid);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(kHalfGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    bar->setSpacing(kHalfGrid);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_layers);
    auto* rows = new QWidget;
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_pages, 1);

    m_splitter->addWidget(rows);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({3000, 2000}); // a proportion: the splitter scales it to its width
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
}

void LogView::wake()
{
    if (!m_drain.isActive()) {
        m_drain.start();
    }
}

void LogView::followTail()
{
    // A range that grows leaves the value where it is, so only the user's scrolling ends the following.
    QScrollBar* bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_follow = value >= bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (m_follow) {
            bar->setValue(maximum);
        }
    });
}

void LogView::drain()
{
    const auto end = std::chrono::steady_clock::now() + kDrainBudget;
    std::vector<Record> records = m_queue.take(kRowsPerStep);
    if (records.empty()) {
        m_drain.stop();
        // A record that came between take() and stop() found the timer running.
        if (m_queue.waiting() != 0) {
            wake();
        }
        return;
    }
    m_model.append(records);
    while (records.size() == kRowsPerStep && std::chrono::steady_clock::now() < end) {
        records = m_queue.take(kRowsPerStep);
        m_model.append(records);
    }
    updateEmptyText();
    if (m_follow) {
        m_table->scrollToBottom();
    }
    Q_EMIT changed();
}

void LogView::applyFilter()
{
    LogFilter filter;
    filter.text = m_filter->text();
    const QList<QAction*> layers = m_layers->menu()->actions();
    for (int layer = 0; layer < kLayerCount; ++layer) {
        filter.layers.set(static_cast<std::size_t>(layer), layers.at(layer)->isChecked());
    }
    const std::optional<RecordNo> current = m_current;
    m_model.setFilter(filter);
    updateEmptyText();
    const std::optional<int> row = current ? m_model.rowOf(*current) : std::nullopt;
    if (row) {
        m_table->selectRow(*row);
        m_table->scrollTo(m_model.index(*row, 0), QAbstractItemView::PositionAtCenter);
    }
}

void LogView::updateEmptyText()
{
    const bool nothingYet = m_model.store().isEmpty();
    m_empty->setText(nothingYet ? tr("What the workbench says to cards, handsets and files appears here, row by row.")
                                : tr("No row matches the filter."));
    m_pages->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
}

void LogView::showCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid()) {
        m_current.reset();
        m_details->clear();
        return;
    }
    m_current = m_model.recordAt(index.row());
    m_details->setRecord(m_model.store().at(*m_current), m_model.store().secrets(*m_current));
}

void LogView::showRecord(RecordNo number)
{
    std::optional<int> row = m_model.rowOf(number);
    if (!row || m_model.recordAt(*row) != number) {
        m_filter->clear();
        for (QAction* layer : m_layers->menu()->actions()) {
            layer->setChecked(true);
        }
        row = m_model.rowOf(number);
    }
    if (row) {
        m_table->selectRow(*row);
        m_table->scrollTo(m_model.index(*row, 0), QAbstractItemView::PositionAtCenter);
    }
}

void LogView::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LogView::clear()
{
    m_details->clear();
    m_current.reset();
    m_model.clear();
    updateEmptyText();
    Q_EMIT changed();
}

QByteArray LogView::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kStateVersion << m_table->horizontalHeader()->saveState() << m_splitter->saveState()
        << m_details->saveState();
    return state;
}

void LogView::restoreState(const QByteArray& state)
{
    QDataStream in(state);
    quint32 version = 0;
    QByteArray header;
    QByteArray splitter;
    QByteArray details;
    in >> version >> header >> splitter >> details;
    if (in.status() != QDataStream::Ok || version != kStateVersion) {
        return;
    }
    m_table->horizontalHeader()->restoreState(header);
    m_splitter->restoreState(splitter);
    m_details->restoreState(details);
    const QList<QAction*> columns = m_table->horizontalHeader()->actions();
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        columns.at(column)->setChecked(!m_table->isColumnHidden(column));
    }
}

} // namespace dmsc
