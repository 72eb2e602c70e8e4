// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_decoder.h"
#include "model/decode/apdu_frame.h"
#include "model/decode/apdu_names.h"
#include "model/decode/decode_authenticate.h"
#include "model/decode/decode_gp.h"
#include "model/decode/decode_pkcs15.h"
#include "model/decode/decode_uicc.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace dmsc {

namespace {

constexpr std::uint8_t kExternalAuthenticate = 0x82;
constexpr qsizetype kShownBytes = 32;

/// Class byte of ISO 7816-4 5.4.1, TS 102 221 10.1.1 and GlobalPlatform 11.1.4, bit by bit.
Field classField(const Window& cla)
{
    const std::uint8_t byte = cla.at(0);
    const bool proprietary = (byte & 0x80) != 0;
    const bool further = (byte & 0x40) != 0;
    const int channel = further ? 4 + (byte & 0x0F) : byte & 0x03;
    const QString kind = inWords(
        proprietary ? QT_TRANSLATE_NOOP("Decode", "proprietary") : QT_TRANSLATE_NOOP("Decode", "interindustry"));
    const SecureMessaging secured = secureMessaging(byte);
    const char* messaging = secured == SecureMessaging::None ? QT_TRANSLATE_NOOP("Decode", "none")
        : secured == SecureMessaging::GlobalPlatform ? QT_TRANSLATE_NOOP("Decode", "GlobalPlatform or proprietary")
        : (byte & 0x04) != 0                         ? QT_TRANSLATE_NOOP("Decode", "ISO 7816-4, header authenticated")
                             : QT_TRANSLATE_NOOP("Decode", "ISO 7816-4, header not authenticated");
    QString text = kind + inWords(QT_TRANSLATE_NOOP("Decode", ", channel %1")).arg(channel);
    if (secured != SecureMessaging::None) {
        text += inWords(QT_TRANSLATE_NOOP("Decode", ", secure messaging"));
    }
    if ((byte & 0x10) != 0) {
        text += inWords(QT_TRANSLATE_NOOP("Decode", ", more of the chain follows"));
    }
    Field field = fieldOf(cla, QStringLiteral("CLA"), hexAnd(cla, text));
    field.children.push_back(bitsOf(cla, 0x80, inWords(QT_TRANSLATE_NOOP("Decode", "Class")), kind));
    field.children.push_back(bitsOf(cla, 0x40, inWords(QT_TRANSLATE_NOOP("Decode", "Channels")),
        further ? QStringLiteral("4 - 19") : QStringLiteral("0 - 3")));
    field.children.push_back(flagOf(cla, 0x10, inWords(QT_TRANSLATE_NOOP("Decode", "More of the chain follows"))));
    field.children.push_back(bitsOf(
        cla, further ? 0x20 : 0x0C, inWords(QT_TRANSLATE_NOOP("Decode", "Secure messaging")), inWords(messaging)));
    field.children.push_back(bitsOf(
        cla, further ? 0x0F : 0x03, inWords(QT_TRANSLATE_NOOP("Decode", "Logical channel")), QString::number(channel)));
    return field;
}

QString nameOf(QByteArrayView apdu)
{
    const bool known =
        !instructionName(static_cast<std::uint8_t>(apdu[0]), static_cast<std::uint8_t>(apdu[1])).isEmpty();
    return known ? commandName(apdu) : inWords(QT_TRANSLATE_NOOP("Decode", "not known in this class"));
}

Field numberField(const Window& window, const QString& name, qsizetype value)
{
    return fieldOf(window, name, QString::number(value));
}

/// Data objects of secure messaging (ISO 7816-4 6).
void addIsoSecured(const Window& data, Field& field)
{
    static constexpr TagRow kRows[] = {
        {0x80, "Plain value"},
        {0x81, "Plain value"},
        {0x85, "Cryptogram", describe::asHex},
        {0x87, "Padding indicator and cryptogram", describe::asHex},
        {0x89, "Command header", describe::asHex},
        {0x8E, "Cryptographic checksum", describe::asHex},
        {0x97, "Le", describe::asNumber},
        {0x99, "Processing status", describe::asHex},
    };
    static constexpr TagTable kTable{kRows, &kCommonTags};
    addTlv(data, kTable, field);
}

void addPlain(const ApduCommand& command, ApduDecoder::Data read, const Window& data, Field& field)
{
    if (read != nullptr) {
        read(command, data, field);
    } else {
        addContent(data, field);
    }
}

/// Data under secure messaging: what is around them, and what can be read inside.
void addWrapped(const ApduCommand& command, ApduDecoder::Data read, const Window& data, Field& field)
{
    if (secureMessaging(command.cla) == SecureMessaging::Iso) {
        addIsoSecured(data, field);
        return;
    }
    if (const std::optional<Window> clear = addSecured(data, field)) {
        addPlain(command, read, *clear, field.children.front());
    }
}

Field dataField(const Window& data)
{
    return fieldOf(data, inWords(QT_TRANSLATE_NOOP("Decode", "Data")), hexText(data.bytes, kShownBytes));
}

struct ParsedCommand
{
    ApduCommand command;
    std::optional<ApduBody> body;
    const ApduDecoder* decoder = nullptr;
    bool wrapped = false;
};

ParsedCommand parse(const Window& apdu, Wrapping wrapping)
{
    ParsedCommand parsed;
    parsed.body = apduBody(apdu.bytes);
    parsed.command = {apdu.at(0), apdu.at(1), apdu.sliced(2, 1), apdu.sliced(3, 1), apdu.from(apdu.size())};
    if (parsed.body) {
        parsed.command.data = apdu.sliced(parsed.body->dataAt(), parsed.body->lc);
    }
    parsed.decoder = decoderFor(parsed.command.cla, parsed.command.ins);
    // The cryptogram and the MAC of EXTERNAL AUTHENTICATE are what the command is about.
    parsed.wrapped = wrapping == Wrapping::AsSent && secureMessaging(parsed.command.cla) != SecureMessaging::None
        && parsed.command.ins != kExternalAuthenticate;
    return parsed;
}

void addBody(const Window& apdu, const ParsedCommand& parsed, std::vector<Field>& fields)
{
    const ApduBody& body = *parsed.body;
    if (body.lcSize != 0) {
        fields.push_back(numberField(apdu.sliced(kApduHeader, body.lcSize), QStringLiteral("Lc"), body.lc));
        Field data = dataField(parsed.command.data);
        const ApduDecoder::Data read = parsed.decoder != nullptr ? parsed.decoder->data : nullptr;
        if (parsed.wrapped) {
            addWrapped(parsed.command, read, parsed.command.data, data);
        } else {
            addPlain(parsed.command, read, parsed.command.data, data);
        }
        fields.push_back(std::move(data));
    }
    if (body.leSize != 0) {
        fields.push_back(numberField(apdu.from(apdu.size() - body.leSize), QStringLiteral("Le"), body.le));
    }
}

/// Which commands have an answer with a MAC, their level says, which is not here: an answer that reads as objects has
/// none.
void addAnswer(const ParsedCommand& parsed, const Window& data, Field& field)
{
    constexpr qsizetype kSmallestMac = 8;
    const ApduDecoder::Data read = parsed.decoder != nullptr ? parsed.decoder->answer : nullptr;
    if (parsed.wrapped && data.size() >= kSmallestMac && !readTlv(data, kCommonTags)) {
        addWrapped(parsed.command, read, data, field);
    } else {
        addPlain(parsed.command, read, data, field);
    }
}

bool isAccessRule(const Window& data)
{
    const bool mode = data.at(0) == 0x80 || data.at(0) == 0x84;
    switch (data.at(2 + qsizetype{data.at(1)})) {
    case 0x90:
    case 0x97:
    case 0xA0:
    case 0xA4:
    case 0xA7:
    case 0xAF:
        return mode;
    default:
        return false;
    }
}

} // namespace

