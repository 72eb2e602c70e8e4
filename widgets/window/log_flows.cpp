// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/log_flows.h"

#include "widgets/ladder/row_ladder.h"
#include "widgets/log/log_view.h"
#include "widgets/replay/recording_comparison.h"
#include "widgets/replay/replay_form.h"
#include "widgets/theme/left_to_right.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QTableView>

#include <algorithm>
#include <chrono>
#include <utility>

namespace dmsc {

namespace {

/// Whoever drags a column does not arrange every log at every step.
constexpr std::chrono::milliseconds kShareAfter{200};

std::optional<RecordNo> currentRecord(const LogView& log)
{
    const QModelIndex index = log.table().currentIndex();
    return index.isValid() ? std::optional(log.model().recordAt(index.row())) : std::nullopt;
}

} // namespace

LogFlows::LogFlows(RecordQueue& queue, const Docks& docks, std::function<LogView&()> live, QMainWindow& window)
    : QObject(&window)
    , m_docks(docks)
    , m_live(std::move(live))
    , m_window(window)
    , m_desk(queue)
{
    connectDesk();
    m_share.setSingleShot(true);
    m_share.setInterval(kShareAfter);
    connect(&m_share, &QTimer::timeout, this, &LogFlows::shareArrangement);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { takeFocus(now); });
}

LogFlows::~LogFlows() = default;

void LogFlows::connectDesk()
{
    connect(&m_desk, &RecordingDesk::opened, this, &LogFlows::show);
    connect(&m_desk, &RecordingDesk::grown, this, &LogFlows::grow);
    connect(&m_desk, &RecordingDesk::followingFailed, this, [this](const QString& path, const Error& error) {
        Q_EMIT noticed(
            StatusTone::Warning, tr("%1: %2", "file, problem").arg(QFileInfo(path).fileName(), error.text()));
    });
    connect(&m_desk, &RecordingDesk::marksNotKept, this, [this](const QString& path, const Error& error) {
        Q_EMIT noticed(StatusTone::Warning,
            tr("This mark is not in %1: %2. Save the recording to keep it.")
                .arg(QFileInfo(path).fileName(), error.what));
    });
    connect(&m_desk, &RecordingDesk::exported, this, [this](const QString& path) {
        Q_EMIT noticed(StatusTone::Ok, tr("Saved as %1").arg(leftToRight(path, QGuiApplication::layoutDirection())));
    });
    connect(&m_desk, &RecordingDesk::compared, this, &LogFlows::takeCompared);
    connect(&m_desk, &RecordingDesk::replayed, this, &LogFlows::takeReplayed);
    connect(&m_desk, &RecordingDesk::failed, this, &LogFlows::takeFailure);
    connect(&m_desk, &RecordingDesk::cancelled, this, [this] {
        m_replaying = false;
        if (m_replay != nullptr)
            m_replay->setRunning(false);
        Q_EMIT noticed(StatusTone::Warning, tr("Cancelled"));
    });
    connect(&m_desk, &RecordingDesk::progressed, this, [this](qint64 done, qint64 total) {
        if (m_replaying)
            m_replay->setProgress(std::size_t(done), std::size_t(total));
    });
    connect(&m_desk, &RecordingDesk::recordingFailed, this, [this](const Error& error) {
        Q_EMIT noticed(StatusTone::Warning, tr("The session is not recorded any more: %1").arg(error.text()));
    });
    connect(&m_desk, &RecordingDesk::found, this, [this](const QStringList& paths) {
        m_unfinished = paths;
        Q_EMIT unfinishedFound(int(paths.size()));
        Q_EMIT changed();
    });
}

void LogFlows::connectLive(LogView& live)
{
    connect(&live.model(), &LogModel::markChanged, this,
        [this, &live](RecordNo record) { m_desk.mark(record, live.model().mark(record)); });
    live.installEventFilter(this);
    watchArrangement(live);
}

LogView& LogFlows::current()
{
    return m_current != nullptr ? *m_current : m_live();
}

QString LogFlows::nameOf(const LogView& log) const
{
    const auto found =
        std::find_if(m_opened.begin(), m_opened.end(), [&log](const Opened& one) { return one.view == &log; });
    return found == m_opened.end() ? tr("this session") : found->dock->windowTitle();
}

QStringList LogFlows::openPaths() const
{
    QStringList paths;
    for (const Opened& one : m_opened)
        if (!one.path.isEmpty())
            paths << one.path;
    return paths;
}

void LogFlows::show(const Recording& recording, const QString& path)
{
    Q_EMIT opened(path);
    const auto same =
        std::find_if(m_opened.begin(), m_opened.end(), [&path](const Opened& one) { return one.path == path; });
    if (same != m_opened.end()) { // read again: a file that is still written has more rows now
        same->view->setRecording(recording);
        raise(same->dock);
        return;
    }
    addTab(recording, QFileInfo(path).fileName(), path);
    if (!recording.incomplete.isEmpty())
        Q_EMIT noticed(
            StatusTone::Warning, tr("%1: %2", "file, problem").arg(QFileInfo(path).fileName(), recording.incomplete));
}

