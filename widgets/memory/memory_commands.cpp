// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/memory_commands.h"

namespace dmsc {

namespace {

constexpr int kMemoryCommand = 0x4D45;

} // namespace

MemoryCommand::MemoryCommand(MemoryQueueModel& queue, std::vector<MemoryChange> before, std::vector<MemoryChange> after,
    std::string entity, const QString& text)
    : QUndoCommand(text)
    , m_queue(&queue)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_entity(std::move(entity))
{
}

void MemoryCommand::show(const std::vector<MemoryChange>& changes)
{
    if (m_queue != nullptr && !m_queue->isSent() && m_queue->queue().changes() != changes)
        m_queue->setChanges(changes);
}

void MemoryCommand::redo()
{
    show(m_after);
}

void MemoryCommand::undo()
{
    show(m_before);
}

int MemoryCommand::id() const
{
    return m_entity.empty() ? -1 : kMemoryCommand;
}

bool MemoryCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = dynamic_cast<const MemoryCommand*>(other);
    if (next == nullptr || next->m_entity != m_entity || next->m_queue != m_queue)
        return false;
    m_after = next->m_after;
    setObsolete(m_before == m_after);
    return true;
}

} // namespace dmsc
