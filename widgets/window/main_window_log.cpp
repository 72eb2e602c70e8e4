// SPDX-License-Identifier: Apache-2.0
// MainWindow: the session log, recordings beside it, their ladder, comparison and replay.
#include "widgets/log/log_actions.h"
#include "widgets/log/log_view.h"
#include "widgets/theme/grid.h"
#include "widgets/window/log_flows.h"
#include "widgets/window/main_window.h"
#include "widgets/window/message_bar.h"
#include "widgets/window/status_strip.h"

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QStandardPaths>
#include <QTableView>

namespace dmsc {

namespace {

QString recordingsFolderOf(const WindowOptions& options)
{
    return options.recordingsFolder.isEmpty()
        ? QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("recordings"))
        : options.recordingsFolder;
}

/// What a log can be told, with the keys that it has itself.
void addCommandsOf(QMenu* menu, const LogView& log)
{
    using C = LogCommand;
    static constexpr std::initializer_list<C> kGroups[] = {
        {C::FocusFilter, C::ToggleFilter, C::FilterLike, C::FilterNotLike},
        {C::Find, C::FindNext, C::FindPrevious, C::GoTo}, {C::Mark, C::EditComment, C::NextMark, C::PreviousMark},
        {C::Follow, C::Issues, C::FoldAll, C::UnfoldAll, C::Reveal}};
    for (const auto& group : kGroups) {
        for (const C command : group)
            menu->addAction(log.action(command));
        menu->addSeparator();
    }
    QMenu* times = menu->addMenu(MainWindow::tr("&Time of the rows"));
    for (const C command : {C::TimeRelative, C::TimeAbsolute, C::TimeDelta})
        times->addAction(log.action(command));
}

} // namespace

void MainWindow::buildLogs()
{
    m_rowLadderDock =
        addDock(QStringLiteral("rowLadderDock"), tr("Ladder of the log"), Qt::BottomDockWidgetArea, nullptr);
    m_comparisonDock =
        addDock(QStringLiteral("comparisonDock"), tr("Comparison of recordings"), Qt::BottomDockWidgetArea, nullptr);
    m_replayDock = addDock(QStringLiteral("replayDock"), tr("Play again"), Qt::RightDockWidgetArea, nullptr);
    for (QDockWidget* dock : {m_rowLadderDock, m_comparisonDock, m_replayDock})
        dock->hide();
    m_logs = new LogFlows(
        m_controller.desk().records(), {m_logDock, m_rowLadderDock, m_comparisonDock, m_replayDock},
        [this]() -> LogView& { return log(); }, *this);
}

void MainWindow::buildLogMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("L&og"));
    menu->setObjectName(QStringLiteral("logMenu"));
    m_compareMenu = new QMenu(tr("Com&pare with"), menu);
    m_compareMenu->setObjectName(QStringLiteral("compareLogMenu"));
    m_compareMenu->setIcon((*m_actions)[Command::CompareRecordings]->icon());
    connect(m_compareMenu, &QMenu::aboutToShow, this, [this] { m_logs->fillCompareMenu(m_compareMenu); });
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillLogMenu(menu); });
    fillLogMenu(menu);
}

void MainWindow::fillLogMenu(QMenu* menu)
{
    const WindowActions& actions = *m_actions;
    menu->clear();
    const auto add = [menu, &actions](std::initializer_list<Command> commands) {
        for (const Command command : commands)
            menu->addAction(actions[command]);
        menu->addSeparator();
    };
    add({Command::OpenRecording, Command::OpenUnfinished, Command::SaveRecording, Command::ExportRows});
    menu->addMenu(m_compareMenu);
    add({Command::ReplayRecording, Command::ShowRowLadder, Command::ShowLog});
    if (m_started) // there is a log
        addCommandsOf(menu, m_logs->current());
    add({Command::ClearLog});
}

void MainWindow::addLogCommands()
{
    // The command palette has them too; their keys are those of the log that has the focus.
    for (int i = 0; i < kLogCommandCount; ++i) {
        const auto command = LogCommand(i);
        const QAction* own = log().action(command);
        QAction* action = m_actions->registry().add({own->objectName(), own->text(), {}, own->icon(), own->toolTip()});
        connect(action, &QAction::triggered, this, [this, command] {
            m_logs->showCurrent();
            m_logs->current().action(command)->trigger();
        });
    }
}

