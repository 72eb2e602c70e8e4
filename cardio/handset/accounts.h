// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/client_session.h"

namespace dmsc {

/// The DM accounts of a tree: its MOs urn:oma:mo:oma-dm-dmacc:1.0 (and 1.1, 1.2), in the order of the tree;
/// none without a ServerID.
[[nodiscard]] std::vector<DmAccount> accountsOf(const Tree& tree);
/// The MO of the account with that server id; kNoNode: none. And what it says.
[[nodiscard]] NodeId accountNodeOf(const Tree& tree, std::string_view serverId);
[[nodiscard]] DmAccount accountAt(const Tree& tree, NodeId node);
/// NotFound when no account has that server id.
[[nodiscard]] Result<DmAccount> accountOf(const Tree& tree, std::string_view serverId);
/// Writes the nonces of the account back into its MO (B13).
Result<void> saveNonces(ManagedTree& device, const DmAccount& account);

} // namespace dmsc
