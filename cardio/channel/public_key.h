// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/certificate.h"

#include <optional>

namespace dmsc {

/// First byte of a point written with both coordinates (SEC 1, 2.3.3).
inline constexpr std::uint8_t kUncompressedPoint = 0x04;

/// Bytes of one coordinate, and of a private key: 32 or 48.
[[nodiscard]] std::size_t coordinateSize(Curve curve);
[[nodiscard]] QString curveName(Curve curve); ///< "P-256"
/// nullopt for any other curve and any other kind of key.
[[nodiscard]] std::optional<Curve> curveOf(evp_pkey_st* key);
[[nodiscard]] EcPoint pointOf(evp_pkey_st* key);
/// 04 | x | y by its length; says nothing about whether it is on the curve. nullopt for anything else.
[[nodiscard]] std::optional<EcPoint> parsePoint(ByteView bytes);

} // namespace dmsc
