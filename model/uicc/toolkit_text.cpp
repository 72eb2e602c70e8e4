// SPDX-License-Identifier: Apache-2.0
#include "model/uicc/toolkit_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace dmsc {

namespace {

constexpr std::uint8_t kEscape = 0x1B;
constexpr std::uint8_t kFilling = 0xFF;
constexpr std::uint8_t kUcs2 = 0x80;
constexpr std::uint8_t kUcs2Half = 0x81;
constexpr std::uint8_t kUcs2Base = 0x82;
constexpr char16_t kUnknown = 0xFFFD;

/// The GSM default alphabet (3GPP TS 23.038 6.2.1); at 1B stands the escape to the extension.
constexpr std::u16string_view kAlphabet = u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                                          u"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
static_assert(kAlphabet.size() == 128);

struct Extended
{
    std::uint8_t code;
    char16_t character;
};
constexpr std::array<Extended, 10> kExtension = {{{0x0A, u'\f'}, {0x14, u'^'}, {0x28, u'{'}, {0x29, u'}'},
    {0x2F, u'\\'}, {0x3C, u'['}, {0x3D, u'~'}, {0x3E, u']'}, {0x40, u'|'}, {0x65, u'€'}}};

/// The characters that codes of 7 bits stand for.
QString fromCodes(const Bytes& codes)
{
    QString text;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] != kEscape) {
            text += codes[i] < kAlphabet.size() ? QChar(kAlphabet[codes[i]]) : QChar(kUnknown);
            continue;
        }
        const auto* found = i + 1 == codes.size() ? kExtension.end()
                                                  : std::find_if(kExtension.begin(), kExtension.end(),
                                                      [&](const Extended& e) { return e.code == codes[i + 1]; });
        // An escape that leads nowhere is shown as a blank (3GPP TS 23.038 6.2.1.1).
        text += found == kExtension.end() ? QChar(u' ') : QChar(found->character);
        i += found == kExtension.end() ? 0 : 1;
    }
    return text;
}

std::optional<Bytes> toCodes(const QString& text)
{
    Bytes codes;
    for (const QChar character : text) {
        const std::size_t place = kAlphabet.find(character.unicode());
        if (place != std::u16string_view::npos && place != kEscape) {
            codes.push_back(static_cast<std::uint8_t>(place));
            continue;
        }
        const auto* found = std::find_if(kExtension.begin(), kExtension.end(),
            [&](const Extended& e) { return e.character == character.unicode(); });
        if (found == kExtension.end())
            return std::nullopt;
        codes.push_back(kEscape);
        codes.push_back(found->code);
    }
    return codes;
}

Bytes unpacked(ByteView bytes)
{
    constexpr unsigned kBits = 7;
    constexpr unsigned kByte = 8;
    constexpr std::uint8_t kFillingReturn = 0x0D; // in the seven bits that would look like a character
    Bytes codes;
    unsigned bits = 0;
    unsigned count = 0;
    for (const std::uint8_t byte : bytes) {
        bits |= static_cast<unsigned>(byte) << count;
        count += kByte;
        while (count >= kBits) {
            codes.push_back(static_cast<std::uint8_t>(bits & 0x7FU));
            bits >>= kBits;
            count -= kBits;
        }
    }
    const bool couldBeFilling = bytes.size() % kBits == 0 && !codes.empty();
    if (couldBeFilling && (codes.back() == 0 || codes.back() == kFillingReturn))
        codes.pop_back();
    return codes;
}

Bytes packed(Bytes codes)
{
    constexpr unsigned kBits = 7;
    constexpr unsigned kByte = 8;
    if (codes.size() % kByte == kBits)
        codes.push_back(0x0D); // seven bits are left over, which would read as "@"
    Bytes bytes;
    unsigned bits = 0;
    unsigned count = 0;
    for (const std::uint8_t code : codes) {
        bits |= static_cast<unsigned>(code) << count;
        count += kBits;
        while (count >= kByte) {
            bytes.push_back(static_cast<std::uint8_t>(bits & 0xFFU));
            bits >>= kByte;
            count -= kByte;
        }
    }
    if (count > 0)
        bytes.push_back(static_cast<std::uint8_t>(bits & 0xFFU));
    return bytes;
}

