// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_uicc.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

namespace {

constexpr Named kFiles[] = {
    {0x2F00, "EF.DIR"},
    {0x2F05, "EF.PL"},
    {0x2F06, "EF.ARR"},
    {0x2F08, "EF.UMPC"},
    {0x2F5A, "EF.TOOLKIT"},
    {0x2FE2, "EF.ICCID"},
    {0x3F00, "MF"},
    {0x4301, "EF.AODF"},
    {0x4401, "EF.DODF"},
    {0x4F01, "EF.MST"},
    {0x4F02, "EF.MCS_CONFIG"},
    {0x4F20, "EF.Kc"},
    {0x4F52, "EF.KcGPRS"},
    {0x5015, "DF.PKCS#15"},
    {0x5031, "EF.ODF"},
    {0x5032, "EF.TokenInfo"},
    {0x5F3A, "DF.PHONEBOOK"},
    {0x5F3B, "DF.GSM-ACCESS"},
    {0x5F3D, "DF.MCS"},
    {0x5F3E, "DF.V2X"},
    {0x5F40, "DF.WLAN"},
    {0x5FC0, "DF.5GS"},
    {0x6F02, "EF.IMPI"},
    {0x6F03, "EF.DOMAIN"},
    {0x6F04, "EF.IMPU"},
    {0x6F05, "EF.LI"},
    {0x6F06, "EF.ARR"},
    {0x6F07, "EF.IMSI / EF.IST"},
    {0x6F08, "EF.Keys"},
    {0x6F09, "EF.KeysPS / EF.P-CSCF"},
    {0x6F0B, "EF.IMSDCI"},
    {0x6F20, "EF.Kc"},
    {0x6F2C, "EF.DCK"},
    {0x6F31, "EF.HPPLMN"},
    {0x6F37, "EF.ACMmax"},
    {0x6F38, "EF.UST"},
    {0x6F39, "EF.ACM"},
    {0x6F3B, "EF.FDN"},
    {0x6F3C, "EF.SMS"},
    {0x6F3E, "EF.GID1"},
    {0x6F3F, "EF.GID2"},
    {0x6F40, "EF.MSISDN"},
    {0x6F42, "EF.SMSP"},
    {0x6F43, "EF.SMSS"},
    {0x6F45, "EF.CBMI"},
    {0x6F46, "EF.SPN"},
    {0x6F47, "EF.SMSR"},
    {0x6F48, "EF.CBMID"},
    {0x6F49, "EF.SDN"},
    {0x6F4B, "EF.EXT2"},
    {0x6F4C, "EF.EXT3"},
    {0x6F4D, "EF.BDN"},
    {0x6F4E, "EF.EXT5"},
    {0x6F50, "EF.CBMIR"},
    {0x6F52, "EF.KcGPRS"},
    {0x6F55, "EF.EXT4"},
    {0x6F56, "EF.EST"},
    {0x6F57, "EF.ACL"},
    {0x6F58, "EF.CMI"},
    {0x6F5B, "EF.START-HFN"},
    {0x6F5C, "EF.THRESHOLD"},
    {0x6F60, "EF.PLMNwAcT"},
    {0x6F61, "EF.OPLMNwAcT"},
    {0x6F62, "EF.HPLMNwAcT"},
    {0x6F73, "EF.PSLOCI"},
    {0x6F78, "EF.ACC"},
    {0x6F7B, "EF.FPLMN"},
    {0x6F7E, "EF.LOCI"},
    {0x6F80, "EF.ICI"},
    {0x6F81, "EF.OCI"},
    {0x6F82, "EF.ICT"},
    {0x6F83, "EF.OCT"},
    {0x6FAD, "EF.AD"},
    {0x6FB7, "EF.ECC"},
    {0x6FC3, "EF.Hiddenkey"},
    {0x6FC4, "EF.NETPAR"},
    {0x6FC5, "EF.PNN"},
    {0x6FC6, "EF.OPL"},
    {0x6FC7, "EF.MBDN"},
    {0x6FC8, "EF.EXT6"},
    {0x6FC9, "EF.MBI"},
    {0x6FCA, "EF.MWIS"},
    {0x6FCB, "EF.CFIS"},
    {0x6FCD, "EF.SPDI"},
    {0x6FD6, "EF.GBABP"},
    {0x6FD9, "EF.EHPLMN"},
    {0x6FDB, "EF.EHPLMNPI"},
    {0x6FDC, "EF.LRPLMNSI"},
    {0x6FE3, "EF.EPSLOCI"},
    {0x6FE4, "EF.EPSNSC"},
    {0x6FE8, "EF.NASCONFIG"},
    {0x6FEC, "EF.PWS"},
    {0x6FF3, "EF.ePDGId"},
    {0x6FF4, "EF.ePDGSelection"},
    {0x6FF5, "EF.ePDGIdEm"},
    {0x6FF6, "EF.ePDGSelectionEm"},
    {0x6FF8, "EF.IMSConfigData"},
    {0x6FF9, "EF.3GPPPSDATAOFF"},
    {0x6FFA, "EF.3GPPPSDATAOFFservicelist / EF.WebRTCURI"},
    {0x6FFB, "EF.TVCONFIG"},
    {0x6FFC, "EF.XCAPConfigData"},
    {0x6FFD, "EF.EARFCNList"},
    {0x6FFE, "EF.MuDMiDConfigData"},
    {0x7F10, "DF.TELECOM"},
    {0x7F20, "DF.GSM"},
    {0x7FF0, "ADF.USIM"},
    {0x7FF1, "ADF.ISIM"},
    {0x7FFF, "current ADF"},
};

constexpr Named kFileTypes[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "working EF")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "internal EF")},
    {0x38, QT_TRANSLATE_NOOP("Decode", "DF or ADF")},
};
constexpr Named kStructures[] = {
    {0x00, QT_TRANSLATE_NOOP("Decode", "no structure told")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "transparent")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "linear fixed")},
    {0x06, QT_TRANSLATE_NOOP("Decode", "cyclic")},
};

