// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dmsc::syncml {

/// Standard alphabet with padding, no line breaks (RFC 4648 clause 4).
[[nodiscard]] std::string toBase64(std::string_view octets);

/// Strict, but for white space, which is passed over; nothing if the text is not base64 with its padding.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

/// Characters that so many octets take.
[[nodiscard]] constexpr std::uint64_t base64Size(std::uint64_t octets)
{
    return octets / 3 * 4 + (octets % 3 ? 4 : 0);
}

} // namespace dmsc::syncml
