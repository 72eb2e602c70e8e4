// SPDX-License-Identifier: Apache-2.0
#include "model/decode/base64_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace dmsc {

namespace {

constexpr std::size_t kDigitBits = 6;
constexpr std::size_t kOctetBits = 8;
constexpr std::size_t kLongestReference = 8;

std::optional<std::uint32_t> base64Digit(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
        return c - '0' + 52;
    }
    switch (c) {
    case '.':
        return 0;
    case '+':
        return 62;
    case '/':
        return 63;
    default:
        return std::nullopt;
    }
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// WBXML 1.1 to 1.3, or XML, perhaps after blanks or a byte order mark.
bool isFirstOctet(std::uint32_t octet)
{
    const bool isWbxml = octet >= 1 && octet <= 3;
    return isWbxml || octet == '<' || octet == 0xEF || isSpace(static_cast<char>(octet));
}

/// The characters of the entity that begins a text.
std::size_t entityLength(std::string_view text)
{
    const std::size_t end = text.substr(0, kLongestReference).find(';');
    return end == std::string_view::npos ? 1 : end + 1;
}

} // namespace

Base64Text::Base64Text(std::string_view text)
{
    std::uint32_t bits = 0;
    for (std::size_t at = 0; at < text.size() && text[at] != '=';) {
        const auto digit = base64Digit(text[at]);
        if (!digit) {
            at += text[at] == '&' ? entityLength(text.substr(at)) : 1;
            continue;
        }
        m_places.push_back(static_cast<std::uint32_t>(at++));
        bits = bits << kDigitBits | *digit;
        const std::size_t open = m_places.size() * kDigitBits - m_octets.size() * kOctetBits;
        if (open >= kOctetBits) {
            m_octets += static_cast<char>(bits >> (open - kOctetBits) & 0xFF);
        }
    }
}

ByteSpan Base64Text::characters(std::size_t first, std::size_t last) const
{
    last = std::min(last, m_places.size());
    return first >= last ? ByteSpan{} : ByteSpan{m_places[first], m_places[last - 1] + 1 - m_places[first]};
}

ByteSpan Base64Text::charactersOf(ByteSpan octets) const
{
    const std::size_t last = (octets.end() * kOctetBits + kDigitBits - 1) / kDigitBits;
    return octets.length == 0 ? ByteSpan{} : characters(octets.offset * kOctetBits / kDigitBits, last);
}

ByteSpan Base64Text::unfinished() const
{
    return characters(m_octets.size() * kOctetBits / kDigitBits, m_places.size());
}

Base64Guess guessBase64(std::string_view text)
{
    constexpr std::size_t kHead = 20;
    constexpr std::size_t kMostBlanks = 256;
    std::array<std::uint32_t, kHead> head{};
    std::size_t size = 0;
    for (std::size_t at = 0; at < std::min(text.size(), kMostBlanks) && size < kHead; ++at) {
        if (const auto digit = base64Digit(text[at])) {
            head[size++] = *digit;
        } else if (text[at] == '&') {
            at += entityLength(text.substr(at)) - 1;
        } else if (!isSpace(text[at])) {
            return Base64Guess::No;
        }
        if (size == 2 && !isFirstOctet(head[0] << 2 | head[1] >> 4)) {
            return Base64Guess::No;
        }
    }
    return size < kHead ? Base64Guess::TooShort : Base64Guess::Document;
}

} // namespace dmsc
