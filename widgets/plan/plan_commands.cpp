// SPDX-License-Identifier: Apache-2.0
#include "widgets/plan/plan_commands.h"

namespace dmsc {

namespace {

bool stage(const PlanTarget& target, std::vector<Operation> operations)
{
    const auto staged = target.model->stage(std::move(operations));
    if (!staged)
        target.failed(staged.error());
    return staged.has_value();
}

} // namespace

StageCommand::StageCommand(PlanTarget target, std::vector<Operation> operations, const QString& text)
    : QUndoCommand(text)
    , m_target(std::move(target))
    , m_operations(std::move(operations))
{
}

void StageCommand::redo()
{
    if (!stage(m_target, m_operations))
        setObsolete(true);
}

void StageCommand::undo()
{
    m_target.model->unstage(m_operations.size());
}

RemoveCommand::RemoveCommand(PlanTarget target, std::vector<std::size_t> positions, const QString& text)
    : QUndoCommand(text)
    , m_target(std::move(target))
    , m_positions(std::move(positions))
{
}

void RemoveCommand::redo()
{
    const std::vector<Operation>& plan = m_target.model->workspace().plan().operations();
    m_tail.assign(plan.begin() + std::ptrdiff_t(m_positions.front()), plan.end());
    // From the last one on: what goes with an operation stands behind it, so the places before stay good.
    for (auto position = m_positions.rbegin(); position != m_positions.rend(); ++position) {
        if (*position < m_target.model->workspace().plan().operations().size())
            m_target.model->removeAt(*position);
    }
}

void RemoveCommand::undo()
{
    m_target.model->unstage(m_target.model->workspace().plan().operations().size() - m_positions.front());
    stage(m_target, m_tail);
}

AppliedCommand::AppliedCommand(PlanTarget target, std::vector<Operation> inverse, const QString& text)
    : QUndoCommand(text)
    , m_target(std::move(target))
    , m_inverse(std::move(inverse))
{
}

void AppliedCommand::redo()
{
    if (m_staged) // the first time is the push itself: the operations are done already
        m_target.model->unstage(m_inverse.size());
    m_staged = false;
}

void AppliedCommand::undo()
{
    m_staged = stage(m_target, m_inverse);
    if (!m_staged)
        setObsolete(true);
}

} // namespace dmsc
