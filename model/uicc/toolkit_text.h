// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QString>

#include <cstdint>

namespace dmsc {

/// How a text is written, as the data coding scheme of a text string says it (ETSI TS 102 223 8.15).
enum class TextCoding : std::uint8_t {
    Packed = 0x00, ///< GSM default alphabet, 7 bits a character
    Unpacked = 0x04, ///< the same, a byte a character
    Ucs2 = 0x08, ///< two bytes a character, big endian
};

/// Most bytes that a text of one command has; readers refuse more.
inline constexpr std::size_t kMaxToolkitText = 240;

/// The text of a text string without its coding byte. Characters that are in no alphabet come as U+FFFD.
/// Unsupported error for another coding, Syntax for half a character, Limit for more than kMaxToolkitText bytes.
[[nodiscard]] Result<QString> decodeText(std::uint8_t coding, ByteView bytes);
/// The bytes without the coding byte; BadValue for a character that the alphabet does not have, Limit for too many.
[[nodiscard]] Result<Bytes> encodeText(TextCoding coding, const QString& text);
/// Every character of it is in the GSM default alphabet or its extension.
[[nodiscard]] bool fitsGsmAlphabet(const QString& text);

/// An alpha identifier or item (ETSI TS 102 221 annex A): unpacked, or UCS2 in one of its three forms.
[[nodiscard]] Result<QString> decodeAlpha(ByteView bytes);
[[nodiscard]] Result<Bytes> encodeAlpha(const QString& text);

} // namespace dmsc
