// SPDX-License-Identifier: Apache-2.0
#include "model/trace/record_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dmsc::words {

namespace {

constexpr std::array<const char*, kLayerCount> kLayers{
    "apdu", "secureChannel", "syncml", "plan", "ui", "storage", "reader", "notification"};
constexpr std::array<const char*, kActorCount> kActors{"none", "device", "card", "server", "user", "workbench"};
constexpr std::array<const char*, 4> kLevels{"none", "ok", "warning", "error"};

template <class Names, class Enum> QLatin1String word(const Names& names, Enum value)
{
    return QLatin1String(names.at(static_cast<std::size_t>(value)));
}

template <class Enum, class Names> std::optional<Enum> find(const Names& names, QStringView word)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [word](const char* name) { return word == QLatin1String(name); });
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace

QLatin1String of(Layer layer)
{
    return word(kLayers, layer);
}

QLatin1String of(Actor actor)
{
    return word(kActors, actor);
}

QLatin1String of(StatusLevel level)
{
    return word(kLevels, level);
}

std::optional<Layer> layerOf(QStringView word)
{
    return find<Layer>(kLayers, word);
}

std::optional<Actor> actorOf(QStringView word)
{
    return find<Actor>(kActors, word);
}

std::optional<StatusLevel> levelOf(QStringView word)
{
    return find<StatusLevel>(kLevels, word);
}

} // namespace dmsc::words
