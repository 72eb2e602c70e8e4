// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme/colors.h"

#include <QCoreApplication>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace dmsc {

namespace {

constexpr ThemeColors kLight{
    .window = 0xFFEEF0F3,
    .base = 0xFFFFFFFF,
    .alternate = 0xFFF6F7F9,
    .text = 0xFF1B1F24,
    .mutedText = 0xFF555E68,
    .disabledText = 0xFF646D76,
    .border = 0xFF7F8891,
    .separator = 0xFFD5D9DE,
    .accent = 0xFF3D5A80,
    .selection = 0xFFCDD8E6,
    .selectionText = 0xFF11161C,
    .selectionFrame = 0xFF3D5A80,
    .difference = 0xFFFFE08A,
    .states = {{
        {0xFF59626C, 0xFF4D555E, 0xFFFFFFFF},
        {0xFF6A2A9C, 0xFF6A2A9C, 0xFFF6EFFB},
        {0xFF0B51A6, 0xFF0B51A6, 0xFFEBF3FD},
        {0xFF8F4700, 0xFF8A4300, 0xFFFDF2E4},
        {0xFF04625B, 0xFF04625B, 0xFFE6F5F3},
        {0xFFAB2408, 0xFFA32007, 0xFFFDECE8},
    }},
    .statuses = {{
        {0xFF0F6B5F, 0xFF0B6157, 0xFFE6F5F3},
        {0xFF855000, 0xFF784800, 0xFFFDF2E4},
        {0xFFAB2408, 0xFFA32007, 0xFFFDECE8},
    }},
};

constexpr ThemeColors kDark{
    .window = 0xFF16181C,
    .base = 0xFF1C1F24,
    .alternate = 0xFF22262C,
    .text = 0xFFE3E6EA,
    .mutedText = 0xFFA3ACB6,
    .disabledText = 0xFF868F98,
    .border = 0xFF7A848F,
    .separator = 0xFF33383F,
    .accent = 0xFF8FB3DC,
    .selection = 0xFF35455B,
    .selectionText = 0xFFF5F7F9,
    .selectionFrame = 0xFF8FB3DC,
    .difference = 0xFF5E4900,
    .states = {{
        {0xFF9CA6B0, 0xFFC0C8D0, 0xFF1C1F24},
        {0xFFD0AEF5, 0xFFDABFF8, 0xFF2A2234},
        {0xFF8CC0FA, 0xFFA3CDFB, 0xFF1B2A3D},
        {0xFFF3B271, 0xFFF6C08C, 0xFF33271A},
        {0xFF66D0C4, 0xFF7FDACF, 0xFF192F2D},
        {0xFFFF9B83, 0xFFFFB09D, 0xFF381F1B},
    }},
    .statuses = {{
        {0xFF5CC8B0, 0xFF7FDACF, 0xFF192F2D},
        {0xFFE9B060, 0xFFF6C08C, 0xFF33271A},
        {0xFFFF9078, 0xFFFFB09D, 0xFF381F1B},
    }},
};

constexpr ThemeColors kHighContrast{
    .window = 0xFF000000,
    .base = 0xFF000000,
    .alternate = 0xFF0D0D0D,
    .text = 0xFFFFFFFF,
    .mutedText = 0xFFE0E0E0,
    .disabledText = 0xFF9A9A9A,
    .border = 0xFFFFFFFF,
    .separator = 0xFF9A9A9A,
    .accent = 0xFFFFE94D,
    .selection = 0xFFFFE94D,
    .selectionText = 0xFF000000,
    .selectionFrame = 0xFF000000,
    .difference = 0xFF6B5300,
    .states = {{
        {0xFFD0D0D0, 0xFF303030, 0xFF000000},
        {0xFFE2BFFF, 0xFF4B0082, 0xFF241433},
        {0xFF8FD0FF, 0xFF00357A, 0xFF0A2036},
        {0xFFFFC078, 0xFF6B3000, 0xFF2E1C05},
        {0xFF7DF0E2, 0xFF00453F, 0xFF06302C},
        {0xFFFFAB96, 0xFF8A1500, 0xFF3A120A},
    }},
    .statuses = {{
        {0xFF6DF0D4, 0xFF00453F, 0xFF06302C},
        {0xFFFFCF70, 0xFF5E3C00, 0xFF2E1C05},
        {0xFFFFAB96, 0xFF8A1500, 0xFF3A120A},
    }},
};

template <class Tone, std::size_t N> QColor pick(const std::array<MarkColors, N>& colors, Tone tone, bool selected)
{
    const MarkColors& of = colors.at(static_cast<std::size_t>(tone));
    return QColor::fromRgb(selected ? of.selectedMark : of.mark);
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor ThemeColors::mark(StateTone tone, bool selected) const
{
    return pick(states, tone, selected);
}

QColor ThemeColors::mark(StatusTone tone, bool selected) const
{
    return pick(statuses, tone, selected);
}

QColor ThemeColors::row(StateTone tone) const
{
    return QColor::fromRgb(states.at(static_cast<std::size_t>(tone)).row);
}

QColor ThemeColors::row(StatusTone tone) const
{
    return QColor::fromRgb(statuses.at(static_cast<std::size_t>(tone)).row);
}

const ThemeColors& lightColors()
{
    return kLight;
}

const ThemeColors& darkColors()
{
    return kDark;
}

const ThemeColors& highContrastColors()
{
    return kHighContrast;
}

const ThemeColors& colorsFor(const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    for (const ThemeColors* colors : {&kLight, &kDark, &kHighContrast}) {
        if (base.rgb() == colors->base) {
            return *colors;
        }
    }
    return luminance(base) < luminance(palette.color(QPalette::Text)) ? kDark : kLight;
}

QString stateGlyph(StateTone tone)
{
    static constexpr std::array<char16_t, kStateToneCount> kGlyphs{u'=', u'#', u'>', u'<', u'~', u'!'};
    return QString(QChar(kGlyphs.at(static_cast<std::size_t>(tone))));
}

QString stateWord(StateTone tone)
{
    static constexpr std::array<const char*, kStateToneCount> kWords{
        QT_TRANSLATE_NOOP("StateTone", "same"),
        QT_TRANSLATE_NOOP("StateTone", "differs"),
        QT_TRANSLATE_NOOP("StateTone", "only on the device"),
        QT_TRANSLATE_NOOP("StateTone", "only on the card"),
        QT_TRANSLATE_NOOP("StateTone", "moved"),
        QT_TRANSLATE_NOOP("StateTone", "conflict"),
    };
    return QCoreApplication::translate("StateTone", kWords.at(static_cast<std::size_t>(tone)));
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace dmsc
