// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/where.h"
#include "widgets/theme/theme.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace dmsc {

/// What the command line asks of the window; everything left out comes from the last session.
struct WindowOptions
{
    QString settingsFile; ///< INI file; empty: the user's
    QString cacheFolder; ///< copies of cards; empty: the user's cache folder
    QString credentialsFile; ///< what is imported; empty: the user's own
    QString recordingsFolder; ///< where sessions are recorded; empty: the user's data folder
    QStringList recordings; ///< to be opened beside the log
    QString demoFolder; ///< where the demo images live; empty: the user's data folder
    std::optional<Where> device;
    std::optional<Where> card;
    bool demo = false; ///< open the demo desk
    bool empty = false; ///< open nothing
    bool hints = true; ///< show the hints of the first start
    std::optional<Theme> theme;
};

} // namespace dmsc
