// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme/colors.h"

#include <QFont>
#include <QPalette>
#include <QString>

#include <cstdint>
#include <vector>

class QApplication;

namespace dmsc {

/// System keeps the desktop's palette and style; the others are Fusion with a table of our own.
enum class Theme : std::uint8_t { System, Light, Dark, HighContrast };

/// In the order in which a menu offers them.
[[nodiscard]] std::vector<Theme> allThemes();
[[nodiscard]] QString themeName(Theme theme);
/// "system", "light", "dark", "high-contrast": what the settings file keeps.
[[nodiscard]] QString themeKey(Theme theme);
/// System for a word that is not a key.
[[nodiscard]] Theme themeFromKey(const QString& key);

/// Style and palette of every widget, present and future. Icons follow by themselves.
void applyTheme(Theme theme);
[[nodiscard]] QPalette paletteFor(const ThemeColors& colors);

/// For URIs, hex and APDUs; follows the size of the application's font.
[[nodiscard]] QFont fixedFont();

} // namespace dmsc
