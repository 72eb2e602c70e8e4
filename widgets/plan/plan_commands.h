// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/compare_model.h"

#include <QUndoCommand>

#include <functional>
#include <vector>

namespace dmsc {

/// Where the commands do their work, and who is told when it does not work out.
struct PlanTarget
{
    CompareModel* model = nullptr;
    std::function<void(const Error&)> failed;
};

/// Puts operations at the end of the plan; taken back, takes them out again.
class StageCommand : public QUndoCommand
{
public:
    StageCommand(PlanTarget target, std::vector<Operation> operations, const QString& text);
    void redo() override;
    void undo() override;

private:
    PlanTarget m_target;
    std::vector<Operation> m_operations;
};

/// Takes operations out of the middle of the plan, and what makes no sense without them.
class RemoveCommand : public QUndoCommand
{
public:
    RemoveCommand(PlanTarget target, std::vector<std::size_t> positions, const QString& text);
    void redo() override;
    void undo() override;

private:
    PlanTarget m_target;
    std::vector<std::size_t> m_positions; ///< ascending
    std::vector<Operation> m_tail; ///< the plan from the first of them on, as it was
};

/// Stands for operations that were applied: taken back, it plans their opposite.
class AppliedCommand : public QUndoCommand
{
public:
    AppliedCommand(PlanTarget target, std::vector<Operation> inverse, const QString& text);
    void redo() override;
    void undo() override;

private:
    PlanTarget m_target;
    std::vector<Operation> m_inverse;
    bool m_staged = false;
};

} // namespace dmsc
