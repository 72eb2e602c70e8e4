// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow.h"
#include "widgets/palette/action_registry.h"

#include <array>
#include <cstdint>

class QWidget;

namespace dmsc {

/// Everything that the window can be told to do. The order is that of the table in window_actions.cpp.
enum class Command : std::uint8_t {
    OpenDevice,
    OpenCard,
    OpenDemo,
    RenewDemo,
    SaveDevice,
    SaveCard,
    Reload,
    CloseDevice,
    CloseCard,
    ReadersDevice,
    ReadersCard,
    PlugDevice,
    PlugCard,
    FindFiles,
    ShowFiles,
    EnterKey,
    ChangeKey,
    Handshake,
    HandshakeAgain,
    WriteReceipt,
    Credentials,
    ShowMemory,
    ChooseFlow,
    RunUc1, ///< the flows in the order of FlowKind
    RunUc1A1,
    RunUc1A2,
    RunUc2,
    RunUc2A1,
    RunSync,
    RunStore,
    RunApprove,
    RunAgain,
    NextStep,
    StepByStep,
    SaveFlow,
    Sync,
    ShowHandset,
    ShowDecisions,
    ShowLadder,
    Demonstration,
    AskUnmarked,
    RejectUnapproved,
    BootstrapFromCard,
    ProveByCard, ///< the card makes and checks the proofs of the handset's sessions with DM servers
    InsertCard,
    TakeCardOut,
    CardIsInserted, ///< what is opened on the card's side is put into the handset
    OpenRecording,
    OpenUnfinished,
    SaveRecording,
    ExportRows,
    CompareRecordings,
    ReplayRecording,
    ShowLog,
    ShowRowLadder,
    ClearLog,
    Quit,
    Undo,
    Redo,
    CopyToCard,
    CopyToDevice,
    EditValue,
    AddNode,
    Rename,
    EditTitle,
    EditType,
    EditAcl,
    DeleteNode,
    Apply,
    Cancel,
    ClearPlan,
    NextDifference,
    PreviousDifference,
    GoToUri,
    Filter,
    NextPane,
    PreviousPane,
    ExpandDifferences,
    ExpandAll,
    CollapseAll,
    HideIdentical,
    Palette,
    Hints,
    About,
};
inline constexpr int kCommandCount = static_cast<int>(Command::About) + 1;

/// What runs a flow.
[[nodiscard]] constexpr Command runCommand(FlowKind kind)
{
    return Command(int(Command::RunUc1) + int(kind));
}

/// One action per command, with its words, icon and keys, in a registry; connected by the window.
class WindowActions
{
public:
    explicit WindowActions(QWidget* window);

    [[nodiscard]] ActionRegistry& registry() { return m_registry; }
    [[nodiscard]] QAction* operator[](Command command) const { return m_actions[std::size_t(command)]; }
    /// "edit.copy-to-card": what tests and settings call it.
    [[nodiscard]] static QString id(Command command);

    /// Disabled actions say why in their tool tip; an empty reason enables.
    void setReason(Command command, const QString& reason);

private:
    [[nodiscard]] QAction* addFlow(FlowKind kind, const char* id);

    ActionRegistry m_registry;
    std::array<QAction*, kCommandCount> m_actions{};
};

} // namespace dmsc
