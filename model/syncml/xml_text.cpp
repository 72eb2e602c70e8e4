// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/xml_text.h"

#include <cstdint>

namespace dmsc::syncml {

namespace {

constexpr char32_t kBadCodePoint = 0xFFFFFFFF;

bool isXmlCharacter(char32_t code)
{
    return code >= 0x20 ? code <= 0xD7FF || (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF)
                        : code == '\t' || code == '\n' || code == '\r';
}

/// The code point at `at`, which is moved behind it; kBadCodePoint for anything that is not its shortest UTF-8.
char32_t takeCodePoint(std::string_view text, std::size_t& at)
{
    const auto unit = [&text](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char lead = unit(at);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - at < length)
        return kBadCodePoint;
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((unit(at + i) & 0xC0U) != 0x80)
            return kBadCodePoint;
        code = code << 6 | (unit(at + i) & 0x3FU);
    }
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    at += length;
    return code < kSmallest[length] ? kBadCodePoint : code;
}

} // namespace

bool isXmlText(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (!isXmlCharacter(takeCodePoint(text, at)))
            return false;
    }
    return true;
}

void appendEscaped(std::string& out, std::string_view text)
{
    std::size_t from = 0;
    while (true) {
        const std::size_t at = text.find_first_of("&<>\r", from);
        out += text.substr(from, at - from);
        if (at == std::string_view::npos)
            return;
        switch (text[at]) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += "&#13;";
        }
        from = at + 1;
    }
}

void appendAsCdata(std::string& out, std::string_view text)
{
    const bool markup = text.find_first_of("&<") != std::string_view::npos;
    const bool fits = text.find("]]>") == std::string_view::npos && text.find('\r') == std::string_view::npos;
    if (!markup || !fits) {
        appendEscaped(out, text);
        return;
    }
    out += "<![CDATA[";
    out += text;
    out += "]]>";
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kXmlBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kXmlBlanks) - first + 1);
}

} // namespace dmsc::syncml
