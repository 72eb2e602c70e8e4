// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/main_window.h"

#include "widgets/compare/compare_pane.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/mo_list.h"
#include "widgets/details/details_pane.h"
#include "widgets/log/log_view.h"
#include "widgets/palette/command_palette.h"
#include "widgets/plan/plan_pane.h"
#include "widgets/prompts/pin_panel.h"
#include "widgets/theme/action_button.h"
#include "widgets/theme/left_to_right.h"
#include "widgets/window/change_watch.h"
#include "widgets/window/demonstration.h"
#include "widgets/window/handshake_flows.h"
#include "widgets/window/hint_bar.h"
#include "widgets/window/log_flows.h"
#include "widgets/window/message_bar.h"
#include "widgets/window/reader_board.h"
#include "widgets/window/screen_fit.h"
#include "widgets/window/session_flows.h"
#include "widgets/window/source_picker.h"
#include "widgets/window/status_strip.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

namespace dmsc {

namespace {

constexpr QSize kUsualSize(1280, 800);
constexpr int kMessageTime = 10'000; // ms

QString cacheFolderOf(const WindowOptions& options)
{
    return options.cacheFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation)
                                         : options.cacheFolder;
}

/// Light or dark as the desktop is, in our own colours.
Theme themeOfDesktop()
{
    return QApplication::palette().color(QPalette::Window).lightnessF() < 0.5 ? Theme::Dark : Theme::Light;
}

} // namespace

MainWindow::MainWindow(WindowOptions options, QWidget* parent)
    : QMainWindow(parent)
    , m_options(std::move(options))
    , m_session(readSession(*openSettings(m_options.settingsFile)))
    , m_writer(m_options.settingsFile)
    , m_controller(cacheFolderOf(m_options), m_options.credentialsFile)
    , m_actions(std::make_unique<WindowActions>(this))
{
    m_theme = m_options.theme.value_or(m_session.theme.isEmpty() ? themeOfDesktop() : themeFromKey(m_session.theme));
    applyTheme(m_theme);
    letAssistivePress();
    build();
    connectActions();
    connectController();
    connectPanes();
    connectCards();
    connectHandshakes();
    connectFlows();
    connectLogs();
    restoreSession();
    updateTitle();
    updateActions();
}

