// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"
#include "model/access/owners.h"

#include <string>
#include <vector>

namespace dmsc {

/// Bytes of a document that one of a card's object files holds; longer ones are split (CARD-INTERFACE.md, section 11).
inline constexpr std::uint64_t kExtentBytes = 32'767;

/// A piece of an MO's document as the card publishes it.
struct Extent
{
    std::uint64_t offset = 0; ///< bytes
    std::uint64_t size = 0; ///< bytes
    friend bool operator==(const Extent&, const Extent&) = default;
};

/// What would happen if an entity stored an MO: the answer to "store this MO here?".
struct Placement
{
    std::string entity; ///< would be its owner
    std::string moType; ///< of the MO, or of the one that it would be a part of; may be empty
    std::uint64_t bytes = 0; ///< that it takes, as the card counts
    Blocks needed{}; ///< more blocks than are used now
    Blocks free{}; ///< blocks of the grant that are not used yet; of the issuer, whose grows by itself, all that it can
                   ///< reach
    Blocks unused{}; ///< of those, the ones that are granted already
    Blocks shortOfGrant{}; ///< blocks that the grant would have to grow by
    Blocks shortOfMemory{}; ///< of those, the ones that the card cannot grant now (free memory or the limit)
    Blocks shortOfType{}; ///< blocks over the issuer's limit for all MOs of the type
    std::vector<Extent> extents; ///< empty when the document fits into one file
    bool occupied = false; ///< a node of that name is there already
    std::string occupiedBy; ///< its owner; an entity that is not `entity` must have the right to touch it
    /// It can be stored as things are.
    [[nodiscard]] bool fits() const { return shortOfGrant == Blocks{0} && shortOfType == Blocks{0} && !occupied; }
    friend bool operator==(const Placement&, const Placement&) = default;
};

/// Bytes that a card counts for the subtree: 32 a node, and its name, Type, value, ACL and Title.
[[nodiscard]] std::uint64_t cardBytes(const Tree& tree, NodeId subtree);

/// Where and whether `mo` (node `root` of it) would go to `target` on a card with this map, tree and owners.
/// `documentBytes`: length of its TNDS document when it is known; 0: `bytes` stand for it.
/// NotFound when the map knows no such entity.
[[nodiscard]] Result<Placement> placementOf(const MemoryMap& map, const Owners& owners, const Tree& card,
    const Uri& target, const Tree& mo, NodeId root, const std::string& entity, std::uint64_t documentBytes = 0);

} // namespace dmsc
