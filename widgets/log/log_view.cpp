// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/log_view.h"

#include "widgets/log/find_bar.h"
#include "widgets/log/go_to_bar.h"
#include "widgets/log/issue_list.h"
#include "widgets/log/log_filter_bar.h"
#include "widgets/log/log_links.h"
#include "widgets/log/log_table.h"
#include "widgets/log/record_details.h"
#include "widgets/theme/grid.h"

#include <QAction>
#include <QDataStream>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

constexpr auto kDrainInterval = 16ms;
/// A turn of the event loop stays below 16 ms with the painting that follows, on a slow machine as well.
constexpr auto kDrainBudget = 5ms;
constexpr std::size_t kRowsPerStep = 1'000;
constexpr quint32 kStateVersion = 2;

} // namespace

LogView::LogView(RecordQueue* queue, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_actions(this)
    , m_table(new LogTable(m_model))
    , m_pages(new QStackedWidget)
    , m_empty(new QLabel)
    , m_filter(new LogFilterBar(m_model.store(), m_actions[LogCommand::ToggleFilter]))
    , m_find(new FindBar(m_model))
    , m_goTo(new GoToBar)
    , m_issues(new IssueList(m_model.issues()))
    , m_issueCount(new QToolButton)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_details(new RecordDetails)
{
    setObjectName(QStringLiteral("logView"));
    m_table->addActions(m_actions.grouped(m_table));
    buildLayout();
    connectActions();
    connectBars();
    watchScrolling();
    watchArrangement();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LogView::showCurrent);
    if (m_queue != nullptr) {
        connectQueue();
    }
    updateEmptyText();
    updateIssueCount();
}

LogView::~LogView()
{
    if (m_queue != nullptr) {
        m_queue->setWakeUp({});
    }
    // The views go before the model that they show, and before what their last signals would touch.
    delete m_splitter;
}

QTableView& LogView::table() const
{
    return *m_table;
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

    auto* follow = new QToolButton;
    follow->setObjectName(QStringLiteral("logFollow"));
    follow->setDefaultAction(m_actions[LogCommand::Follow]);
    follow->setToolButtonStyle(Qt::ToolButtonTextOnly);
    follow->setAccessibleName(tr("Follow the last row"));
    follow->setAutoRaise(true);
    m_issueCount->setObjectName(QStringLiteral("logIssueCount"));
    m_issueCount->setDefaultAction(m_actions[LogCommand::Issues]);
    m_issueCount->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_issueCount->setAutoRaise(true);
    m_filter->line()->addWidget(follow);
    m_filter->line()->addWidget(m_issueCount);

    auto* rows = new QWidget;
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_find);
    column->addWidget(m_goTo);
    column->addWidget(m_pages, 1);

    m_issues->hide();
    m_splitter->addWidget(m_issues);
    m_splitter->addWidget(rows);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 2);
    m_splitter->setSizes({900, 3450, 1550}); // a proportion: the splitter scales it to its width
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
}

void LogView::connectBars()
{
    connect(m_filter, &LogFilterBar::changed, this, &LogView::applyFilter);
    const auto toRows = [this] { m_table->setFocus(Qt::OtherFocusReason); };
    connect(m_filter, &LogFilterBar::left, this, toRows);
    connect(m_find, &FindBar::closed, this, toRows);
    connect(m_goTo, &GoToBar::closed, this, toRows);
    connect(m_find, &FindBar::textChanged, m_table, &LogTable::setSearched);
    connect(m_find, &FindBar::found, this, &LogView::showRecord);
    connect(m_goTo, &GoToBar::chosen, this, &LogView::showRecord);
    connect(m_issues, &IssueList::chosen, this, &LogView::goToIssue);
    connect(m_details, &RecordDetails::linkActivated, this, &LogView::showRecord);
    connect(&m_model, &LogModel::filteringChanged, this, [this](bool filtering) {
        m_filter->setFiltering(filtering);
        updateEmptyText();
        restorePlace();
    });
    connect(&m_model, &LogModel::rowsInserted, this, [this] {
        updateEmptyText();
        restorePlace();
    });
    connect(&m_model.issues(), &LogIssueModel::dataChanged, this, &LogView::updateIssueCount);
    connect(&m_model.issues(), &LogIssueModel::modelReset, this, &LogView::updateIssueCount);
}