/// File descriptor byte, data coding byte, record length and count (TS 102 221 11.1.1.4.3).
void describeDescriptor(const Window& value, Field& field)
{
    const std::uint8_t byte = value.at(0);
    const bool berTlv = (byte & 0x3F) == 0x39;
    const QString type = berTlv ? inWords(QT_TRANSLATE_NOOP("Decode", "working EF")) : nameIn(kFileTypes, byte & 0x38);
    const bool directory = (byte & 0x38) == 0x38 && !berTlv;
    const QString structure = berTlv ? QStringLiteral("BER-TLV") : nameIn(kStructures, byte & 0x07);
    if (type.isEmpty() || structure.isEmpty()) {
        field.value = hexAnd(value, type);
    } else {
        field.value = directory ? type : type + QStringLiteral(", ") + structure;
    }
    const Window first = value.first(1);
    field.children.push_back(flagOf(first, 0x40, inWords(QT_TRANSLATE_NOOP("Decode", "Shareable"))));
    field.children.push_back(bitsOf(first, 0x38, inWords(QT_TRANSLATE_NOOP("Decode", "File type")), type));
    field.children.push_back(
        bitsOf(first, 0x07, inWords(QT_TRANSLATE_NOOP("Decode", "Structure")), directory ? QString() : structure));
    if (value.size() >= 2) {
        const Window coding = value.sliced(1, 1);
        field.children.push_back(
            fieldOf(coding, inWords(QT_TRANSLATE_NOOP("Decode", "Data coding")), hexText(coding.bytes)));
    }
    if (value.size() >= 5) {
        const Window length = value.sliced(2, 2);
        const Window count = value.sliced(4, 1);
        field.children.push_back(
            fieldOf(length, inWords(QT_TRANSLATE_NOOP("Decode", "Record length")), QString::number(length.number())));
        field.children.push_back(
            fieldOf(count, inWords(QT_TRANSLATE_NOOP("Decode", "Records")), QString::number(count.number())));
        field.value +=
            inWords(QT_TRANSLATE_NOOP("Decode", ", %1 records of %2 bytes")).arg(count.number()).arg(length.number());
    }
}

