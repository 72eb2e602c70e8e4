// SPDX-License-Identifier: Apache-2.0
#include "model/access/placement.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint64_t kNodeBytes = 32;

Blocks over(Blocks wanted, Blocks there)
{
    return Blocks{number(wanted) - std::min(number(wanted), number(there))};
}

/// The Type of the outermost MO at or above `uri` on the card, else that of `mo`.
std::string typeAt(const Tree& card, const Uri& uri, std::string_view own)
{
    NodeId at = Tree::root();
    for (const std::string_view segment : uri.segments()) {
        at = card.child(at, segment);
        if (at == kNoNode)
            break;
        if (card.isInterior(at) && card.hasType(at))
            return std::string(card.type(at));
    }
    return std::string(own);
}

std::vector<Extent> extentsOf(std::uint64_t bytes)
{
    std::vector<Extent> extents;
    if (bytes <= kExtentBytes)
        return extents;
    for (std::uint64_t offset = 0; offset < bytes; offset += kExtentBytes)
        extents.push_back({offset, std::min(kExtentBytes, bytes - offset)});
    return extents;
}

const EntityMemory* find(const MemoryMap& map, const std::string& entity)
{
    const auto found = std::find_if(
        map.entities.begin(), map.entities.end(), [&](const EntityMemory& one) { return one.entity == entity; });
    return found == map.entities.end() ? nullptr : &*found;
}

} // namespace

std::uint64_t cardBytes(const Tree& tree, NodeId subtree)
{
    std::uint64_t bytes = kNodeBytes + tree.name(subtree).size() + tree.type(subtree).size()
        + tree.value(subtree).size() + tree.acl(subtree).size() + tree.title(subtree).size();
    for (const NodeId below : tree.children(subtree))
        bytes += cardBytes(tree, below);
    return bytes;
}

Result<Placement> placementOf(const MemoryMap& map, const Owners& owners, const Tree& card, const Uri& target,
    const Tree& mo, NodeId root, const std::string& entity, std::uint64_t documentBytes)
{
    const EntityMemory* memory = find(map, entity);
    if (!memory)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("MemoryMap", "the card knows no entity %1")
                .arg(QString::fromStdString(entity)));
    Placement placement;
    placement.entity = entity;
    placement.moType = typeAt(card, target, mo.isInterior(root) ? mo.type(root) : std::string_view());
    // It bears the target's name on the card.
    placement.bytes = cardBytes(mo, root) - mo.name(root).size() + target.name().size();
    placement.needed = over(blocksFor(memory->usedBytes + placement.bytes, map.blockSize), memory->used);
    // The issuer's grant grows by itself.
    const Blocks grant =
        memory->role == Role::Issuer ? std::max(memory->granted, reachable(map, *memory)) : memory->granted;
    placement.free = over(grant, memory->used);
    placement.unused = over(memory->granted, memory->used);
    placement.shortOfGrant = over(placement.needed, placement.free);
    MemoryRequest more{MemoryAction::Extend, entity, placement.shortOfGrant};
    if (placement.shortOfGrant != Blocks{0}) {
        const auto after = afterRequest(map, more);
        const EntityMemory* grown = after ? find(*after, entity) : memory;
        placement.shortOfMemory = over(placement.shortOfGrant, over(grown->granted, memory->granted));
    }
    for (const TypeLimit& type : map.types)
        if (type.moType == placement.moType)
            placement.shortOfType =
                over(Blocks{number(type.used) + number(blocksFor(placement.bytes, map.blockSize))}, type.limit);
    placement.extents = extentsOf(documentBytes != 0 ? documentBytes : placement.bytes);
    placement.occupied = card.find(target) != kNoNode;
    if (placement.occupied)
        placement.occupiedBy = owners.of(target);
    return placement;
}

} // namespace dmsc
