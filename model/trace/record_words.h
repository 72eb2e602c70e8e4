// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"

#include <QLatin1String>
#include <QStringView>

#include <optional>

/// Words of files, not of the window: they stay the same in every language.
namespace dmsc::words {

inline constexpr double kMostMicroseconds = 4e9; // what the duration of a record holds

[[nodiscard]] QLatin1String of(Layer layer);
[[nodiscard]] QLatin1String of(Actor actor);
[[nodiscard]] QLatin1String of(StatusLevel level);

[[nodiscard]] std::optional<Layer> layerOf(QStringView word);
[[nodiscard]] std::optional<Actor> actorOf(QStringView word);
[[nodiscard]] std::optional<StatusLevel> levelOf(QStringView word);

} // namespace dmsc::words
