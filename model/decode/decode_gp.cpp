// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_gp.h"

#include "model/decode/decode_pkcs15.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr TagRow kOidRows[] = {
    {0x06, "Object identifier", describe::asOid},
    {0x60, "Card management type and version"},
    {0x63, "Card identification scheme"},
    {0x64, "Secure channel protocol and options"},
    {0x65, "Card configuration details"},
    {0x66, "Card and chip details"},
    {0x67, "Issuer security domain's trust point"},
    {0x73, "Card recognition data"},
};

constexpr Named kKeyTypes[] = {
    {0x80, "DES"},
    {0x85, "TLS PSK"},
    {0x88, "AES"},
    {0x90, "HMAC-SHA1"},
    {0xA0, "RSA public exponent"},
    {0xA1, "RSA modulus"},
    {0xB0, "ECC public key"},
    {0xB1, "ECC private key"},
    {0xF0, "ECC parameters reference"},
};

/// Key id, version, then type and length of each component.
void describeKey(const Window& value, Field& field)
{
    const auto part = [&value](qsizetype at, const char* name, QString text) {
        return fieldOf(value.sliced(at, 1), inWords(name), std::move(text));
    };
    field.children.push_back(part(0, QT_TRANSLATE_NOOP("Decode", "Key identifier"), QString::number(value.at(0))));
    field.children.push_back(part(1, QT_TRANSLATE_NOOP("Decode", "Key version"), hexText(value.sliced(1, 1).bytes)));
    QString text = inWords(QT_TRANSLATE_NOOP("Decode", "key %1 of version %2"))
                       .arg(value.at(0))
                       .arg(hexText(value.sliced(1, 1).bytes));
    for (qsizetype at = 2; at + 1 < value.size(); at += 2) {
        const QString type = hexAnd(value.sliced(at, 1), wordIn(kKeyTypes, value.at(at)));
        field.children.push_back(part(at, QT_TRANSLATE_NOOP("Decode", "Key type"), type));
        field.children.push_back(part(at + 1, QT_TRANSLATE_NOOP("Decode", "Key length"),
            inWords(QT_TRANSLATE_NOOP("Decode", "%1 bytes")).arg(value.at(at + 1))));
        text += QStringLiteral(", ") + wordIn(kKeyTypes, value.at(at)) + QLatin1Char(' ')
            + QString::number(value.at(at + 1) * 8);
    }
    field.value = text;
}

constexpr TagRow kKeyInformationRows[] = {{0xC0, "Key information", describeKey}};

constexpr TagRow kResourceRows[] = {
    {0x81, "Number of installed applications", describe::asNumber},
    {0x82, "Free non-volatile memory", describe::asBytes},
    {0x83, "Free volatile memory", describe::asBytes},
};

constexpr Named kLifeCycles[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "OP_READY, or loaded")},
    {0x03, QT_TRANSLATE_NOOP("Decode", "installed")},
    {0x07, QT_TRANSLATE_NOOP("Decode", "initialised, or selectable")},
    {0x0F, QT_TRANSLATE_NOOP("Decode", "secured, or personalised")},
    {0x7F, QT_TRANSLATE_NOOP("Decode", "card locked")},
    {0x83, QT_TRANSLATE_NOOP("Decode", "locked")},
    {0xFF, QT_TRANSLATE_NOOP("Decode", "terminated")},
};

void describeState(const Window& value, Field& field)
{
    field.value = hexAnd(value, nameIn(kLifeCycles, value.at(0)));
}

constexpr Named kPrivileges[] = {
    {0x80, QT_TRANSLATE_NOOP("Decode", "security domain")},
    {0x40, QT_TRANSLATE_NOOP("Decode", "DAP verification")},
    {0x20, QT_TRANSLATE_NOOP("Decode", "delegated management")},
    {0x10, QT_TRANSLATE_NOOP("Decode", "card lock")},
    {0x08, QT_TRANSLATE_NOOP("Decode", "card terminate")},
    {0x04, QT_TRANSLATE_NOOP("Decode", "card reset")},
    {0x02, QT_TRANSLATE_NOOP("Decode", "CVM management")},
    {0x01, QT_TRANSLATE_NOOP("Decode", "mandated DAP verification")},
};

void describePrivileges(const Window& value, Field& field)
{
    addFlags(value, kPrivileges, field);
}

constexpr TagRow kStatusRows[] = {
    {0x4F, "AID", describe::asAid},
    {0x9F70, "Life cycle state", describeState},
    {0xC4, "Executable load file AID", describe::asAid},
    {0xC5, "Privileges", describePrivileges},
    {0xCC, "Associated security domain AID", describe::asAid},
    {0xCE, "Executable load file version", describe::asHex},
    {0x84, "Executable module AID", describe::asAid},
    {0xCF, "Implicit selection parameter", describe::asHex},
};

void describeScp(const Window& value, Field& field)
{
    static constexpr Named kVariants[] = {{0x00, "SCP11b"}, {0x01, "SCP11a"}, {0x03, "SCP11c"}};
    field.value = value.at(0) == 0x11 ? hexAnd(value, wordIn(kVariants, value.at(1) & 0x03)) : hexText(value.bytes);
}