void MainWindow::connectLogs()
{
    const auto on = [this](Command command, auto call) {
        connect((*m_actions)[command], &QAction::triggered, this, [call] { call(); });
    };
    const ExportChoice capture{ExportChoice::Rows::Shown, TraceFormat::Pcap, Secrets::Masked};
    const ExportChoice whole{ExportChoice::Rows::All, TraceFormat::Recording, Secrets::Masked};
    on(Command::OpenRecording, [this] { m_logs->askOpen(); });
    on(Command::OpenUnfinished, [this] { m_logs->openUnfinished(); });
    on(Command::SaveRecording, [this, whole] { m_logs->askSave(whole); });
    on(Command::ExportRows, [this, capture] { m_logs->askSave(capture); });
    on(Command::CompareRecordings, [this] { m_logs->askCompare(); });
    on(Command::ReplayRecording, [this] { m_logs->showReplay(); });
    on(Command::ShowRowLadder, [this] { m_logs->showLadder(); });
    on(Command::ShowLog, [this] {
        m_logs->showCurrent();
        m_logs->current().table().setFocus(Qt::ShortcutFocusReason);
    });
    on(Command::ClearLog, [this] { m_logs->clearLive(); });

    connect(m_logs, &LogFlows::noticed, this,
        [this](StatusTone tone, const QString& text) { m_messages->showMessage(tone, text); });
    connect(m_logs, &LogFlows::failed, this, [this](const Error& error) { m_messages->showError(error); });
    connect(m_logs, &LogFlows::opened, m_messages, &MessageBar::withdraw);
    connect(m_logs, &LogFlows::changed, this, &MainWindow::updateLogActions);
    connect(m_logs, &LogFlows::unfinishedFound, this, [this] {
        m_messages->showMessage(StatusTone::Warning,
            tr("The last run ended unexpectedly; what it recorded is still there."),
            (*m_actions)[Command::OpenUnfinished]);
    });
    RecordingDesk& desk = m_logs->desk();
    connect(&desk, &RecordingDesk::recordingStarted, this, &MainWindow::showRecording);
    connect(&desk, &RecordingDesk::recordingFailed, this, &MainWindow::showRecording);
    connect(&desk, &RecordingDesk::busyChanged, this, [this](bool, const QString& what) {
        m_recordingsBusyWith = what;
        updateBusy();
    });
    connect(&desk, &RecordingDesk::progressed, m_status, &StatusStrip::setProgress);
    connect(m_status, &StatusStrip::recordingRequested, (*m_actions)[Command::ShowLog], &QAction::trigger);
    connect(&m_controller, &DeskController::sideChanged, this, [this] {
        std::vector<Where> places;
        for (const Side side : kSides) {
            if (const auto& state = m_controller.side(side))
                places.push_back(state->where);
        }
        m_logs->setPlaces(std::move(places));
    });
}

void MainWindow::startRecording()
{
    addLogCommands();
    m_logs->desk().startRecording(recordingsFolderOf(m_options));
    const std::chrono::nanoseconds sinceStart = m_controller.desk().records().clock()();
    log().model().setStartedAt(QDateTime::currentDateTimeUtc().addMSecs(-sinceStart.count() / 1'000'000));
    if (!m_session.log.isEmpty())
        log().restoreState(m_session.log);
}

void MainWindow::openRecordings()
{
    const bool asked = m_options.demo || m_options.empty || m_options.device || m_options.card;
    const QStringList paths = !m_options.recordings.isEmpty() ? m_options.recordings
        : asked                                               ? QStringList()
                                                              : m_session.recordings;
    for (const QString& path : paths)
        m_logs->open(path);
}

void MainWindow::showRecording()
{
    m_status->setWarnings(log().model().warningCount(), log().model().errorCount());
    m_status->setRecording(m_logs->desk().recordingPath(), log().model().store().size());
}

void MainWindow::updateLogActions()
{
    const auto reason = [](bool ok, const QString& why) { return ok ? QString() : why; };
    m_actions->setReason(Command::OpenUnfinished, reason(m_logs->hasUnfinished(), tr("No run ended unexpectedly")));
}

void MainWindow::updateBusy()
{
    const bool recordings = m_logs->desk().busy();
    m_status->setBusy(m_busy || recordings, m_busy ? m_busyWith : m_recordingsBusyWith);
    updateActions();
}

} // namespace dmsc
