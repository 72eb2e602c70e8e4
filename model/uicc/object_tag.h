// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <cstdint>

namespace dmsc {

/// The tag of a data object in a BER-TLV file, from hex: one to three bytes, coded as ISO/IEC 7816-4 5.2.2.1 has it.
/// BadValue error with the reason; 5C is none, since RETRIEVE DATA takes it for the list of tags.
[[nodiscard]] Result<std::uint32_t> objectTag(const QString& hex);
/// "tag 81"
[[nodiscard]] QString objectLabel(std::uint32_t tag);

} // namespace dmsc
