// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace dmsc {

/// Format property of a node (TND 8.3.7.2). `Node` marks an interior node, everything else a leaf.
enum class Format : std::uint8_t { Node, Chr, Int, Bool, Float, Date, Time, Xml, Bin, B64, Null };

inline constexpr Format kAllFormats[] = {Format::Node, Format::Chr, Format::Int, Format::Bool, Format::Float,
    Format::Date, Format::Time, Format::Xml, Format::Bin, Format::B64, Format::Null};

/// The word used on the wire: "node", "chr", ...
[[nodiscard]] std::string_view formatName(Format format);
[[nodiscard]] std::optional<Format> formatFromName(std::string_view name);

/// True for the Formats whose value is bytes rather than UTF-8 text.
[[nodiscard]] bool isBinary(Format format);

/// Checks a value against its Format (int: 32-bit signed decimal; bool: true|false; float: XML Schema float;
/// date, time: ISO 8601; b64: strict base64; chr, xml: UTF-8 without NUL; null: empty). Gives the reason as error.
[[nodiscard]] Result<void> checkValue(Format format, std::string_view value);

} // namespace dmsc
