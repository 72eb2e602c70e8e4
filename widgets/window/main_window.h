// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_no.h"
#include "widgets/window/desk_controller.h"
#include "widgets/window/session_state.h"
#include "widgets/window/window_actions.h"
#include "widgets/window/window_options.h"

#include <QMainWindow>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>

class QActionGroup;
class QDockWidget;
class QMenu;
class QMessageBox;

namespace dmsc {

class CardFilesPane;
class CardFlows;
class CardSlot;
class ChangeWatch;
class CommandPalette;
class ComparePane;
class CompareView;
class Demonstration;
class DetailsPane;
class FlowMenu;
class FlowPanel;
class HandsetPanel;
class HandshakeFlows;
class HintBar;
class LogFlows;
class LogView;
class MemoryPane;
class MenuButton;
class MessageBar;
class MoList;
class PinPanel;
class PlanPane;
class ReaderBoard;
class SessionFlows;
class SourcePicker;
class StatusStrip;

/// The workbench. Builds no more than its first paint needs; the panes of cards, what was open and the log come right
/// after that.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(WindowOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] DeskController& controller() { return m_controller; }
    [[nodiscard]] WindowActions& actions() { return *m_actions; }
    [[nodiscard]] ComparePane& compare() { return *m_compare; }
    [[nodiscard]] CompareView& view();
    [[nodiscard]] DetailsPane& details() { return *m_details; }
    [[nodiscard]] CardFilesPane& files() { return *m_files; } ///< there once it has started, as the next is
    [[nodiscard]] MemoryPane& memory() { return *m_memory; }
    [[nodiscard]] MessageBar& messages() { return *m_messages; }
    [[nodiscard]] FlowPanel& flow() { return *m_flow; }
    [[nodiscard]] HandsetPanel& handset() { return *m_handset; }
    [[nodiscard]] SessionFlows& sessions() { return *m_sessions; }
    [[nodiscard]] LogView& log(); ///< of this session; made when first asked for
    [[nodiscard]] LogFlows& logs() { return *m_logs; }
    [[nodiscard]] bool hasStarted() const { return m_started; }

    /// On this side, or where the file belongs by its kind.
    void openPath(const QString& path, std::optional<Side> side);
    void openPaths(const QStringList& paths, std::optional<Side> side);
    void showTheme(Theme theme);
    void showLog();
    void showPlan();
    void showFiles();
    void showMemory();
    void showLadder();
    void showHandset();
    void showPalette();
    void saveSession();
    /// Ends without asking, as when the session ends around it: what is set is kept, what waits is not.
    void closeUnasked();

Q_SIGNALS:
    /// The first paint is done and what was to be opened is on its way.
    void started();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// What is being applied before something that would discard it.
    enum class ApplyFirst : std::uint8_t { Nothing, Memory, Plan, Done };

    /// Something that discards what waits, and what is said about it before.
    struct Leaving
    {
        QString name; ///< of the question
        QString title;
        std::function<QStringList()> lost;
        std::function<bool()> applyHelps;
        QString effect; ///< what happens then
        QString discardText;
        QString applyText;
        std::function<void()> goOn;
    };

