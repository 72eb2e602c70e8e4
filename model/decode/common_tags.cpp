// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_gp.h"
#include "model/decode/decode_uicc.h"
#include "model/decode/tag_table.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

namespace describe {

void asHex(const Window& value, Field& field)
{
    field.value = hexText(value.bytes);
}

void asText(const Window& value, Field& field)
{
    field.value = plainText(value.bytes);
}

void asNumber(const Window& value, Field& field)
{
    constexpr qsizetype kLargest = 8;
    field.value = value.isEmpty() || value.size() > kLargest ? hexText(value.bytes) : QString::number(value.number());
}

void asBytes(const Window& value, Field& field)
{
    asNumber(value, field);
    if (!value.isEmpty()) {
        field.value = inWords(QT_TRANSLATE_NOOP("Decode", "%1 bytes")).arg(field.value);
    }
}

void asOid(const Window& value, Field& field)
{
    field.value = oidText(value.bytes);
}

void asAid(const Window& value, Field& field)
{
    field.value = hexAnd(value, aidName(value.bytes));
}

} // namespace describe

QString oidText(QByteArrayView oid)
{
    if (oid.isEmpty() || (oid.back() & 0x80) != 0) {
        return hexText(oid);
    }
    QString text;
    std::uint64_t arc = 0;
    for (const char byte : oid) {
        if (arc >> 57U != 0) {
            return hexText(oid);
        }
        arc = arc << 7U | (static_cast<std::uint8_t>(byte) & 0x7FU);
        if ((byte & 0x80) != 0) {
            continue;
        }
        if (text.isEmpty()) {
            const std::uint64_t root = std::min<std::uint64_t>(arc / 40, 2);
            text = QString::number(root) + QLatin1Char('.') + QString::number(arc - root * 40);
        } else {
            text += QLatin1Char('.') + QString::number(arc);
        }
        arc = 0;
    }
    return text;
}

QString aidName(QByteArrayView aid)
{
    struct Known
    {
        QByteArrayView head;
        const char* name;
    };
    static constexpr std::array<Known, 9> kKnown = {{
        {QByteArrayView("\xF0\x44\x4D\x5F\x53\x43", 6), "DM_SC"},
        {QByteArrayView("\xA0\x00\x00\x00\x87\x10\x02", 7), "USIM"},
        {QByteArrayView("\xA0\x00\x00\x00\x87\x10\x04", 7), "ISIM"},
        {QByteArrayView("\xA0\x00\x00\x00\x63PKCS-15", 12), "PKCS#15"},
        {QByteArrayView("\xA0\x00\x00\x01\x51\x41\x43\x4C", 8), "ARA-M"},
        {QByteArrayView("\xA0\x00\x00\x01\x51\x00\x00", 7), "GlobalPlatform ISD"},
        {QByteArrayView("\xA0\x00\x00\x00\x03\x00\x00", 7), "ISD"},
        {QByteArrayView("\xA0\x00\x00\x05\x59\x10\x10", 7), "eUICC"},
        {QByteArrayView("\xA0\x00\x00\x00\x87", 5), "3GPP"},
    }};
    for (const Known& known : kKnown) {
        if (aid.startsWith(known.head)) {
            return QString::fromLatin1(known.name);
        }
    }
    return {};
}

namespace {

constexpr TagRow kCommonRows[] = {
    {0x06, "Object identifier", describe::asOid},
    {0x42, "Issuer identification number", describe::asHex},
    {0x45, "Card image number", describe::asHex},
    {0x47, "Card capabilities", describe::asHex},
    {0x4F, "Application identifier", describe::asAid},
    {0x50, "Application label", describe::asText},
    {0x51, "Path", describe::asHex},
    {0x52, "Command to perform", describe::asHex},
    {0x53, "Discretionary data"},
    {0x54, "Offset", describe::asNumber},
    {0x5A, "Application primary account number", describe::asHex},
    {0x5C, "Tag list", describe::asHex},
    {0x5F20, "Subject identifier"},
    {0x5F24, "Expiration date", describe::asHex},
    {0x5F25, "Effective date", describe::asHex},
    {0x5F37, "Signature", describe::asHex},
    {0x5F49, "Ephemeral public key", describe::asHex},
    {0x5F50, "URL", describe::asText},
    {0x62, "FCP template", nullptr, &kFcpTags},
    {0x64, "FMD template", nullptr, &kFcpTags},
    {0x6F, "FCI template", nullptr, &kFcpTags},
    {0x61, "Application template"},
    {0x66, "Card data", nullptr, &kCardDataTags},
    {0x73, "Discretionary template"},
    {0x79, "Coexistent tag allocation authority"},
    {0x7F21, "Certificate", nullptr, &kCertificateTags},
    {0x7F49, "Public key", nullptr, &kCertificateTags},
    {0x84, "DF name (AID)", describe::asAid},
    {0xBF21, "Certificate store", nullptr, &kCertificateTags},
    {0xE0, "Key information template", nullptr, &kKeyInformationTags},
    {0xE3, "Application status", nullptr, &kStatusTags},
    {0xFF21, "Extended card resources", nullptr, &kResourceTags},
    {0x9F70, "Life cycle state", describe::asHex},
    {0x9F7F, "Card production life cycle data", describe::asHex},
};

} // namespace

const TagTable kCommonTags{kCommonRows};

} // namespace dmsc
