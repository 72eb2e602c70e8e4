// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rights_rig.h"

#include "cardio/card/card_interface.h"

#include <numeric>

namespace dmsc::test {

inline constexpr const char* kType = "urn:oma:mo:test:1.0";
inline constexpr std::uint32_t kBlock = 100;

/// 1000 blocks of 100 bytes: 10 of the card, 90 kept back, limits 1000, 400, 300 and 50.
inline IssuerPolicy smallPolicy()
{
    IssuerPolicy policy = testPolicy({{{kOwn}, ".", {}}});
    policy.blockSize = kBlock;
    policy.system = Blocks{10};
    policy.reserve = Blocks{90};
    const std::uint64_t limits[] = {1000, 400, 300, 50};
    for (std::size_t i = 0; i < 4; ++i) {
        policy.entities[i].memoryLimit = Blocks{limits[i]};
        policy.entities[i].firstGrant = Blocks{i == 0 ? 0U : 20U};
    }
    return policy;
}

inline RightsRig smallRig(const char* tree = "", std::vector<std::pair<const char*, const char*>> owners = {},
    IssuerPolicy policy = smallPolicy())
{
    return RightsRig(tree, std::move(owners), std::move(policy), 1000 * kBlock);
}

inline StatusWord send(EntitySession& session, MemoryAction action, std::uint64_t blocks = 0, const char* entity = "")
{
    const MemoryRequest request{action, entity, Blocks{blocks}};
    return session
        .manageMemory({.ins = card::kInsManageMemory,
            .p1 = static_cast<std::uint8_t>(action),
            .data = encodeMemoryRequest(request),
            .le = {}})
        .sw;
}

inline MemoryMap mapOf(const RightsRig& rig)
{
    return MemoryGrants(const_cast<CardImage&>(*rig.image), rig.policy).map();
}

inline EntityMemory memoryOf(const RightsRig& rig, const char* entity)
{
    for (const EntityMemory& memory : mapOf(rig).entities)
        if (memory.entity == entity)
            return memory;
    return {};
}
inline std::uint64_t granted(const RightsRig& rig, const char* entity)
{
    return number(memoryOf(rig, entity).granted);
}

/// total = system + reserve + all granted + free.
inline bool addsUp(const MemoryMap& map)
{
    const std::uint64_t sum = std::accumulate(map.entities.begin(), map.entities.end(),
        number(map.system) + number(map.reserve) + number(map.free),
        [](std::uint64_t all, const EntityMemory& one) { return all + number(one.granted); });
    return sum == number(map.total);
}

inline syncml::Command leaf(std::string target, std::size_t bytes)
{
    return command(syncml::CommandKind::Add, std::move(target), std::string(bytes, 'x'));
}

/// The Data of the Item in the first Status that has one.
inline std::string said(const std::vector<syncml::Command>& answers)
{
    for (const syncml::Command& answer : answers)
        if (answer.kind == syncml::CommandKind::Status && !answer.items.empty())
            return answer.items.front().data.value_or("no data");
    return "nothing";
}

inline constexpr std::uint64_t kNode = 32;

} // namespace dmsc::test
