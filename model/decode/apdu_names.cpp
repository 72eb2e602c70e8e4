// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

/// One bit per kind of class byte: which table an instruction belongs to.
enum ClassKind : std::uint8_t { Interindustry = 1, Proprietary = 2, Any = 3 };

struct Instruction
{
    std::uint8_t ins;
    std::uint8_t kind;
    const char* name;
};

// The first row that fits wins. 40 to 56 in the proprietary class are the DM_SC application's.
constexpr Instruction kInstructions[] = {
    {0x04, Interindustry, "DEACTIVATE FILE"},
    {0x0C, Interindustry, "ERASE RECORD"},
    {0x0E, Interindustry, "ERASE BINARY"},
    {0x0F, Interindustry, "ERASE BINARY"},
    {0x10, Proprietary, "TERMINAL PROFILE"},
    {0x12, Proprietary, "FETCH"},
    {0x14, Proprietary, "TERMINAL RESPONSE"},
    {0x20, Interindustry, "VERIFY"},
    {0x21, Interindustry, "VERIFY"},
    {0x22, Any, "MANAGE SECURITY ENVIRONMENT"},
    {0x24, Interindustry, "CHANGE REFERENCE DATA"},
    {0x26, Interindustry, "DISABLE VERIFICATION"},
    {0x28, Interindustry, "ENABLE VERIFICATION"},
    {0x2A, Any, "PERFORM SECURITY OPERATION"},
    {0x2C, Interindustry, "RESET RETRY COUNTER"},
    {0x32, Any, "INCREASE"},
    {0x40, Proprietary, "DM MESSAGE"},
    {0x42, Proprietary, "SYNC STATUS"},
    {0x44, Interindustry, "ACTIVATE FILE"},
    {0x44, Proprietary, "READ JOURNAL"},
    {0x46, Proprietary, "NODE DIGESTS"},
    {0x46, Interindustry, "GENERATE ASYMMETRIC KEY PAIR"},
    {0x48, Proprietary, "GET MEMORY"},
    {0x4A, Proprietary, "ACCESS CONDITIONS"},
    {0x4C, Proprietary, "MANAGE MEMORY"},
    {0x4E, Proprietary, "OWNERS"},
    {0x50, Proprietary, "INITIALIZE UPDATE"},
    {0x52, Proprietary, "RECEIPT"},
    {0x54, Proprietary, "POLICY"},
    {0x56, Proprietary, "NOTIFICATION"},
    {0x70, Interindustry, "MANAGE CHANNEL"},
    {0x73, Interindustry, "MANAGE SECURE CHANNEL"},
    {0x75, Interindustry, "TRANSACT DATA"},
    {0x76, Proprietary, "SUSPEND UICC"},
    {0x7A, Proprietary, "EXCHANGE CAPABILITIES"},
    {0x82, Any, "EXTERNAL AUTHENTICATE"},
    {0x84, Interindustry, "GET CHALLENGE"},
    {0x86, Interindustry, "GENERAL AUTHENTICATE"},
    {0x87, Interindustry, "GENERAL AUTHENTICATE"},
    {0x88, Interindustry, "AUTHENTICATE"},
    {0x88, Proprietary, "INTERNAL AUTHENTICATE"},
    {0x89, Interindustry, "AUTHENTICATE"},
    {0xA0, Interindustry, "SEARCH BINARY"},
    {0xA1, Interindustry, "SEARCH BINARY"},
    {0xA2, Interindustry, "SEARCH RECORD"},
    {0xA4, Any, "SELECT"},
    {0xAA, Proprietary, "TERMINAL CAPABILITY"},
    {0xB0, Interindustry, "READ BINARY"},
    {0xB1, Interindustry, "READ BINARY"},
    {0xB3, Interindustry, "READ RECORD"},
    {0xB2, Interindustry, "READ RECORD"},
    {0xC0, Any, "GET RESPONSE"},
    {0xC2, Proprietary, "ENVELOPE"},
    {0xCA, Any, "GET DATA"},
    {0xCB, Interindustry, "GET DATA"},
    {0xCB, Proprietary, "RETRIEVE DATA"},
    {0xD0, Interindustry, "WRITE BINARY"},
    {0xD1, Interindustry, "WRITE BINARY"},
    {0xD2, Interindustry, "WRITE RECORD"},
    {0xD4, Proprietary, "RESIZE FILE"},
    {0xD6, Interindustry, "UPDATE BINARY"},
    {0xD7, Interindustry, "UPDATE BINARY"},
    {0xD8, Proprietary, "PUT KEY"},
    {0xDA, Any, "PUT DATA"},
    {0xDB, Interindustry, "PUT DATA"},
    {0xDB, Proprietary, "SET DATA"},
    {0xDC, Interindustry, "UPDATE RECORD"},
    {0xDD, Interindustry, "UPDATE RECORD"},
    {0xE0, Interindustry, "CREATE FILE"},
    {0xE2, Proprietary, "STORE DATA"},
    {0xE2, Interindustry, "APPEND RECORD"},
    {0xE4, Interindustry, "DELETE FILE"},
    {0xE4, Proprietary, "DELETE"},
    {0xE6, Interindustry, "TERMINATE DF"},
    {0xE6, Proprietary, "INSTALL"},
    {0xE8, Interindustry, "TERMINATE EF"},
    {0xE8, Proprietary, "LOAD"},
    {0xF0, Proprietary, "SET STATUS"},
    {0xF2, Proprietary, "GET STATUS"},
    {0xFE, Interindustry, "TERMINATE CARD USAGE"},
};

} // namespace

QString instructionName(std::uint8_t cla, std::uint8_t ins)
{
    const std::uint8_t kind = (cla & 0x80) != 0 ? Proprietary : Interindustry;
    const auto* row = std::find_if(std::begin(kInstructions), std::end(kInstructions),
        [=](const Instruction& candidate) { return candidate.ins == ins && (candidate.kind & kind) != 0; });
    return row == std::end(kInstructions) ? QString() : QString::fromLatin1(row->name);
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
    return instructionName(byte(0), byte(1));
}

} // namespace dmsc
