// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/tree_editor.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// ServerID of a DM account, which DM 1.1 calls ServerId; empty: it has none.
[[nodiscard]] std::string_view serverIdOf(const Tree& tree, NodeId account);
/// The same of every DM account (Type urn:oma:mo:oma-dm-dmacc:1.x) at and below a node; sorted, each once.
[[nodiscard]] std::vector<std::string> serversBelow(const Tree& tree, NodeId node);

/// The ServerID of each DM account in the tree, by the account's URI.
using AccountIds = std::map<std::string, std::string>;
[[nodiscard]] AccountIds accountIds(const Tree& tree);
/// Whether a change has given an account the ServerID that another one has, or had before it: whoever is called so
/// would take over the other's ACL rights.
[[nodiscard]] bool takesIdentity(const AccountIds& before, const AccountIds& after);

/// AAuthSecret or AAuthData of a DM account: there is no Get for servers (STD 7.1.3).
[[nodiscard]] bool isAccountSecret(const Tree& tree, NodeId node);

/// Takes a removed server out of every ACL (TND 8.3.7.1.4): a command without a server goes, an ACL left empty is
/// inherited, the root's commands become `*`.
Result<void> stripServer(TreeEditor& editor, const std::string& server);

/// Strips those of `before` that have no account in the tree any more.
Result<void> stripGoneServers(TreeEditor& editor, const std::vector<std::string>& before);

} // namespace dmsc