void LogView::connectQueue()
{
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(m_queue->clock()());
    m_model.setStartedAt(QDateTime::currentDateTimeUtc().addMSecs(-since.count()));
    m_drain.setInterval(kDrainInterval);
    connect(&m_drain, &QTimer::timeout, this, &LogView::drain);
    m_queue->setWakeUp([this] { QMetaObject::invokeMethod(this, &LogView::wake, Qt::QueuedConnection); });
    wake();
}

void LogView::wake()
{
    if (!m_drain.isActive()) {
        m_drain.start();
    }
}

void LogView::drain()
{
    const auto end = std::chrono::steady_clock::now() + kDrainBudget;
    std::vector<Record> records = m_queue->take(kRowsPerStep);
    if (records.empty()) {
        m_drain.stop();
        // A record that came between take() and stop() found the timer running.
        if (m_queue->waiting() != 0) {
            wake();
        }
        return;
    }
    m_model.append(records);
    while (records.size() == kRowsPerStep && std::chrono::steady_clock::now() < end) {
        records = m_queue->take(kRowsPerStep);
        m_model.append(records);
    }
    showAppended();
}

void LogView::append(const std::vector<Record>& records)
{
    m_model.append(records);
    showAppended();
}

void LogView::showAppended()
{
    updateEmptyText();
    if (m_follow) {
        m_table->scrollToBottom();
    }
    Q_EMIT changed();
}

void LogView::watchScrolling()
{
    // A range that grows leaves the value where it is, one that shrinks takes it along: neither is the user.
    QScrollBar* bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (!std::exchange(m_clamping, false)) {
            setFollowing(value >= bar->maximum());
        }
    });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        m_clamping = bar->value() > maximum;
        if (m_follow && !m_clamping) {
            bar->setValue(maximum);
        }
    });
}

void LogView::watchArrangement()
{
    const auto tell = [this] {
        if (!m_restoring) {
            Q_EMIT arranged();
        }
    };
    const QHeaderView* header = m_table->horizontalHeader();
    connect(header, &QHeaderView::sectionMoved, this, tell);
    connect(header, &QHeaderView::sectionResized, this, tell); // hidden ones have size 0
    connect(m_splitter, &QSplitter::splitterMoved, this, tell);
    connect(m_details, &RecordDetails::arranged, this, tell);
    connect(m_filter, &LogFilterBar::savedChanged, this, tell);
    connect(m_actions[LogCommand::Issues], &QAction::toggled, this, tell);
}

void LogView::setFollowing(bool follow)
{
    m_follow = follow;
    m_actions[LogCommand::Follow]->setChecked(follow);
}

void LogView::applyFilter()
{
    m_placeLost = m_current.has_value();
    m_model.setFilter(m_filter->filter());
    restorePlace();
}

void LogView::restorePlace()
{
    if (!m_placeLost || !m_current) {
        return;
    }
    std::optional<int> row = m_model.exactRowOf(*m_current);
    if (!row && m_model.isFiltering()) {
        return; // it may still come
    }
    m_placeLost = false;
    row = row ? row : m_model.exactRowOf(headOf(m_model.store(), *m_current)); // folded below it
    row = row ? row : m_model.rowOf(*m_current);
    if (row) {
        m_table->showRow(*row);
    }
}

void LogView::updateEmptyText()
{
    const bool nothingYet = m_model.store().isEmpty();
    if (nothingYet) {
        m_empty->setText(m_queue != nullptr
                ? tr("What the workbench says to cards, handsets and files appears here, row by row.")
                : tr("Nothing was recorded."));
    } else {
        m_empty->setText(m_model.isFiltering() ? tr("Looking for rows...") : tr("No row matches the filter."));
    }
    m_pages->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
}

