// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace dmsc {

/// One part of a card's memory as it is shown: what the card keeps for itself, an entity's grant, what is free.
struct MemoryRow
{
    enum class Kind : std::uint8_t {
        System, ///< the card's own
        Reserve, ///< kept back by the issuer
        Entity, ///< granted to an entity
        Others, ///< granted to entities that the asking one may not know of
        Free,
    };

    Kind kind = Kind::Free;
    std::string entity; ///< of Kind::Entity
    Role role = Role::Issuer;
    Blocks size{}; ///< an entity's: what it is granted
    Blocks used{};
    std::uint64_t usedBytes = 0;
    Blocks limit{};
    bool own = false; ///< the entity that asks
    friend bool operator==(const MemoryRow&, const MemoryRow&) = default;
};

/// The parts in the order of the bar: system, reserve, entities, others, free. Empty for a map without blocks.
[[nodiscard]] std::vector<MemoryRow> memoryRows(const MemoryMap& map);
/// "system", "dms", ...: in the user's language where it is no entity's name.
[[nodiscard]] QString memoryRowName(const MemoryRow& row);
/// What the part is for: "kept back by the card issuer", "DM server", ...
[[nodiscard]] QString memoryRowRole(const MemoryRow& row);
/// The mark that ties a segment of the bar to its row, so that it can be told without colour.
[[nodiscard]] QChar memoryGlyph(const MemoryRow& row);

[[nodiscard]] QString blockCountText(Blocks blocks); ///< "1,200 blocks"
[[nodiscard]] QString memorySizeText(std::uint64_t bytes); ///< "3.0 kB"
/// "12 blocks, 3.0 kB"
[[nodiscard]] QString blocksText(Blocks blocks, std::uint32_t blockSize);
/// "12 · 3.0 kB": for columns that say what the first number counts.
[[nodiscard]] QString shortBlocksText(Blocks blocks, std::uint32_t blockSize);
/// "+12", "-3", with the sign of a real minus.
[[nodiscard]] QString blockDifference(Blocks before, Blocks after);

/// May we change this entity's grant? Why not, as a sentence; empty where we may. `access` as the card told it.
[[nodiscard]] QString whyNoMemoryChange(
    const std::optional<AccessConditions>& access, const MemoryMap& map, std::string_view entity);

} // namespace dmsc
