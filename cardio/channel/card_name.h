// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/certificate.h"

#include <optional>
#include <string>

namespace dmsc {

/// Which card a certificate is of (CARD-INTERFACE.md, section 3).
struct CardName
{
    std::string iccid; ///< empty: it names no card, any may have it
    [[nodiscard]] bool fits(std::string_view other) const { return iccid.empty() || iccid == other; }
};

/// By the common name: `card`, or an ICCID, alone or after `card:`. nullopt: it is no card's certificate.
[[nodiscard]] std::optional<CardName> cardNameOf(const Certificate& certificate);

} // namespace dmsc
