// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/message_walk.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// What a text says in base64, and where in it. Other characters and entities are passed over, and dots count as
/// digits, since they stand where some were masked.
class Base64Text
{
public:
    explicit Base64Text(std::string_view text);

    [[nodiscard]] const std::string& octets() const { return m_octets; }
    /// The characters that say something of these octets.
    [[nodiscard]] ByteSpan charactersOf(ByteSpan octets) const;
    /// The last characters, which are not yet an octet.
    [[nodiscard]] ByteSpan unfinished() const;

private:
    [[nodiscard]] ByteSpan characters(std::size_t first, std::size_t last) const;

    std::string m_octets;
    std::vector<std::uint32_t> m_places; ///< of the digits in the text
};

enum class Base64Guess : std::uint8_t { No, Document, TooShort };

/// Whether a text begins like a document in base64; looks at its first characters only.
[[nodiscard]] Base64Guess guessBase64(std::string_view text);

} // namespace dmsc
