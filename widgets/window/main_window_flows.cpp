// SPDX-License-Identifier: Apache-2.0
// MainWindow: flows, the handset's screen, synchronisation, the demonstration.
#include "widgets/compare/compare_pane.h"
#include "widgets/flows/flow_menu.h"
#include "widgets/flows/flow_panel.h"
#include "widgets/prompts/handset_panel.h"
#include "widgets/theme/grid.h"
#include "widgets/window/card_slot.h"
#include "widgets/window/demonstration.h"
#include "widgets/window/main_window.h"
#include "widgets/window/menu_button.h"
#include "widgets/window/message_bar.h"
#include "widgets/window/pane_scroll.h"
#include "widgets/window/session_flows.h"

#include <QAction>
#include <QDockWidget>
#include <QTabBar>

namespace dmsc {

namespace {

constexpr int kLadderHeight = 44 * kGrid;
constexpr int kHandsetHeight = 54 * kGrid;

} // namespace

void MainWindow::buildFlows()
{
    const WindowActions& actions = *m_actions;
    m_flow =
        new FlowPanel({actions[Command::RunAgain], actions[Command::NextStep], actions[Command::Cancel],
                          actions[Command::SaveFlow], actions[Command::Demonstration], actions[Command::ChooseFlow]},
            this);
    m_ladderDock =
        addDock(QStringLiteral("ladderDock"), tr("Ladder"), Qt::BottomDockWidgetArea, new PaneScroll(m_flow, this));
    m_handset = new HandsetPanel(this);
    m_handsetDock = addDock(QStringLiteral("handsetDock"), tr("Handset"), Qt::RightDockWidgetArea, m_handset);
    std::array<QAction*, kFlowKindCount> flows{};
    for (int i = 0; i < kFlowKindCount; ++i)
        flows[std::size_t(i)] = actions[runCommand(FlowKind(i))];
    m_flowMenu = new FlowMenu(flows, this);
    m_sessions = new SessionFlows(m_controller, {m_flowMenu, m_flow, m_handset, m_handsetDock}, this);
    m_cardSlot = new CardSlot(m_controller, *m_sessions, this);
    m_demonstration = new Demonstration(*this, {m_ladderDock, m_handsetDock, m_flow, m_handset});
}

void MainWindow::connectFlows()
{
    connect(m_sessions, &SessionFlows::noticed, this,
        [this](StatusTone tone, const QString& text) { m_messages->showMessage(tone, text); });
    connect(m_sessions, &SessionFlows::failed, this, &MainWindow::takeFailure);
    connect(m_sessions, &SessionFlows::logRequested, this, &MainWindow::showExchange);
    connect(m_sessions, &SessionFlows::began, this, &MainWindow::showLadder);
    connect(m_sessions, &SessionFlows::asking, this, &MainWindow::growHandset);
    connect(m_sessions, &SessionFlows::changed, this, &MainWindow::updateActions);
    const WindowActions& actions = *m_actions;
    const auto on = [this, &actions](
                        Command command, auto call) { connect(actions[command], &QAction::triggered, this, call); };
    for (int i = 0; i < kFlowKindCount; ++i) {
        const auto kind = FlowKind(i);
        on(runCommand(kind),
            [this, kind] { m_sessions->run(kind, m_controller.pairView(m_compare->view()->currentPair()).device); });
    }
    on(Command::ChooseFlow, [this] { showFlowMenu(); });
    on(Command::RunAgain, [this] { m_sessions->runAgain(); });
    on(Command::NextStep, [this] { m_sessions->nextStep(); });
    on(Command::SaveFlow, [this] { m_sessions->save(); });
    on(Command::Sync, [this] { m_sessions->openSync(); });
    on(Command::StepByStep, [this](bool wanted) { m_flow->choosePace(wanted ? Pace::Stepped : Pace::Free); });
    connect(m_flow, &FlowPanel::paceChanged, this,
        [this](Pace pace) { (*m_actions)[Command::StepByStep]->setChecked(pace == Pace::Stepped); });
    on(Command::ShowHandset, [this] { showHandset(); });
    on(Command::ShowDecisions, [this] {
        showHandset();
        m_handset->showDecisions();
    });
    on(Command::ShowLadder, [this] {
        showLadder();
        m_flow->takeFocus();
    });
    on(Command::Demonstration, [this](bool wanted) { m_demonstration->setOn(wanted); });
    on(Command::InsertCard, [this] { m_cardSlot->insert(); });
    on(Command::TakeCardOut, [this] { m_cardSlot->takeOut(); });
    on(Command::CardIsInserted, [this](bool wanted) {
        m_session.cardIsInserted = wanted;
        m_cardSlot->setFollows(wanted);
    });
    on(Command::ProveByCard, [this](bool wanted) {
        m_session.proveByCard = wanted;
        m_sessions->setProvesByCard(wanted);
    });
    for (const Command command : {Command::AskUnmarked, Command::RejectUnapproved, Command::BootstrapFromCard})
        on(command, [this] { takeHandsetSettings(); });
    m_flowMenu->addSetting(actions[Command::ProveByCard]);
    actions[Command::ProveByCard]->setChecked(m_session.proveByCard);
    m_sessions->setProvesByCard(m_session.proveByCard);
    m_flowMenu->setWbxml(m_session.wbxml);
    m_flowMenu->setServer(m_session.server);
    connect(m_flowMenu, &FlowMenu::changed, this, [this] {
        m_session.wbxml = m_flowMenu->wbxml();
        m_session.server = m_flowMenu->server();
    });
    actions[Command::AskUnmarked]->setChecked(m_session.handset.askUnmarked);
    actions[Command::RejectUnapproved]->setChecked(m_session.handset.rejectUnapproved);
    actions[Command::BootstrapFromCard]->setChecked(m_session.handset.bootstrapFromCard);
    actions[Command::CardIsInserted]->setChecked(m_session.cardIsInserted);
    m_sessions->setSettings(m_session.handset);
    m_cardSlot->setFollows(m_session.cardIsInserted);
}

void MainWindow::takeHandsetSettings()
{
    const WindowActions& actions = *m_actions;
    m_session.handset.askUnmarked = actions[Command::AskUnmarked]->isChecked();
    m_session.handset.rejectUnapproved = actions[Command::RejectUnapproved]->isChecked();
    m_session.handset.bootstrapFromCard = actions[Command::BootstrapFromCard]->isChecked();
    m_sessions->setSettings(m_session.handset);
}

void MainWindow::updateFlowActions(const QString& busy)
{
    const auto firstOf = [](const QString& a, const QString& b) { return a.isEmpty() ? b : a; };
    const QString why = firstOf(m_sessions->whyNoFlow(), busy);
    for (int i = 0; i < kFlowKindCount; ++i)
        m_actions->setReason(runCommand(FlowKind(i)), why);
    m_actions->setReason(Command::Sync, why);
    m_actions->setReason(Command::InsertCard, why);
    m_actions->setReason(Command::TakeCardOut, firstOf(m_cardSlot->whyNotOut(), busy));
    m_actions->setReason(Command::RunAgain, firstOf(m_sessions->whyNotAgain(), busy));
    m_actions->setReason(Command::NextStep, m_sessions->whyNoStep());
    m_actions->setReason(Command::SaveFlow, m_sessions->whyNoSave());
    m_sessions->setBusy(busy);
}

void MainWindow::showLadder()
{
    m_ladderDock->show();
    m_ladderDock->raise();
    if (m_ladderDock->height() < kLadderHeight && !m_ladderDock->isFloating() && !m_demonstration->isOn())
        resizeDocks({m_ladderDock}, {kLadderHeight}, Qt::Vertical);
}

void MainWindow::growHandset()
{
    if (m_handsetDock->height() < kHandsetHeight && !m_handsetDock->isFloating() && !m_demonstration->isOn())
        resizeDocks({m_handsetDock}, {kHandsetHeight}, Qt::Vertical);
}

void MainWindow::showHandset()
{
    m_handsetDock->show();
    m_handsetDock->raise();
    growHandset();
    if (m_handset->screen().isAsking())
        m_handset->screen().takeFocus();
    else
        m_handset->tabBar()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showFlowMenu()
{
    const QWidget* button = m_flowButton;
    const int x = QWidget::isRightToLeft() ? button->width() - m_flowMenu->sizeHint().width() : 0;
    m_flowMenu->popup(button->mapToGlobal(QPoint(x, button->height())));
}

} // namespace dmsc