constexpr TagRow kCertificateRows[] = {
    {0x93, "Certificate serial number", describe::asHex},
    {0x42, "CA identifier", describe::asHex},
    {0x5F20, "Subject identifier"},
    {0x95, "Key usage", describe::asHex},
    {0x5F25, "Effective date", describe::asHex},
    {0x5F24, "Expiration date", describe::asHex},
    {0x7F21, "Certificate"},
    {0x7F49, "Public key"},
    {0xB0, "Public key point", describe::asHex},
    {0xF0, "Parameters reference", describe::asHex},
    {0x5F37, "Signature", describe::asHex},
    {0x30, "Certificate (X.509)", nullptr, &kDerTags},
};

constexpr TagRow kKeyAgreementRows[] = {
    {0xA6, "Control reference template (key agreement)"},
    {0x83, "Key identifier and version", describe::asHex},
    {0x90, "SCP identifier and parameters", describeScp},
    {0x95, "Key usage", describe::asHex},
    {0x80, "Key type", describe::asHex},
    {0x81, "Key length", describe::asNumber},
    {0x82, "Key version", describe::asHex},
    {0x84, "Host identifier", describe::asHex},
    {0x5F49, "Ephemeral public key", describe::asHex},
    {0x86, "Receipt", describe::asHex},
};

// Answer to INITIALIZE UPDATE (Amendment D 7.1.1.6).
constexpr qsizetype kDiversification = 10;
constexpr qsizetype kKeyInformation = 3;
constexpr qsizetype kFixedPart = kDiversification + kKeyInformation;
constexpr qsizetype kCounter = 3;
constexpr std::uint8_t kScp03 = 0x03;
constexpr qsizetype kShort = 8; ///< challenge, cryptogram and MAC of S8
constexpr qsizetype kLong = 16; ///< the same of S16

constexpr Named kOptions[] = {
    {0x01, QT_TRANSLATE_NOOP("Decode", "S16")},
    {0x10, QT_TRANSLATE_NOOP("Decode", "pseudo-random card challenge")},
    {0x20, QT_TRANSLATE_NOOP("Decode", "answers with MAC")},
    {0x40, QT_TRANSLATE_NOOP("Decode", "answers encrypted")},
};

} // namespace

const TagTable kCardDataTags{kOidRows};
const TagTable kKeyInformationTags{kKeyInformationRows};
const TagTable kResourceTags{kResourceRows};
const TagTable kStatusTags{kStatusRows};
const TagTable kCertificateTags{kCertificateRows};
const TagTable kKeyAgreementTags{kKeyAgreementRows};

bool looksLikeInitializeUpdate(const Window& answer)
{
    const qsizetype rest = answer.size() - kFixedPart;
    const bool fits =
        rest == 2 * kShort || rest == 2 * kShort + kCounter || rest == 2 * kLong || rest == 2 * kLong + kCounter;
    return fits && answer.at(kDiversification + 1) == kScp03;
}

void addInitializeUpdate(const Window& answer, Field& field)
{
    if (!looksLikeInitializeUpdate(answer)) {
        field.value = hexText(answer.bytes);
        return;
    }
    qsizetype at = 0;
    const auto add = [&](qsizetype size, const char* name) -> Field& {
        const Window part = answer.sliced(at, size);
        at += size;
        field.children.push_back(fieldOf(part, inWords(name), hexText(part.bytes)));
        return field.children.back();
    };
    const qsizetype size = answer.size() - kFixedPart >= 2 * kLong ? kLong : kShort;
    add(kDiversification, QT_TRANSLATE_NOOP("Decode", "Key diversification data"));
    add(1, QT_TRANSLATE_NOOP("Decode", "Key version"));
    add(1, QT_TRANSLATE_NOOP("Decode", "Secure channel protocol")).value += QStringLiteral(" SCP03");
    const Window options = answer.sliced(at, 1);
    addFlags(options, kOptions, add(1, QT_TRANSLATE_NOOP("Decode", "Protocol options (i)")));
    add(size, QT_TRANSLATE_NOOP("Decode", "Card challenge"));
    add(size, QT_TRANSLATE_NOOP("Decode", "Card cryptogram"));
    if (at < answer.size()) {
        Field& counter = add(kCounter, QT_TRANSLATE_NOOP("Decode", "Sequence counter"));
        counter.value = QString::number(answer.from(at - kCounter).number());
    }
}

std::optional<Window> addSecured(const Window& data, Field& field)
{
    if (data.size() < kShort) {
        field.value = hexText(data.bytes);
        return std::nullopt;
    }
    // Ciphertext comes in blocks of 16: what is left over says how long the MAC is, at any level that encrypts.
    const qsizetype size = data.size() % kLong == 0 ? kLong : kShort;
    const Window content = data.first(data.size() - size);
    const Window mac = data.from(content.size());
    const bool encrypted = content.size() % kLong == 0;
    if (!content.isEmpty()) {
        field.children.push_back(fieldOf(content,
            inWords(encrypted ? QT_TRANSLATE_NOOP("Decode", "Encrypted data")
                              : QT_TRANSLATE_NOOP("Decode", "Data in clear")),
            hexText(content.bytes, 32)));
    }
    const bool command = data.part == RecordPart::Request;
    field.children.push_back(
        fieldOf(mac, command ? QStringLiteral("C-MAC") : QStringLiteral("R-MAC"), hexText(mac.bytes)));
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "secure messaging, %1 bytes")).arg(content.size());
    return content.isEmpty() || encrypted ? std::nullopt : std::optional(content);
}

} // namespace dmsc
