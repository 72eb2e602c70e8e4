// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/tag_table.h"

namespace dmsc {

/// File control parameters (TS 102 221 11.1.1.4), inside of 62, 64 or 6F.
extern const TagTable kFcpTags;
/// Access rules (TS 102 221 9.5): a record of EF.ARR, or AB.
extern const TagTable kAccessRuleTags;

/// "PIN 1", "ADM 1": key references of TS 102 221 9.5.1.
[[nodiscard]] QString keyReferenceName(std::uint8_t reference);
/// "EF.DIR"; empty when the identifier has no fixed meaning.
[[nodiscard]] QString fileName(std::uint16_t fileId);

namespace describe {
void asFileId(const Window& value, Field& field);
void asPath(const Window& value, Field& field); ///< file identifiers one after the other
} // namespace describe

} // namespace dmsc
