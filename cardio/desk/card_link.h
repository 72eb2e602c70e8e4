// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/where.h"
#include "cardio/link/link.h"
#include "cardio/pcsc/waiting_sink.h"

namespace dmsc {

/// A way to an emulated card's image or to the card in a reader, nothing being said to it yet. BadValue error for
/// what is no card. The sink hears of a reader that takes long.
[[nodiscard]] Result<std::unique_ptr<Link>> openCardLink(const Where& where, const WaitingSink& waiting = {});

} // namespace dmsc
