// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace dmsc {

/// Tag and length of a BER-TLV data object.
struct TlvHead
{
    std::uint32_t tag = 0;
    qsizetype tagSize = 0;
    qsizetype size = 0; ///< tag and length field together
    qsizetype length = 0; ///< of the value, which may not be there as a whole
    bool constructed = false;
};

/// Tag of one to three bytes and definite length of at most four, as ISO 7816-4 5.2.2 allows; nothing for filling, and
/// where the bytes end within it.
[[nodiscard]] std::optional<TlvHead> tlvHeadAt(QByteArrayView bytes, qsizetype at);

} // namespace dmsc
