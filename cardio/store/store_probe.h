// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

namespace dmsc {

/// A moment in the life of a change set at which power may fail.
enum class StoreStep : std::uint8_t {
    Begin, ///< before the transaction
    Write, ///< before each statement in it
    Commit, ///< everything is written, nothing is committed
    Committed, ///< the transaction is in the file
};

/// Asked at every step; false lets the step fail as a broken disk would, a test may also end the process here.
using StoreProbe = std::function<bool(StoreStep)>;

} // namespace dmsc
