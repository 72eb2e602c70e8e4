// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/row_ladder.h"

#include "widgets/ladder/ladder_header.h"
#include "widgets/ladder/ladder_row_model.h"
#include "widgets/ladder/row_delegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace dmsc {

namespace {

constexpr double kZoomStep = 1.2;
constexpr int kLeastRow = 4;
constexpr double kLeastReadable = 0.55; // words are smaller than that only on paper
constexpr double kLane = 10 * kGrid;
constexpr int kScanStep = 10'000; // rows in one turn of the event loop: about a millisecond

} // namespace

RowLadder::RowLadder(QWidget* parent)
    : QWidget(parent)
    , m_rows(new LadderRowModel(this))
    , m_delegate(new RowDelegate(this))
    , m_header(new LadderHeader(this))
    , m_table(new QTableView)
    , m_empty(
          new QLabel(tr("The rows of the session log stand here as a ladder between device, card, server and user.")))
    , m_pages(new QStackedLayout)
{
    setObjectName(QStringLiteral("rowLadder"));
    setAccessibleName(tr("Ladder of the rows of the log"));
    buildTable();
    m_empty->setObjectName(QStringLiteral("rowLadderEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(2 * kGrid);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    auto* ladder = new QWidget;
    auto* column = new QVBoxLayout(ladder);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(buildTools());
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    m_pages->addWidget(ladder);
    m_pages->addWidget(m_empty);
    setLayout(m_pages);
    m_scan.setInterval(0);
    connect(&m_scan, &QTimer::timeout, this, &RowLadder::scan);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first) {
        first < m_scanned ? beginScan() : m_scan.start();
        updateEmpty();
    });
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, &RowLadder::beginScan);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &RowLadder::beginScan);
    updateSizes();
    updateEmpty();
}

RowLadder::~RowLadder()
{
    delete m_table; // before the model that it shows
}

void RowLadder::buildTable()
{
    m_table->setObjectName(QStringLiteral("rowLadderTable"));
    m_table->setAccessibleName(accessibleName());
    m_table->setModel(m_rows);
    m_table->setItemDelegate(m_delegate);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMouseTracking(true);
    m_table->viewport()->setAttribute(Qt::WA_Hover);
    m_table->viewport()->installEventFilter(this);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    connect(m_table, &QTableView::activated, this, &RowLadder::rowChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RowLadder::giveCurrent);
    QScrollBar* bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_follow = value >= bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (m_follow)
            bar->setValue(maximum);
    });
}

QWidget* RowLadder::buildTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(kHalfGrid, 0, kHalfGrid, 0);
    row->setSpacing(0);
    row->addStretch(1);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [&](const char* name, const QString& text, const QString& sign, const QList<QKeySequence>& keys,
                         auto call) {
        auto* action = new QAction(text, this);
        action->setIconText(sign);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, call);
        addAction(action);
        m_table->addAction(action);
        auto* button = new QToolButton(tools);
        button->setObjectName(QLatin1String(name));
        button->setDefaultAction(action);
        button->setAccessibleName(text);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        row->addWidget(button);
    };
    add("rowLadderZoomOut", tr("Zoom out"), QStringLiteral("\u2212"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
        [this] { zoomOut(); });
    add("rowLadderRealSize", tr("Real size"), QStringLiteral("1:1"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
        [this] { setZoom(1); });
    add("rowLadderZoomIn", tr("Zoom in"), QStringLiteral("+"),
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, [this] { zoomIn(); });
    add("rowLadderSave", tr("Save the ladder as a picture..."), tr("Save..."), {}, [this] { Q_EMIT saveRequested(); });
    return tools;
}

void RowLadder::setLog(LogModel* log, QItemSelectionModel* current)
{
    if (m_current != nullptr)
        m_current->disconnect(this);
    m_current = nullptr; // the ladder's own rows are about to go: nothing of that is the list's business
    m_follow = true;
    m_rows->setLog(log);
    m_current = current;
    if (current != nullptr)
        connect(current, &QItemSelectionModel::currentRowChanged, this, &RowLadder::takeCurrent);
    beginScan();
    takeCurrent();
}

void RowLadder::takeCurrent()
{
    const int row = m_current != nullptr ? m_current->currentIndex().row() : -1;
    if (row < 0 || row == m_table->currentIndex().row() || row >= m_rows->rowCount())
        return;
    m_table->selectRow(row);
    m_table->scrollTo(m_rows->index(row, 0));
}

void RowLadder::giveCurrent()
{
    const int row = m_table->currentIndex().row();
    if (m_current == nullptr || row < 0 || row == m_current->currentIndex().row())
        return;
    const QModelIndex there = m_current->model()->index(row, std::max(0, m_current->currentIndex().column()));
    m_current->setCurrentIndex(there, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RowLadder::beginScan()
{
    m_scanned = 0;
    m_fresh = true;
    m_found.reset();
    m_scan.start();
    updateEmpty();
}

void RowLadder::scan()
{
    const LogModel* log = m_rows->log();
    const int rows = m_rows->rowCount();
    const int end = std::min(rows, m_scanned + kScanStep);
    for (; m_scanned < end; ++m_scanned)
        addActors(m_found, log->store().at(log->recordAt(m_scanned)));
    m_found.reset(std::size_t(Actor::None));
    const bool done = m_scanned >= rows;
    // Lines come as soon as somebody is found, and go only once all rows were looked at.
    showLanes(done && m_fresh ? m_found : m_found | m_shown);
    if (!done)
        return;
    m_fresh = false;
    m_scan.stop();
}

void RowLadder::showLanes(const ActorSet& actors)
{
    if (actors == m_shown)
        return;
    m_shown = actors;
    m_lanes = lanesOf(actors);
    m_delegate->style().lanes = m_lanes;
    m_header->setLanes(m_lanes);
    m_table->viewport()->update();
}

void RowLadder::setZoom(double zoom)
{
    zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    const QModelIndex middle = m_table->indexAt(m_table->viewport()->rect().center());
    updateSizes();
    if (middle.isValid())
        m_table->scrollTo(middle, QAbstractItemView::PositionAtCenter);
}

void RowLadder::zoomIn()
{
    setZoom(m_zoom * kZoomStep);
}

void RowLadder::zoomOut()
{
    setZoom(m_zoom / kZoomStep);
}

void RowLadder::updateSizes()
{
    LadderStyle& style = m_delegate->style();
    style.scale = m_zoom;
    style.laneWidth = kLane * std::max(m_zoom, kLeastReadable); // names must fit above
    style.words = m_zoom >= kLeastReadable;
    style.font = font();
    style.font.setPointSizeF(font().pointSizeF() * m_zoom);
    m_header->setLaneWidth(int(style.laneWidth));
    style.laneWidth = int(style.laneWidth);
    const double height = rowHeight(fontMetrics().height()) * m_zoom;
    m_table->verticalHeader()->setDefaultSectionSize(std::max(kLeastRow, int(std::lround(height))));
    m_table->viewport()->update();
}

void RowLadder::updateEmpty()
{
    m_pages->setCurrentIndex(m_rows->rowCount() > 0 ? 0 : 1);
}

bool RowLadder::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->modifiers().testFlag(Qt::ControlModifier) && wheel->angleDelta().y() != 0) {
            wheel->angleDelta().y() > 0 ? zoomIn() : zoomOut();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RowLadder::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateSizes();
}

} // namespace dmsc
