// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme/icon.h"

#include "widgets/theme/tinted_icon_engine.h"

#include <array>

namespace dmsc {

namespace {

constexpr std::array<const char*, kIconCount> kFiles{
    "add",
    "application",
    "apply",
    "cancel",
    "card",
    "chevron-down",
    "chevron-right",
    "close",
    "collapse",
    "commands",
    "copy-to-left",
    "copy-to-right",
    "details",
    "device",
    "edit",
    "error",
    "expand",
    "expand-differences",
    "export",
    "file",
    "files",
    "filter",
    "flow",
    "handshake",
    "import",
    "info",
    "issuer",
    "key",
    "lock",
    "log",
    "memory",
    "next-difference",
    "open",
    "plan",
    "play",
    "plug",
    "present",
    "previous-difference",
    "reader",
    "receipt",
    "redo",
    "remove",
    "reveal",
    "save",
    "search",
    "server",
    "settings",
    "state-conflict",
    "state-differs",
    "state-moved",
    "state-only-card",
    "state-only-device",
    "state-properties",
    "state-same",
    "step",
    "stop",
    "sync",
    "theme",
    "undo",
    "unlock",
    "user",
    "warning",
};

constexpr std::array<Icon, kStateToneCount> kStateIcons{Icon::StateSame, Icon::StateDiffers, Icon::StateOnlyDevice,
    Icon::StateOnlyCard, Icon::StateMoved, Icon::StateConflict};

QIcon iconOf(Icon icon, TintedIconEngine::Tint tint)
{
    return QIcon(new TintedIconEngine(iconFile(icon), std::move(tint)));
}

} // namespace

QString iconFile(Icon icon)
{
    return QStringLiteral(":/dmsc/icons/%1.svg").arg(QLatin1String(kFiles.at(static_cast<std::size_t>(icon))));
}

QIcon themedIcon(Icon icon)
{
    return iconOf(icon, {});
}

QIcon themedIcon(Icon icon, StatusTone tone)
{
    return iconOf(icon, [tone](const ThemeColors& colors, bool selected) { return colors.mark(tone, selected); });
}

QIcon stateIcon(StateTone tone)
{
    return iconOf(kStateIcons.at(static_cast<std::size_t>(tone)),
        [tone](const ThemeColors& colors, bool selected) { return colors.mark(tone, selected); });
}

QIcon propertiesDifferIcon()
{
    return iconOf(Icon::StateProperties,
        [](const ThemeColors& colors, bool selected) { return colors.mark(StateTone::Differs, selected); });
}

QIcon applicationIcon()
{
    return QIcon(new TintedIconEngine(QStringLiteral(":/dmsc/icons/app.svg"), {}));
}

} // namespace dmsc
