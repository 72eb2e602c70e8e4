// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/tlv.h"

#include <vector>

namespace dmsc {

/// Data objects at the start of a transparent file; its unused rest is FF or 00 (ETSI TS 102 221 8.2.2.2, ISO/IEC
/// 7816-4 5.2.2).
struct TlvFile
{
    std::vector<Tlv> objects; ///< views into the file
    std::size_t used = 0; ///< bytes before the unused rest
};

/// Reads up to an FF or 00 where a tag would stand. Errors name the offset.
[[nodiscard]] Result<TlvFile> parseTlvFile(ByteView file);

/// `whole` with another value in the last object of `chain`, which leads to it from the outside in. Lengths on the way
/// are written anew in their shortest form, everything else stays byte for byte.
[[nodiscard]] Bytes replaceValue(ByteView whole, const std::vector<Tlv>& chain, ByteView value);

} // namespace dmsc
