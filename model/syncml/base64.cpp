// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/base64.h"

#include "model/syncml/xml_text.h"

#include <QByteArray>

namespace dmsc::syncml {

std::string toBase64(std::string_view octets)
{
    return QByteArray::fromRawData(octets.data(), static_cast<qsizetype>(octets.size())).toBase64().toStdString();
}

std::optional<std::string> fromBase64(std::string_view text)
{
    std::string compact;
    if (text.find_first_of(kXmlBlanks) != std::string_view::npos) {
        compact.reserve(text.size());
        for (const char unit : text) {
            if (kXmlBlanks.find(unit) == std::string_view::npos)
                compact.push_back(unit);
        }
        text = compact;
    }
    if (text.size() % 4 != 0)
        return std::nullopt;
    const auto encoded = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    return decoded.decoded.toStdString();
}

} // namespace dmsc::syncml
