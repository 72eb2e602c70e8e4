// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/lane.h"

#include <QCoreApplication>

namespace dmsc {

Lane laneOf(Actor actor)
{
    const auto text = [](const char* name) { return QCoreApplication::translate("Lane", name); };
    switch (actor) {
    case Actor::User:
        return {actor, Icon::User, text(QT_TRANSLATE_NOOP("Lane", "User"))};
    case Actor::Server:
        return {actor, Icon::Server, text(QT_TRANSLATE_NOOP("Lane", "DM server"))};
    case Actor::Card:
        return {actor, Icon::Card, text(QT_TRANSLATE_NOOP("Lane", "Card"))};
    case Actor::Workbench:
        return {actor, Icon::Application, text(QT_TRANSLATE_NOOP("Lane", "Workbench"))};
    default:
        return {Actor::Device, Icon::Device, text(QT_TRANSLATE_NOOP("Lane", "Device"))};
    }
}

std::vector<Lane> lanesOf(const ActorSet& actors)
{
    std::vector<Lane> lanes;
    lanes.reserve(kActorCount);
    for (const Actor actor : {Actor::User, Actor::Server, Actor::Workbench, Actor::Device, Actor::Card}) {
        if (actors.test(std::size_t(actor)))
            lanes.push_back(laneOf(actor));
    }
    return lanes;
}

QColor Lane::color(const ThemeColors& colors) const
{
    switch (actor) {
    case Actor::Device:
        return colors.mark(StateTone::OnlyDevice);
    case Actor::Card:
        return colors.mark(StateTone::OnlyCard);
    default:
        return QColor::fromRgb(colors.mutedText);
    }
}

} // namespace dmsc
