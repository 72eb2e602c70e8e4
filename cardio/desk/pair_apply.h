// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"

#include <array>

namespace dmsc {

/// What became of a plan over two sides.
struct ApplyOutcome
{
    std::vector<OperationResult> results; ///< one per operation, in their order
    std::optional<Error> error; ///< why nothing was changed; not set: all was
};

/// Carries a plan out on both sides, all or nothing: the card first, as one Atomic, then the device; when the device
/// refuses, the card gets the inverse operations. A side may be missing if no operation is about it.
[[nodiscard]] ApplyOutcome applyToPair(
    std::array<SideSession*, 2> sides, const std::vector<Operation>& operations, const Progress& progress);

} // namespace dmsc
