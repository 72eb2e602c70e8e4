// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace dmsc {

/// How well `query` finds `text`: every word of the query must meet a word of the text, in any order, as its
/// beginning, inside it, or with a slip of the finger (one from 4 letters on, two from 8). Lower is better;
/// nothing when a word meets none. An empty query meets everything.
[[nodiscard]] std::optional<int> wordMatch(const QString& query, const QString& text);

} // namespace dmsc
