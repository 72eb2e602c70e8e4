// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_names.h"
#include "model/decode/decode.h"

#include <QCoreApplication>

#include <optional>

namespace dmsc {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Decode", text);
}

std::uint8_t byteAt(QByteArrayView bytes, qsizetype offset)
{
    return static_cast<std::uint8_t>(bytes[offset]);
}

Field field(const QString& name, const QString& value, RecordPart part, qsizetype offset, qsizetype length)
{
    return {name, value, {part, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)},
        StatusLevel::None, {}};
}

/// Class byte of ISO 7816-4 5.4.1 and GlobalPlatform 11.1.4.
QString classText(std::uint8_t cla)
{
    const bool further = (cla & 0x40) != 0;
    const int channel = further ? 4 + (cla & 0x0F) : cla & 0x03;
    const bool secured = further ? (cla & 0x20) != 0 : (cla & 0x0C) != 0;
    QString text = (cla & 0x80) != 0 ? translated(QT_TRANSLATE_NOOP("Decode", "proprietary, channel %1"))
                                     : translated(QT_TRANSLATE_NOOP("Decode", "interindustry, channel %1"));
    text = text.arg(channel);
    if (secured) {
        text += translated(QT_TRANSLATE_NOOP("Decode", ", secure messaging"));
    }
    if ((cla & 0x10) != 0) {
        text += translated(QT_TRANSLATE_NOOP("Decode", ", more of the chain follows"));
    }
    return text;
}

/// How many bytes Lc, data and Le take, counted from the start of the APDU.
struct Body
{
    qsizetype lcSize = 0;
    qsizetype lc = 0;
    qsizetype leSize = 0;
    qsizetype le = 0;
};

constexpr qsizetype kHeader = 4;

/// Cases 1 to 4, short and extended, of ISO 7816-4 5.1; nothing when the lengths contradict each other.
std::optional<Body> bodyOf(QByteArrayView apdu)
{
    const qsizetype rest = apdu.size() - kHeader;
    if (rest == 0) {
        return Body{};
    }
    const qsizetype first = byteAt(apdu, kHeader);
    if (rest == 1) {
        return Body{0, 0, 1, first == 0 ? 256 : first};
    }
    const auto pair = [apdu](qsizetype at) { return byteAt(apdu, at) << 8 | byteAt(apdu, at + 1); };
    const auto longLe = [](int le) { return qsizetype{le == 0 ? 65536 : le}; };
    if (first != 0) {
        if (rest == 1 + first) {
            return Body{1, first, 0, 0};
        }
        if (rest == 2 + first) {
            const qsizetype le = byteAt(apdu, apdu.size() - 1);
            return Body{1, first, 1, le == 0 ? 256 : le};
        }
        return std::nullopt;
    }
    if (rest < 3) {
        return std::nullopt;
    }
    const qsizetype length = pair(kHeader + 1);
    if (rest == 3) {
        return Body{0, 0, 3, longLe(static_cast<int>(length))};
    }
    if (length != 0 && rest == 3 + length) {
        return Body{3, length, 0, 0};
    }
    if (length != 0 && rest == 5 + length) {
        return Body{3, length, 2, longLe(pair(apdu.size() - 2))};
    }
    return std::nullopt;
}

Field dataField(QByteArrayView data, RecordPart part, qsizetype offset)
{
    Field result = field(translated(QT_TRANSLATE_NOOP("Decode", "Data")), hexText(data, 32), part, offset, data.size());
    result.children = decodeTlv(data, part, static_cast<std::uint32_t>(offset));
    return result;
}

Field broken(const QString& text, RecordPart part, qsizetype offset, qsizetype length)
{
    Field result = field(translated(QT_TRANSLATE_NOOP("Decode", "Malformed")), text, part, offset, length);
    result.level = StatusLevel::Error;
    return result;
}

} // namespace

std::vector<Field> decodeCommandApdu(QByteArrayView apdu)
{
    constexpr auto kPart = RecordPart::Request;
    if (apdu.size() < kHeader) {
        return {broken(
            translated(QT_TRANSLATE_NOOP("Decode", "a command has at least 4 bytes, this has %1")).arg(apdu.size()),
            kPart, 0, apdu.size())};
    }
    const std::uint8_t cla = byteAt(apdu, 0);
    const std::uint8_t ins = byteAt(apdu, 1);
    const auto withHex = [apdu](qsizetype at, const QString& text) {
        const QString hex = hexText(apdu.sliced(at, 1));
        return text.isEmpty() ? hex : hex + QLatin1Char(' ') + text;
    };
    std::vector<Field> fields{
        field(QStringLiteral("CLA"), withHex(0, classText(cla)), kPart, 0, 1),
        field(QStringLiteral("INS"), withHex(1, instructionName(cla, ins)), kPart, 1, 1),
        field(QStringLiteral("P1"), withHex(2, {}), kPart, 2, 1),
        field(QStringLiteral("P2"), withHex(3, {}), kPart, 3, 1),
    };
    const std::optional<Body> body = bodyOf(apdu);
    if (!body) {
        fields.push_back(
            broken(translated(QT_TRANSLATE_NOOP("Decode", "Lc, data and Le do not fit the %1 bytes after P2"))
                       .arg(apdu.size() - kHeader),
                kPart, kHeader, apdu.size() - kHeader));
        return fields;
    }
    const qsizetype dataAt = kHeader + body->lcSize;
    if (body->lcSize != 0) {
        fields.push_back(field(QStringLiteral("Lc"), QString::number(body->lc), kPart, kHeader, body->lcSize));
        fields.push_back(dataField(apdu.sliced(dataAt, body->lc), kPart, dataAt));
    }
    if (body->leSize != 0) {
        fields.push_back(
            field(QStringLiteral("Le"), QString::number(body->le), kPart, apdu.size() - body->leSize, body->leSize));
    }
    return fields;
}

std::vector<Field> decodeResponseApdu(QByteArrayView apdu)
{
    constexpr auto kPart = RecordPart::Response;
    if (apdu.size() < 2) {
        return {broken(
            translated(QT_TRANSLATE_NOOP("Decode", "a response has at least 2 bytes, this has %1")).arg(apdu.size()),
            kPart, 0, apdu.size())};
    }
    std::vector<Field> fields;
    const qsizetype dataSize = apdu.size() - 2;
    if (dataSize > 0) {
        fields.push_back(dataField(apdu.first(dataSize), kPart, 0));
    }
    const auto word = static_cast<std::uint16_t>(byteAt(apdu, dataSize) << 8 | byteAt(apdu, dataSize + 1));
    Field status =
        field(QStringLiteral("SW"), statusWordHex(word) + QLatin1Char(' ') + statusWordText(word), kPart, dataSize, 2);
    status.level = statusWordLevel(word);
    fields.push_back(std::move(status));
    return fields;
}

} // namespace dmsc
