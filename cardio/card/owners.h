// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/owner_ledger.h"
#include "model/access/owners.h"
#include "model/bytes.h"

namespace dmsc {

/// Owners of all nodes of `visible`, a tree that has some or all nodes of `tree`, which `ledger` is about. What nobody
/// stored is `issuer`'s.
[[nodiscard]] Owners ownersOf(
    const Tree& tree, const OwnerLedger& ledger, const Tree& visible, const std::string& issuer);

/// The answer to OWNERS (CARD-INTERFACE.md, section 12).
[[nodiscard]] Bytes encodeOwners(const Owners& owners);
/// Reads it on the host; Syntax error for what is none. An empty answer tells of no owner.
[[nodiscard]] Result<Owners> decodeOwners(ByteView answer);

} // namespace dmsc