MainWindow::~MainWindow()
{
    m_controller.disconnect(this);
    m_controller.disconnect(m_sessions);
    m_controller.disconnect(m_cardSlot);
    m_controller.desk().disconnect(m_sessions);
    m_controller.undoStack().disconnect(this);
    qApp->disconnect(this); // the window loses the focus when it is none any more
    delete m_logs; // the recording ends before what is recorded does
    // The panes look into the controller's models, which go before the widgets do.
    delete takeCentralWidget();
    qDeleteAll(findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::build()
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    m_status = new StatusStrip((*m_actions)[Command::Cancel], this);
    setStatusBar(m_status);
    m_compare = new ComparePane(m_controller.compare(),
        {(*m_actions)[Command::OpenDemo], (*m_actions)[Command::OpenDevice], (*m_actions)[Command::OpenCard]}, this);
    setCentralWidget(m_compare);
    m_messages = new MessageBar(m_compare);
    m_hints = new HintBar(m_compare);
    m_compare->addBar(m_messages);
    m_pins = new PinPanel(m_compare);
    m_compare->addBar(m_hints);
    m_compare->addBar(m_pins);
    buildDocks();
    m_readers = new ReaderBoard(m_controller.desk(), this);
    buildToolBar();
    buildMenus();
    resize(kUsualSize.boundedTo(roomOnScreen(*this)));
}

CompareView& MainWindow::view()
{
    return *m_compare->view();
}

LogView& MainWindow::log()
{
    if (m_log == nullptr) {
        m_log = new LogView(&m_controller.desk().records(), m_logDock);
        m_logDock->setWidget(m_log);
        m_logs->connectLive(*m_log);
        connect(m_log, &LogView::changed, this, &MainWindow::showRecording);
    }
    return *m_log;
}

void MainWindow::connectController()
{
    connect(&m_controller, &DeskController::aboutToCommit, m_compare, &ComparePane::keepPlace);
    connect(&m_controller, &DeskController::sideChanged, this, &MainWindow::takeSide);
    connect(&m_controller, &DeskController::workspaceChanged, this, [this] {
        m_plan->setShowsResults(m_controller.showsResults());
        const Plan& plan = m_controller.workspace().plan();
        m_status->setPlan(plan.operations().size(), plan.bytesToStore(Side::Card));
        if (plan.empty())
            m_messages->withdraw(aboutPlan());
        m_planDock->setWindowTitle(
            plan.empty() ? tr("Plan") : tr("Plan (%1)").arg(QLocale().toString(qulonglong{plan.operations().size()})));
        m_detailsTimer.start();
        updateActions();
    });
    connect(&m_controller, &DeskController::busyChanged, this, [this](bool busy, const QString& what) {
        if (busy && !m_busy) {
            m_messages->withdrawDone();
            m_logBegan = log().model().store().size() + m_controller.desk().records().waiting();
        }
        m_busy = busy;
        m_busyWith = what;
        updateBusy();
    });
    connect(&m_controller, &DeskController::progressed, m_status, &StatusStrip::setProgress);
    connect(&m_controller, &DeskController::applied, this, &MainWindow::takeApplied);
    connect(&m_controller, &DeskController::failed, this, [this](const Error& error) {
        if (!m_handshakes->takeFailure(error) && !m_sessions->takeFailure(error))
            takeFailure(error);
    });
    connect(&m_controller, &DeskController::cancelled, this, [this] {
        if (m_handshakes->takeCancelled() || m_sessions->takeCancelled())
            return;
        m_applyFirst = ApplyFirst::Nothing;
        m_messages->showMessage(StatusTone::Warning, tr("Cancelled; nothing was changed"));
    });
    connect(&m_controller, &DeskController::saved, this, [this](Side, const QString& path) {
        m_messages->showMessage(StatusTone::Ok, tr("Saved as %1").arg(leftToRight(path, layoutDirection())));
        addRecent({Where::Kind::Document, path});
    });
    connect(&m_controller, &DeskController::noticed, this,
        [this](const QString& text) { m_messages->showMessage(StatusTone::Ok, text); });
}

void MainWindow::connectPanes()
{
    CompareView* rows = m_compare->view();
    connect(rows, &CompareView::currentPairChanged, this, [this, rows] {
        m_mos->showPair(rows->currentPair());
        m_detailsTimer.start();
        updateActions();
    });
    connect(rows, &CompareView::copyRequested, &m_controller, &DeskController::copyTo);
    connect(rows, &CompareView::editRequested, this, &MainWindow::edit);
    connect(rows, &CompareView::deleteRequested, this,
        [this, rows](Side side) { m_controller.remove(side, rows->selectedPairs()); });
    connect(rows, &CompareView::menuRequested, this, &MainWindow::showRowMenu);
    connect(rows, &CompareView::filesDropped, this,
        [this](Side side, const QStringList& paths) { openPaths(paths, side); });
    const auto notice = [this](const QString& text) { m_messages->showMessage(StatusTone::Ok, text); };
    connect(rows, &CompareView::noticed, this, notice);
    connect(m_compare, &ComparePane::refused, this,
        [this](const QString& why) { m_messages->showMessage(StatusTone::Warning, why); });
    connect(m_compare, &ComparePane::filesDropped, this,
        [this](const QStringList& paths) { openPaths(paths, std::nullopt); });
    connect(m_mos, &MoList::pairChosen, this,
        [this, rows](PairNo pair) { rows->goToRow(m_controller.compare().reveal(pair)); });
    connect(m_details, &DetailsPane::operationReady, this, [this, rows](const Operation& operation) {
        const QString name = QString::fromStdString(std::string(operation.uri.name()));
        m_controller.stage({operation},
            operation.kind == Operation::Kind::Add          ? tr("add %1").arg(name)
                : operation.kind == Operation::Kind::Delete ? tr("delete %1").arg(name)
                                                            : tr("edit %1").arg(name));
        rows->setFocus(Qt::OtherFocusReason);
    });
    connect(m_details, &DetailsPane::refused, this,
        [this](const QString& why) { m_messages->showMessage(StatusTone::Warning, why); });
    connect(m_details, &DetailsPane::editDismissed, rows, [rows] { rows->setFocus(Qt::OtherFocusReason); });
    connect(m_plan, &PlanPane::removeRequested, &m_controller, &DeskController::removeFromPlan);
    connect(m_plan, &PlanPane::clearRequested, &m_controller, &DeskController::clearPlan);
    connect(m_plan, &PlanPane::resultsDismissed, &m_controller, &DeskController::dismissResults);
    connect(m_plan, &PlanPane::operationActivated, this, [this, rows](std::size_t position) {
        const auto& operations = m_controller.workspace().plan().operations();
        if (position < operations.size() && !rows->goToUri(operations[position].uri))
            rows->goToUri(operations[position].uri.parent());
    });
    connect(m_messages, &MessageBar::logRequested, this, &MainWindow::showLogRow);
    connect(m_messages, &MessageBar::errorShown, this, [this](const QString& error) {
        if (m_busy) // else nothing was said to anybody
            linkToLog(error, m_logBegan);
    });
    connect(m_messages, &MessageBar::shown, this, [this](const QString& text) {
        if (m_demonstration->isOn()) // the bar is not to be seen there
            m_status->showMessage(text, kMessageTime);
    });
    connect(m_status, &StatusStrip::logRequested, this, &MainWindow::showLog);
    connect(m_status, &StatusStrip::planRequested, this, &MainWindow::showPlan);
    connect(m_status, &StatusStrip::memoryRequested, this, &MainWindow::showMemory);
    connect(m_hints, &HintBar::moved, this, [this](int hint) { m_session.hint = hint; });
    m_detailsTimer.setSingleShot(true);
    m_detailsTimer.setInterval(0);
    connect(&m_detailsTimer, &QTimer::timeout, this, &MainWindow::updateDetails);
    connect(m_detailsDock, &QDockWidget::visibilityChanged, &m_detailsTimer, qOverload<>(&QTimer::start));
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!m_started) {
        m_started = true;
        QTimer::singleShot(0, this, &MainWindow::start);
    }
}

