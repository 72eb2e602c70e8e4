// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <string_view>

namespace dmsc::syncml {

/// Limit where an element has more attributes and namespaces than any honest one: libxml2 compares each of them with
/// all others before it tells us of any, which takes minutes for some 100,000.
[[nodiscard]] Result<void> checkAttributes(std::string_view xml);

} // namespace dmsc::syncml
