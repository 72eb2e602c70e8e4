// SPDX-License-Identifier: Apache-2.0
// MainWindow: actions, menus, tool bar.
#include "widgets/compare/address_bar.h"
#include "widgets/compare/compare_pane.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/filter_bar.h"
#include "widgets/details/details_pane.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/flows/flow_menu.h"
#include "widgets/palette/command_palette.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/window/card_flows.h"
#include "widgets/window/hint_bar.h"
#include "widgets/window/log_flows.h"
#include "widgets/window/main_window.h"
#include "widgets/window/menu_button.h"
#include "widgets/window/message_bar.h"
#include "widgets/window/source_picker.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolBar>
#include <QToolButton>

namespace dmsc {

void MainWindow::connectActions()
{
    const auto on = [this](Command command, auto call) {
        connect((*m_actions)[command], &QAction::triggered, this, [call](bool checked) { call(checked); });
    };
    CompareView* rows = m_compare->view();
    const auto withDetails = [this](auto call) {
        m_detailsDock->show();
        m_detailsDock->raise();
        m_detailsTimer.stop();
        updateDetails();
        call();
    };
    on(Command::OpenDevice, [this](bool) { askOpen(Side::Device); });
    on(Command::OpenCard, [this](bool) { askOpen(Side::Card); });
    on(Command::OpenDemo, [this](bool) { openDemo(); });
    on(Command::RenewDemo, [this](bool) { renewDemo(); });
    on(Command::SaveDevice, [this](bool) { askSave(Side::Device); });
    on(Command::SaveCard, [this](bool) { askSave(Side::Card); });
    on(Command::Reload, [this](bool) { m_controller.reload(); });
    on(Command::CloseDevice, [this](bool) { closeSide(Side::Device); });
    on(Command::CloseCard, [this](bool) { closeSide(Side::Card); });
    on(Command::ReadersDevice, [this](bool) { showReaders(Side::Device); });
    on(Command::ReadersCard, [this](bool) { showReaders(Side::Card); });
    on(Command::PlugDevice, [this](bool) { togglePlug(Side::Device); });
    on(Command::PlugCard, [this](bool) { togglePlug(Side::Card); });
    on(Command::FindFiles, [this](bool) { m_flows->explore(m_files->side()); });
    on(Command::ShowFiles, [this](bool) { showFiles(); });
    on(Command::EnterKey, [this](bool) {
        showFiles();
        m_files->chooseKey();
    });
    on(Command::ChangeKey, [this](bool) {
        showFiles();
        m_files->chooseKeyChange();
    });
    on(Command::ShowMemory, [this](bool) { showMemory(); });
    on(Command::Quit, [this](bool) { close(); });
    on(Command::Undo, [this](bool) { m_controller.undoStack().undo(); });
    on(Command::Redo, [this](bool) { m_controller.undoStack().redo(); });
    on(Command::CopyToCard, [this, rows](bool) { m_controller.copyTo(Side::Card, rows->selectedPairs()); });
    on(Command::CopyToDevice, [this, rows](bool) { m_controller.copyTo(Side::Device, rows->selectedPairs()); });
    on(Command::EditValue, [this, rows](bool) { edit(rows->focusSide()); });
    on(Command::AddNode, [=, this](bool) { withDetails([=, this] { m_details->addChild(rows->focusSide()); }); });
    const std::pair<Command, Property> properties[] = {{Command::Rename, Property::Name},
        {Command::EditTitle, Property::Title}, {Command::EditType, Property::Type}, {Command::EditAcl, Property::Acl}};
    for (const auto& each : properties) {
        const Property property = each.second;
        on(each.first,
            [=, this](bool) { withDetails([=, this] { m_details->editProperty(rows->focusSide(), property); }); });
    }
    on(Command::DeleteNode, [this, rows](bool) { m_controller.remove(rows->focusSide(), rows->selectedPairs()); });
    on(Command::Apply, [this](bool) { m_flows->apply(); });
    on(Command::Cancel, [this](bool) {
        m_controller.cancel();
        m_logs->desk().cancel();
    });
    on(Command::ClearPlan, [this](bool) { m_controller.clearPlan(); });
    on(Command::NextDifference, [rows](bool) { rows->goToDifference(true); });
    on(Command::PreviousDifference, [rows](bool) { rows->goToDifference(false); });
    on(Command::GoToUri, [this](bool) {
        m_compare->address()->setFocus(Qt::ShortcutFocusReason);
        m_compare->address()->selectAll();
    });
    on(Command::Filter, [this](bool) { m_compare->filter()->focusText(); });
    on(Command::NextPane, [this](bool) { cyclePanes(1); });
    on(Command::PreviousPane, [this](bool) { cyclePanes(-1); });
    on(Command::ExpandDifferences, [rows](bool) { rows->expandDifferences(); });
    on(Command::ExpandAll, [rows](bool) { rows->expandAll(); });
    on(Command::CollapseAll, [rows](bool) { rows->collapseAll(); });
    on(Command::HideIdentical, [this](bool hide) { m_compare->setHideIdentical(hide); });
    on(Command::Palette, [this](bool) { showPalette(); });
    on(Command::Hints, [this](bool) { m_hints->start(0); });
    on(Command::About, [this](bool) { showAbout(); });
    connect(m_compare->filter(), &FilterBar::changed, this, [this] {
        (*m_actions)[Command::HideIdentical]->setChecked(!m_compare->filter()->states().test(CompareFilter::Same));
    });
    connect(&m_controller.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateActions);
    if (QApplication::isRightToLeft()) { // the card's half is on the left then
        (*m_actions)[Command::CopyToCard]->setShortcut(Qt::ALT | Qt::Key_Left);
        (*m_actions)[Command::CopyToDevice]->setShortcut(Qt::ALT | Qt::Key_Right);
        (*m_actions)[Command::CopyToCard]->setIcon(themedIcon(Icon::CopyToLeft));
        (*m_actions)[Command::CopyToDevice]->setIcon(themedIcon(Icon::CopyToRight));
    }
}

void MainWindow::buildMenus()
{
    const WindowActions& actions = *m_actions;
    const auto fill = [&actions](QMenu* menu, std::initializer_list<std::initializer_list<Command>> groups) {
        for (const auto& group : groups) {
            if (!menu->isEmpty())
                menu->addSeparator();
            for (const Command command : group)
                menu->addAction(actions[command]);
        }
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    fill(file, {{Command::OpenDevice, Command::OpenCard, Command::OpenDemo, Command::RenewDemo}});
    for (const Side side : kSides) {
        QMenu* readers = file->addMenu(themedIcon(Icon::Reader),
            side == Side::Device ? tr("Card in a reader, device side") : tr("Card in a reader, card side"));
        readers->setObjectName(side == Side::Device ? QStringLiteral("readersDevice") : QStringLiteral("readersCard"));
        addReaders(readers, side);
    }
    QMenu* recent = file->addMenu(tr("Recent"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent, std::nullopt); });
    fill(file,
        {{Command::SaveDevice, Command::SaveCard}, {Command::Reload, Command::CloseDevice, Command::CloseCard},
            {Command::Quit}});
    QMenu* editMenu = menuBar()->addMenu(tr("&Edit"));
    fill(editMenu,
        {{Command::Undo, Command::Redo}, {Command::CopyToCard, Command::CopyToDevice},
            {Command::EditValue, Command::EditTitle, Command::EditType, Command::EditAcl, Command::Rename},
            {Command::AddNode, Command::DeleteNode}});
    QMenu* card = menuBar()->addMenu(tr("&Card"));
    fill(card,
        {{Command::Handshake, Command::HandshakeAgain, Command::WriteReceipt, Command::Credentials},
            {Command::FindFiles, Command::ShowFiles, Command::EnterKey, Command::ChangeKey, Command::ShowMemory},
            {Command::PlugCard, Command::PlugDevice}, {Command::ReadersCard, Command::ReadersDevice}});
    QMenu* flows = menuBar()->addMenu(tr("F&lows"));
    flows->setObjectName(QStringLiteral("flowsMenu"));
    flows->addMenu(m_flowMenu);
    fill(flows,
        {{Command::RunAgain, Command::NextStep, Command::Cancel, Command::StepByStep}, {Command::Sync},
            {Command::ShowLadder, Command::ShowHandset, Command::ShowDecisions, Command::SaveFlow,
                Command::Demonstration},
            {Command::InsertCard, Command::TakeCardOut},
            {Command::AskUnmarked, Command::RejectUnapproved, Command::BootstrapFromCard, Command::ProveByCard,
                Command::CardIsInserted}});
    buildLogMenu();
    QMenu* plan = menuBar()->addMenu(tr("&Plan"));
    fill(plan, {{Command::Apply, Command::Cancel}, {Command::ClearPlan}});
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    fill(go,
        {{Command::NextDifference, Command::PreviousDifference}, {Command::GoToUri, Command::Filter},
            {Command::NextPane, Command::PreviousPane}});
    QMenu* viewMenu = menuBar()->addMenu(tr("&View"));
    fill(viewMenu, {{Command::ExpandDifferences, Command::ExpandAll, Command::CollapseAll, Command::HideIdentical}});
    viewMenu->addSeparator();
    for (QDockWidget* dock : {m_mosDock, m_detailsDock, m_logDock, m_planDock, m_memoryDock, m_filesDock, m_ladderDock,
             m_handsetDock, m_rowLadderDock, m_comparisonDock, m_replayDock})
        viewMenu->addAction(dock->toggleViewAction());
    viewMenu->addSeparator();
    viewMenu->addAction(actions[Command::Demonstration]);
    buildThemeMenu(viewMenu);
    buildLanguageMenu(viewMenu);
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    fill(help, {{Command::Palette, Command::Hints}, {Command::About}});
}

void MainWindow::buildThemeMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("Theme"));
    m_themes = new QActionGroup(this);
    for (const Theme theme : allThemes()) {
        QAction* action = m_actions->registry().add({QStringLiteral("theme.") + themeKey(theme),
            tr("Theme: %1").arg(themeName(theme)), {}, themedIcon(Icon::Theme), {}});
        action->setCheckable(true);
        action->setChecked(theme == m_theme);
        action->setData(int(theme));
        m_themes->addAction(action);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, theme] { showTheme(theme); });
    }
}

