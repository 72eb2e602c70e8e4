// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/earlier_nodes.h"
#include "cardio/store/tree_editor.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dmsc {

/// Owner of the nodes that came from a card (GEN-3, F02): "card:" and its ICCID.
inline constexpr std::string_view kCardOwner = "card:";
[[nodiscard]] std::string cardOwner(std::string_view iccid);
[[nodiscard]] bool isCardOwner(std::string_view owner);

/// What `owner` has changed of nodes that came from another card, or from any when it is no card itself, is its own
/// from now on. Does nothing for an editor without a ledger, nor for the empty owner.
void takeOverFromCards(TreeEditor& editor, const std::string& owner);

/// What cards have replaced, after the editor's changes by `owner`: a card's changes of what is not from a card are
/// noted, anybody else's later ones make what is there now stay. What stands as it was before needs no note.
[[nodiscard]] EarlierNodes earlierAfter(const EarlierNodes& before, const TreeEditor& editor, const std::string& owner);

using OwnerCheck = std::function<bool(const std::string&)>;

/// Puts back what these cards have replaced, but at and below `listed`. The URIs that are as they were again.
[[nodiscard]] Result<std::vector<Uri>> restoreEarlier(
    TreeEditor& editor, const EarlierNodes* earlier, const OwnerCheck& goes, const std::vector<Uri>& listed = {});

/// Removes what these owners have stored from a node on; keeps what somebody else has below, and what is in `kept` with
/// all below it, each with its ancestors. For an editor with a ledger.
class Remover
{
public:
    Remover(TreeEditor& editor, OwnerCheck goes, std::set<NodeId> kept = {})
        : m_editor(&editor)
        , m_goes(std::move(goes))
        , m_kept(std::move(kept))
    {
    }

    Result<void> remove(NodeId node);

    std::vector<Uri> removed; ///< roots of what is gone

private:
    [[nodiscard]] bool isWholly(NodeId node) const;

    TreeEditor* m_editor;
    OwnerCheck m_goes;
    std::set<NodeId> m_kept;
};

} // namespace dmsc
