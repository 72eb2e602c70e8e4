// SPDX-License-Identifier: Apache-2.0
#include "cardio/pcsc/atr_text.h"

#include "cardio/link/atr.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::uint8_t kInverse = 0x3F;
constexpr int kGlobal = 15; // T=15: interface bytes that hold for all protocols
constexpr std::uint8_t kUiccBit = 0x80;
constexpr std::uint8_t kCapabilities = 0x73;
constexpr std::size_t kCapabilitiesSize = 3;
constexpr std::uint8_t kChainingBit = 0x80;
constexpr std::uint8_t kCardService = 0x31;
constexpr std::uint8_t kDirectoryBit = 0x20; // application identifiers stand in EF.DIR

/// What interface bytes say besides the protocols.
struct Interface
{
    std::size_t end = 0; ///< offset behind them
    bool global = false; ///< there are some for T=15
    bool uicc = false;
};

/// Nothing when they end early.
std::optional<Interface> readInterfaceBytes(ByteView atr, AtrFacts& facts)
{
    Interface found;
    unsigned y = atr[1] >> 4U;
    int protocol = -1;
    std::size_t at = 2;
    while (y != 0) {
        at += y & 1U; // TA
        if ((y & 2U) != 0) {
            if (at < atr.size() && protocol == kGlobal)
                found.uicc = found.uicc || (atr[at] & kUiccBit) != 0;
            ++at;
        }
        at += (y >> 2U) & 1U; // TC
        if ((y & 8U) == 0)
            break;
        if (at >= atr.size())
            return std::nullopt;
        protocol = atr[at] & 0x0F;
        y = atr[at] >> 4U;
        found.global = found.global || protocol == kGlobal;
        if (protocol != kGlobal
            && std::find(facts.protocols.begin(), facts.protocols.end(), protocol) == facts.protocols.end())
            facts.protocols.push_back(protocol);
        ++at;
    }
    found.end = at;
    return found;
}

/// TCK makes the bytes from T0 on come to 0; it is there unless T=0 is all that is offered.
bool endsRight(ByteView atr, std::size_t end, bool withCheck)
{
    if (!withCheck)
        return atr.size() == end;
    std::uint8_t sum = 0;
    for (const std::uint8_t byte : atr.subspan(1))
        sum ^= byte;
    return atr.size() == end + 1 && sum == 0;
}

/// The compact TLV's value among historical bytes of category 80; empty where there is none.
ByteView historicalObject(ByteView historical, std::uint8_t tagAndLength)
{
    if (historical.empty() || historical[0] != 0x80)
        return {};
    for (std::size_t at = 1; at < historical.size();) {
        const std::size_t length = historical[at] & 0x0FU;
        if (length > historical.size() - at - 1)
            return {};
        if (historical[at] == tagAndLength)
            return historical.subspan(at + 1, length);
        at += 1 + length;
    }
    return {};
}

bool isDmsc(ByteView historical)
{
    static constexpr std::array<std::uint8_t, 4> kName{'D', 'M', 'S', 'C'};
    return std::search(historical.begin(), historical.end(), kName.begin(), kName.end()) != historical.end();
}

} // namespace

AtrFacts readAtr(ByteView atr)
{
    AtrFacts facts;
    if (atr.size() < 2)
        return facts;
    facts.inverse = atr[0] == kInverse;
    const auto interface = readInterfaceBytes(atr, facts);
    if (facts.protocols.empty())
        facts.protocols.push_back(0);
    const bool withCheck = (interface && interface->global) || facts.protocols != std::vector{0};
    const ByteView historical = historicalBytes(atr);
    facts.historical.assign(historical.begin(), historical.end());
    facts.complete = interface && endsRight(atr, interface->end + (atr[1] & 0x0FU), withCheck);
    facts.extendedLength = announcesExtendedLength(atr);
    const ByteView capabilities = historicalObject(historical, kCapabilities);
    facts.chaining = capabilities.size() == kCapabilitiesSize && (capabilities[2] & kChainingBit) != 0;
    const ByteView service = historicalObject(historical, kCardService);
    const bool directory = !service.empty() && (service[0] & kDirectoryBit) != 0;
    facts.uicc = interface && (interface->uicc || (interface->global && directory));
    return facts;
}

QString describeAtr(ByteView atr)
{
    if (atr.empty())
        return {};
    const AtrFacts facts = readAtr(atr);
    const QString name = isDmsc(facts.historical) ? QCoreApplication::translate("Atr", "DM_SC card")
        : facts.uicc                              ? QCoreApplication::translate("Atr", "UICC")
                                                  : QCoreApplication::translate("Atr", "card");
    QStringList words;
    for (const int protocol : facts.protocols)
        words << QStringLiteral("T=%1").arg(protocol);
    if (facts.extendedLength)
        words << QCoreApplication::translate("Atr", "extended length");
    if (!facts.complete)
        words << QCoreApplication::translate("Atr", "its answer to reset is damaged");
    return QStringLiteral("%1 (%2)").arg(name, words.join(QStringLiteral(", ")));
}

} // namespace dmsc