void describeSfi(const Window& value, Field& field)
{
    field.value = value.isEmpty() ? inWords(QT_TRANSLATE_NOOP("Decode", "none")) : QString::number(value.at(0) >> 3);
}

void describeLifeCycle(const Window& value, Field& field)
{
    const std::uint8_t state = value.at(0);
    const char* text = QT_TRANSLATE_NOOP("Decode", "proprietary");
    if (state == 0x00) {
        text = QT_TRANSLATE_NOOP("Decode", "no information");
    } else if (state == 0x01) {
        text = QT_TRANSLATE_NOOP("Decode", "creation");
    } else if (state == 0x03) {
        text = QT_TRANSLATE_NOOP("Decode", "initialisation");
    } else if ((state & 0xFD) == 0x05) {
        text = QT_TRANSLATE_NOOP("Decode", "operational, activated");
    } else if ((state & 0xFD) == 0x04) {
        text = QT_TRANSLATE_NOOP("Decode", "operational, deactivated");
    } else if ((state & 0xFC) == 0x0C) {
        text = QT_TRANSLATE_NOOP("Decode", "terminated");
    }
    field.value = hexAnd(value, inWords(text));
}

/// EF.ARR and a record of it, or security environments each with its record (TS 102 221 9.2.7).
void describeReferenced(const Window& value, Field& field)
{
    const Window file = value.first(2);
    field.children.push_back(fieldOf(file, inWords(QT_TRANSLATE_NOOP("Decode", "File of rules"))));
    describe::asFileId(file, field.children.back());
    const QString record = inWords(QT_TRANSLATE_NOOP("Decode", "Record"));
    if (value.size() == 3) {
        field.children.push_back(fieldOf(value.from(2), record, QString::number(value.at(2))));
        field.value =
            inWords(QT_TRANSLATE_NOOP("Decode", "record %1 of %2")).arg(value.at(2)).arg(field.children.front().value);
        return;
    }
    for (qsizetype at = 2; at + 1 < value.size(); at += 2) {
        field.children.push_back(fieldOf(value.sliced(at, 2), record,
            inWords(QT_TRANSLATE_NOOP("Decode", "%1 in security environment %2"))
                .arg(value.at(at + 1))
                .arg(value.at(at))));
    }
}

// What a bit allows depends on whether the file is an EF or a DF, which the rule does not say.
constexpr Named kAccessModes[] = {
    {0x40, QT_TRANSLATE_NOOP("Decode", "delete the file itself")},
    {0x20, QT_TRANSLATE_NOOP("Decode", "terminate")},
    {0x10, QT_TRANSLATE_NOOP("Decode", "activate")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "deactivate")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "write (EF), create DF (DF)")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "update (EF), create EF (DF)")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "read (EF), delete child (DF)")},
};

void describeAccessMode(const Window& value, Field& field)
{
    addFlags(value, kAccessModes, field);
}

void describeCompact(const Window& value, Field& field)
{
    field.children.push_back(fieldOf(value.first(1), inWords(QT_TRANSLATE_NOOP("Decode", "Access mode"))));
    describeAccessMode(value.first(1), field.children.back());
    for (qsizetype at = 1; at < value.size(); ++at) {
        const Window condition = value.sliced(at, 1);
        const std::uint8_t byte = condition.at(0);
        const char* text = byte == 0x00 ? QT_TRANSLATE_NOOP("Decode", "always")
            : byte == 0xFF              ? QT_TRANSLATE_NOOP("Decode", "never")
                                        : QT_TRANSLATE_NOOP("Decode", "conditions of a security environment");
        field.children.push_back(fieldOf(
            condition, inWords(QT_TRANSLATE_NOOP("Decode", "Security condition")), hexAnd(condition, inWords(text))));
    }
}

