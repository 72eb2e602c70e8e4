// SPDX-License-Identifier: Apache-2.0
#include "widgets/flows/flow_lanes.h"

#include "model/items/flow_model.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

Lane laneOf(Actor actor)
{
    const auto text = [](const char* name) { return QCoreApplication::translate("FlowLanes", name); };
    switch (actor) {
    case Actor::User:
        return {actor, Icon::User, text(QT_TRANSLATE_NOOP("FlowLanes", "User"))};
    case Actor::Server:
        return {actor, Icon::Server, text(QT_TRANSLATE_NOOP("FlowLanes", "DM server"))};
    case Actor::Card:
        return {actor, Icon::Card, text(QT_TRANSLATE_NOOP("FlowLanes", "Card"))};
    default:
        return {Actor::Device, Icon::Device, text(QT_TRANSLATE_NOOP("FlowLanes", "Device"))};
    }
}

} // namespace

std::vector<Lane> flowLanes(const std::vector<FlowStep>& steps)
{
    std::vector<Lane> lanes;
    for (const Actor actor : flowActors(steps))
        lanes.push_back(laneOf(actor));
    return lanes;
}

} // namespace dmsc
