// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/decode.h"

namespace dmsc {

/// A DM message as its elements, in document order, each with the bytes it came from (WBXML), or as text (XML).
[[nodiscard]] std::vector<Field> decodeMessage(QByteArrayView message, RecordPart part);

} // namespace dmsc
