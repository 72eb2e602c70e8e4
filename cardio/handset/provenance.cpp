// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/provenance.h"

#include <algorithm>

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

Result<void> Remover::remove(NodeId node)
{
    if (m_kept.contains(node))
        return {};
    if (isWholly(node)) {
        removed.push_back(m_editor->tree().uri(node));
        return m_editor->remove(node);
    }
    const auto span = m_editor->tree().children(node);
    const std::vector<NodeId> children(span.begin(), span.end());
    for (const NodeId child : children)
        if (auto done = remove(child); !done)
            return done;
    return {};
}

bool Remover::isWholly(NodeId node) const
{
    const auto children = m_editor->tree().children(node);
    return node != Tree::root() && !m_kept.contains(node) && m_goes(m_editor->ledger()->nameOf(node))
        && std::ranges::all_of(children, [this](NodeId child) { return isWholly(child); });
}

} // namespace dmsc
