// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"
#include "cardio/handset/bootstrap.h"

namespace dmsc {

/// A card is put into the handset, or is in it when that starts (F01, GEN-3): what came from other cards leaves, and
/// what this one offers is taken in as its marks and the settings say. The card was read as the device.
[[nodiscard]] Result<BootstrapReport> insertCard(
    ManagedTree& device, const SideSession& card, const HandsetSettings& settings, UserAgent& user);

/// The card is taken out (F02): what came from cards and from nobody else leaves, what they had replaced is back.
[[nodiscard]] Result<CardLeft> takeCardOut(ManagedTree& device);

} // namespace dmsc
