// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/text_diff.h"

#include <QString>

#include <cstddef>
#include <string_view>
#include <vector>

namespace dmsc {

/// How much of a value is laid out; more of it would make the window wait.
inline constexpr std::size_t kShownTextBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kShownHexBytes = std::size_t{16} * 1024;
inline constexpr std::size_t kPrettyXmlBytes = std::size_t{256} * 1024;

/// A value as it is shown: characters, which of them differ from the other side, and what was left out.
struct ShownValue
{
    QString text;
    std::vector<TextSpan> marks; ///< in characters of `text`
    QString note; ///< "bytes 4096 to 20480 of 5.0 MB"; empty where everything is shown
};

struct ShownPair
{
    ShownValue device;
    ShownValue card;
};

/// Where one side is missing nothing is marked. Large values are shown from their first difference on.
[[nodiscard]] ShownPair showText(std::string_view device, std::string_view card, bool both);
/// Offset, 16 bytes, their characters.
[[nodiscard]] ShownPair showHex(std::string_view device, std::string_view card, bool both);
/// Indented; what is not well formed says so in the note.
[[nodiscard]] ShownPair showXml(std::string_view device, std::string_view card, bool both);

/// Does it begin as a document or an element would?
[[nodiscard]] bool looksLikeXml(std::string_view value);

} // namespace dmsc
