// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// What shall become of one entity's memory. Changes of one entity are one: what is wanted in the end.
struct MemoryChange
{
    std::string entity;
    Blocks wanted{}; ///< its grant afterwards
    bool deletes = false; ///< all that it stored, too
    friend bool operator==(const MemoryChange&, const MemoryChange&) = default;
};

/// A change as it would be carried out.
struct MemoryStep
{
    MemoryChange change;
    MemoryRequest request;
    Blocks before{}; ///< the grant now
    Blocks after{}; ///< the grant that the card's rules make of it: less than wanted where it cannot have so much
    Blocks used{};
    QString problem; ///< why the card would refuse it
    friend bool operator==(const MemoryStep&, const MemoryStep&) = default;
};

/// Changes of a card's memory that wait to be applied, and the map as it would be after them (ADM-6). A value.
/// What gives memory back goes first, so that others can have it.
class MemoryQueue
{
public:
    /// The card's memory is another one: changes that are fulfilled or whose entity is gone leave.
    void setMap(MemoryMap map);
    [[nodiscard]] const MemoryMap& map() const { return m_map; }
    [[nodiscard]] const MemoryMap& after() const { return m_after; }

    /// The entity's grant shall be so many blocks; what it is now takes the change back.
    /// NotFound for an unknown entity, NotAllowed below what it uses, Full where not one block more is left for it.
    Result<void> want(std::string_view entity, Blocks blocks);
    /// All that the entity stored shall go, and its whole grant back.
    Result<void> wantDeleted(std::string_view entity);
    void remove(std::string_view entity);
    void clear();
    /// For undoing: exactly these, as far as they still fit.
    void setChanges(std::vector<MemoryChange> changes);

    [[nodiscard]] const std::vector<MemoryChange>& changes() const { return m_changes; } ///< as they were wanted
    [[nodiscard]] const std::vector<MemoryStep>& steps() const { return m_steps; } ///< as they will be carried out
    [[nodiscard]] std::vector<MemoryRequest> requests() const;
    [[nodiscard]] bool empty() const { return m_changes.empty(); }

    /// The least and the most that this entity's grant can be made now, the other changes taken as done.
    [[nodiscard]] Blocks least(std::string_view entity) const;
    [[nodiscard]] Blocks most(std::string_view entity) const;

private:
    [[nodiscard]] const EntityMemory* find(std::string_view entity) const;
    void put(MemoryChange change);
    void update();

    MemoryMap m_map;
    MemoryMap m_after;
    std::vector<MemoryChange> m_changes;
    std::vector<MemoryStep> m_steps;
};

} // namespace dmsc
