// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"
#include "widgets/theme/icon.h"

#include <QColor>
#include <QString>

namespace dmsc {

/// A life line: who stands in it.
struct Lane
{
    Actor actor = Actor::Device;
    Icon icon = Icon::Device;
    QString name;
    [[nodiscard]] QColor color(const ThemeColors& colors) const;
};

} // namespace dmsc
