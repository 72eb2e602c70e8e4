// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace dmsc {

/// Number of a logical channel, 0 (basic) to 19.
enum class LogicalChannel : std::uint8_t { Basic = 0 };

// The class byte, ISO/IEC 7816-4 5.4.1 and GlobalPlatform Card Specification 11.1.4:
//   x000 c0SLL / x00c 01LL  channels 0-3, secure messaging 04 (0C = ISO forms, not used by GlobalPlatform)
//   x1sc LLLL               channels 4-19, secure messaging 20
// x = 80 for proprietary (GlobalPlatform) commands, c = 10 for "more of the chain follows".

[[nodiscard]] constexpr bool isProprietary(std::uint8_t cla)
{
    return (cla & 0x80U) != 0;
}
[[nodiscard]] constexpr bool isFurtherClass(std::uint8_t cla)
{
    return (cla & 0x40U) != 0;
}
/// 001xxxxx and 101xxxxx are reserved; old SIM commands (A0) live there.
[[nodiscard]] constexpr bool isReservedClass(std::uint8_t cla)
{
    return (cla & 0x60U) == 0x20U;
}
[[nodiscard]] constexpr LogicalChannel channelOf(std::uint8_t cla)
{
    return static_cast<LogicalChannel>(isFurtherClass(cla) ? (cla & 0x0FU) + 4U : cla & 0x03U);
}
/// The class byte of an unsecured, unchained command on a channel from 0 to 19.
[[nodiscard]] constexpr std::uint8_t claFor(bool proprietary, LogicalChannel channel)
{
    const auto number = static_cast<unsigned>(channel);
    return static_cast<std::uint8_t>(
        (proprietary ? 0x80U : 0U) | (number < 4U ? number : 0x40U | ((number - 4U) & 0x0FU)));
}

[[nodiscard]] constexpr bool isChained(std::uint8_t cla)
{
    return (cla & 0x10U) != 0;
}
[[nodiscard]] constexpr std::uint8_t withChaining(std::uint8_t cla, bool moreFollows)
{
    return static_cast<std::uint8_t>(moreFollows ? cla | 0x10U : cla & ~0x10U);
}

/// Any secure messaging is announced.
[[nodiscard]] constexpr bool hasSecureMessaging(std::uint8_t cla)
{
    return (cla & (isFurtherClass(cla) ? 0x20U : 0x0CU)) != 0;
}
/// Secure messaging in GlobalPlatform's form: exactly 04, or 20 on the channels from 4.
[[nodiscard]] constexpr bool isSecured(std::uint8_t cla)
{
    return isFurtherClass(cla) ? (cla & 0x20U) != 0 : (cla & 0x2CU) == 0x04U;
}
[[nodiscard]] constexpr std::uint8_t withSecurity(std::uint8_t cla, bool secured)
{
    const unsigned mask = isFurtherClass(cla) ? 0x20U : 0x0CU;
    const unsigned bits = isFurtherClass(cla) ? 0x20U : 0x04U;
    return static_cast<std::uint8_t>((cla & ~mask) | (secured ? bits : 0U));
}
/// What the C-MAC is taken over: secured, the channel set to 0, the chaining bit as sent.
[[nodiscard]] constexpr std::uint8_t macClass(std::uint8_t cla)
{
    return static_cast<std::uint8_t>((cla & 0x90U) | 0x04U);
}
/// GET RESPONSE is an interindustry command on the channel of the command that it completes.
[[nodiscard]] constexpr std::uint8_t getResponseClass(std::uint8_t cla)
{
    return claFor(false, channelOf(cla));
}

} // namespace dmsc
