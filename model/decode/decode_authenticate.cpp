// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode_authenticate.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

namespace {

/// Values with a length byte before each, after an optional tag (3GPP TS 31.102 7.1.2).
void addLengthValues(const Window& data, std::span<const char* const> names, Field& field)
{
    Window rest = data;
    for (const char* name : names) {
        if (rest.isEmpty()) {
            return;
        }
        const Window value = rest.sliced(1, rest.at(0));
        field.children.push_back(
            fieldOf(rest.first(1 + value.size()), QString::fromLatin1(name), hexText(value.bytes)));
        rest = rest.from(1 + value.size());
    }
}

constexpr std::uint8_t kSuccessTag = 0xDB;
constexpr std::uint8_t kResyncTag = 0xDC;

/// SRES and Kc of a SIM, which have no lengths.
void addGsmAnswer(const Window& data, Field& field)
{
    constexpr qsizetype kSres = 4;
    field.children.push_back(fieldOf(data.first(kSres), QStringLiteral("SRES"), hexText(data.first(kSres).bytes)));
    field.children.push_back(fieldOf(data.from(kSres), QStringLiteral("Kc"), hexText(data.from(kSres).bytes)));
}

} // namespace

void authenticateParameters(const ApduCommand& command, Field&, Field& p2)
{
    static constexpr Named kContexts[] = {
        {0x80, QT_TRANSLATE_NOOP("Decode", "GSM context")},
        {0x81, QT_TRANSLATE_NOOP("Decode", "3G context")},
        {0x82, QT_TRANSLATE_NOOP("Decode", "VGCS/VBS context")},
        {0x84, QT_TRANSLATE_NOOP("Decode", "GBA context")},
        {0x85, QT_TRANSLATE_NOOP("Decode", "MBMS context")},
        {0x86, QT_TRANSLATE_NOOP("Decode", "local key establishment")},
    };
    p2.value = hexAnd(command.p2, nameIn(kContexts, command.second()));
}

/// A SIM is given RAND alone, without its length (TS 51.011 8.16).
void authenticateData(const ApduCommand&, const Window& data, Field& field)
{
    static constexpr std::array kNames{"RAND", "AUTN"};
    constexpr qsizetype kRand = 16;
    if (data.size() == kRand) {
        field.children.push_back(fieldOf(data, QStringLiteral("RAND"), hexText(data.bytes)));
    } else {
        addLengthValues(data, kNames, field);
    }
}

void authenticateAnswer(const ApduCommand& command, const Window& data, Field& field)
{
    static constexpr std::array kGsm{"SRES", "Kc"};
    constexpr std::uint8_t kGsmContext = 0x80;
    constexpr qsizetype kGsmAnswer = 12;
    if (data.size() == kGsmAnswer) {
        addGsmAnswer(data, field);
    } else if (data.at(0) == kSuccessTag || data.at(0) == kResyncTag) {
        addAuthentication(data, field);
    } else if (command.second() == kGsmContext) {
        addLengthValues(data, kGsm, field);
    } else {
        field.value = hexText(data.bytes);
    }
}

bool looksLikeAuthentication(const Window& answer)
{
    constexpr qsizetype kKey = 16;
    constexpr qsizetype kResync = 14;
    const Window afterResult = answer.from(2 + qsizetype{answer.at(1)});
    const bool hasKeys = afterResult.at(0) == kKey && afterResult.at(1 + kKey) == kKey;
    const qsizetype afterKeys = afterResult.size() - 2 * (1 + kKey);
    const bool endsThere = afterKeys == 0 || (afterKeys > 0 && afterResult.at(2 * (1 + kKey)) == afterKeys - 1);
    return (answer.at(0) == kSuccessTag && hasKeys && endsThere)
        || (answer.at(0) == kResyncTag && answer.at(1) == kResync && answer.size() == 2 + kResync);
}

void addAuthentication(const Window& answer, Field& field)
{
    static constexpr std::array kSuccess{"RES", "CK", "IK", "Kc"};
    static constexpr std::array kResync{"AUTS"};
    if (answer.at(0) == kSuccessTag) {
        addLengthValues(answer.from(1), kSuccess, field);
        return;
    }
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "synchronisation failure"));
    addLengthValues(answer.from(1), kResync, field);
}

} // namespace dmsc
