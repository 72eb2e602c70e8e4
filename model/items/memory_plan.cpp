// SPDX-License-Identifier: Apache-2.0
#include "model/items/memory_plan.h"

#include "model/access/placement.h"
#include "model/items/memory_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

std::int64_t subtreeBytes(const Subtree& subtree)
{
    const NodeId top = rootOf(subtree);
    return top == kNoNode ? 0 : static_cast<std::int64_t>(cardBytes(*subtree, top));
}

std::int64_t bytesOf(const Operation& operation)
{
    switch (operation.kind) {
    case Operation::Kind::Add:
        return subtreeBytes(operation.added);
    case Operation::Kind::Delete:
        return -subtreeBytes(operation.removed);
    case Operation::Kind::Replace:
        break;
    }
    // A Format is one byte of a node's 32 whatever it is; a Name comes with the whole URI.
    if (operation.property == Property::Format || operation.property == Property::Name)
        return 0;
    return static_cast<std::int64_t>(operation.after.size()) - static_cast<std::int64_t>(operation.before.size());
}

const EntityMemory* self(const MemoryMap& map)
{
    const auto found = std::find_if(
        map.entities.begin(), map.entities.end(), [&](const EntityMemory& one) { return one.entity == map.self; });
    return found == map.entities.end() ? nullptr : &*found;
}

} // namespace

PlanMemory planMemory(const Plan& plan, const MemoryMap& map)
{
    PlanMemory memory;
    for (const Operation& operation : plan.operations())
        if (operation.side == Side::Card)
            memory.bytes += bytesOf(operation);
    const EntityMemory* entity = self(map);
    if (entity == nullptr || memory.bytes <= 0)
        return memory;
    const Blocks used = blocksFor(entity->usedBytes + static_cast<std::uint64_t>(memory.bytes), map.blockSize);
    const auto more = [](Blocks a, Blocks b) { return Blocks{number(a) - std::min(number(a), number(b))}; };
    memory.needed = more(used, entity->used);
    memory.missing = more(used, std::max(entity->granted, entity->used));
    return memory;
}

QString planMemoryWarning(const PlanMemory& plan, const MemoryMap& map)
{
    if (plan.missing == Blocks{})
        return {};
    return QCoreApplication::translate(
        "MemoryPlan", "The plan stores %1 more: %2 beyond what %3 is granted. The card would refuse it.")
        .arg(memorySizeText(static_cast<std::uint64_t>(std::max<std::int64_t>(0, plan.bytes))),
            blocksText(plan.missing, map.blockSize), QString::fromStdString(map.self));
}

} // namespace dmsc