void LogView::updateIssueCount()
{
    const int errors = m_model.errorCount();
    const int warnings = m_model.warningCount();
    const QString count =
        QStringLiteral("%1, %2").arg(tr("%n error(s)", nullptr, errors), tr("%n warning(s)", nullptr, warnings));
    m_actions[LogCommand::Issues]->setIconText(QLocale().toString(errors + warnings));
    m_actions[LogCommand::Issues]->setToolTip(count);
    m_issueCount->setAccessibleName(count);
}

void LogView::showCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid()) {
        m_current.reset();
        m_details->clear();
        m_actions[LogCommand::Reveal]->setEnabled(false);
    } else {
        m_current = m_model.recordAt(index.row());
        m_details->setRecord(m_model.store().at(*m_current), m_model.store().secrets(*m_current));
        m_actions[LogCommand::Reveal]->setEnabled(!m_model.store().secrets(*m_current).empty());
        m_details->setLinks(linksOf(m_model.store(), *m_current));
    }
    m_find->setCurrent(m_current);
    Q_EMIT currentChanged(m_current);
}

void LogView::setRecording(Recording recording)
{
    m_details->clear();
    m_current.reset();
    setFollowing(false);
    m_model.setRecording(std::move(recording));
    updateEmptyText();
    Q_EMIT changed();
}

RecordSelection LogView::selection() const
{
    RecordSelection rows;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(m_model.recordAt(row));
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void LogView::showRecord(RecordNo number)
{
    if (number.value >= m_model.store().size()) {
        return;
    }
    if (!m_model.exactRowOf(number)) {
        m_model.setFolded(number, false);
    }
    if (!m_model.exactRowOf(number)) {
        m_actions[LogCommand::ToggleFilter]->setChecked(false);
    }
    m_current = number;
    m_placeLost = true;
    restorePlace();
}

void LogView::setFilterText(const QString& text)
{
    m_filter->setText(text);
}

void LogView::focusFilter()
{
    m_filter->focusText();
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
        << m_details->saveState() << static_cast<quint8>(m_model.timeMode())
        << m_actions[LogCommand::Issues]->isChecked() << m_model.allFolded();
    m_filter->save(out);
    return state;
}

void LogView::restoreState(const QByteArray& state)
{
    if (const auto folded = restoreArrangement(state)) {
        m_model.setAllFolded(*folded);
    }
}

void LogView::arrangeLike(const LogView& other)
{
    (void)restoreArrangement(other.saveState());
}

std::optional<bool> LogView::restoreArrangement(const QByteArray& state)
{
    const QScopedValueRollback restoring(m_restoring, true);
    QDataStream in(state);
    quint32 version = 0;
    QByteArray header;
    QByteArray splitter;
    QByteArray details;
    quint8 timeMode = 0;
    bool issues = false;
    bool folded = false;
    in >> version >> header >> splitter >> details >> timeMode >> issues >> folded;
    if (in.status() != QDataStream::Ok || version != kStateVersion || timeMode > static_cast<quint8>(TimeMode::Delta)) {
        return std::nullopt;
    }
    m_filter->restore(in);
    m_table->horizontalHeader()->restoreState(header);
    m_splitter->restoreState(splitter);
    m_details->restoreState(details);
    const auto times = {LogCommand::TimeRelative, LogCommand::TimeAbsolute, LogCommand::TimeDelta};
    m_actions[*(times.begin() + timeMode)]->trigger();
    m_actions[LogCommand::Issues]->setChecked(issues);
    const QList<QAction*> columns = m_table->horizontalHeader()->actions();
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        columns.at(column)->setChecked(!m_table->isColumnHidden(column));
    }
    return folded;
}

} // namespace dmsc
