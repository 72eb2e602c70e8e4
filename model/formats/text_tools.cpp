// SPDX-License-Identifier: Apache-2.0
#include "model/formats/text_tools.h"

#include <QByteArray>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <cstdint>

namespace dmsc {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kShownBytes = 200;

enum Letter : std::uint8_t { Plain, Escaped, InAttribute, High, Refused };

constexpr std::array<Letter, 256> makeKinds()
{
    std::array<Letter, 256> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        kinds[i] = i < 0x20 ? Refused : i < 0x80 ? Plain : High;
    kinds['\t'] = kinds['\n'] = kinds['"'] = InAttribute;
    kinds['\r'] = kinds['<'] = kinds['>'] = kinds['&'] = Escaped;
    return kinds;
}

constexpr std::array<Letter, 256> kKinds = makeKinds();

void appendReference(std::string& out, char c)
{
    switch (c) {
    case '<':
        out += "&lt;";
        break;
    case '>':
        out += "&gt;";
        break;
    case '&':
        out += "&amp;";
        break;
    case '"':
        out += "&quot;";
        break;
    case '\r':
        out += "&#13;";
        break;
    case '\n':
        out += "&#10;";
        break;
    default:
        out += "&#9;";
        break;
    }
}

bool appendEscaped(std::string& out, std::string_view text, Letter lastEscaped)
{
    bool high = false;
    std::size_t done = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const Letter kind = kKinds[static_cast<unsigned char>(text[i])];
        if (kind == Plain)
            continue;
        if (kind == Refused)
            return false;
        if (kind == High) {
            high = true;
        } else if (kind <= lastEscaped) {
            out.append(text.substr(done, i - done));
            appendReference(out, text[i]);
            done = i + 1;
        }
    }
    out.append(text.substr(done));
    return !high
        || (isUtf8(text) && text.find("\xEF\xBF\xBE") == std::string_view::npos
            && text.find("\xEF\xBF\xBF") == std::string_view::npos);
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool isBlank(std::string_view text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
}

bool isUtf8(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

QString shownHead(std::string_view text)
{
    const auto shown = text.substr(0, kShownBytes);
    return QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
}

bool appendXmlText(std::string& out, std::string_view text)
{
    return appendEscaped(out, text, Escaped);
}

bool appendXmlAttribute(std::string& out, std::string_view text)
{
    return appendEscaped(out, text, InAttribute);
}

void appendJsonString(std::string& out, std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append(1, '\\').append(1, c);
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (byte < 0x20 || byte == 0x7F)
            out.append("\\u00").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 0xFU]);
        else
            out += c;
    }
    out += '"';
}

Bytes bytesOf(std::string_view text)
{
    const auto* const first = reinterpret_cast<const std::uint8_t*>(text.data());
    return Bytes(first, first + text.size());
}

std::string toBase64(std::string_view bytes)
{
    std::string text;
    appendBase64(text, bytes);
    return text;
}

void appendBase64(std::string& out, std::string_view bytes)
{
    const QByteArray text = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64();
    out.append(text.constData(), static_cast<std::size_t>(text.size()));
}

std::optional<std::string> fromBase64(std::string_view text)
{
    QByteArray packed;
    packed.reserve(static_cast<qsizetype>(text.size()));
    for (const char c : text) {
        if (kBlanks.find(c) == std::string_view::npos)
            packed.append(c);
    }
    const auto decoded = QByteArray::fromBase64Encoding(packed, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || packed.size() % 4 == 1)
        return std::nullopt;
    return std::string(decoded.decoded.constData(), static_cast<std::size_t>(decoded.decoded.size()));
}

} // namespace dmsc
