// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dmsc::cli {

/// UTF-8 without NUL: may stand in JSON as it is.
[[nodiscard]] bool isPlainText(std::string_view value);
/// A name as it is, but for control characters, which are written as JSON writes them.
[[nodiscard]] std::string shownName(std::string_view name);
/// A value as a person reads it on one line: quoted and cut, or "12 bytes 0A0B..." when it is no text.
[[nodiscard]] std::string shownValue(std::string_view value);

} // namespace dmsc::cli
