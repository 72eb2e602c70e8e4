// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"
#include "model/record/record.h"
#include "widgets/theme/icon.h"

#include <QColor>
#include <QString>

#include <vector>

namespace dmsc {

/// A life line: who stands in it, from the far side to the card.
struct Lane
{
    Actor actor = Actor::Device;
    Icon icon = Icon::Device;
    QString name;
    [[nodiscard]] QColor color(const ThemeColors& colors) const;
};

/// Two, or three where the device carries what a server says.
[[nodiscard]] std::vector<Lane> lanesFor(Role role);

} // namespace dmsc
