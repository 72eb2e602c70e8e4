// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/message_walk.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dmsc {

/// Where the characters of a text stand in the message that it comes from.
class TextOrigin
{
public:
    /// The text stands in the message as it is.
    explicit TextOrigin(std::size_t base)
        : m_base(base)
    {
    }
    /// Of each character, and of the end, by itself.
    explicit TextOrigin(std::vector<std::uint32_t> places)
        : m_places(std::move(places))
    {
    }
    [[nodiscard]] std::size_t at(std::size_t place) const
    {
        return m_places.empty() ? m_base + place : m_places[place];
    }
    /// Of the rest of the text.
    [[nodiscard]] TextOrigin from(std::size_t place) const
    {
        if (m_places.empty()) {
            return TextOrigin(m_base + place);
        }
        return TextOrigin(
            std::vector<std::uint32_t>(m_places.begin() + static_cast<std::ptrdiff_t>(place), m_places.end()));
    }
    [[nodiscard]] ByteSpan span(std::size_t from, std::size_t to) const { return {at(from), at(to) - at(from)}; }

private:
    std::size_t m_base = 0;
    std::vector<std::uint32_t> m_places;
};

/// A text with its entities as the characters that they stand for.
struct PlainText
{
    std::string text;
    TextOrigin origin{0};
};
[[nodiscard]] PlainText withoutEntities(std::string_view text, const TextOrigin& origin, std::size_t from);

/// An attribute in a text that holds its tag.
struct XmlAttribute
{
    std::string_view name; ///< without a namespace prefix
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t valueFrom = 0;
    std::size_t valueTo = 0;
};
/// Those of the tag that goes from a place to the end of the text; none that declare namespaces.
[[nodiscard]] std::vector<XmlAttribute> attributesOf(std::string_view text, std::size_t tag);

/// Splits XML into tags and texts by their markup alone, whatever they are. Comments, processing instructions and
/// declarations are passed over.
class XmlScanner
{
public:
    struct Token
    {
        enum class Kind : std::uint8_t { Start, Empty, End, Text, Literal };
        Kind kind = Kind::Text; ///< Empty: a tag that is start and end; Literal: a CDATA section
        std::string_view name; ///< of a tag, without a namespace prefix
        std::size_t from = 0;
        std::size_t to = 0;
        std::size_t contentFrom = 0; ///< Text, Literal
        std::size_t contentTo = 0;
    };

    explicit XmlScanner(std::string_view text)
        : m_text(text)
    {
    }
    /// Nothing at the end, or where a tag has no end.
    [[nodiscard]] std::optional<Token> next();
    [[nodiscard]] std::size_t position() const { return m_at; }

private:
    [[nodiscard]] bool startsWith(std::string_view head) const { return m_text.substr(m_at).starts_with(head); }
    bool skipTo(std::string_view mark);
    bool skipDeclaration();
    [[nodiscard]] std::optional<Token> tag();
    [[nodiscard]] std::optional<Token> literal();
    [[nodiscard]] Token textToken();

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace dmsc
