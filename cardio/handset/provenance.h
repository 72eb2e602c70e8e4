// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/tree_editor.h"

#include <string>
#include <string_view>

namespace dmsc {

/// Owner of the nodes that came from a card (GEN-3, F02): "card:" and its ICCID.
inline constexpr std::string_view kCardOwner = "card:";
[[nodiscard]] std::string cardOwner(std::string_view iccid);
[[nodiscard]] bool isCardOwner(std::string_view owner);

/// What `owner` has changed of nodes that came from another card, or from any when it is no card itself, is its own
/// from now on. Does nothing for an editor without a ledger.
void takeOverFromCards(TreeEditor& editor, const std::string& owner);

} // namespace dmsc
