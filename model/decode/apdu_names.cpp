// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_names.h"

#include "model/bytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

/// One bit per kind of class byte: which table an instruction belongs to.
struct Instruction
{
    std::uint8_t ins;
    std::uint8_t kind;
    const char* name;
};

// The first row that fits wins. 40 to 56 in the proprietary class are the DM_SC application's.
constexpr Instruction kInstructions[] = {
    {0x04, apdu_class::kSim, "INVALIDATE"},
    {0x20, apdu_class::kSim, "VERIFY CHV"},
    {0x24, apdu_class::kSim, "CHANGE CHV"},
    {0x26, apdu_class::kSim, "DISABLE CHV"},
    {0x28, apdu_class::kSim, "ENABLE CHV"},
    {0x2C, apdu_class::kSim, "UNBLOCK CHV"},
    {0x44, apdu_class::kSim, "REHABILITATE"},
    {0x88, apdu_class::kSim, "RUN GSM ALGORITHM"},
    {0xA2, apdu_class::kSim, "SEEK"},
    {0xF2, apdu_class::kSim, "STATUS"},
    {0xFA, apdu_class::kSim, "SLEEP"},
    {0x04, apdu_class::kInterindustry, "DEACTIVATE FILE"},
    {0x0C, apdu_class::kInterindustry, "ERASE RECORD"},
    {0x0E, apdu_class::kInterindustry, "ERASE BINARY"},
    {0x0F, apdu_class::kInterindustry, "ERASE BINARY"},
    {0x10, apdu_class::kProprietary, "TERMINAL PROFILE"},
    {0x12, apdu_class::kProprietary, "FETCH"},
    {0x14, apdu_class::kProprietary, "TERMINAL RESPONSE"},
    {0x20, apdu_class::kInterindustry, "VERIFY"},
    {0x21, apdu_class::kInterindustry, "VERIFY"},
    {0x22, apdu_class::kAny, "MANAGE SECURITY ENVIRONMENT"},
    {0x24, apdu_class::kInterindustry, "CHANGE REFERENCE DATA"},
    {0x26, apdu_class::kInterindustry, "DISABLE VERIFICATION"},
    {0x28, apdu_class::kInterindustry, "ENABLE VERIFICATION"},
    {0x2A, apdu_class::kAny, "PERFORM SECURITY OPERATION"},
    {0x2C, apdu_class::kInterindustry, "RESET RETRY COUNTER"},
    {0x32, apdu_class::kAny, "INCREASE"},
    {0x40, apdu_class::kProprietary, "DM MESSAGE"},
    {0x42, apdu_class::kProprietary, "SYNC STATUS"},
    {0x44, apdu_class::kInterindustry, "ACTIVATE FILE"},
    {0x44, apdu_class::kProprietary, "READ JOURNAL"},
    {0x46, apdu_class::kProprietary, "NODE DIGESTS"},
    {0x46, apdu_class::kInterindustry, "GENERATE ASYMMETRIC KEY PAIR"},
    {0x48, apdu_class::kProprietary, "GET MEMORY"},
    {0x4A, apdu_class::kProprietary, "ACCESS CONDITIONS"},
    {0x4C, apdu_class::kProprietary, "MANAGE MEMORY"},
    {0x4E, apdu_class::kProprietary, "OWNERS"},
    {0x50, apdu_class::kProprietary, "INITIALIZE UPDATE"},
    {0x52, apdu_class::kProprietary, "RECEIPT"},
    {0x54, apdu_class::kProprietary, "POLICY"},
    {0x56, apdu_class::kProprietary, "NOTIFICATION"},
    {0x58, apdu_class::kProprietary, "DM CREDENTIAL"},
    {0x70, apdu_class::kInterindustry, "MANAGE CHANNEL"},
    {0x73, apdu_class::kInterindustry, "MANAGE SECURE CHANNEL"},
    {0x75, apdu_class::kInterindustry, "TRANSACT DATA"},
    {0x76, apdu_class::kProprietary, "SUSPEND UICC"},
    {0x7A, apdu_class::kProprietary, "EXCHANGE CAPABILITIES"},
    {0x82, apdu_class::kAny, "EXTERNAL AUTHENTICATE"},
    {0x84, apdu_class::kInterindustry, "GET CHALLENGE"},
    {0x86, apdu_class::kInterindustry, "GENERAL AUTHENTICATE"},
    {0x87, apdu_class::kInterindustry, "GENERAL AUTHENTICATE"},
    {0x88, apdu_class::kInterindustry, "AUTHENTICATE"},
    {0x88, apdu_class::kProprietary, "INTERNAL AUTHENTICATE"},
    {0x89, apdu_class::kInterindustry, "AUTHENTICATE"},
    {0xA0, apdu_class::kInterindustry, "SEARCH BINARY"},
    {0xA1, apdu_class::kInterindustry, "SEARCH BINARY"},
    {0xA2, apdu_class::kInterindustry, "SEARCH RECORD"},
    {0xA4, apdu_class::kAny, "SELECT"},
    {0xAA, apdu_class::kProprietary, "TERMINAL CAPABILITY"},
    {0xB0, apdu_class::kInterindustry, "READ BINARY"},
    {0xB1, apdu_class::kInterindustry, "READ BINARY"},
    {0xB3, apdu_class::kInterindustry, "READ RECORD"},
    {0xB2, apdu_class::kInterindustry, "READ RECORD"},
    {0xC0, apdu_class::kAny, "GET RESPONSE"},
    {0xC2, apdu_class::kProprietary, "ENVELOPE"},
    {0xCA, apdu_class::kAny, "GET DATA"},
    {0xCB, apdu_class::kInterindustry, "GET DATA"},
    {0xCB, apdu_class::kProprietary, "RETRIEVE DATA"},
    {0xD0, apdu_class::kInterindustry, "WRITE BINARY"},
    {0xD1, apdu_class::kInterindustry, "WRITE BINARY"},
    {0xD2, apdu_class::kInterindustry, "WRITE RECORD"},
    {0xD4, apdu_class::kProprietary, "RESIZE FILE"},
    {0xD6, apdu_class::kInterindustry, "UPDATE BINARY"},
    {0xD7, apdu_class::kInterindustry, "UPDATE BINARY"},
    {0xD8, apdu_class::kProprietary, "PUT KEY"},
    {0xDA, apdu_class::kAny, "PUT DATA"},
    {0xDB, apdu_class::kInterindustry, "PUT DATA"},
    {0xDB, apdu_class::kProprietary, "SET DATA"},
    {0xDC, apdu_class::kInterindustry, "UPDATE RECORD"},
    {0xDD, apdu_class::kInterindustry, "UPDATE RECORD"},
    {0xE0, apdu_class::kInterindustry, "CREATE FILE"},
    {0xE2, apdu_class::kProprietary, "STORE DATA"},
    {0xE2, apdu_class::kInterindustry, "APPEND RECORD"},
    {0xE4, apdu_class::kInterindustry, "DELETE FILE"},
    {0xE4, apdu_class::kProprietary, "DELETE"},
    {0xE6, apdu_class::kInterindustry, "TERMINATE DF"},
    {0xE6, apdu_class::kProprietary, "INSTALL"},
    {0xE8, apdu_class::kInterindustry, "TERMINATE EF"},
    {0xE8, apdu_class::kProprietary, "LOAD"},
    {0xF0, apdu_class::kProprietary, "SET STATUS"},
    {0xF2, apdu_class::kProprietary, "GET STATUS"},
    {0xFE, apdu_class::kInterindustry, "TERMINATE CARD USAGE"},
};

} // namespace

