// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_decoder.h"
#include "model/decode/decode_toolkit.h"

#include <QCoreApplication>

#include <array>

namespace dmsc {

namespace {

// ETSI TS 102 223 5.2, the first five bytes: a bit each, the lowest first.
constexpr std::array<std::array<const char*, 8>, 5> kFacilities = {{
    {"Profile download", "SMS-PP data download", "Cell Broadcast data download", "Menu selection",
        "SMS-PP data download", "Timer expiration", "USSD string in call control", "Call control"},
    {"Command result", "Call control by NAA", "Call control by NAA", "MO short message control", "Call control by NAA",
        "UCS2 entry supported", "UCS2 display supported", "DISPLAY TEXT"},
    {"DISPLAY TEXT", "GET INKEY", "GET INPUT", "MORE TIME", "PLAY TONE", "POLL INTERVAL", "POLLING OFF", "REFRESH"},
    {"SELECT ITEM", "SEND SHORT MESSAGE", "SEND SS", "SEND USSD", "SET UP CALL", "SET UP MENU",
        "PROVIDE LOCAL INFORMATION", "PROVIDE LOCAL INFORMATION (NMR)"},
    {"SET UP EVENT LIST", "Event: MT call", "Event: call connected", "Event: call disconnected",
        "Event: location status", "Event: user activity", "Event: idle screen available", "Event: card reader status"},
}};

void profileData(const ApduCommand&, const Window& data, Field& field)
{
    field.value = inWords(QT_TRANSLATE_NOOP("Decode", "%1 bytes")).arg(data.size());
    for (std::size_t at = 0; at < kFacilities.size() && static_cast<qsizetype>(at) < data.size(); ++at) {
        const Window byte = data.sliced(static_cast<qsizetype>(at), 1);
        Field one = fieldOf(byte, inWords(QT_TRANSLATE_NOOP("Decode", "Byte %1")).arg(at + 1), hexText(byte.bytes));
        for (std::size_t bit = 0; bit < kFacilities.at(at).size(); ++bit) {
            one.children.push_back(
                flagOf(byte, static_cast<std::uint8_t>(1U << bit), QString::fromLatin1(kFacilities.at(at).at(bit))));
        }
        field.children.push_back(std::move(one));
    }
    const Window more = data.from(kFacilities.size());
    if (!more.isEmpty()) {
        field.children.push_back(
            fieldOf(more, inWords(QT_TRANSLATE_NOOP("Decode", "Further bytes")), hexText(more.bytes)));
    }
}

void templateData(const ApduCommand&, const Window& data, Field& field)
{
    addToolkitTemplate(data, field);
}

void responseData(const ApduCommand&, const Window& data, Field& field)
{
    const auto details = toolkitDetails(data.bytes);
    field.value = details ? proactiveName(details->type) : QString();
    addToolkitObjects(data, field);
}

constexpr ApduDecoder kToolkitDecoders[] = {
    {0x10, apdu_class::kProprietary, nullptr, profileData, nullptr},
    {0x12, apdu_class::kProprietary, nullptr, nullptr, templateData},
    {0x14, apdu_class::kProprietary, nullptr, responseData, nullptr},
    {0xC2, apdu_class::kProprietary, nullptr, templateData, nullptr},
};

} // namespace

std::span<const ApduDecoder> toolkitDecoders()
{
    return kToolkitDecoders;
}

} // namespace dmsc
