// SPDX-License-Identifier: Apache-2.0
#include "model/bytes.h"

#include <algorithm>

#include <QCoreApplication>

#include <optional>

namespace dmsc {

namespace {

std::optional<std::uint8_t> nibble(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return static_cast<std::uint8_t>(u - u'0');
    if (u >= u'a' && u <= u'f')
        return static_cast<std::uint8_t>(u - u'a' + 10);
    if (u >= u'A' && u <= u'F')
        return static_cast<std::uint8_t>(u - u'A' + 10);
    return std::nullopt;
}

QString offsetText(qsizetype offset)
{
    return QCoreApplication::translate("Bytes", "character %1").arg(offset);
}

} // namespace

QString toHex(ByteView bytes, QStringView separator)
{
    static constexpr char16_t kDigits[] = u"0123456789ABCDEF";
    QString text;
    text.reserve(static_cast<qsizetype>(bytes.size()) * (2 + separator.size()));
    for (const std::uint8_t byte : bytes) {
        if (!text.isEmpty())
            text.append(separator);
        text.append(QChar(kDigits[byte >> 4U]));
        text.append(QChar(kDigits[byte & 0x0FU]));
    }
    return text;
}

QString hexDigits(std::uint32_t number, int least)
{
    return QStringLiteral("%1").arg(number, least, 16, QLatin1Char('0')).toUpper();
}

Result<Bytes> fromHex(QStringView text)
{
    Bytes bytes;
    bytes.reserve(static_cast<std::size_t>(text.size()) / 2);
    std::uint8_t high = 0;
    bool haveHigh = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace())
            continue;
        const std::optional<std::uint8_t> digit = nibble(text[i]);
        if (!digit)
            return fail(ErrorKind::Syntax,
                QCoreApplication::translate("Bytes", "a hexadecimal digit was expected, not \"%1\"").arg(text[i]),
                offsetText(i));
        if (haveHigh)
            bytes.push_back(static_cast<std::uint8_t>((high << 4U) | *digit));
        high = *digit;
        haveHigh = !haveHigh;
    }
    if (haveHigh)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Bytes", "the last byte has one hexadecimal digit, two were expected"),
            offsetText(text.size()));
    return bytes;
}

Bytes numberBytes(std::uint64_t number)
{
    Bytes bytes(8);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (8U * (7U - i)));
    return bytes;
}

std::uint64_t numberFrom(ByteView bytes)
{
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes.first(std::min<std::size_t>(bytes.size(), 8)))
        number = (number << 8U) | byte;
    return number;
}

} // namespace dmsc
