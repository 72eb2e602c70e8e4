// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <array>
#include <vector>

namespace dmsc {

/// The three trees of a merge.
enum class Version : std::uint8_t { Base, Device, Card };

/// Nodes that belong together, one of each version; kNoNode where it has none.
struct MergeNodes
{
    std::array<NodeId, 3> ids = {kNoNode, kNoNode, kNoNode};

    [[nodiscard]] NodeId& operator[](Version version) { return ids[static_cast<std::size_t>(version)]; }
    [[nodiscard]] NodeId operator[](Version version) const { return ids[static_cast<std::size_t>(version)]; }
    [[nodiscard]] bool has(Version version) const { return (*this)[version] != kNoNode; }
};

/// The MOs of three trees by the Type of their roots: those of the base first in its document order, then what is new
/// on the device, then what is new on the card. `base` null: there is none.
///
/// Several of one Type: same URI and key first, then as matchMos() has it; where that leaves a choice, the one with
/// the same content. A last one of its Type in the base has the last one of a side as its successor, so that MOs which
/// met once as the only ones of their Type stay together when more of that Type come.
[[nodiscard]] std::vector<MergeNodes> matchForMerge(const Tree* base, const Tree& device, const Tree& card);

} // namespace dmsc
