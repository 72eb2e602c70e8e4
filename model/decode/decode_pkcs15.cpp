// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_pkcs15.h"

#include "model/decode/decode_uicc.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kInteger = 0x02;

void describeBoolean(const Window& value, Field& field)
{
    field.value = value.at(0) != 0 ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
}

void describeBits(const Window& value, Field& field)
{
    field.value = hexText(value.from(1).bytes);
}

/// Flags of a BIT STRING: the first byte counts unused bits, the first flag is the highest bit of the next.
void addBitString(const Window& value, std::span<const Named> flags, Field& field)
{
    if (value.size() < 2) {
        return;
    }
    addFlags(value.sliced(1, 1), flags, field);
}

void describeObjectFlags(const Window& value, Field& field)
{
    static constexpr Named kFlags[] = {
        {0x80, QT_TRANSLATE_NOOP("Decode", "private")},
        {0x40, QT_TRANSLATE_NOOP("Decode", "modifiable")},
    };
    addBitString(value, kFlags, field);
}

void describeTokenFlags(const Window& value, Field& field)
{
    static constexpr Named kFlags[] = {
        {0x80, QT_TRANSLATE_NOOP("Decode", "read only")},
        {0x40, QT_TRANSLATE_NOOP("Decode", "login required")},
        {0x20, QT_TRANSLATE_NOOP("Decode", "generates random numbers")},
        {0x10, QT_TRANSLATE_NOOP("Decode", "EID compliant")},
    };
    addBitString(value, kFlags, field);
}

constexpr TagRow kDerRows[] = {
    {0x01, "BOOLEAN", describeBoolean},
    {0x02, "INTEGER", describe::asNumber},
    {0x03, "BIT STRING", describeBits},
    {0x04, "OCTET STRING", describe::asHex},
    {0x05, "NULL"},
    {0x06, "OBJECT IDENTIFIER", describe::asOid},
    {0x0A, "ENUMERATED", describe::asNumber},
    {0x0C, "UTF8String", describe::asText},
    {0x13, "PrintableString", describe::asText},
    {0x16, "IA5String", describe::asText},
    {0x17, "UTCTime", describe::asText},
    {0x18, "GeneralizedTime", describe::asText},
    {0x30, "SEQUENCE"},
    {0x31, "SET"},
};

constexpr TagRow kPathRows[] = {
    {0x04, "path", describe::asPath},
    {0x02, "index", describe::asNumber},
    {0x80, "length", describe::asBytes},
};
constexpr TagTable kPathTags{kPathRows, &kDerTags};

constexpr TagRow kReferenceRows[] = {{0x30, "Path", nullptr, &kPathTags}};
constexpr TagTable kReferenceTags{kReferenceRows, &kDerTags};

constexpr TagRow kOdfRows[] = {
    {0xA0, "privateKeys", nullptr, &kReferenceTags},
    {0xA1, "publicKeys", nullptr, &kReferenceTags},
    {0xA2, "trustedPublicKeys", nullptr, &kReferenceTags},
    {0xA3, "secretKeys", nullptr, &kReferenceTags},
    {0xA4, "certificates", nullptr, &kReferenceTags},
    {0xA5, "trustedCertificates", nullptr, &kReferenceTags},
    {0xA6, "usefulCertificates", nullptr, &kReferenceTags},
    {0xA7, "dataObjects", nullptr, &kReferenceTags},
    {0xA8, "authObjects", nullptr, &kReferenceTags},
};

constexpr TagRow kTokenRows[] = {
    {0x02, "version", describe::asNumber},
    {0x04, "serialNumber", describe::asHex},
    {0x0C, "manufacturerID", describe::asText},
    {0x80, "label", describe::asText},
    {0x03, "tokenflags", describeTokenFlags},
};
constexpr TagTable kTokenTags{kTokenRows, &kDerTags};
constexpr TagRow kTokenInfoRows[] = {{0x30, "TokenInfo", nullptr, &kTokenTags}};

constexpr TagRow kCommonObjectRows[] = {
    {0x0C, "label", describe::asText},
    {0x03, "flags", describeObjectFlags},
    {0x04, "authId", describe::asHex},
    {0x02, "userConsent", describe::asNumber},
};
constexpr TagTable kCommonAttributes{kCommonObjectRows, &kDerTags};
constexpr TagRow kClassRows[] = {
    {0x0C, "applicationName", describe::asText},
    {0x06, "applicationOID", describe::asOid},
};
constexpr TagTable kClassAttributes{kClassRows, &kDerTags};
constexpr TagRow kEntryRows[] = {
    {0x30, "commonObjectAttributes", nullptr, &kCommonAttributes, 1},
    {0x30, "classAttributes", nullptr, &kClassAttributes, 2},
    {0xA0, "subClassAttributes"},
    {0xA1, "typeAttributes", nullptr, &kReferenceTags},
};
constexpr TagTable kEntryTags{kEntryRows, &kDerTags};
constexpr TagRow kDataObjectRows[] = {{0x30, "opaqueDO", nullptr, &kEntryTags}};

} // namespace

const TagTable kDerTags{kDerRows};
const TagTable kOdfTags{kOdfRows, &kDerTags};
const TagTable kTokenInfoTags{kTokenInfoRows, &kDerTags};
const TagTable kDataObjectTags{kDataObjectRows, &kDerTags};

const TagTable* derTableFor(const Window& content)
{
    // Entries of the ODF hold a path each: A7 0A 30 08 04 06 ...
    if (content.at(0) >= 0xA0 && content.at(0) <= 0xA8 && content.at(2) == kSequence) {
        return &kOdfTags;
    }
    if (content.at(0) != kSequence || content.size() < 4) {
        return nullptr;
    }
    const qsizetype head = content.at(1) < 0x80 ? 2 : 2 + (content.at(1) & 0x7F);
    if (content.at(head) == kInteger) {
        return &kTokenInfoTags;
    }
    return content.at(head) == kSequence ? &kDataObjectTags : &kDerTags;
}

} // namespace dmsc
