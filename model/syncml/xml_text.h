// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dmsc::syncml {

inline constexpr std::string_view kXmlBlanks = " \t\r\n";

/// Whether XML 1.0 can carry it at all: valid UTF-8 of XML characters (no NUL, no controls but TAB, LF, CR).
[[nodiscard]] bool isXmlText(std::string_view text);

/// Element content: & < > and CR are escaped. `text` must be isXmlText.
void appendEscaped(std::string& out, std::string_view text);

/// A CDATA section where one can hold the text unchanged (markup in it stays readable), else escaped.
void appendAsCdata(std::string& out, std::string_view text);

/// Without the XML white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace dmsc::syncml
