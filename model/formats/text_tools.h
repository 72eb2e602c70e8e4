// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace dmsc {

/// Without XML white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] bool isBlank(std::string_view text);
[[nodiscard]] bool isUtf8(std::string_view text);
/// At most 200 bytes of `text`, for error texts.
[[nodiscard]] QString shownHead(std::string_view text);

/// Appends `text` so that an XML parser reads exactly it: markup characters and CR as references. False, with `out`
/// part-written, if XML cannot carry it: control characters, U+FFFE, U+FFFF, or what is not UTF-8.
[[nodiscard]] bool appendXmlText(std::string& out, std::string_view text);
/// The same inside a double-quoted attribute value.
[[nodiscard]] bool appendXmlAttribute(std::string& out, std::string_view text);

/// Appends `text` (UTF-8) as a quoted JSON string.
void appendJsonString(std::string& out, std::string_view text);

[[nodiscard]] Bytes bytesOf(std::string_view text);

[[nodiscard]] std::string toBase64(std::string_view bytes);
void appendBase64(std::string& out, std::string_view bytes);
/// Strict but for white space anywhere; nothing if it is not base64.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace dmsc