void describeInstructions(const Window& value, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "commands with INS %1")).arg(hexText(value.bytes));
}

void describeAlways(const Window&, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "always"));
}

void describeNever(const Window&, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "never"));
}

void describeKeyReference(const Window& value, Field& field)
{
    field.value = hexAnd(value, keyReferenceName(value.at(0)));
}

constexpr Named kUsage[] = {
    {0x80, QT_TRANSLATE_NOOP("Decode", "verification or encipherment")},
    {0x40, QT_TRANSLATE_NOOP("Decode", "computation or decipherment")},
    {0x20, QT_TRANSLATE_NOOP("Decode", "secure messaging of the answer")},
    {0x10, QT_TRANSLATE_NOOP("Decode", "secure messaging of the command")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "the user's PIN")},
};

void describeUsage(const Window& value, Field& field)
{
    addFlags(value, kUsage, field);
}

constexpr TagRow kPinStatusRows[] = {
    {0x90, "PS_DO", describe::asHex},
    {0x95, "Usage qualifier", describeUsage},
    {0x83, "Key reference", describeKeyReference},
};
constexpr TagTable kPinStatusTags{kPinStatusRows};

/// The n-th bit of PS_DO, from the highest, says whether the n-th PIN that follows is enabled.
void describePinStatus(const Window& value, Field& field)
{
    addTlv(value, kPinStatusTags, field);
    Field* states = nullptr;
    unsigned place = 0;
    for (Field& child : field.children) {
        if (child.name.startsWith(QStringLiteral("90")) && child.bytes.length > 2) {
            states = &child;
        } else if (child.name.startsWith(QStringLiteral("83")) && child.bytes.length > 2 && states != nullptr) {
            const qsizetype at = states->bytes.offset - value.start + 2 + place / 8;
            if (place / 8 + 2 >= states->bytes.length) {
                break;
            }
            const auto mask = static_cast<std::uint8_t>(0x80U >> (place % 8));
            const Window byte = value.sliced(at, 1);
            const bool enabled = (byte.at(0) & mask) != 0;
            states->children.push_back(bitsOf(byte, mask, child.value.section(QLatin1Char(' '), 1),
                inWords(enabled ? QT_TRANSLATE_NOOP("Decode", "enabled") : QT_TRANSLATE_NOOP("Decode", "disabled"))));
            ++place;
        }
    }
}

constexpr Named kCharacteristics[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "clock may stop")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "clock stops at high level")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "clock stops at low level")},
    {0x10, QT_TRANSLATE_NOOP("Decode", "class A")},
    {0x20, QT_TRANSLATE_NOOP("Decode", "class B")},
    {0x40, QT_TRANSLATE_NOOP("Decode", "class C")},
};

void describeCharacteristics(const Window& value, Field& field)
{
    addFlags(value, kCharacteristics, field);
}

constexpr Named kFileDetails[] = {{0x01, QT_TRANSLATE_NOOP("Decode", "DER coding only")}};

void describeDetails(const Window& value, Field& field)
{
    addFlags(value, kFileDetails, field);
}

constexpr Named kSpecial[] = {
    {0x80, QT_TRANSLATE_NOOP("Decode", "high update activity")},
    {0x40, QT_TRANSLATE_NOOP("Decode", "readable and updatable when deactivated")},
};

void describeSpecial(const Window& value, Field& field)
{
    addFlags(value, kSpecial, field);
}

