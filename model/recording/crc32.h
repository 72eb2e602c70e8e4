// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace dmsc {

/// CRC-32 of IEEE 802.3 (polynomial 04C11DB7, reflected), as Ethernet, gzip and PNG have it.
/// `before`: that of the bytes in front of these.
[[nodiscard]] std::uint32_t crc32(QByteArrayView bytes, std::uint32_t before = 0);

} // namespace dmsc
