// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/lane.h"

namespace dmsc {

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
