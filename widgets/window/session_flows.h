// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/desk.h"
#include "widgets/details/node_view.h"
#include "widgets/theme/colors.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QDockWidget;

namespace dmsc {

class DeskController;
class FileJob;
class FlowMenu;
class FlowPanel;
class HandsetPanel;
class HandsetPlace;
class SyncPanel;

/// What stands between flows, the handset's screen, synchronisation and the desk: carries requests to the one and what
/// happens to the others. One flow at a time, one question at a time.
class SessionFlows : public QObject
{
    Q_OBJECT

public:
    struct Panels
    {
        FlowMenu* menu = nullptr;
        FlowPanel* ladder = nullptr;
        HandsetPanel* handset = nullptr;
        QDockWidget* handsetDock = nullptr;
    };

    SessionFlows(DeskController& controller, const Panels& panels, QWidget* window);
    ~SessionFlows() override;

    /// Asks for what the flow needs first (a package and its signature). `chosen` on the device: of Store, which stores
    /// the object around it.
    void run(FlowKind kind, const NodeView& chosen);
    void runAgain();
    void nextStep();
    void openSync();
    /// Asks for a file, and writes the ladder and the screens of the last flow to it.
    void save();
    /// The same without asking.
    void saveTo(const QString& path);
    void setSettings(const HandsetSettings& settings);
    [[nodiscard]] const HandsetSettings& settings() const { return m_settings; }
    /// The card makes and checks the device's proofs, where a flow can have it so (GEN-6).
    void setProvesByCard(bool proves) { m_provesByCard = proves; }
    [[nodiscard]] bool isRunning() const;

    // Why it cannot be done now; empty when it can. Busy counts for itself.
    [[nodiscard]] QString whyNoFlow() const;
    [[nodiscard]] QString whyNotAgain() const;
    [[nodiscard]] QString whyNoStep() const;
    [[nodiscard]] QString whyNoSave() const;

    /// True when this was about something that was asked for here, and has been said there.
    bool takeFailure(const Error& error);
    bool takeCancelled();
    /// Something runs, or nothing does.
    void setBusy(const QString& why);

Q_SIGNALS:
    /// A flow begins: it should be seen.
    void began();
    /// The handset asks: its screen should be seen whole.
    void asking();
    /// Something else can be done now than before.
    void changed();
    void noticed(dmsc::StatusTone tone, const QString& text);
    void failed(const dmsc::Error& error);
    void logRequested(dmsc::ExchangeId exchange);

private:
    void connectDesk();
    void connectPanels();
    void start(FlowRequest request);
    void askPackage(const FlowRequest& request);
    void askSignature(const FlowRequest& request);
    void ask(PromptId id, const Prompt& prompt);
    void closePrompt(PromptId id, const PromptAnswer& answer);
    void finish(const FlowReport& report);
    void revoke(const Decision& decision);
    [[nodiscard]] QString deviceText() const; ///< what is open on the device's side
    void saveSync(const std::vector<Choice>& choices);
    void takeSynchronised(std::size_t operations, std::size_t refused);
    void takeIdle();
    void nameHandset();

    DeskController& m_controller;
    Desk& m_desk;
    QWidget* m_window;
    FlowMenu* m_menu;
    FlowPanel* m_ladder;
    HandsetPanel* m_handset;
    HandsetPlace* m_place;
    QPointer<SyncPanel> m_sync;
    std::unique_ptr<FileJob> m_job;
    HandsetSettings m_settings;
    bool m_provesByCard = false;
    std::optional<FlowRequest> m_last; ///< of the last run
    PromptId m_open = PromptId::None;
    Prompt m_prompt;
    bool m_applyingSync = false;
    bool m_planningSync = false;
};

} // namespace dmsc
