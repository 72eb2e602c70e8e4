// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/files/fcp.h"

#include <string>
#include <vector>

namespace dmsc {

/// Records of the default EF.ARR.
enum class DefaultRule : std::uint8_t {
    Public = 1, ///< read always, change ADM 1
    Pin = 2, ///< read PIN 1, change ADM 1
    User = 3, ///< read and update PIN 1, administer ADM 1
    SecondPin = 4, ///< read PIN 1, update second PIN 1, administer ADM 1
    Published = 5, ///< read always, change never
    Directory = 6, ///< create, delete, activate, deactivate ADM 1
    Preference = 7, ///< read always, update PIN 1, administer ADM 1
};

/// The reference to a rule in EF.ARR 2F06 of the MF.
[[nodiscard]] AccessReference ruleFor(DefaultRule rule);

/// Below the MF: proactive commands, one after the other, that the card has fetched after each TERMINAL PROFILE.
inline constexpr std::uint16_t kToolkitFile = 0x2F5A;

struct DefaultFile
{
    std::uint32_t parent = 0; ///< number in the list, from 1; 0 for the MF, which is the first
    Fcp control;
    Bytes content;
};

/// What a new card has: CARD-INTERFACE.md, section 11, lists it. EF.DIR names the DM_SC application only where it is.
[[nodiscard]] std::vector<DefaultFile> defaultFiles(const std::string& iccid, bool dmsc = true);

/// Decimal digits two a byte as they are read, F behind an odd number of them.
[[nodiscard]] Bytes digitsOf(const std::string& digits);

} // namespace dmsc
