// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"

#include <QByteArrayView>
#include <QString>

#include <array>
#include <cstdint>

namespace dmsc {

/// Which class bytes a row of a table is for, as bits.
namespace apdu_class {
inline constexpr std::uint8_t kInterindustry = 1;
inline constexpr std::uint8_t kProprietary = 2;
inline constexpr std::uint8_t kAny = 3;
inline constexpr std::uint8_t kSim = 4; ///< A0 (TS 51.011), beside what the others name

/// The classes whose rows may hold for a class byte, the best one first; 0 where there is no other.
[[nodiscard]] constexpr std::array<std::uint8_t, 3> ranked(std::uint8_t cla)
{
    constexpr std::uint8_t kSimClass = 0xA0;
    if (cla == kSimClass) {
        return {kSim, kInterindustry, kProprietary};
    }
    return {(cla & 0x80) != 0 ? kProprietary : kInterindustry, 0, 0};
}
} // namespace apdu_class

/// Name of an instruction (ISO 7816-4, ETSI TS 102 221/222/223, TS 51.011, GlobalPlatform, DM_SC), chosen by the class
/// byte where a code has two meanings; empty when unknown.
[[nodiscard]] QString instructionName(std::uint8_t cla, std::uint8_t ins);

/// Name of a whole command, where P1 or the data tell apart what shares an instruction; "INS 5A" when unknown, empty
/// when too short.
[[nodiscard]] QString commandName(QByteArrayView command);

/// What a status word says in words (ISO 7816-4, TS 102 221 10.2), in the user's language; never empty.
[[nodiscard]] QString statusWordText(std::uint16_t statusWord);

/// 9000 61xx 91xx 92xx 9Fxx: Ok, but 9240; 62xx 63xx 6Cxx 93xx 9Exx: Warning; the rest: Error.
[[nodiscard]] StatusLevel statusWordLevel(std::uint16_t statusWord);

/// "9000", four upper-case hex digits.
[[nodiscard]] QString statusWordHex(std::uint16_t statusWord);

} // namespace dmsc
