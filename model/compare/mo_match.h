// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <utility>
#include <vector>

namespace dmsc {

/// What tells two instances of one MO apart wherever they hang: the value of the key leaf (ServerID, SPI, ...) below
/// its root; empty where there is none.
[[nodiscard]] std::string_view moKey(const Tree& tree, NodeId root);

/// The outermost MO roots (interior, with a Type) in a subtree, itself included, in document order.
void collectMos(const Tree& tree, NodeId node, std::vector<NodeId>& out);

/// Pairs MOs of one Type: same name and key first, then same key, then same name, then the only ones of
/// their Type on either side if their keys do not contradict. Each node is paired at most once.
[[nodiscard]] std::vector<std::pair<NodeId, NodeId>> matchMos(
    const Tree& left, const std::vector<NodeId>& leftMos, const Tree& right, const std::vector<NodeId>& rightMos);

} // namespace dmsc
