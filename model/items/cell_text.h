// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <QString>

namespace dmsc {

/// Values in cells have about so many characters; longer ones are cut in the middle.
inline constexpr std::size_t kMaxCellText = 200;

/// A value for one line of a table: text as it is with line ends shown as signs, bytes as hex with their length.
/// Looks at no more of a big value than is shown.
[[nodiscard]] QString cellText(Format format, std::string_view value);
[[nodiscard]] QString cellText(const Tree& tree, NodeId node);
/// A name or URI for people.
[[nodiscard]] QString shownText(std::string_view utf8);

} // namespace dmsc
