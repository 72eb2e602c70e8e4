// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/managed_tree.h"

#include <vector>

namespace dmsc {

/// What became of what the user had agreed to.
struct Revocation
{
    std::vector<Uri> removed; ///< it was there by that consent alone, and is gone
    std::vector<Uri> restored; ///< the device's own that a card had replaced, as they were before
    std::vector<Uri> kept; ///< the device's own, with values that somebody brought: asked about before the next change
    std::vector<Uri> unknown; ///< the device remembers no consent to it
};

/// The user takes consents back. What came in by one alone leaves the device, and what a card has replaced is as it was
/// before (as with F02: what somebody else has changed since stays); a firmware package that waits to be installed is
/// deleted. Whatever comes again is asked about again, marked or not (USE-1, USE-5). A change set for each.
[[nodiscard]] Result<Revocation> revokeConsent(ManagedTree& device, const std::vector<Uri>& mos);

} // namespace dmsc
