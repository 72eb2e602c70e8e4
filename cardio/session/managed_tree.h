// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/earlier_nodes.h"
#include "cardio/store/tree_editor.h"

#include <string>

namespace dmsc {

/// A tree that sessions work on, with what stores its changes. Used by one thread at a time.
class ManagedTree
{
public:
    ManagedTree() = default;
    ManagedTree(const ManagedTree&) = delete;
    ManagedTree& operator=(const ManagedTree&) = delete;
    virtual ~ManagedTree() = default;

    [[nodiscard]] virtual const Tree& tree() const = 0;
    /// Who stored what; null where nobody is noted. "card:ICCID" is what came from a card (F02).
    [[nodiscard]] virtual const OwnerLedger* ledger() const = 0;
    /// What cards have replaced, to be put back when they leave; null where nobody is noted.
    [[nodiscard]] virtual const EarlierNodes* earlier() const { return nullptr; }
    /// Changes made in the name of `owner` (a server id, "card:ICCID", "user"; empty: the device tidies up).
    [[nodiscard]] virtual TreeEditor edit(const std::string& owner) = 0;
    /// Stores what the editor holds in one transaction, or rolls it back and says why not.
    virtual Result<void> commit(TreeEditor& editor, const std::string& owner) = 0;
};

} // namespace dmsc
