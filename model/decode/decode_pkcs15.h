// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/tag_table.h"

namespace dmsc {

extern const TagTable kDerTags; ///< universal types of ASN.1 DER
extern const TagTable kOdfTags; ///< EF.ODF: where the objects are (PKCS#15 6.2)
extern const TagTable kTokenInfoTags; ///< EF.TokenInfo (PKCS#15 6.9)
extern const TagTable kDataObjectTags; ///< EF.DODF: entries of data objects (PKCS#15 6.7)

/// Which of the tables above reads the content of a file, by how it begins; null when it is none of these.
[[nodiscard]] const TagTable* derTableFor(const Window& content);

} // namespace dmsc
