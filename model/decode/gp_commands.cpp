// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_decoder.h"
#include "model/decode/decode_gp.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

namespace {

void keyParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    p1.value = hexAnd(command.p1,
        command.first() == 0 ? inWords(QT_TRANSLATE_NOOP("Decode", "any key version"))
                             : inWords(QT_TRANSLATE_NOOP("Decode", "key version")));
    p2.value = hexAnd(command.p2, inWords(QT_TRANSLATE_NOOP("Decode", "key identifier")));
}

void hostChallenge(const ApduCommand&, const Window& data, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "host challenge %1")).arg(hexText(data.bytes));
}

void initializeAnswer(const ApduCommand&, const Window& data, Field& field)
{
    addInitializeUpdate(data, field);
}

constexpr std::uint8_t kKeyAgreement = 0xA6;

/// EXTERNAL AUTHENTICATE of SCP03, or MUTUAL AUTHENTICATE of SCP11a and c, which begins with A6.
void externalAuthenticateParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    if (command.data.at(0) == kKeyAgreement) {
        keyParameters(command, p1, p2);
        return;
    }
    static constexpr Named kSecurityLevels[] = {
        {0x01, QT_TRANSLATE_NOOP("Decode", "C-MAC")},
        {0x02, QT_TRANSLATE_NOOP("Decode", "C-DECRYPTION")},
        {0x10, QT_TRANSLATE_NOOP("Decode", "R-MAC")},
        {0x20, QT_TRANSLATE_NOOP("Decode", "R-ENCRYPTION")},
    };
    addFlags(command.p1, kSecurityLevels, p1);
    if (command.first() == 0) {
        p1.value = hexAnd(command.p1, inWords(QT_TRANSLATE_NOOP("Decode", "no secure messaging")));
    }
}

void externalAuthenticateData(const ApduCommand&, const Window& data, Field& field)
{
    if (data.at(0) == kKeyAgreement) {
        addTlv(data, kKeyAgreementTags, field);
        return;
    }
    const qsizetype half = data.size() / 2;
    if (data.size() != 16 && data.size() != 32) {
        field.value = hexText(data.bytes);
        return;
    }
    field.children.push_back(fieldOf(
        data.first(half), inWords(QT_TRANSLATE_NOOP("Decode", "Host cryptogram")), hexText(data.first(half).bytes)));
    field.children.push_back(fieldOf(data.from(half), QStringLiteral("C-MAC"), hexText(data.from(half).bytes)));
}

void keyAgreement(const ApduCommand&, const Window& data, Field& field)
{
    addTlv(data, kKeyAgreementTags, field);
}

/// PERFORM SECURITY OPERATION: of ISO 7816-8, or a certificate chain for SCP11 under a key version and identifier.
void operationParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    static constexpr Named kOperations[] = {
        {0x00A8, QT_TRANSLATE_NOOP("Decode", "verify digital signature")},
        {0x00BE, QT_TRANSLATE_NOOP("Decode", "verify certificate")},
        {0x90A0, QT_TRANSLATE_NOOP("Decode", "hash")},
        {0x9E9A, QT_TRANSLATE_NOOP("Decode", "compute digital signature")},
        {0x8086, QT_TRANSLATE_NOOP("Decode", "decipher")},
    };
    const QString operation = nameIn(kOperations, command.parameters());
    if (!operation.isEmpty()) {
        p1.value = hexAnd(command.p1, operation);
        return;
    }
    keyParameters(command, p1, p2);
    p2.children.push_back(
        flagOf(command.p2, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "Another certificate follows"))));
}

void operationData(const ApduCommand&, const Window& data, Field& field)
{
    static constexpr TagRow kRows[] = {
        {0x90, "Hash", describe::asHex},
        {0x9E, "Digital signature", describe::asHex},
    };
    static constexpr TagTable kTable{kRows, &kCertificateTags};
    addTlv(data, kTable, field);
}

void manageSecurityParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    static constexpr Named kTemplates[] = {
        {0xA4, QT_TRANSLATE_NOOP("Decode", "template for authentication")},
        {0xAA, QT_TRANSLATE_NOOP("Decode", "template for hashes")},
        {0xB4, QT_TRANSLATE_NOOP("Decode", "template for checksums")},
        {0xB6, QT_TRANSLATE_NOOP("Decode", "template for digital signatures")},
        {0xB8, QT_TRANSLATE_NOOP("Decode", "template for confidentiality")},
    };
    const bool set = (command.first() & 0x0F) == 0x01;
    p1.value = hexAnd(command.p1,
        inWords(set ? QT_TRANSLATE_NOOP("Decode", "set") : QT_TRANSLATE_NOOP("Decode", "store, restore or erase")));
    p2.value = hexAnd(command.p2, nameIn(kTemplates, command.second()));
}

