// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"
#include "widgets/theme/icon.h"

#include <QString>

#include <cstdint>
#include <vector>

// What the wizard says about roles and methods, and what of them a card's policy lets through.
namespace dmsc {

/// The roles in the order in which the wizard offers them.
[[nodiscard]] std::vector<Role> allRoles();
[[nodiscard]] std::vector<HandshakeMethod> allMethods();
/// The levels of SCP03, weakest first (SecurityLevel).
[[nodiscard]] std::vector<std::uint8_t> allLevels();

[[nodiscard]] Icon iconOf(Role role);
/// "DM server and card, through the device"
[[nodiscard]] QString pairingTitle(Role role);
/// Who wants what from whom, in a sentence.
[[nodiscard]] QString pairingText(Role role);
/// "DM server", as it begins a line.
[[nodiscard]] QString capitalRoleName(Role role);

/// "SCP03: shared keys"
[[nodiscard]] QString methodTitle(HandshakeMethod method);
[[nodiscard]] QString whatItProves(HandshakeMethod method);
[[nodiscard]] QString whatItDoesNot(HandshakeMethod method);
/// "Commands and responses authenticated and encrypted (0x33)"
[[nodiscard]] QString levelTitle(std::uint8_t level);

/// Why the card's policy lets nobody of this role in; empty when it does. A card that offers nothing has not told.
[[nodiscard]] QString whyNotRole(const std::vector<OfferedMethod>& offers, Role role);
[[nodiscard]] QString whyNotMethod(const std::vector<OfferedMethod>& offers, Role role, HandshakeMethod method);
[[nodiscard]] QString whyNotLevel(
    const std::vector<OfferedMethod>& offers, Role role, HandshakeMethod method, std::uint8_t level);

} // namespace dmsc
