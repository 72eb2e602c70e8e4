// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme/theme.h"

#include "widgets/theme/workbench_style.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QStyle>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

struct Named
{
    Theme theme;
    const char* key;
    const char* name;
};

constexpr std::array<Named, 4> kThemes{{
    {Theme::System, "system", QT_TRANSLATE_NOOP("Theme", "System")},
    {Theme::Light, "light", QT_TRANSLATE_NOOP("Theme", "Light")},
    {Theme::Dark, "dark", QT_TRANSLATE_NOOP("Theme", "Dark")},
    {Theme::HighContrast, "high-contrast", QT_TRANSLATE_NOOP("Theme", "High contrast")},
}};

const Named& named(Theme theme)
{
    return *std::find_if(kThemes.begin(), kThemes.end(), [theme](const Named& row) { return row.theme == theme; });
}

} // namespace

std::vector<Theme> allThemes()
{
    std::vector<Theme> themes;
    themes.reserve(std::size(kThemes));
    for (const Named& row : kThemes) {
        themes.push_back(row.theme);
    }
    return themes;
}

QString themeName(Theme theme)
{
    return QCoreApplication::translate("Theme", named(theme).name);
}

QString themeKey(Theme theme)
{
    return QString::fromLatin1(named(theme).key);
}

Theme themeFromKey(const QString& key)
{
    const auto row = std::find_if(
        kThemes.begin(), kThemes.end(), [&key](const Named& candidate) { return QLatin1String(candidate.key) == key; });
    return row == kThemes.end() ? Theme::System : row->theme;
}

QPalette paletteFor(const ThemeColors& colors)
{
    const auto color = [](QRgb rgb) { return QColor::fromRgb(rgb); };
    QPalette palette(color(colors.window), color(colors.window));
    const auto text = color(colors.text);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, color(colors.base));
    palette.setColor(QPalette::AlternateBase, color(colors.alternate));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, color(colors.window));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, color(colors.statuses[2].mark));
    palette.setColor(QPalette::ToolTipBase, color(colors.base));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, color(colors.mutedText));
    palette.setColor(QPalette::Highlight, color(colors.selection));
    palette.setColor(QPalette::HighlightedText, color(colors.selectionText));
    palette.setColor(QPalette::Link, color(colors.accent));
    palette.setColor(QPalette::LinkVisited, color(colors.accent));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, color(colors.disabledText));
    }
    return palette;
}

void applyTheme(Theme theme)
{
    if (theme == Theme::System) {
        QApplication::setPalette(QPalette());
        return;
    }
    // Setting the style that is there already would polish every widget for nothing.
    if (qobject_cast<WorkbenchStyle*>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new WorkbenchStyle);
    }
    const ThemeColors& colors = theme == Theme::Light ? lightColors()
        : theme == Theme::Dark                        ? darkColors()
                                                      : highContrastColors();
    QApplication::setPalette(paletteFor(colors));
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

} // namespace dmsc