const ApduDecoder* decoderFor(std::uint8_t cla, std::uint8_t ins)
{
    for (const std::uint8_t kind : apdu_class::ranked(cla)) {
        for (const auto decoders : {uiccDecoders(), toolkitDecoders(), globalPlatformDecoders(), dmscDecoders()}) {
            const auto found = std::ranges::find_if(decoders,
                [=](const ApduDecoder& decoder) { return decoder.ins == ins && (decoder.classes & kind) != 0; });
            if (found != decoders.end()) {
                return &*found;
            }
        }
    }
    return nullptr;
}

void addContent(const Window& data, Field& field)
{
    if (looksLikeInitializeUpdate(data)) {
        addInitializeUpdate(data, field);
        return;
    }
    if (looksLikeAuthentication(data)) {
        addAuthentication(data, field);
        return;
    }
    const TagTable* table = isAccessRule(data) ? &kAccessRuleTags : derTableFor(data);
    std::optional<std::vector<Field>> objects;
    if (table != nullptr) {
        objects = readTlv(data, *table);
    }
    // Two bytes are more often a file identifier (2F00) than an empty data object.
    if (!objects && data.size() > 2) {
        objects = readTlv(data, kCommonTags);
    }
    if (objects) {
        field.children = std::move(*objects);
    } else {
        field.value = data.size() < 4 ? hexText(data.bytes) : plainText(data.bytes);
    }
}

