// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/issuer_policy.h"
#include "model/error.h"

#include <functional>

// What a card accepts as a policy (CARD-INTERFACE.md, section 13): the card holds to it, the host names it beforehand.
namespace dmsc {

/// Tells whether the card has the keys that a method needs.
using HasKeys = std::function<bool(const AcceptedMethod& method)>;

/// NotAllowed, with the rule, for a policy that would lock the issuer out, let somebody who proves nothing do more than
/// look, or has another block size than `blockSize`.
[[nodiscard]] Result<void> checkPolicy(const IssuerPolicy& policy, std::uint32_t blockSize, const HasKeys& hasKeys);

} // namespace dmsc
