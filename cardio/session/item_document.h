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
/// Whether a new node may be called so: a `?` in an URI begins what is asked about its node (TND 8.1).
[[nodiscard]] inline bool isSegment(std::string_view name)
{
    return name.find('?') == std::string_view::npos;
}
/// The same for every node below that one.
[[nodiscard]] bool areSegments(const Tree& tree, NodeId node);
/// Whether every leaf at and below the node has a value that its Format allows; names the first that has not.
[[nodiscard]] Result<void> checkValues(const Tree& tree, NodeId node);

} // namespace dmsc
