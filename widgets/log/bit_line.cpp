// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/bit_line.h"

#include "model/bytes.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/theme.h"

#include <bit>

namespace dmsc {

namespace {

constexpr unsigned kBits = 8;
constexpr unsigned kNibble = 4;

bool isSet(std::uint8_t byte, unsigned bit)
{
    return bit < kBits && (byte >> bit & 1U) != 0;
}

/// "bit 5", "bits 5 to 6": counted from 1 for the lowest, as the standards do.
QString placeText(std::uint8_t mask)
{
    const auto lowest = static_cast<unsigned>(std::countr_zero(mask)) + 1;
    const auto highest = static_cast<unsigned>(std::bit_width(mask));
    return lowest == highest ? BitLine::tr("bit %1").arg(lowest)
                             : BitLine::tr("bits %1 to %2").arg(lowest).arg(highest);
}

} // namespace

QString bitText(std::uint8_t byte, std::uint8_t mask)
{
    QString text;
    for (unsigned bit = kBits; bit-- > 0;) {
        if (isSet(mask, bit) && !isSet(mask, bit + 1)) {
            text += QLatin1Char('[');
        }
        text += QLatin1Char(isSet(byte, bit) ? '1' : '0');
        if (isSet(mask, bit) && (bit == 0 || !isSet(mask, bit - 1))) {
            text += QLatin1Char(']');
        }
        if (bit == kNibble) {
            text += QLatin1Char(' ');
        }
    }
    return text;
}

BitLine::BitLine(QWidget* parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("logBits"));
    setAccessibleName(tr("Bits of the selected field"));
    setFont(fixedFont());
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setMargin(kHalfGrid);
    hide();
}

void BitLine::showBits(std::uint32_t offset, std::uint8_t byte, std::uint8_t mask)
{
    const QString place = hexDigits(offset, 4);
    const QString line = tr("Byte %1: %2, %3");
    const QString bits = bitText(byte, mask);
    setAccessibleDescription(line.arg(place, bits, placeText(mask)));
    QString bold = bits;
    bold.replace(QLatin1Char('['), QStringLiteral("<b>[")).replace(QLatin1Char(']'), QStringLiteral("]</b>"));
    setText(line.arg(place, bold, placeText(mask)));
    show();
}

void BitLine::clearBits()
{
    clear();
    setAccessibleDescription({});
    hide();
}

} // namespace dmsc
