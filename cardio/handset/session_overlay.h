// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/managed_tree.h"

namespace dmsc {

/// A tree over another one for as long as a session lasts (PRV-1, F10): what is taken in is used and then gone; the
/// tree below never changes.
class SessionOverlay final : public ManagedTree
{
public:
    /// `below` outlives the overlay.
    explicit SessionOverlay(const ManagedTree& below);

    [[nodiscard]] const Tree& tree() const override { return m_tree; }
    [[nodiscard]] const OwnerLedger* ledger() const override { return nullptr; }
    [[nodiscard]] TreeEditor edit(const std::string& owner) override;
    Result<void> commit(TreeEditor& editor, const std::string& owner) override;

private:
    Tree m_tree;
};

} // namespace dmsc
