// SPDX-License-Identifier: Apache-2.0
#include "model/decode/data_text.h"

#include <algorithm>
#include <utility>

namespace dmsc {

DataText::DataText(std::string_view message, const std::vector<RawText>& pieces)
{
    for (const RawText& raw : pieces) {
        Piece piece{m_text.size(), 0, raw.place, TextOrigin(raw.place.offset)};
        const std::string_view text = message.substr(raw.place.offset, raw.place.length);
        if (raw.converted) {
            m_text += *raw.converted;
            piece.origin.reset();
        } else if (raw.escaped) {
            PlainText plain = withoutEntities(text, TextOrigin(0), raw.place.offset);
            m_text += plain.text;
            piece.origin = std::move(plain.origin);
        } else {
            m_text += text;
        }
        piece.length = m_text.size() - piece.from;
        m_pieces.push_back(std::move(piece));
    }
}

std::vector<ByteSpan> DataText::placesOf(ByteSpan part) const
{
    std::vector<ByteSpan> places;
    for (const Piece& piece : m_pieces) {
        const std::size_t begin = std::max(part.offset, piece.from);
        const std::size_t end = std::min(part.end(), piece.from + piece.length);
        if (begin < end) {
            places.push_back(piece.origin ? piece.origin->span(begin - piece.from, end - piece.from) : piece.place);
        }
    }
    return places;
}

} // namespace dmsc