std::vector<Field> decodeCommandApdu(QByteArrayView apdu, Wrapping wrapping)
{
    const Window window{apdu, RecordPart::Request, 0};
    if (apdu.size() < kApduHeader) {
        return {malformed(window,
            inWords(QT_TRANSLATE_NOOP("Decode", "a command has at least 4 bytes, this has %1")).arg(apdu.size()))};
    }
    const ParsedCommand parsed = parse(window, wrapping);
    const Window ins = window.sliced(1, 1);
    Field p1 = fieldOf(parsed.command.p1, QStringLiteral("P1"), hexText(parsed.command.p1.bytes));
    Field p2 = fieldOf(parsed.command.p2, QStringLiteral("P2"), hexText(parsed.command.p2.bytes));
    if (parsed.decoder != nullptr && parsed.decoder->parameters != nullptr) {
        parsed.decoder->parameters(parsed.command, p1, p2);
    }
    std::vector<Field> fields{classField(window.first(1)),
        fieldOf(ins, QStringLiteral("INS"), hexAnd(ins, nameOf(apdu))), std::move(p1), std::move(p2)};
    if (parsed.body) {
        addBody(window, parsed, fields);
    } else {
        const Window rest = window.from(kApduHeader);
        fields.push_back(malformed(rest,
            inWords(QT_TRANSLATE_NOOP("Decode", "Lc, data and Le do not fit the %1 bytes after P2")).arg(rest.size())));
    }
    return fields;
}

std::vector<Field> decodeResponseApdu(QByteArrayView apdu, QByteArrayView command, Wrapping wrapping)
{
    const Window window{apdu, RecordPart::Response, 0};
    if (apdu.size() < 2) {
        return {malformed(window,
            inWords(QT_TRANSLATE_NOOP("Decode", "a response has at least 2 bytes, this has %1")).arg(apdu.size()))};
    }
    std::vector<Field> fields;
    const Window data = window.first(apdu.size() - 2);
    const Window status = window.from(data.size());
    if (!data.isEmpty()) {
        const ParsedCommand asked =
            command.size() < kApduHeader ? ParsedCommand{} : parse({command, RecordPart::Request, 0}, wrapping);
        fields.push_back(dataField(data));
        addAnswer(asked, data, fields.back());
    }
    const auto word = static_cast<std::uint16_t>(status.number());
    fields.push_back(
        fieldOf(status, QStringLiteral("SW"), statusWordHex(word) + QLatin1Char(' ') + statusWordText(word)));
    fields.back().level = statusWordLevel(word);
    return fields;
}

} // namespace dmsc
