// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/window.h"

#include <string_view>

namespace dmsc {

/// The part of a WBXML document before its first element: version, public id, character set, string table.
[[nodiscard]] Field wbxmlHeaderField(const Window& header);

/// The tokens of one event of a reader (WBXML 1.3 clause 7): SWITCH_PAGE, a tag with its two flag bits, STR_I, STR_T,
/// ENTITY, OPAQUE, END. `element` is the name of the tag, where it is one.
[[nodiscard]] std::vector<Field> wbxmlTokenFields(const Window& tokens, std::string_view element);

} // namespace dmsc
