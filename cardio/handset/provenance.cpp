// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/provenance.h"

namespace dmsc {

std::string cardOwner(std::string_view iccid)
{
    return std::string(kCardOwner) + std::string(iccid);
}

bool isCardOwner(std::string_view owner)
{
    return owner.starts_with(kCardOwner);
}

void takeOverFromCards(TreeEditor& editor, const std::string& owner)
{
    const OwnerLedger* ledger = editor.ledger();
    if (!ledger)
        return;
    // A copy: each change of an owner is noted as a change itself.
    const std::vector<Change> changes = editor.changes().changes;
    for (const Change& change : changes) {
        const NodeId node = change.kind == Change::Kind::Changed ? editor.tree().find(change.uri) : kNoNode;
        if (node != kNoNode && isCardOwner(ledger->nameOf(node)))
            editor.setOwner(node, owner);
    }
}

} // namespace dmsc
