// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "model/error.h"

#include <QString>

#include <string>

namespace dmsc {

/// A card number of its own (ITU-T E.118): 19 digits under the emulated issuer's prefix, the last a check digit.
[[nodiscard]] Result<std::string> newIccid(const RandomSource& random);
/// 19 or 20 digits that begin with 89 and end with their check digit; BadValue says what is wrong.
[[nodiscard]] Result<std::string> iccidOf(const QString& text);

} // namespace dmsc
