// SPDX-License-Identifier: Apache-2.0
#include "model/access/memory_map.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

// Numbers come from outside: sums stop at the largest.
Blocks operator+(Blocks a, Blocks b)
{
    const std::uint64_t sum = number(a) + number(b);
    return Blocks{sum < number(a) ? UINT64_MAX : sum};
}
Blocks operator-(Blocks a, Blocks b)
{
    return Blocks{number(a) - std::min(number(a), number(b))};
}

/// The grant that a request comes to.
Result<Blocks> grantAfter(const MemoryMap& map, const EntityMemory& entity, const MemoryRequest& request)
{
    switch (request.action) {
    case MemoryAction::Request:
    case MemoryAction::Extend: {
        const Blocks wanted =
            request.action == MemoryAction::Request ? request.blocks : entity.granted + request.blocks;
        if (wanted < entity.used)
            return fail(ErrorKind::NotAllowed,
                QCoreApplication::translate("MemoryMap", "%1 uses %2 blocks, fewer cannot be granted")
                    .arg(QString::fromStdString(entity.entity))
                    .arg(number(entity.used)));
        if (wanted <= entity.granted)
            return wanted;
        const Blocks granted = std::min(wanted, reachable(map, entity));
        if (granted <= entity.granted)
            return fail(ErrorKind::Full,
                QCoreApplication::translate("MemoryMap", "no block is left for %1: free %2, limit %3")
                    .arg(QString::fromStdString(entity.entity))
                    .arg(number(map.free))
                    .arg(number(entity.limit)));
        return granted;
    }
    case MemoryAction::Reduce:
        if (request.blocks > entity.granted || entity.granted - request.blocks < entity.used)
            return fail(ErrorKind::NotAllowed,
                QCoreApplication::translate("MemoryMap", "%1 has %2 blocks and uses %3: not so many can be given back")
                    .arg(QString::fromStdString(entity.entity))
                    .arg(number(entity.granted))
                    .arg(number(entity.used)));
        return entity.granted - request.blocks;
    case MemoryAction::Release:
        return entity.used;
    case MemoryAction::Delete:
        return Blocks{0};
    }
    return entity.granted;
}

} // namespace

Blocks reachable(const MemoryMap& map, const EntityMemory& entity)
{
    const Blocks left = entity.role == Role::Issuer ? map.free + map.reserve : map.free;
    return std::min(entity.limit, entity.granted + left);
}

Result<MemoryMap> afterRequest(MemoryMap map, const MemoryRequest& request)
{
    const std::string& name = request.entity.empty() ? map.self : request.entity;
    const auto entity = std::find_if(
        map.entities.begin(), map.entities.end(), [&](const EntityMemory& one) { return one.entity == name; });
    if (entity == map.entities.end())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("MemoryMap", "the card knows no entity %1").arg(QString::fromStdString(name)));
    const auto granted = grantAfter(map, *entity, request);
    if (!granted)
        return tl::unexpected(granted.error());
    // What the issuer takes over the free blocks comes out of its reserve, and what is given back goes there first.
    const Blocks pool = map.free + map.reserve + entity->granted - *granted;
    map.reserve = std::min(std::max(map.reserveLimit, map.reserve), pool);
    map.free = pool - map.reserve;
    entity->granted = *granted;
    if (request.action == MemoryAction::Delete) {
        entity->used = Blocks{0};
        entity->usedBytes = 0;
    }
    return map;
}

} // namespace dmsc
