// SPDX-License-Identifier: Apache-2.0
#include "widgets/flows/flow_lanes.h"

#include "model/items/flow_model.h"

namespace dmsc {

std::vector<Lane> flowLanes(const std::vector<FlowStep>& steps)
{
    ActorSet actors;
    for (const Actor actor : flowActors(steps))
        actors.set(std::size_t(actor));
    return lanesOf(actors);
}

} // namespace dmsc
