// SPDX-License-Identifier: Apache-2.0
#include "model/record/record.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

QString layerName(Layer layer)
{
    static constexpr std::array<const char*, kLayerCount> kNames{"APDU", "SCP03", "SyncML",
        QT_TRANSLATE_NOOP("Record", "Plan"), QT_TRANSLATE_NOOP("Record", "User"),
        QT_TRANSLATE_NOOP("Record", "Storage"), QT_TRANSLATE_NOOP("Record", "Reader"),
        QT_TRANSLATE_NOOP("Record", "Notification")};
    return QCoreApplication::translate("Record", kNames.at(static_cast<std::size_t>(layer)));
}

QString actorName(Actor actor)
{
    static constexpr std::array<const char*, kActorCount> kNames{"", QT_TRANSLATE_NOOP("Record", "Device"),
        QT_TRANSLATE_NOOP("Record", "Card"), QT_TRANSLATE_NOOP("Record", "Server"), QT_TRANSLATE_NOOP("Record", "User"),
        QT_TRANSLATE_NOOP("Record", "Workbench")};
    const char* name = kNames.at(static_cast<std::size_t>(actor));
    return *name == '\0' ? QString() : QCoreApplication::translate("Record", name);
}

QString directionGlyph(Actor from, Actor to)
{
    if (from == to || to == Actor::None || from == Actor::None) {
        return {};
    }
    return from < to ? QStringLiteral("\u2192") : QStringLiteral("\u2190");
}

} // namespace dmsc