Result<QString> fromUcs2(ByteView bytes)
{
    if (bytes.size() % 2 != 0)
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Toolkit", "a UCS2 text has two bytes a character"));
    QString text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const QChar character(static_cast<char16_t>((bytes[i] << 8U) | bytes[i + 1]));
        text += character.isSurrogate() ? QChar(kUnknown) : character;
    }
    return text;
}

std::optional<Bytes> toUcs2(const QString& text)
{
    Bytes bytes;
    for (const QChar character : text) {
        if (character.isSurrogate())
            return std::nullopt; // UCS2 has none of these characters
        bytes.push_back(static_cast<std::uint8_t>(character.unicode() >> 8U));
        bytes.push_back(static_cast<std::uint8_t>(character.unicode() & 0xFFU));
    }
    return bytes;
}

/// 81 and 82: a count, where the half page begins, then a byte a character.
Result<QString> fromHalfPage(ByteView bytes)
{
    const bool wide = bytes[0] == kUcs2Base;
    const std::size_t head = wide ? 4 : 3;
    if (bytes.size() < head || bytes.size() - head < bytes[1])
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Toolkit", "a coded text ends too early"));
    const unsigned page =
        wide ? (static_cast<unsigned>(bytes[2]) << 8U) | bytes[3] : static_cast<unsigned>(bytes[2]) << 7U;
    QString text;
    Bytes codes;
    for (const std::uint8_t byte : bytes.subspan(head, bytes[1])) {
        if (byte < kUcs2) {
            codes.push_back(byte);
            continue;
        }
        text += fromCodes(codes);
        codes.clear();
        const QChar character(static_cast<char16_t>(page + (byte & 0x7FU)));
        text += character.isSurrogate() ? QChar(kUnknown) : character;
    }
    return text + fromCodes(codes);
}

tl::unexpected<Error> tooLong()
{
    return fail(ErrorKind::Limit, QCoreApplication::translate("Toolkit", "a toolkit text has at most 240 bytes"));
}

} // namespace

bool fitsGsmAlphabet(const QString& text)
{
    return toCodes(text).has_value();
}

Result<QString> decodeText(std::uint8_t coding, ByteView bytes)
{
    if (bytes.size() > kMaxToolkitText)
        return tooLong();
    // Bits 8 to 5 of 0000 and 1111 and the message class say nothing about the alphabet (3GPP TS 23.038 4).
    constexpr unsigned kAlphabetBits = 0x0CU;
    switch (static_cast<TextCoding>(coding & kAlphabetBits)) {
    case TextCoding::Packed:
        return fromCodes(unpacked(bytes));
    case TextCoding::Unpacked:
        return fromCodes(Bytes(bytes.begin(), bytes.end()));
    case TextCoding::Ucs2:
        return fromUcs2(bytes);
    }
    return fail(ErrorKind::Unsupported, QCoreApplication::translate("Toolkit", "the coding of a text is not known"));
}

Result<Bytes> encodeText(TextCoding coding, const QString& text)
{
    auto bytes = coding == TextCoding::Ucs2 ? toUcs2(text) : toCodes(text);
    if (!bytes)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Toolkit", "a character of the text is not in the card's alphabet"));
    if (coding == TextCoding::Packed)
        bytes = packed(std::move(*bytes));
    if (bytes->size() > kMaxToolkitText)
        return tooLong();
    return std::move(*bytes);
}

Result<QString> decodeAlpha(ByteView bytes)
{
    if (bytes.size() > kMaxToolkitText)
        return tooLong();
    while (!bytes.empty() && bytes.back() == kFilling)
        bytes = bytes.first(bytes.size() - 1);
    if (bytes.empty())
        return QString();
    if (bytes[0] == kUcs2)
        return fromUcs2(bytes.subspan(1, (bytes.size() - 1) & ~std::size_t{1}));
    if (bytes[0] == kUcs2Half || bytes[0] == kUcs2Base)
        return fromHalfPage(bytes);
    return fromCodes(Bytes(bytes.begin(), bytes.end()));
}

Result<Bytes> encodeAlpha(const QString& text)
{
    if (fitsGsmAlphabet(text))
        return encodeText(TextCoding::Unpacked, text);
    auto bytes = encodeText(TextCoding::Ucs2, text);
    if (bytes)
        bytes->insert(bytes->begin(), kUcs2);
    return bytes;
}

} // namespace dmsc