void MainWindow::buildLanguageMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("Language"));
    auto* group = new QActionGroup(this);
    const std::pair<QString, QString> languages[] = {{QString(), tr("System")},
        {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    for (const auto& each : languages) {
        const QString key = each.first;
        const QString name = each.second;
        QAction* action =
            m_actions->registry().add({QStringLiteral("language.") + (key.isEmpty() ? QStringLiteral("system") : key),
                tr("Language: %1").arg(name), {}, {}, {}});
        action->setCheckable(true);
        action->setChecked(m_session.language == key);
        group->addAction(action);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, key, name] {
            m_session.language = key;
            m_messages->showMessage(StatusTone::Ok, tr("Language: %1, from the next start on").arg(name));
        });
    }
}

void MainWindow::buildToolBar()
{
    auto* bar = new QToolBar(tr("Tools"), this);
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({2 * kGrid, 2 * kGrid});
    bar->toggleViewAction()->setEnabled(false);
    addToolBar(bar);
    const WindowActions& actions = *m_actions;
    for (const Side side : kSides) {
        auto* picker = new SourcePicker(side, bar);
        picker->setMenu(buildPickerMenu(picker, side));
        m_pickers[std::size_t(side)] = picker;
        bar->addWidget(picker);
    }
    const std::initializer_list<std::initializer_list<Command>> groups{{Command::Handshake, Command::Sync},
        {Command::PreviousDifference, Command::NextDifference}, {Command::CopyToDevice, Command::CopyToCard},
        {Command::Undo, Command::Redo, Command::Apply}, {Command::Palette}};
    for (const auto& group : groups) {
        bar->addSeparator();
        for (const Command command : group) {
            bar->addAction(actions[command]);
            QWidget* button = bar->widgetForAction(actions[command]);
            button->setObjectName(QStringLiteral("tool.") + WindowActions::id(command));
            button->setFocusPolicy(Qt::TabFocus);
            button->setAccessibleName(actions[command]->iconText());
            if (command == Command::Undo || command == Command::Redo) // known by their arrows; the room is for words
                qobject_cast<QToolButton*>(button)->setToolButtonStyle(Qt::ToolButtonIconOnly);
        }
        if (m_flowButton == nullptr) { // beside what it is about
            m_flowButton = new MenuButton(bar);
            m_flowButton->setObjectName(QStringLiteral("tool.flow.choose"));
            m_flowButton->setIcon(themedIcon(Icon::Flow));
            m_flowButton->setTitle(actions[Command::ChooseFlow]->iconText());
            m_flowButton->setToolTip(actions[Command::ChooseFlow]->toolTip());
            m_flowButton->setMenu(m_flowMenu);
            bar->addWidget(m_flowButton);
        }
    }
}