void manageSecurityData(const ApduCommand&, const Window& data, Field& field)
{
    static constexpr TagRow kRows[] = {
        {0x80, "Algorithm reference", describe::asHex},
        {0x83, "Key reference", describe::asHex},
        {0x84, "Key reference for computing", describe::asHex},
    };
    static constexpr TagTable kTable{kRows};
    addTlv(data, kTable, field);
}

void getDataParameters(const ApduCommand& command, Field& p1, Field&)
{
    static constexpr Named kObjects[] = {
        {0x0042, "issuer identification number"},
        {0x0045, "card image number"},
        {0x0066, "card data"},
        {0x00C1, "sequence counter of the default key version"},
        {0x00CF, "key diversification data"},
        {0x00E0, "key information template"},
        {0x2F00, "list of applications"},
        {0x9F7F, "card production life cycle data"},
        {0xBF21, "certificate store"},
        {0xFF21, "extended card resources"},
    };
    const auto object = static_cast<std::uint16_t>(command.parameters());
    const QString tag = hexDigits(object, 4);
    p1.value = hexAnd(command.p1,
        inWords(QT_TRANSLATE_NOOP("Decode", "tag %1"))
            .arg((tag + QLatin1Char(' ') + wordIn(kObjects, object)).trimmed()));
}

void getDataAnswer(const ApduCommand&, const Window& data, Field& field)
{
    addTlv(data, kCommonTags, field);
}

void statusData(const ApduCommand&, const Window& data, Field& field)
{
    addTlv(data, kStatusTags, field);
}

/// Data groups: identifier of two bytes, length of one (or FF and two), value.
void addDataGroups(const Window& data, Field& field)
{
    constexpr std::uint8_t kLongLength = 0xFF;
    Window rest = data;
    while (rest.size() >= 3) {
        const bool isLong = rest.at(2) == kLongLength;
        const qsizetype head = isLong ? 5 : 3;
        const auto length = static_cast<qsizetype>(isLong ? rest.sliced(3, 2).number() : rest.at(2));
        const Window value = rest.sliced(head, length);
        const QString name = QStringLiteral("DGI ") + hexText(rest.first(2).bytes).remove(QLatin1Char(' '));
        field.children.push_back(fieldOf(rest.first(head + value.size()), name, hexText(value.bytes)));
        rest = rest.from(head + value.size());
    }
}

constexpr std::uint8_t kStructureBits = 0x18;
constexpr std::uint8_t kDataGroups = 0x08;

void storeParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    static constexpr Named kEncryption[] = {
        {0x00, QT_TRANSLATE_NOOP("Decode", "not encrypted, or not told")},
        {0x20, QT_TRANSLATE_NOOP("Decode", "depends on the application")},
        {0x60, QT_TRANSLATE_NOOP("Decode", "encrypted")},
    };
    static constexpr Named kDataStructures[] = {
        {0x00, QT_TRANSLATE_NOOP("Decode", "no structure told")},
        {0x08, QT_TRANSLATE_NOOP("Decode", "data groups")},
        {0x10, QT_TRANSLATE_NOOP("Decode", "BER-TLV")},
    };
    const std::uint8_t first = command.first();
    p1.children.push_back(flagOf(command.p1, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "Last block"))));
    p1.children.push_back(bitsOf(
        command.p1, 0x60, inWords(QT_TRANSLATE_NOOP("Decode", "Encryption")), nameIn(kEncryption, first & 0x60)));
    p1.children.push_back(bitsOf(command.p1, kStructureBits, inWords(QT_TRANSLATE_NOOP("Decode", "Structure")),
        nameIn(kDataStructures, first & kStructureBits)));
    p1.children.push_back(flagOf(command.p1, 0x01, inWords(QT_TRANSLATE_NOOP("Decode", "Answer expected"))));
    p2.value = hexAnd(command.p2, inWords(QT_TRANSLATE_NOOP("Decode", "block %1")).arg(command.second()));
}

