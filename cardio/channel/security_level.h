// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace dmsc {

/// What a secure channel protects, the P1 of EXTERNAL AUTHENTICATE (GlobalPlatform Amendment D 7.1.2.1).
enum class SecurityLevel : std::uint8_t {
    CommandMac = 0x01, ///< commands carry a MAC
    CommandMacEnc = 0x03, ///< and are encrypted
    BothMac = 0x11, ///< commands and responses carry a MAC
    BothMacCommandEnc = 0x13, ///< and commands are encrypted
    All = 0x33, ///< commands and responses carry a MAC and are encrypted
};

[[nodiscard]] constexpr bool encryptsCommands(SecurityLevel level)
{
    return (static_cast<unsigned>(level) & 0x02U) != 0;
}
[[nodiscard]] constexpr bool authenticatesResponses(SecurityLevel level)
{
    return (static_cast<unsigned>(level) & 0x10U) != 0;
}
[[nodiscard]] constexpr bool encryptsResponses(SecurityLevel level)
{
    return (static_cast<unsigned>(level) & 0x20U) != 0;
}
/// Everything that `required` protects `level` protects too.
[[nodiscard]] constexpr bool covers(SecurityLevel level, SecurityLevel required)
{
    return (static_cast<unsigned>(level) & static_cast<unsigned>(required)) == static_cast<unsigned>(required);
}
/// One of the five levels above, or nullopt.
[[nodiscard]] std::optional<SecurityLevel> securityLevelOf(std::uint8_t value);
/// "0x33: commands and responses authenticated and encrypted", in the user's language.
[[nodiscard]] QString describe(SecurityLevel level);

} // namespace dmsc
