// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    /// Changes made in the name of `owner` (a server id, "card:ICCID", "user").
    [[nodiscard]] virtual TreeEditor edit(const std::string& owner) = 0;
    /// Stores what the editor holds in one transaction, or rolls it back and says why not.
    virtual Result<void> commit(TreeEditor& editor, const std::string& owner) = 0;
};

} // namespace dmsc
