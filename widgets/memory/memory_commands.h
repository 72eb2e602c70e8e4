// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/memory_queue_model.h"

#include <QPointer>
#include <QUndoCommand>

namespace dmsc {

/// Puts the queue from one state into another; taken back, the other way. Changes of one entity that follow each
/// other, as while a key is held, are one step.
class MemoryCommand : public QUndoCommand
{
public:
    /// `entity` empty: never one step with the command before.
    MemoryCommand(MemoryQueueModel& queue, std::vector<MemoryChange> before, std::vector<MemoryChange> after,
        std::string entity, const QString& text);
    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand* other) override;

private:
    void show(const std::vector<MemoryChange>& changes);

    QPointer<MemoryQueueModel> m_queue;
    std::vector<MemoryChange> m_before;
    std::vector<MemoryChange> m_after;
    std::string m_entity;
};

} // namespace dmsc