QString instructionName(std::uint8_t cla, std::uint8_t ins)
{
    for (const std::uint8_t kind : apdu_class::ranked(cla)) {
        const auto* row = std::find_if(std::begin(kInstructions), std::end(kInstructions),
            [=](const Instruction& candidate) { return candidate.ins == ins && (candidate.kind & kind) != 0; });
        if (row != std::end(kInstructions)) {
            return QString::fromLatin1(row->name);
        }
    }
    return {};
}

QString commandName(QByteArrayView command)
{
    constexpr std::uint8_t kStatus = 0xF2;
    constexpr std::uint8_t kAuthenticate = 0x82;
    constexpr std::uint8_t kKeyAgreement = 0xA6;
    constexpr std::uint8_t kFirstOfRegistry = 0x10;
    constexpr qsizetype kHeader = 4;
    if (command.size() < kHeader) {
        return {};
    }
    const auto byte = [command](qsizetype at) { return static_cast<std::uint8_t>(command[at]); };
    const bool proprietary = (byte(0) & 0x80) != 0;
    if (proprietary && byte(1) == kStatus && byte(2) < kFirstOfRegistry) {
        return QStringLiteral("STATUS");
    }
    // After Lc of one or of three bytes.
    const bool agrees =
        (command.size() > 5 && byte(5) == kKeyAgreement) || (command.size() > 7 && byte(7) == kKeyAgreement);
    if (proprietary && byte(1) == kAuthenticate && agrees && (byte(0) & 0x04) == 0) {
        return QStringLiteral("MUTUAL AUTHENTICATE");
    }
    const QString name = instructionName(byte(0), byte(1));
    return name.isEmpty() ? QStringLiteral("INS %1").arg(hexDigits(byte(1))) : name;
}

} // namespace dmsc
