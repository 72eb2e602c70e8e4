// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QString>

#include <array>
#include <cstdint>

class QPalette;

namespace dmsc {

/// What a row of the comparison (or a bar, a life line) can say. Blue is the device's side and orange the card's,
/// everywhere.
enum class StateTone : std::uint8_t { Same, Differs, OnlyDevice, OnlyCard, Moved, Conflict };
inline constexpr int kStateToneCount = 6;

enum class StatusTone : std::uint8_t { Ok, Warning, Error };
inline constexpr int kStatusToneCount = 3;

/// A coloured mark or word, and the same on a selected row.
struct MarkColors
{
    QRgb mark;
    QRgb selectedMark;
    QRgb row; ///< background of an unselected row in this state
};

/// One look. Text keeps 4.5:1 and marks 3:1 on everything they may stand on (WCAG 2.1, 1.4.3 and 1.4.11).
struct ThemeColors
{
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb text;
    QRgb mutedText;
    QRgb disabledText;
    QRgb border; ///< outlines that carry meaning
    QRgb separator; ///< hair lines that do not
    QRgb accent; ///< focus, links, progress
    QRgb selection;
    QRgb selectionText;
    QRgb selectionFrame; ///< outline of the current cell in a selected row
    QRgb difference; ///< background of differing characters
    std::array<MarkColors, kStateToneCount> states;
    std::array<MarkColors, kStatusToneCount> statuses;

    [[nodiscard]] QColor mark(StateTone tone, bool selected = false) const;
    [[nodiscard]] QColor mark(StatusTone tone, bool selected = false) const;
    [[nodiscard]] QColor row(StateTone tone) const;
    [[nodiscard]] QColor row(StatusTone tone) const;
};

/// The three tables that every colour of the window comes from.
[[nodiscard]] const ThemeColors& lightColors();
[[nodiscard]] const ThemeColors& darkColors();
[[nodiscard]] const ThemeColors& highContrastColors();

/// The table that a palette was made from; of a foreign palette (the system's) the light or dark table that suits it.
/// A delegate asks with the palette of its style option and needs to know nothing else of themes.
[[nodiscard]] const ThemeColors& colorsFor(const QPalette& palette);

/// "=", "#", ">", "<", "~", "!": the state without colour.
[[nodiscard]] QString stateGlyph(StateTone tone);
/// "same", "differs", "only on the device", ... in the user's language.
[[nodiscard]] QString stateWord(StateTone tone);

/// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& one, const QColor& other);

} // namespace dmsc