    // main_window.cpp
    void build();
    void connectController();
    void connectPanes();
    void start();
    void openAtStart();
    void takeSide(Side side);
    void takeApplied(std::size_t operations, std::size_t refused);
    void takeFailure(const Error& error);
    void updateDetails();
    void updateActions();
    void updateTitle();
    void edit(Side side);
    // main_window_menus.cpp
    void connectActions();
    void buildMenus();
    void buildThemeMenu(QMenu* view);
    void buildLanguageMenu(QMenu* view);
    void buildToolBar();
    [[nodiscard]] QMenu* buildPickerMenu(QWidget* picker, Side side);
    void fillRecent(QMenu* menu, std::optional<Side> side);
    void showRowMenu(const QPoint& globalPosition);
    void showAbout();
    // main_window_docks.cpp
    void buildDocks();
    QDockWidget* addDock(const QString& name, const QString& title, Qt::DockWidgetArea area, QWidget* content);
    void showLogRow(RecordNo row);
    /// Looks for the row that tells of the error among those that came since.
    void linkToLog(const QString& error, std::size_t from);
    void cyclePanes(int step);
    void markFocus(QWidget* was, QWidget* is);
    [[nodiscard]] QList<QWidget*> panes() const;
    // main_window_cards.cpp
    void connectCards();
    void buildCardPanes();
    void addReaders(QMenu* menu, Side side);
    void showReaders(Side side);
    void takeUpdate(Side side);
    void watchOpenReaders();
    void tellReaders();
    [[nodiscard]] QString whyGone(const QString& name, const ReaderInfo* reader) const;
    void togglePlug(Side side);
    void takePlug(Side side, const PlugState& state);
    void updatePlug();
    void updateCardActions(const QString& busy);
    // main_window_handshake.cpp
    void connectHandshakes();
    void updateHandshakeActions(const QString& busy);
    void showExchange(ExchangeId exchange);
    // main_window_flows.cpp
    void buildFlows();
    void connectFlows();
    void takeHandsetSettings();
    void updateFlowActions(const QString& busy);
    void showFlowMenu();
    void growHandset();
    // main_window_log.cpp
    void buildLogs();
    void buildLogMenu();
    void fillLogMenu(QMenu* menu);
    void addLogCommands();
    void connectLogs();
    void startRecording();
    void openRecordings();
    void showRecording();
    void updateLogActions();
    void updateBusy();
    // main_window_session.cpp
    void restoreSession();
    void restoreRows();
    [[nodiscard]] SessionState session();
    void saveChangedSession();
    void addRecent(const Where& where);
    // main_window_files.cpp
    void askOpen(Side side);
    void askSave(Side side);
    void closeSide(Side side);
    void openInstead(Side side, const Where& where);
    [[nodiscard]] QString demoFolder() const;
    void openDemo();
    void renewDemo();
    [[nodiscard]] static Leaving goingOn(const QString& effect, const std::function<void()>& goOn);
    void askBeforeLosing(const Leaving& leaving);
    void askBeforeClosing();
    [[nodiscard]] QMessageBox* lossBox(const Leaving& leaving, const QString& lost);
    void applyBeforeLeaving();
    void leaveApplied();
    void goOnLeaving();
    [[nodiscard]] bool memoryWaits(Side side) const;
    /// What would be gone with the side, whatever comes in its place.
    [[nodiscard]] QStringList unsaved(Side side) const;
    [[nodiscard]] static QString plannedText(std::ptrdiff_t operations);
    [[nodiscard]] std::ptrdiff_t plannedOn(Side side) const;
    [[nodiscard]] QStringList whatWouldBeLost() const;

    WindowOptions m_options;
    std::unique_ptr<QSettings> m_settings;
    SessionState m_session;
    SessionState m_saved; ///< what the file holds
    DeskController m_controller;
    std::unique_ptr<WindowActions> m_actions;
    ComparePane* m_compare = nullptr;
    DetailsPane* m_details = nullptr;
    PlanPane* m_plan = nullptr;
    MoList* m_mos = nullptr;
    LogView* m_log = nullptr;
    MessageBar* m_messages = nullptr;
    HintBar* m_hints = nullptr;
    CardFilesPane* m_files = nullptr;
    PinPanel* m_pins = nullptr;
    CardFlows* m_flows = nullptr;
    HandshakeFlows* m_handshakes = nullptr;
    LogFlows* m_logs = nullptr;
    QMenu* m_compareMenu = nullptr;
    ReaderBoard* m_readers = nullptr;
    MemoryPane* m_memory = nullptr;
    FlowPanel* m_flow = nullptr;
    HandsetPanel* m_handset = nullptr;
    FlowMenu* m_flowMenu = nullptr;
    SessionFlows* m_sessions = nullptr;
    CardSlot* m_cardSlot = nullptr;
    Demonstration* m_demonstration = nullptr;
    MenuButton* m_flowButton = nullptr;
    StatusStrip* m_status = nullptr;
    CommandPalette* m_palette = nullptr;
    SourcePicker* m_pickers[2] = {};
    QDockWidget* m_mosDock = nullptr;
    QDockWidget* m_detailsDock = nullptr;
    QDockWidget* m_logDock = nullptr;
    QDockWidget* m_planDock = nullptr;
    QDockWidget* m_filesDock = nullptr;
    QDockWidget* m_memoryDock = nullptr;
    QDockWidget* m_ladderDock = nullptr;
    QDockWidget* m_handsetDock = nullptr;
    QDockWidget* m_rowLadderDock = nullptr;
    QDockWidget* m_comparisonDock = nullptr;
    QDockWidget* m_replayDock = nullptr;
    QActionGroup* m_themes = nullptr;
    ChangeWatch* m_watch = nullptr;
    QTimer m_detailsTimer; ///< many changes in one turn are shown once
    Theme m_theme = Theme::System;
    std::array<PlugState, 2> m_plugs;
    bool m_holdsReaders = false; ///< a card in a reader is open
    std::array<QString, 2> m_cardGone; ///< why, as the user was told; empty while it is there
    bool m_started = false;
    bool m_busy = false;
    std::size_t m_logBegan = 0; ///< rows of the log when what runs began
    QString m_busyWith;
    QString m_recordingsBusyWith;
    bool m_closing = false; ///< the user has said what shall become of the plan
    ApplyFirst m_applyFirst = ApplyFirst::Nothing;
    Leaving m_leaving; ///< once that is applied
};

} // namespace dmsc