constexpr TagRow kProprietaryRows[] = {
    {0x80, "UICC characteristics", describeCharacteristics},
    {0x81, "Application power consumption", describe::asHex},
    {0x82, "Minimum application clock frequency", describe::asHex},
    {0x83, "Amount of available memory", describe::asBytes},
    {0x84, "File details", describeDetails},
    {0x85, "Reserved file size", describe::asBytes},
    {0x86, "Maximum file size", describe::asBytes},
    {0x87, "Supported system commands", describe::asHex},
    {0x88, "Specific UICC environmental conditions", describe::asHex},
    {0x9F65, "Maximum length of data field in command message", describe::asBytes},
    {0x9F6E, "Application production life cycle data", describe::asHex},
    {0x73, "Security domain management data"},
    {0x06, "Object identifier", describe::asOid},
    {0xC0, "Special file information", describeSpecial},
    {0xC1, "Filling pattern", describe::asHex},
    {0xC2, "Repeat pattern", describe::asHex},
};
constexpr TagTable kProprietaryTags{kProprietaryRows};

constexpr TagRow kAccessRuleRows[] = {
    {0x80, "Access mode", describeAccessMode},
    {0x84, "Access mode, instructions", describeInstructions},
    {0x90, "Always", describeAlways},
    {0x97, "Never", describeNever},
    {0x9E, "Security condition", describe::asHex},
    {0xA0, "OR"},
    {0xA4, "User authentication"},
    {0xA7, "NOT"},
    {0xAF, "AND"},
    {0x83, "Key reference", describeKeyReference},
    {0x95, "Usage qualifier", describeUsage},
};

constexpr TagRow kFcpRows[] = {
    {0x80, "File size", describe::asBytes},
    {0x81, "Total file size", describe::asBytes},
    {0x82, "File descriptor", describeDescriptor},
    {0x83, "File identifier", describe::asFileId},
    {0x84, "DF name (AID)", describe::asAid},
    {0x88, "Short file identifier", describeSfi},
    {0x8A, "Life cycle status", describeLifeCycle},
    {0x8B, "Security attributes, referenced", describeReferenced},
    {0x8C, "Security attributes, compact", describeCompact},
    {0xAB, "Security attributes, expanded", nullptr, &kAccessRuleTags},
    {0xC6, "PIN status template", describePinStatus},
    {0xA5, "Proprietary information", nullptr, &kProprietaryTags},
};

} // namespace

const TagTable kAccessRuleTags{kAccessRuleRows};
const TagTable kFcpTags{kFcpRows};

QString keyReferenceName(std::uint8_t reference)
{
    const int low = reference & 0x0F;
    if (reference >= 0x01 && reference <= 0x08) {
        return QStringLiteral("PIN %1").arg(reference);
    }
    if (reference >= 0x0A && reference <= 0x0E) {
        return QStringLiteral("ADM %1").arg(low - 9);
    }
    if (reference >= 0x81 && reference <= 0x88) {
        return inWords(QT_TRANSLATE_NOOP("Decode", "second PIN %1")).arg(low);
    }
    if (reference >= 0x8A && reference <= 0x8E) {
        return QStringLiteral("ADM %1").arg(low - 4);
    }
    return reference == 0x11 ? inWords(QT_TRANSLATE_NOOP("Decode", "universal PIN")) : QString();
}

QString fileName(std::uint16_t fileId)
{
    return wordIn(kFiles, fileId);
}

namespace describe {

void asFileId(const Window& value, Field& field)
{
    const QString name = value.size() == 2 ? fileName(static_cast<std::uint16_t>(value.number())) : QString();
    field.value = hexAnd(value, name);
}

void asPath(const Window& value, Field& field)
{
    if (value.size() % 2 != 0) {
        field.value = hexText(value.bytes);
        return;
    }
    QStringList names;
    for (qsizetype at = 0; at < value.size(); at += 2) {
        const Window file = value.sliced(at, 2);
        field.children.push_back(fieldOf(file, inWords(QT_TRANSLATE_NOOP("Decode", "File identifier"))));
        asFileId(file, field.children.back());
        const QString name = fileName(static_cast<std::uint16_t>(file.number()));
        names.append(name.isEmpty() ? hexText(file.bytes).remove(QLatin1Char(' ')) : name);
    }
    field.value = names.join(QLatin1Char('/'));
}

} // namespace describe

} // namespace dmsc