void MainWindow::start()
{
    buildCardPanes();
    startRecording();
    showRecording();
    openAtStart();
    openRecordings();
    Q_EMIT started();
}

void MainWindow::openAtStart()
{
    if (m_options.hints)
        m_hints->start(m_session.hint);
    if (m_options.empty)
        return;
    const bool asked = m_options.device || m_options.card;
    if (m_options.demo || (m_session.firstStart && !asked)) {
        (*m_actions)[Command::OpenDemo]->trigger();
        if (!asked)
            return;
    }
    const std::optional<Where> wanted[] = {m_options.device, m_options.card};
    const QString last[] = {m_session.device, m_session.card};
    for (const Side side : kSides) {
        if (asked && wanted[std::size_t(side)]) {
            m_controller.open(side, *wanted[std::size_t(side)]);
        } else if (!asked && !last[std::size_t(side)].isEmpty()) {
            const auto where = Where::parse(last[std::size_t(side)]);
            where ? m_controller.open(side, *where) : takeFailure(where.error());
        }
    }
}

void MainWindow::takeSide(Side side)
{
    const std::optional<SideState>& state = m_controller.side(side);
    (side == Side::Device ? m_session.device : m_session.card) = state ? state->where.text() : QString();
    m_watch->touch();
    m_messages->withdraw(aboutSide(side));
    m_pickers[std::size_t(side)]->setSource(state ? state->title : QString(),
        state ? tr("%1\n%2").arg(state->where.text(), state->detail).trimmed() : QString());
    if (state) {
        m_messages->withdraw(state->where.name);
        addRecent(state->where);
        if (!state->warnings.empty())
            m_messages->showMessage(StatusTone::Warning,
                tr("%1 was read with %n warning(s); the first: %2", nullptr, int(state->warnings.size()))
                    .arg(state->title, state->warnings.front()),
                nullptr, aboutSide(side));
    }
    m_compare->setOpen(m_controller.isOpen());
    restoreRows();
    m_compare->backToPlace();
    updateTitle();
    updateActions();
}

void MainWindow::takeApplied(std::size_t operations, std::size_t refused)
{
    if (refused > 0) {
        m_applyFirst = ApplyFirst::Nothing;
        m_messages->showMessage(StatusTone::Error,
            tr("%1 of %2 operations were refused, so nothing was changed; the plan says why")
                .arg(QLocale().toString(qulonglong{refused}), QLocale().toString(qulonglong{operations})),
            nullptr, aboutPlan());
        showPlan();
        return;
    }
    m_messages->showMessage(StatusTone::Ok, tr("Applied: %Ln operation(s)", nullptr, int(operations)));
    leaveApplied();
}

void MainWindow::takeFailure(const Error& error)
{
    m_applyFirst = ApplyFirst::Nothing;
    const bool stale = error.kind == ErrorKind::Conflict || m_holdsReaders;
    QAction* next = stale ? (*m_actions)[Command::Reload] : nullptr;
    m_messages->showError(error, next);
}

void MainWindow::updateDetails()
{
    if (m_detailsDock->isVisible())
        m_details->setPair(m_controller.pairView(m_compare->view()->currentPair()));
}

