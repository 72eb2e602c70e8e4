// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/desk.h"
#include "model/compare/workspace.h"
#include "model/items/compare_model.h"
#include "model/items/mo_model.h"
#include "model/items/plan_model.h"
#include "widgets/details/node_view.h"
#include "widgets/plan/plan_commands.h"

#include <QObject>
#include <QUndoStack>

#include <array>
#include <optional>

namespace dmsc {

/// What is open, planned and running: the workspace and the models over it on one hand, the desk's worker on the
/// other. The window shows it and sends it commands; everything here returns at once.
class DeskController : public QObject
{
    Q_OBJECT

public:
    explicit DeskController(const QString& cacheFolder, const QString& credentialsFile = {}, QObject* parent = nullptr);
    ~DeskController() override;

    [[nodiscard]] Desk& desk() { return m_desk; }
    [[nodiscard]] const Workspace& workspace() const { return m_compare.workspace(); }
    [[nodiscard]] CompareModel& compare() { return m_compare; }
    [[nodiscard]] MoModel& mos() { return m_mos; }
    [[nodiscard]] PlanModel& plan() { return m_planModel; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    [[nodiscard]] const std::optional<SideState>& side(Side side) const { return m_sides[std::size_t(side)]; }
    [[nodiscard]] bool isOpen() const { return m_sides[0] || m_sides[1]; }
    [[nodiscard]] PairView pairView(PairNo pair) const;

    void open(Side side, const Where& where);
    void openDemo(const QString& folder);
    void renewDemo(const QString& folder);
    void close(Side side);
    void reload();
    void saveAs(Side side, const QString& path);
    void apply();
    void cancel() { m_desk.cancel(); }

    /// Puts operations into the plan; `text` says what for in Undo.
    void stage(std::vector<Operation> operations, const QString& text);
    /// Plans to make the rows on `to` like those on the other side.
    void copyTo(Side to, const std::vector<PairNo>& pairs);
    void remove(Side side, const std::vector<PairNo>& pairs);
    void removeFromPlan(const std::vector<std::size_t>& positions);
    void clearPlan();
    /// The plan's rows are operations that were applied, with what was answered.
    [[nodiscard]] bool showsResults() const { return m_phase == Phase::Results; }
    void dismissResults();

Q_SIGNALS:
    /// The side has another tree, or none.
    void sideChanged(dmsc::Side side);
    /// Something about the side is new: its tree or its files, its keys, its memory. Comes after sideChanged().
    void sideUpdated(dmsc::Side side);
    /// A side's tree is about to be exchanged: rows will not be the same.
    void aboutToCommit();
    /// Trees or plan are others than before: every NodeView and PairNo from before is stale.
    void workspaceChanged();
    void busyChanged(bool busy, const QString& what);
    void progressed(qint64 done, qint64 total);
    void applied(std::size_t operations, std::size_t refused);
    void saved(dmsc::Side side, const QString& path);
    void failed(const dmsc::Error& error);
    void cancelled();
    /// Something worth saying that is no error.
    void noticed(const QString& text);

private:
    /// Applying and Results: the rows of the plan model are what was sent to the desk.
    enum class Phase : std::uint8_t { Plan, Applying, Results };

    void takeSide(Side side, const SideState& state);
    void dropSide(Side side);
    void commit(Side side, std::shared_ptr<const Tree> tree);
    void takeResults(const std::vector<OperationResult>& results);
    void updateModels();
    void endApplying();
    void restartUndo();
    [[nodiscard]] PlanTarget planTarget();
    [[nodiscard]] QString nameOf(const std::vector<PairNo>& pairs, Side side) const;

    Desk m_desk;
    CompareModel m_compare;
    MoModel m_mos;
    PlanModel m_planModel;
    QUndoStack m_undo;
    std::array<std::optional<SideState>, 2> m_sides;
    std::vector<Operation> m_applying; ///< what the desk carries out now
    std::vector<Operation> m_takeBack; ///< the opposite of what was applied last
    Phase m_phase = Phase::Plan;
    bool m_committing = false;
};

} // namespace dmsc
