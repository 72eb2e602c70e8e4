// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text.h"

#include <QByteArray>
#include <QUtf8StringView>

#include <algorithm>

namespace dmsc::cli {

namespace {

constexpr std::size_t kShownBytes = 120;

QByteArray view(std::string_view value)
{
    return QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

bool isPlainText(std::string_view value)
{
    return value.find('\0') == std::string_view::npos
        && QUtf8StringView(value.data(), static_cast<qsizetype>(value.size())).isValidUtf8();
}

std::string toBase64(std::string_view value)
{
    return view(value).toBase64().toStdString();
}

void appendJsonString(std::string& out, std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out.append(1, '\\').append(1, c);
        else if (byte < 0x20 || byte == 0x7f)
            out.append("\\u00").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
        else
            out.push_back(c);
    }
    out.push_back('"');
}

std::string shownValue(std::string_view value)
{
    if (!isPlainText(value)) {
        const std::string hex = view(value.substr(0, kShownBytes / 2)).toHex().toUpper().toStdString();
        return std::to_string(value.size()) + " bytes " + hex + (value.size() > kShownBytes / 2 ? "..." : "");
    }
    std::size_t cut = std::min(value.size(), kShownBytes);
    while (cut < value.size() && cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xc0) == 0x80)
        --cut; // not inside a character
    std::string out;
    appendJsonString(out, value.substr(0, cut));
    return cut < value.size() ? out + "... (" + std::to_string(value.size()) + " bytes)" : out;
}

} // namespace dmsc::cli