void MainWindow::edit(Side side)
{
    m_detailsDock->show();
    m_detailsDock->raise();
    m_detailsTimer.stop();
    updateDetails();
    m_details->editValue(side);
}

void MainWindow::updateTitle()
{
    QStringList open;
    for (const Side side : kSides) {
        if (const auto& state = m_controller.side(side))
            open << (state->modified ? tr("%1 (not saved)").arg(state->title) : state->title);
    }
    setWindowTitle(
        open.isEmpty() ? tr("DM-SC workbench") : tr("%1 - DM-SC workbench").arg(open.join(QStringLiteral(" | "))));
}

void MainWindow::updateActions()
{
    const WindowActions& actions = *m_actions;
    const std::size_t planned = m_controller.workspace().plan().operations().size();
    const QString busy = m_busy ? tr("Something is running; wait or cancel it") : QString();
    const auto reason = [](bool ok, const QString& why) { return ok ? QString() : why; };
    const auto firstOf = [](const QString& a, const QString& b) { return a.isEmpty() ? b : a; };
    const bool device = m_controller.side(Side::Device).has_value();
    const bool card = m_controller.side(Side::Card).has_value();
    const QString noDevice = reason(device, tr("Nothing is open on the device side"));
    const QString noCard = reason(card, tr("Nothing is open on the card side"));
    const QString noRow =
        reason(m_compare->view()->currentIndex().isValid() && (device || card), tr("Select a row first"));

    m_actions->setReason(Command::SaveDevice, firstOf(noDevice, busy));
    m_actions->setReason(Command::SaveCard, firstOf(noCard, busy));
    m_actions->setReason(Command::CloseDevice, firstOf(noDevice, busy));
    m_actions->setReason(Command::CloseCard, firstOf(noCard, busy));
    m_actions->setReason(Command::Reload, firstOf(reason(device || card, tr("Nothing is open")), busy));
    for (const Command command : {Command::OpenDevice, Command::OpenCard, Command::OpenDemo, Command::RenewDemo})
        m_actions->setReason(command, busy);
    updateCardActions(busy);
    updateHandshakeActions(busy);
    updateFlowActions(busy);
    updateLogActions();
    m_actions->setReason(Command::CopyToCard, firstOf(firstOf(noCard, noRow), busy));
    m_actions->setReason(Command::CopyToDevice, firstOf(firstOf(noDevice, noRow), busy));
    for (const Command command : {Command::EditValue, Command::AddNode, Command::Rename, Command::EditTitle,
             Command::EditType, Command::EditAcl, Command::DeleteNode})
        m_actions->setReason(command, firstOf(noRow, busy));
    for (const Command command :
        {Command::NextDifference, Command::PreviousDifference, Command::ExpandAll, Command::CollapseAll,
            Command::ExpandDifferences, Command::HideIdentical, Command::GoToUri, Command::Filter})
        m_actions->setReason(command, reason(device || card, tr("Nothing is open")));
    m_actions->setReason(Command::Apply, firstOf(reason(planned > 0, tr("The plan is empty")), busy));
    m_actions->setReason(Command::ClearPlan, firstOf(reason(planned > 0, tr("The plan is empty")), busy));
    m_actions->setReason(Command::Cancel, reason(m_busy || m_logs->desk().busy(), tr("Nothing is running")));
    const QUndoStack& undo = m_controller.undoStack();
    m_actions->setReason(Command::Undo, firstOf(reason(undo.canUndo(), tr("There is nothing to undo")), busy));
    m_actions->setReason(Command::Redo, firstOf(reason(undo.canRedo(), tr("There is nothing to redo")), busy));
    actions[Command::Undo]->setText(undo.canUndo() ? tr("&Undo %1").arg(undo.undoText()) : tr("&Undo"));
    actions[Command::Redo]->setText(undo.canRedo() ? tr("&Redo %1").arg(undo.redoText()) : tr("&Redo"));
    actions[Command::Undo]->setIconText(tr("Undo"));
    actions[Command::Redo]->setIconText(tr("Redo"));
    actions[Command::Apply]->setIconText(
        planned > 0 ? tr("Apply %1").arg(QLocale().toString(qulonglong{planned})) : tr("Apply"));
}

bool MainWindow::event(QEvent* event)
{
    // The status line has its own things to say; tips stand beside the pointer.
    return event->type() == QEvent::StatusTip || QMainWindow::event(event);
}

} // namespace dmsc
