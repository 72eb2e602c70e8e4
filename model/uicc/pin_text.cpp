// SPDX-License-Identifier: Apache-2.0
#include "model/uicc/pin_text.h"

#include "model/byte_array.h"
#include "model/bytes.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kLeastDigits = 4;
constexpr int kMostDigits = 8;
constexpr int kKeyHexDigits = 16;

bool isHexKey(std::uint8_t reference, const QString& text)
{
    return isAdministrativeKey(reference) && text.size() == kKeyHexDigits;
}

bool hasOnlyDigits(const QString& text)
{
    return std::all_of(text.begin(), text.end(),
        [](QChar character) { return character >= QLatin1Char('0') && character <= QLatin1Char('9'); });
}

} // namespace

bool isAdministrativeKey(std::uint8_t reference)
{
    const int number = reference & 0x7F;
    return number >= 0x0A && number <= 0x0E;
}

QString whyNoPin(std::uint8_t reference, const QString& text)
{
    if (isHexKey(reference, text))
        return fromHex(text)
            ? QString()
            : QCoreApplication::translate("PinText", "16 characters are taken as hex digits, and these are not");
    if (text.size() < kLeastDigits || text.size() > kMostDigits)
        return QCoreApplication::translate("PinText", "%1 to %2 digits are expected")
            .arg(kLeastDigits)
            .arg(kMostDigits);
    return hasOnlyDigits(text) ? QString() : QCoreApplication::translate("PinText", "Only digits are expected");
}

QString whyNoPuk(const QString& text)
{
    return text.size() == kMostDigits && hasOnlyDigits(text)
        ? QString()
        : QCoreApplication::translate("PinText", "%1 digits are expected").arg(kMostDigits);
}

QByteArray pinBytes(std::uint8_t reference, const QString& text)
{
    if (isHexKey(reference, text))
        if (const auto bytes = fromHex(text))
            return toByteArray(*bytes);
    return text.toLatin1();
}

} // namespace dmsc