QMenu* MainWindow::buildPickerMenu(QWidget* picker, Side side)
{
    auto* menu = new QMenu(picker);
    menu->setObjectName(side == Side::Device ? QStringLiteral("deviceMenu") : QStringLiteral("cardMenu"));
    const bool device = side == Side::Device;
    const WindowActions& all = *m_actions;
    menu->addAction(all[device ? Command::OpenDevice : Command::OpenCard]);
    menu->addAction(all[Command::OpenDemo]);
    QMenu* recent = menu->addMenu(tr("Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent, side] { fillRecent(recent, side); });
    menu->addSection(tr("Readers"));
    addReaders(menu, side);
    menu->addAction(all[device ? Command::PlugDevice : Command::PlugCard]);
    menu->addAction(all[device ? Command::SaveDevice : Command::SaveCard]);
    menu->addAction(all[Command::Reload]);
    menu->addAction(all[device ? Command::CloseDevice : Command::CloseCard]);
    return menu;
}

void MainWindow::fillRecent(QMenu* menu, std::optional<Side> side)
{
    menu->clear();
    for (const QString& text : std::as_const(m_session.recent)) {
        menu->addAction(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")), this,
            [this, text, side] { openPath(text, side); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing was opened yet"))->setEnabled(false);
}

void MainWindow::showRowMenu(const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const WindowActions& actions = *m_actions;
    for (const Command command : {Command::CopyToCard, Command::CopyToDevice})
        menu->addAction(actions[command]);
    menu->addSeparator();
    for (const Command command : {Command::EditValue, Command::AddNode, Command::Rename, Command::EditTitle,
             Command::EditType, Command::EditAcl})
        menu->addAction(actions[command]);
    menu->addSeparator();
    menu->addAction(actions[Command::DeleteNode]);
    menu->popup(globalPosition);
}

void MainWindow::showPalette()
{
    if (m_palette == nullptr)
        m_palette = new CommandPalette(m_actions->registry(), this);
    m_palette->open();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About"),
        tr("DM-SC workbench %1").arg(QApplication::applicationVersion()), QMessageBox::Close, this);
    box->setObjectName(QStringLiteral("aboutDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(applicationIcon().pixmap(6 * kGrid, 6 * kGrid));
    box->setInformativeText(
        tr("Compares and copies OMA DM Management Objects between devices and smart cards. Apache-2.0."));
    box->open();
}

} // namespace dmsc
