// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/atr.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace dmsc {

namespace {

constexpr std::size_t kMaxAtrSize = 33;
constexpr unsigned kCapabilitiesTag = 0x73;
constexpr unsigned kExtendedBit = 0x40;

/// Interface bytes that the upper nibble of T0 or TDi announces.
std::size_t announced(unsigned y)
{
    return (y & 1U) + ((y >> 1U) & 1U) + ((y >> 2U) & 1U) + ((y >> 3U) & 1U);
}

/// T0 with the count of historical bytes and TD1, TD1 (T=0, TD2), TD2 (T=1, TD3), TD3 (T=15, TA4), TA4 (classes A to C,
/// clock stop), then the check byte.
Bytes uiccAtr(ByteView historical)
{
    Bytes atr{0x3B, static_cast<std::uint8_t>(0x80U | historical.size()), 0x80, 0x81, 0x1F, 0xC7};
    atr.reserve(kMaxAtrSize);
    std::ranges::copy(historical, std::back_inserter(atr));
    std::uint8_t check = 0;
    for (std::size_t i = 1; i < atr.size(); ++i)
        check ^= atr[i];
    atr.push_back(check);
    return atr;
}

// Category 80, card service data 31 E0 (application selection by whole and partial AID, EF.DIR by READ RECORD),
// capabilities 73 (all ways of selecting files, short ids, record numbers; BER-TLV files; chaining, extended length,
// logical channels that the card assigns or the host chooses, eight and more).
constexpr std::array<std::uint8_t, 7> kUiccBytes{0x80, 0x31, 0xE0, 0x73, 0xF6, 0xA1, 0xDF};
constexpr std::array<std::uint8_t, 5> kDmscName{0x64, 'D', 'M', 'S', 'C'}; ///< pre-issuing data

} // namespace

ByteView historicalBytes(ByteView atr)
{
    if (atr.size() < 2 || atr.size() > kMaxAtrSize)
        return {};
    const std::size_t count = atr[1] & 0x0FU;
    unsigned y = atr[1] >> 4U;
    std::size_t at = 2;
    while (y != 0) {
        at += announced(y);
        if (at > atr.size())
            return {};
        y = (y & 8U) != 0 ? atr[at - 1] >> 4U : 0U;
    }
    return count > atr.size() - at ? ByteView{} : atr.subspan(at, count);
}

bool announcesExtendedLength(ByteView atr)
{
    ByteView bytes = historicalBytes(atr);
    // Category 80 and 00 start a row of compact TLVs; with 00 the last three bytes are a status.
    if (bytes.empty() || (bytes[0] != 0x80 && bytes[0] != 0x00))
        return false;
    if (bytes[0] == 0x00)
        bytes = bytes.first(bytes.size() < 4 ? 1 : bytes.size() - 3);
    std::size_t at = 1;
    while (at < bytes.size()) {
        const std::size_t length = bytes[at] & 0x0FU;
        if (length > bytes.size() - at - 1)
            return false;
        if (bytes[at] == kCapabilitiesTag)
            return (bytes[at + 3] & kExtendedBit) != 0;
        at += 1 + length;
    }
    return false;
}

Bytes emulatedCardAtr()
{
    Bytes historical;
    std::ranges::copy(kUiccBytes, std::back_inserter(historical));
    std::ranges::copy(kDmscName, std::back_inserter(historical));
    return uiccAtr(historical);
}

Bytes plainUiccAtr()
{
    return uiccAtr(kUiccBytes);
}

} // namespace dmsc
