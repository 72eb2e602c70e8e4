// SPDX-License-Identifier: Apache-2.0
#include "app/cli/text.h"

#include "model/formats/text_tools.h"

#include <QByteArray>
#include <QString>

#include <algorithm>

namespace dmsc::cli {

namespace {

constexpr std::size_t kShownBytes = 120;

} // namespace

bool isPlainText(std::string_view value)
{
    return value.find('\0') == std::string_view::npos && isUtf8(value);
}

std::string shownName(std::string_view name)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    std::string out;
    for (const char c : name) {
        if (isControl(c))
            out += QStringLiteral("\\u%1").arg(static_cast<int>(c), 4, 16, QLatin1Char('0')).toStdString();
        else
            out += c;
    }
    return out;
}

std::string shownValue(std::string_view value)
{
    if (!isPlainText(value)) {
        const std::string hex =
            QByteArray(value.data(), static_cast<qsizetype>(std::min(value.size(), kShownBytes / 2)))
                .toHex()
                .toUpper()
                .toStdString();
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