LogView& LogFlows::addTab(const Recording& recording, const QString& title, const QString& path)
{
    auto* view = new LogView(nullptr);
    view->setRecording(recording);
    view->restoreState(arrangement());
    watchArrangement(*view);
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(QStringLiteral("recordingDock%1").arg(++m_lastDock));
    dock->setAccessibleName(dock->windowTitle());
    dock->setToolTip(path);
    dock->setWidget(view);
    dock->installEventFilter(this);
    view->installEventFilter(this);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dock);
    m_window.tabifyDockWidget(m_opened.empty() ? m_docks.log : m_opened.back().dock, dock);
    m_opened.push_back({dock, view, path});
    if (!path.isEmpty())
        connect(&view->model(), &LogModel::markChanged, this,
            [this, view, path](RecordNo record) { m_desk.markIn(path, record, view->model().mark(record)); });
    look(view);
    raise(dock);
    view->table().setFocus(Qt::OtherFocusReason);
    return *view;
}

void LogFlows::grow(const QString& path, const RecordingGrowth& growth)
{
    const auto found =
        std::find_if(m_opened.begin(), m_opened.end(), [&path](const Opened& one) { return one.path == path; });
    if (found == m_opened.end())
        return;
    if (!growth.records.empty())
        found->view->append(growth.records);
    for (const auto& [number, comment] : growth.marks)
        found->view->model().setMark(number, comment);
}

bool LogFlows::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Close) {
        if (auto* dock = qobject_cast<QDockWidget*>(watched))
            close(dock);
    } else if (event->type() == QEvent::Show) { // its tab was chosen
        if (auto* view = qobject_cast<LogView*>(watched))
            look(view);
    }
    return QObject::eventFilter(watched, event);
}

void LogFlows::close(QDockWidget* dock)
{
    const auto found =
        std::find_if(m_opened.begin(), m_opened.end(), [dock](const Opened& one) { return one.dock == dock; });
    if (found == m_opened.end())
        return;
    const LogView* view = found->view;
    shareArrangement();
    disconnect(view, &LogView::arranged, this, nullptr);
    if (!found->path.isEmpty())
        m_desk.unfollow(found->path);
    m_opened.erase(found);
    dock->deleteLater();
    if (m_current == view) {
        m_current = nullptr;
        look(&m_live());
    }
}

void LogFlows::watchArrangement(LogView& log)
{
    connect(&log, &LogView::arranged, this, [this, &log] {
        m_arranged = &log;
        m_share.start();
    });
}

void LogFlows::shareArrangement()
{
    m_share.stop();
    const LogView* from = std::exchange(m_arranged, nullptr);
    if (from == nullptr)
        return;
    if (from != &m_live())
        m_live().arrangeLike(*from);
    for (const Opened& one : m_opened)
        if (one.view != from)
            one.view->arrangeLike(*from);
}

QByteArray LogFlows::arrangement()
{
    shareArrangement();
    return m_live().saveState();
}

void LogFlows::takeFocus(QWidget* focus)
{
    for (QWidget* widget = focus; widget != nullptr; widget = widget->parentWidget()) {
        if (auto* view = qobject_cast<LogView*>(widget)) {
            look(view);
            return;
        }
    }
}

void LogFlows::look(LogView* log)
{
    const bool ours = log == &m_live()
        || std::any_of(m_opened.begin(), m_opened.end(), [log](const Opened& one) { return one.view == log; });
    if (!ours || m_current == log)
        return;
    if (m_current != nullptr)
        disconnect(m_current, &LogView::currentChanged, this, nullptr);
    m_current = log;
    connect(log, &LogView::currentChanged, this, &LogFlows::followRow);
    if (m_ladder != nullptr)
        m_ladder->setLog(&log->model(), log->table().selectionModel());
    if (m_replay != nullptr)
        m_replay->setRecording(log->recording(), log->shownRows());
    followRow();
    Q_EMIT changed();
}

void LogFlows::followRow()
{
    if (m_replay != nullptr)
        m_replay->setCurrentRow(currentRecord(current()));
}

void LogFlows::raise(QDockWidget* dock)
{
    dock->show();
    dock->raise();
}

void LogFlows::showCurrent()
{
    const LogView* log = &current();
    const auto found =
        std::find_if(m_opened.begin(), m_opened.end(), [log](const Opened& one) { return one.view == log; });
    raise(found == m_opened.end() ? m_docks.log : found->dock);
}

RowLadder& LogFlows::ladder()
{
    if (m_ladder == nullptr) {
        m_ladder = new RowLadder(m_docks.ladder);
        m_docks.ladder->setWidget(m_ladder);
        connect(m_ladder, &RowLadder::rowChosen, this, [this] {
            showCurrent();
            current().table().setFocus(Qt::OtherFocusReason);
        });
        connect(m_ladder, &RowLadder::saveRequested, this, [this] {
            askSave({ExportChoice::Rows::Shown, SheetFormat::Svg, Secrets::Masked});
        });
        LogView& log = current();
        m_ladder->setLog(&log.model(), log.table().selectionModel());
        // The views go in any order when the window does.
        connect(m_ladder, &QObject::destroyed, this, [this] { m_ladder = nullptr; });
    }
    return *m_ladder;
}

void LogFlows::showLadder()
{
    RowLadder& ladder = this->ladder();
    raise(m_docks.ladder);
    ladder.table().setFocus(Qt::OtherFocusReason);
}

void LogFlows::clearLive()
{
    m_live().clear();
    m_desk.restartRecording();
}

} // namespace dmsc
