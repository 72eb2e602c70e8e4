// SPDX-License-Identifier: Apache-2.0
// MainWindow: cards in readers, the emulated card in the virtual reader, files of cards.
#include "widgets/compare/compare_pane.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/memory/memory_pane.h"
#include "widgets/theme/grid.h"
#include "widgets/window/card_flows.h"
#include "widgets/window/main_window.h"
#include "widgets/window/memory_flow.h"
#include "widgets/window/message_bar.h"
#include "widgets/window/reader_board.h"
#include "widgets/window/reader_section.h"
#include "widgets/window/source_picker.h"
#include "widgets/window/status_strip.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QTreeView>

namespace dmsc {

namespace {

constexpr int kFilesHeight = 44 * kGrid;

Command plugCommand(Side side)
{
    return side == Side::Device ? Command::PlugDevice : Command::PlugCard;
}

bool isEmulated(const std::optional<SideState>& state)
{
    return state && state->where.kind == Where::Kind::Card;
}

} // namespace

void MainWindow::connectCards()
{
    connect(&m_controller, &DeskController::sideUpdated, this, &MainWindow::takeUpdate);
    connect(&m_controller.desk(), &Desk::plugChanged, this, &MainWindow::takePlug);
    connect(m_readers, &ReaderBoard::changed, this, &MainWindow::tellReaders);
    updatePlug();
}

void MainWindow::buildCardPanes()
{
    m_files = new CardFilesPane((*m_actions)[Command::FindFiles], m_filesDock);
    m_files->restoreState(m_session.files);
    m_filesDock->setWidget(m_files);
    m_memory = new MemoryPane(m_controller.undoStack(), {(*m_actions)[Command::OpenDemo]}, m_memoryDock);
    m_memoryDock->setWidget(m_memory);
    m_flows = new CardFlows(m_controller, *m_files, *m_pins, this);
    auto* const memory = new MemoryFlow(m_controller, *m_compare->view(), *m_memory, *m_plan, this);
    const auto notice = [this](StatusTone tone, const QString& text) { m_messages->showMessage(tone, text); };
    connect(memory, &MemoryFlow::noticed, this, notice);
    connect(m_flows, &CardFlows::noticed, this, notice);
    connect(m_flows, &CardFlows::abandoned, this, [this] { m_applyFirst = ApplyFirst::Nothing; });
    connect(m_files, &CardFilesPane::sideShown, this, &MainWindow::updateActions);
    // Once the panes know of it.
    connect(&m_controller, &DeskController::busyChanged, this, [this](bool busy) {
        if (!busy)
            goOnLeaving();
    });
}

void MainWindow::addReaders(QMenu* menu, Side side)
{
    auto* section = new ReaderSection(*m_readers, menu);
    section->place(menu->addSeparator());
    connect(section, &ReaderSection::chosen, this, [this, side](const QString& reader) {
        openInstead(side, {Where::Kind::Reader, reader});
    });
}

void MainWindow::showReaders(Side side)
{
    SourcePicker* picker = m_pickers[std::size_t(side)];
    QMenu* menu = picker->menu();
    const int x = QWidget::isRightToLeft() ? picker->width() - menu->sizeHint().width() : 0;
    menu->popup(picker->mapToGlobal(QPoint(x, picker->height())));
}

void MainWindow::takeUpdate(Side side)
{
    const std::optional<SideState>& state = m_controller.side(side);
    if (side == Side::Card)
        m_status->setCard(state);
    m_cardGone[std::size_t(side)].clear();
    if (!isEmulated(state))
        m_plugs[std::size_t(side)] = {};
    watchOpenReaders();
    updatePlug();
    updateActions();
}

void MainWindow::watchOpenReaders()
{
    bool any = false;
    for (const Side side : kSides)
        any = any || (m_controller.side(side) && m_controller.side(side)->where.kind == Where::Kind::Reader);
    if (any == m_holdsReaders)
        return;
    m_holdsReaders = any;
    any ? m_readers->hold() : m_readers->release();
}

void MainWindow::tellReaders()
{
    for (const Side side : kSides) {
        const std::optional<SideState>& state = m_controller.side(side);
        if (!state || state->where.kind != Where::Kind::Reader)
            continue;
        const ReaderInfo* reader = m_readers->find(state->where.name);
        // Unknown: pcscd gets no answer from the reader, as for a moment after it was unplugged.
        const bool gone = reader == nullptr || reader->status == ReaderStatus::Empty
            || reader->status == ReaderStatus::Mute || reader->status == ReaderStatus::Unknown;
        QString& told = m_cardGone[std::size_t(side)];
        QAction* reload = (*m_actions)[Command::Reload];
        if (!gone) {
            if (!told.isEmpty())
                m_messages->showMessage(StatusTone::Ok,
                    tr("A card is in %1 again; reload to read it").arg(reader->name), reload, aboutSide(side));
            told.clear();
            continue;
        }
        const QString why = whyGone(state->where.name, reader);
        if (why == told)
            continue;
        told = why;
        m_messages->showMessage(StatusTone::Warning,
            tr("%1. What was read stays here, and so does the plan; reload when the card is there again.").arg(why),
            reload, aboutSide(side));
    }
}

QString MainWindow::whyGone(const QString& name, const ReaderInfo* reader) const
{
    if (reader != nullptr)
        return (reader->status == ReaderStatus::Unknown ? tr("The reader %1 gives no answer")
                                                        : tr("The card in %1 was taken out"))
            .arg(reader->name);
    const auto& problem = m_readers->readers()->problem;
    return problem ? problem->text().left(1).toUpper() + problem->text().mid(1) : tr("The reader %1 is gone").arg(name);
}

void MainWindow::togglePlug(Side side)
{
    if (m_plugs[std::size_t(side)].phase == PlugState::Phase::Pulled)
        m_controller.desk().plug(side);
    else
        m_controller.desk().unplug(side);
    updatePlug(); // the action shows how it is, not what was asked for
}

void MainWindow::takePlug(Side side, const PlugState& state)
{
    const PlugState::Phase before = m_plugs[std::size_t(side)].phase;
    m_plugs[std::size_t(side)] = state;
    updatePlug();
    if (state.isNotice)
        m_messages->showMessage(StatusTone::Warning, state.text);
    if (state.phase == before)
        return;
    switch (state.phase) {
    case PlugState::Phase::Pulled:
        m_messages->showMessage(
            StatusTone::Ok, tr("The card is pulled out of the virtual reader"), nullptr, aboutSide(side));
        break;
    case PlugState::Phase::Plugged:
        m_messages->showMessage(StatusTone::Ok,
            tr("The card is in the virtual reader: other programs find it through PC/SC"), nullptr, aboutSide(side));
        break;
    case PlugState::Phase::Waiting:
    case PlugState::Phase::Taken:
        // The chip says it; that an open card is gone matters more.
        if (m_cardGone[0].isEmpty() && m_cardGone[1].isEmpty())
            m_messages->showMessage(StatusTone::Warning, state.text, nullptr, aboutSide(side));
        break;
    }
}

void MainWindow::updatePlug()
{
    for (const Side side : kSides)
        (*m_actions)[plugCommand(side)]->setChecked(m_plugs[std::size_t(side)].phase != PlugState::Phase::Pulled);
    // One chip: the card's own side first.
    for (const Side side : {Side::Card, Side::Device}) {
        if (isEmulated(m_controller.side(side))) {
            m_status->setPlug((*m_actions)[plugCommand(side)], m_plugs[std::size_t(side)]);
            return;
        }
    }
    m_status->hidePlug();
}

void MainWindow::updateCardActions(const QString& busy)
{
    for (const Command command : {Command::ReadersDevice, Command::ReadersCard})
        m_actions->setReason(command, busy);
    for (const Side side : kSides) {
        const std::optional<SideState>& state = m_controller.side(side);
        m_actions->setReason(plugCommand(side),
            isEmulated(state) ? QString()
                : state       ? tr("Only an emulated card can be plugged in; %1 is none").arg(state->title)
                              : tr("Open the image of an emulated card on this side first"));
    }
    const std::optional<SideState>& shown = m_controller.side(m_files != nullptr ? m_files->side() : Side::Card);
    const bool card =
        shown && (shown->files || shown->where.kind == Where::Kind::Card || shown->where.kind == Where::Kind::Reader);
    m_actions->setReason(Command::FindFiles, !card ? tr("Open a card first") : busy);
    const QString noKeys = !card     ? tr("Open a card first")
        : !shown->files              ? tr("Find the card's files first: its keys are found with them")
        : shown->files->pins.empty() ? tr("The card tells of no keys")
                                     : QString();
    for (const Command command : {Command::EnterKey, Command::ChangeKey})
        m_actions->setReason(command, noKeys.isEmpty() ? busy : noKeys);
    updatePlug();
}

void MainWindow::showFiles()
{
    m_filesDock->show();
    m_filesDock->raise();
    // Once: whoever makes them smaller then wants it so.
    if (m_session.files.isEmpty() && m_filesDock->height() < kFilesHeight && !m_filesDock->isFloating())
        resizeDocks({m_filesDock}, {kFilesHeight}, Qt::Vertical);
    if (m_session.files.isEmpty())
        m_session.files = m_files->saveState();
    QWidget* target =
        m_files->view().isVisible() ? &m_files->view() : m_files->findChild<QWidget*>(QStringLiteral("filesEmptyFind"));
    if (target != nullptr)
        target->setFocus(Qt::OtherFocusReason);
}

} // namespace dmsc
