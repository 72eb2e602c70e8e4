// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QByteArray>

#include <string_view>

namespace dmsc {

[[nodiscard]] QByteArray toByteArray(std::string_view text);
[[nodiscard]] QByteArray toByteArray(const Bytes& bytes);
[[nodiscard]] Bytes toBytes(const QByteArray& bytes);
[[nodiscard]] Bytes numberBytes(std::uint64_t number); ///< 8 bytes, big endian
[[nodiscard]] std::uint64_t numberFrom(ByteView bytes); ///< big endian, of at most 8 bytes

} // namespace dmsc
