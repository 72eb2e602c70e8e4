// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"
#include "widgets/theme/icon.h"

#include <QColor>
#include <QString>

#include <bitset>
#include <vector>

namespace dmsc {

/// A life line: who stands in it.
struct Lane
{
    Actor actor = Actor::Device;
    Icon icon = Icon::Device;
    QString name;
    [[nodiscard]] QColor color(const ThemeColors& colors) const;
};

using ActorSet = std::bitset<kActorCount>;

/// As it is called and looks everywhere.
[[nodiscard]] Lane laneOf(Actor actor);
/// User, server, workbench, device, card, those that are in the set: neighbours are those who talk to each other.
[[nodiscard]] std::vector<Lane> lanesOf(const ActorSet& actors);

} // namespace dmsc