void storeData(const ApduCommand& command, const Window& data, Field& field)
{
    if ((command.first() & kStructureBits) == kDataGroups) {
        addDataGroups(data, field);
    } else {
        addContent(data, field);
    }
}

void putKeyParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    p1.value = hexAnd(command.p1,
        (command.first() & 0x7F) == 0 ? inWords(QT_TRANSLATE_NOOP("Decode", "new key version"))
                                      : inWords(QT_TRANSLATE_NOOP("Decode", "replaces this key version")));
    p1.children.push_back(flagOf(command.p1, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "More commands follow"))));
    p2.value = hexAnd(command.p2, inWords(QT_TRANSLATE_NOOP("Decode", "key identifier")));
    p2.children.push_back(flagOf(command.p2, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "Several keys"))));
}

void installParameters(const ApduCommand& command, Field& p1, Field&)
{
    static constexpr Named kFor[] = {
        {0x02, QT_TRANSLATE_NOOP("Decode", "for load")},
        {0x04, QT_TRANSLATE_NOOP("Decode", "for install")},
        {0x08, QT_TRANSLATE_NOOP("Decode", "for make selectable")},
        {0x10, QT_TRANSLATE_NOOP("Decode", "for extradition")},
        {0x20, QT_TRANSLATE_NOOP("Decode", "for personalisation")},
        {0x40, QT_TRANSLATE_NOOP("Decode", "for registry update")},
        {0x80, QT_TRANSLATE_NOOP("Decode", "more commands follow")},
    };
    addFlags(command.p1, kFor, p1);
}

/// Values with a length byte before each, named by what the command is for.
void installData(const ApduCommand& command, const Window& data, Field& field)
{
    static constexpr std::array kLoad{
        "Load file AID", "Security domain AID", "Load file hash", "Load parameters", "Load token"};
    static constexpr std::array kInstall{
        "Load file AID", "Module AID", "Application AID", "Privileges", "Install parameters", "Install token"};
    constexpr std::uint8_t kForLoad = 0x02;
    const bool load = (command.first() & kForLoad) != 0;
    const std::span<const char* const> names = load ? std::span<const char* const>(kLoad) : kInstall;
    Window rest = data;
    for (const char* name : names) {
        if (rest.isEmpty()) {
            return;
        }
        const Window value = rest.sliced(1, rest.at(0));
        field.children.push_back(
            fieldOf(rest.first(1 + value.size()), QString::fromLatin1(name), hexAnd(value, aidName(value.bytes))));
        rest = rest.from(1 + value.size());
    }
}

void deleteParameters(const ApduCommand& command, Field&, Field& p2)
{
    p2.children.push_back(flagOf(command.p2, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "Related objects too"))));
}

void loadParameters(const ApduCommand& command, Field& p1, Field& p2)
{
    p1.children.push_back(flagOf(command.p1, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "Last block"))));
    p2.value = hexAnd(command.p2, inWords(QT_TRANSLATE_NOOP("Decode", "block %1")).arg(command.second()));
}

void aidData(const ApduCommand&, const Window& data, Field& field)
{
    describe::asAid(data, field);
}

constexpr ApduDecoder kGpDecoders[] = {
    {0x22, apdu_class::kAny, manageSecurityParameters, manageSecurityData, nullptr},
    {0x2A, apdu_class::kAny, operationParameters, operationData, nullptr},
    {0x50, apdu_class::kProprietary, keyParameters, hostChallenge, initializeAnswer},
    {0x82, apdu_class::kAny, externalAuthenticateParameters, externalAuthenticateData, keyAgreement},
    {0x88, apdu_class::kProprietary, keyParameters, keyAgreement, keyAgreement},
    {0xCA, apdu_class::kAny, getDataParameters, keyAgreement, getDataAnswer},
    {0xD8, apdu_class::kProprietary, putKeyParameters, nullptr, nullptr},
    {0xE2, apdu_class::kAny, storeParameters, storeData, nullptr},
    {0xE4, apdu_class::kProprietary, deleteParameters, statusData, nullptr},
    {0xE6, apdu_class::kProprietary, installParameters, installData, nullptr},
    {0xE8, apdu_class::kProprietary, loadParameters, nullptr, nullptr},
    {0xF0, apdu_class::kProprietary, nullptr, aidData, nullptr},
};

} // namespace

std::span<const ApduDecoder> globalPlatformDecoders()
{
    return kGpDecoders;
}

} // namespace dmsc
