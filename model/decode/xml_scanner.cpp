// SPDX-License-Identifier: Apache-2.0
#include "model/decode/xml_scanner.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>

namespace dmsc {

namespace {

constexpr std::size_t kLongestEntity = 12;

struct Entity
{
    std::string_view name;
    char character;
};
constexpr std::array<Entity, 5> kEntities = {{{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};

/// What stands between & and ; as UTF-8; empty when it is no entity of XML itself.
std::string characterOf(std::string_view entity)
{
    for (const Entity& known : kEntities) {
        if (known.name == entity) {
            return std::string(1, known.character);
        }
    }
    if (entity.size() < 2 || entity[0] != '#') {
        return {};
    }
    const bool hex = entity[1] == 'x';
    const std::string_view digits = entity.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    constexpr std::uint32_t kLast = 0x10FFFF;
    if (error != std::errc() || end != digits.data() + digits.size() || code == 0 || code > kLast) {
        return {};
    }
    const auto character = static_cast<char32_t>(code);
    return QString::fromUcs4(&character, 1).toUtf8().toStdString();
}

} // namespace

PlainText withoutEntities(std::string_view text, const TextOrigin& origin, std::size_t from)
{
    PlainText plain;
    plain.text.reserve(text.size());
    std::vector<std::uint32_t> places;
    places.reserve(text.size() + 1);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text[at] == '&' ? text.substr(at, kLongestEntity).find(';') : std::string_view::npos;
        const std::string character =
            end == std::string_view::npos ? std::string() : characterOf(text.substr(at + 1, end - 1));
        const auto place = static_cast<std::uint32_t>(origin.at(from + at));
        const std::string_view added = character.empty() ? text.substr(at, 1) : std::string_view(character);
        plain.text += added;
        places.insert(places.end(), added.size(), place);
        at += character.empty() ? 1 : end + 1;
    }
    places.push_back(static_cast<std::uint32_t>(origin.at(from + at)));
    plain.origin = TextOrigin(std::move(places));
    return plain;
}

std::vector<XmlAttribute> attributesOf(std::string_view text, std::size_t tag)
{
    constexpr std::string_view kBetween = " \t\r\n/";
    std::vector<XmlAttribute> found;
    std::size_t at = text.find_first_of(kBetween, tag);
    while (at < text.size()) {
        const std::size_t begin = text.find_first_not_of(kBetween, at);
        const std::size_t quote = text.find_first_of("\"'", begin);
        if (begin == std::string_view::npos || quote == std::string_view::npos) {
            break;
        }
        const std::size_t end = std::min(text.find(text[quote], quote + 1), text.size());
        at = std::min(end + 1, text.size());
        std::string_view name = text.substr(begin, quote - begin);
        name = name.substr(0, name.find_first_of("= \t\r\n"));
        if (!name.starts_with("xmlns")) {
            name.remove_prefix(name.rfind(':') + 1);
            found.push_back({name, begin, at, quote + 1, end});
        }
    }
    return found;
}

bool XmlScanner::skipTo(std::string_view mark)
{
    const std::size_t found = m_text.find(mark, m_at);
    m_at = found == std::string_view::npos ? m_text.size() : found + mark.size();
    return found != std::string_view::npos;
}

/// A DOCTYPE may hold declarations in brackets.
bool XmlScanner::skipDeclaration()
{
    const std::size_t end = m_text.find_first_of("[>", m_at);
    if (end != std::string_view::npos && m_text[end] == '[') {
        m_at = end;
        return skipTo("]") && skipTo(">");
    }
    return skipTo(">");
}

std::optional<XmlScanner::Token> XmlScanner::next()
{
    while (m_at < m_text.size()) {
        if (m_text[m_at] != '<') {
            return textToken();
        }
        if (startsWith("<![CDATA[")) {
            return literal();
        }
        if (startsWith("<!--")) {
            skipTo("-->");
        } else if (startsWith("<?")) {
            skipTo("?>");
        } else if (startsWith("<!")) {
            skipDeclaration();
        } else {
            return tag();
        }
    }
    return std::nullopt;
}

XmlScanner::Token XmlScanner::textToken()
{
    Token token;
    token.from = token.contentFrom = m_at;
    m_at = std::min(m_text.find('<', m_at), m_text.size());
    token.to = token.contentTo = m_at;
    return token;
}

std::optional<XmlScanner::Token> XmlScanner::literal()
{
    constexpr std::size_t kHead = 9;
    constexpr std::size_t kTail = 3;
    Token token;
    token.kind = Token::Kind::Literal;
    token.from = m_at;
    token.contentFrom = m_at + kHead;
    if (!skipTo("]]>")) {
        return std::nullopt;
    }
    token.to = m_at;
    token.contentTo = m_at - kTail;
    return token;
}

std::optional<XmlScanner::Token> XmlScanner::tag()
{
    Token token;
    token.from = m_at;
    const bool end = startsWith("</");
    const std::size_t nameAt = m_at + (end ? 2 : 1);
    const std::size_t nameEnd = std::min(m_text.find_first_of(" \t\r\n/>", nameAt), m_text.size());
    token.name = m_text.substr(nameAt, nameEnd - nameAt);
    token.name.remove_prefix(token.name.rfind(':') + 1);
    m_at = nameEnd;
    // A > within quotes belongs to the value of an attribute.
    while (true) {
        m_at = m_text.find_first_of("\"'>", m_at);
        if (m_at == std::string_view::npos) {
            m_at = m_text.size();
            return std::nullopt;
        }
        if (m_text[m_at] == '>') {
            break;
        }
        const std::size_t close = m_text.find(m_text[m_at], m_at + 1);
        m_at = close == std::string_view::npos ? m_text.size() : close + 1;
    }
    const bool empty = m_text[m_at - 1] == '/';
    token.kind = end ? Token::Kind::End : empty ? Token::Kind::Empty : Token::Kind::Start;
    token.to = ++m_at;
    return token;
}

} // namespace dmsc
