// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"

namespace dmsc::test {

/// 1000 blocks of 256 bytes: 20 system, 60 reserve, 500 + 100 + 0 granted, 320 free.
inline MemoryMap someMap()
{
    MemoryMap map;
    map.blockSize = 256;
    map.total = Blocks{1000};
    map.system = Blocks{20};
    map.reserve = Blocks{60};
    map.free = Blocks{320};
    map.entities = {{"issuer", Role::Issuer, Blocks{1000}, Blocks{500}, Blocks{40}, 10'000},
        {"dms", Role::Dms, Blocks{300}, Blocks{100}, Blocks{64}, 16'300},
        {"application", Role::Application, Blocks{64}, Blocks{0}, Blocks{0}, 0}};
    map.self = "dms";
    return map;
}

/// Of "dms" on the whole store.
inline AccessConditions someRights(std::uint8_t bits)
{
    AccessConditions access;
    access.entity = "dms";
    access.role = Role::Dms;
    access.conditions = {{Rights{bits}, ".", {}}};
    return access;
}

} // namespace dmsc::test
