// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"
#include "model/tree/tree.h"

#include <optional>
#include <string_view>

namespace dmsc {

/// The TNDS document in an Item, its nodes below a root of their own; `name` for a top node without one. Nothing when
/// it cannot be read or describes instead.
[[nodiscard]] std::optional<Tree> readTnds(const syncml::Item& item, std::string_view name);
/// Whether every leaf at and below the node has a value that its Format allows; names the first that has not.
[[nodiscard]] Result<void> checkValues(const Tree& tree, NodeId node);

} // namespace dmsc
