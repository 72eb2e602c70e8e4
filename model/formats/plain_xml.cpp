// SPDX-License-Identifier: Apache-2.0
#include "model/formats/plain_xml.h"

namespace dmsc {

namespace {

constexpr std::ptrdiff_t kBlock = std::ptrdiff_t{256} * 1024; // stays in the cache until it is scanned
constexpr std::size_t kStride = 64;
constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

bool isControl(unsigned char byte)
{
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

void appendUtf8(std::string& out, std::uint32_t code)
{
    const auto add = [&out](std::uint32_t unit) { out.push_back(static_cast<char>(unit)); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0U | code >> 6U);
        add(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        add(0xE0U | code >> 12U);
        add(0x80U | (code >> 6U & 0x3FU));
        add(0x80U | (code & 0x3FU));
    } else {
        add(0xF0U | code >> 18U);
        add(0x80U | (code >> 12U & 0x3FU));
        add(0x80U | (code >> 6U & 0x3FU));
        add(0x80U | (code & 0x3FU));
    }
}

bool isXmlCharacter(std::uint32_t code)
{
    if (code < 0x20)
        return code == '\t' || code == '\n' || code == '\r';
    return code < 0xD800 || (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code <= kLastCodePoint);
}

std::uint32_t digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<std::uint32_t>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<std::uint32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<std::uint32_t>(c - 'A' + 10);
    return UINT32_MAX;
}

/// The code point of `#12` or `#xA`; 0 if it is none.
std::uint32_t codePoint(std::string_view digits)
{
    digits.remove_prefix(1);
    std::uint32_t base = 10;
    if (digits.starts_with('x')) {
        base = 16;
        digits.remove_prefix(1);
    }
    std::uint32_t code = 0;
    for (const char c : digits) {
        const std::uint32_t digit = digitOf(c);
        if (digit >= base)
            return 0;
        code = code * base + digit;
        if (code > kLastCodePoint)
            return 0;
    }
    return isXmlCharacter(code) ? code : 0;
}

} // namespace

constexpr std::array<PlainXml::Class, 256> PlainXml::nameClasses()
{
    std::array<Class, 256> classes{};
    for (std::size_t c = 'a'; c <= 'z'; ++c)
        classes[c] = classes[c - 'a' + 'A'] = NameStart;
    for (std::size_t c = '0'; c <= '9'; ++c)
        classes[c] = NameChar;
    classes['_'] = NameStart;
    classes['-'] = classes['.'] = NameChar;
    classes[' '] = classes['\t'] = classes['\n'] = classes['\r'] = Blank;
    return classes;
}

constexpr std::array<bool, 256> PlainXml::textStops()
{
    std::array<bool, 256> stops{};
    stops['<'] = stops['&'] = stops[']'] = stops['\r'] = true;
    return stops;
}

constinit const std::array<PlainXml::Class, 256> PlainXml::kNames = PlainXml::nameClasses();
constinit const std::array<bool, 256> PlainXml::kTextStops = PlainXml::textStops();

bool PlainXml::skipTo(std::string_view text)
{
    const std::size_t found = std::string_view(m_at, left()).find(text);
    if (found == std::string_view::npos)
        return false;
    m_at += found + text.size();
    return true;
}

void PlainXml::skipBlanks()
{
    while (m_at != m_end && kNames[static_cast<unsigned char>(*m_at)] == Blank)
        ++m_at;
}

bool PlainXml::checkBytes()
{
    while (m_checked <= m_at && m_checked < m_end) {
        const char* to = m_end - m_checked > kBlock ? m_checked + kBlock : m_end;
        while (to != m_end && to > m_checked && (static_cast<unsigned char>(*to) & 0xC0U) == 0x80U)
            --to;
        const std::string_view block(m_checked, static_cast<std::size_t>(to - m_checked));
        unsigned char bad = 0;
        unsigned char all = 0;
        std::size_t i = 0;
        for (; i + kStride <= block.size(); i += kStride) {
            for (std::size_t j = 0; j < kStride; ++j) {
                const auto byte = static_cast<unsigned char>(block[i + j]);
                bad = static_cast<unsigned char>(bad | static_cast<unsigned char>(isControl(byte)));
                all = static_cast<unsigned char>(all | byte);
            }
        }
        for (; i < block.size(); ++i) {
            const auto byte = static_cast<unsigned char>(block[i]);
            bad = static_cast<unsigned char>(bad | static_cast<unsigned char>(isControl(byte)));
            all = static_cast<unsigned char>(all | byte);
        }
        if (bad != 0)
            return false;
        if ((all & 0x80U) != 0
            && (!isUtf8(block) || block.find("\xEF\xBF\xBE") != std::string_view::npos
                || block.find("\xEF\xBF\xBF") != std::string_view::npos))
            return false;
        if (to == m_checked)
            return false; // nothing but continuation bytes
        m_checked = to;
    }
    return true;
}

bool PlainXml::prolog(std::string_view rootName)
{
    if (startsWith("\xEF\xBB\xBF"))
        m_at += 3;
    if (startsWith("<?xml") && !declaration())
        return false;
    for (bool typed = false; true;) {
        skipBlanks();
        if (startsWith("<!--")) {
            if (!comment())
                return false;
        } else if (startsWith("<!DOCTYPE") && !typed) {
            if (!docType())
                return false;
            typed = true;
        } else {
            break;
        }
    }
    if (!startsWith("<"))
        return false;
    return std::string_view(m_at + 1, left() - 1).starts_with(rootName) && checkBytes();
}

bool PlainXml::declaration()
{
    // Only the ways in which it is really written; everything else is for the full parser.
    constexpr std::string_view kDeclarations[] = {"<?xml version=\"1.0\"?>", "<?xml version='1.0'?>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
        "<?xml version='1.0' encoding='UTF-8'?>", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"};
    const auto found = std::find_if(
        std::begin(kDeclarations), std::end(kDeclarations), [this](std::string_view text) { return startsWith(text); });
    if (found == std::end(kDeclarations))
        return false;
    m_at += found->size();
    return true;
}

bool PlainXml::docType()
{
    constexpr std::string_view kTypes[] = {"<!DOCTYPE MgmtTree PUBLIC \"-//OMA//DTD-DM-DDF 1.2//EN\" "
                                           "\"http://www.openmobilealliance.org/tech/DTD/dm_ddf-v1_2.dtd\">",
        "<!DOCTYPE MgmtTree>"};
    const auto found =
        std::find_if(std::begin(kTypes), std::end(kTypes), [this](std::string_view text) { return startsWith(text); });
    if (found == std::end(kTypes))
        return false;
    m_at += found->size();
    return true;
}

bool PlainXml::comment()
{
    constexpr std::string_view kOpen = "<!--";
    if (!startsWith(kOpen))
        return false;
    m_at += kOpen.size();
    if (!skipTo("--") || !startsWith(">"))
        return false;
    ++m_at;
    return true;
}

std::string_view PlainXml::name()
{
    const char* const from = m_at;
    if (m_at == m_end || kNames[static_cast<unsigned char>(*m_at)] != NameStart)
        return {};
    const char* at = m_at;
    do
        ++at;
    while (at != m_end && kNames[static_cast<unsigned char>(*at)] >= NameChar);
    m_at = at;
    return {from, static_cast<std::size_t>(m_at - from)};
}

bool PlainXml::rootAttribute()
{
    constexpr std::string_view kAttributes[] = {"xmlns=\"syncml:dmddf1.2\"", "xmlns='syncml:dmddf1.2'"};
    for (const std::string_view attribute : kAttributes) {
        if (startsWith(attribute)) {
            m_at += attribute.size();
            skipBlanks();
            return true;
        }
    }
    return false;
}

bool PlainXml::reference()
{
    constexpr std::size_t kLongest = 12;
    const std::string_view rest(m_at + 1, std::min(left() - 1, kLongest));
    const std::size_t length = rest.find(';');
    if (length == std::string_view::npos || length == 0)
        return false;
    const std::string_view word = rest.substr(0, length);
    if (word == "lt")
        m_text += '<';
    else if (word == "gt")
        m_text += '>';
    else if (word == "amp")
        m_text += '&';
    else if (word == "quot")
        m_text += '"';
    else if (word == "apos")
        m_text += '\'';
    else if (const std::uint32_t code = word.front() == '#' ? codePoint(word) : 0; code != 0)
        appendUtf8(m_text, code);
    else
        return false;
    m_at += length + 2;
    return true;
}

} // namespace dmsc
