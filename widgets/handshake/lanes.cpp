// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/lanes.h"

#include "widgets/handshake/handshake_text.h"

#include <QCoreApplication>

namespace dmsc {

std::vector<Lane> lanesFor(Role role)
{
    std::vector<Lane> lanes;
    if (role == Role::Dms) {
        lanes.push_back({Actor::Server, iconOf(role), capitalRoleName(role)});
        lanes.push_back(
            {Actor::Device, iconOf(Role::Device), QCoreApplication::translate("HandshakeText", "Device (carries)")});
    } else {
        lanes.push_back({Actor::Device, iconOf(role), capitalRoleName(role)});
    }
    lanes.push_back({Actor::Card, Icon::Card, QCoreApplication::translate("HandshakeText", "Card")});
    return lanes;
}

} // namespace dmsc
