// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode.h"

#include <QStringDecoder>

#include <algorithm>

namespace dmsc {

namespace {

constexpr char kHexDigits[] = "0123456789ABCDEF";
constexpr QChar kEllipsis(0x2026);

bool isPrintable(QChar character)
{
    return character.isPrint() || character == QLatin1Char('\n') || character == QLatin1Char('\t')
        || character == QLatin1Char('\r') || character.isSurrogate();
}

} // namespace

QString hexText(QByteArrayView bytes, qsizetype maxBytes)
{
    const qsizetype count = std::min(bytes.size(), maxBytes);
    QString text;
    text.reserve(count * 3 + 2);
    for (qsizetype i = 0; i < count; ++i) {
        if (i != 0) {
            text += QLatin1Char(' ');
        }
        const auto byte = static_cast<unsigned char>(bytes[i]);
        text += QLatin1Char(kHexDigits[byte >> 4]);
        text += QLatin1Char(kHexDigits[byte & 0x0F]);
    }
    if (count < bytes.size()) {
        text += QLatin1Char(' ') + kEllipsis;
    }
    return text;
}

QString plainText(QByteArrayView bytes, qsizetype maxBytes)
{
    // A cut may split a character: up to three bytes fewer make it whole again.
    for (qsizetype spare = 0; spare < 4 && !bytes.isEmpty(); ++spare) {
        const qsizetype count = std::min(bytes.size(), maxBytes) - spare;
        if (count <= 0) {
            break;
        }
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder.decode(bytes.first(count));
        if (!decoder.hasError() && std::all_of(text.cbegin(), text.cend(), isPrintable)) {
            return count < bytes.size() ? text + kEllipsis : text;
        }
        if (bytes.size() <= maxBytes) {
            break;
        }
    }
    return hexText(bytes, maxBytes);
}

} // namespace dmsc
