// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/window.h"

namespace dmsc {

/// A DM message, XML or WBXML, as its elements in document order with the documents inside of their Data, each with
/// the bytes it came from; the tokens of WBXML below them. Other bytes: one field of text.
[[nodiscard]] std::vector<Field> decodeMessage(const Window& message);

} // namespace dmsc
