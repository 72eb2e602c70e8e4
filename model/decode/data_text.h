// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/message_walk.h"
#include "model/decode/xml_scanner.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// A text of an element as it stands in the message.
struct RawText
{
    ByteSpan place;
    bool escaped = false; ///< it has entities
    std::optional<std::string> converted; ///< what it says, if that does not stand there as it is
};

/// The texts of one element as one, and where in the message each character of it stands.
class DataText
{
public:
    DataText(std::string_view message, const std::vector<RawText>& pieces);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// Where a part of the text stands.
    [[nodiscard]] std::vector<ByteSpan> placesOf(ByteSpan part) const;

private:
    struct Piece
    {
        std::size_t from = 0; ///< in the text
        std::size_t length = 0;
        ByteSpan place;
        std::optional<TextOrigin> origin; ///< of each character; without it the piece is one
    };

    std::string m_text;
    std::vector<Piece> m_pieces;
};

} // namespace dmsc
