// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/secret.h"

namespace dmsc {

/// A key's new value, with what proves that it may be set. All of it is wiped when it goes.
struct PinChange
{
    enum class Kind : std::uint8_t {
        Change, ///< proof is the old value: CHANGE PIN
        Unblock, ///< proof is the PUK, and the tries are given back: UNBLOCK PIN
    };

    std::uint8_t reference = 0;
    Kind kind = Kind::Change;
    SecretBytes proof;
    SecretBytes fresh;
};

} // namespace dmsc
