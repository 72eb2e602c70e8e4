// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dmsc {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The bytes of a text; good as long as the text is.
[[nodiscard]] inline ByteView viewOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The text that the bytes are; good as long as they are.
[[nodiscard]] inline std::string_view textOf(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

[[nodiscard]] Bytes numberBytes(std::uint64_t number); ///< 8 bytes, big endian
[[nodiscard]] std::uint64_t numberFrom(ByteView bytes); ///< big endian, of at most 8 bytes

/// Capital hexadecimal digits, two a byte; `separator` stands between bytes.
[[nodiscard]] QString toHex(ByteView bytes, QStringView separator = {});

/// Capital hexadecimal digits: a byte or a tag as the standards write it; with four digits at least a status word or a
/// file's identifier.
[[nodiscard]] QString hexDigits(std::uint32_t number, int least = 2);

/// Hexadecimal digits of either case to bytes; blanks between digits are passed over.
/// Syntax error with the character's offset for anything else and for half a byte at the end.
[[nodiscard]] Result<Bytes> fromHex(QStringView text);

} // namespace dmsc
