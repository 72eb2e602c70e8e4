// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/provenance.h"

#include "cardio/handset/confirmation.h"

#include <algorithm>

namespace dmsc {

namespace {

bool standsAs(const TreeEditor& editor, const Uri& uri, const EarlierNode& earlier)
{
    const NodeId node = editor.tree().find(uri);
    if (node == kNoNode)
        return false;
    NodeData now = editor.tree().data(node);
    now.tstamp.clear();
    now.verNo.reset();
    return now == earlier.data && (!editor.ledger() || editor.ledger()->nameOf(node) == earlier.owner);
}

void note(EarlierNodes& nodes, const TreeEditor& editor, const std::string& card)
{
    const auto marks = Uri::parse(kDeviceMarks);
    for (FormerNode& former : editor.formers()) {
        const std::string& owner = editor.ledger()->name(former.owner);
        // What the user has agreed to is no setting that a card could replace.
        if (isCardOwner(owner) || (marks && marks->contains(former.uri)))
            continue;
        former.data.tstamp.clear();
        former.data.verNo.reset();
        const auto [place, fresh] =
            nodes.try_emplace(std::move(former.uri), EarlierNode{std::move(former.data), owner, card});
        if (!fresh)
            place->second.card = card;
    }
}

void forget(EarlierNodes& nodes, const TreeEditor& editor)
{
    for (const Change& change : editor.changes().changes)
        std::erase_if(nodes, [&](const auto& node) {
            return change.kind == Change::Kind::Changed ? change.uri == node.first : change.uri.contains(node.first);
        });
}

Result<bool> restoreOne(TreeEditor& editor, const Uri& uri, const EarlierNode& earlier)
{
    const Tree& tree = editor.tree();
    NodeId node = tree.find(uri);
    if (node == kNoNode) {
        const NodeId parent = tree.find(uri.parent());
        if (parent == kNoNode || !tree.isInterior(parent))
            return false;
        const auto added = editor.add(parent, earlier.data);
        if (!added)
            return tl::unexpected(added.error());
        node = *added;
    } else if (standsAs(editor, uri, earlier) || tree.isInterior(node) != (earlier.data.format == Format::Node)) {
        return false; // of another kind: somebody has put something below what the card had made of it
    } else if (auto done = editor.setData(node, earlier.data); !done) {
        return tl::unexpected(done.error());
    }
    editor.setOwner(node, earlier.owner);
    return true;
}

} // namespace

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
    if (!ledger || owner.empty())
        return;
    // A copy: each change of an owner is noted as a change itself.
    const std::vector<Change> changes = editor.changes().changes;
    for (const Change& change : changes) {
        const NodeId node = change.kind == Change::Kind::Changed ? editor.tree().find(change.uri) : kNoNode;
        if (node != kNoNode && isCardOwner(ledger->nameOf(node)))
            editor.setOwner(node, owner);
    }
}

EarlierNodes earlierAfter(const EarlierNodes& before, const TreeEditor& editor, const std::string& owner)
{
    EarlierNodes nodes = before;
    if (!editor.ledger())
        return nodes;
    if (isCardOwner(owner))
        note(nodes, editor, owner);
    else if (!owner.empty())
        forget(nodes, editor);
    std::erase_if(nodes, [&](const auto& node) { return standsAs(editor, node.first, node.second); });
    return nodes;
}

Result<std::vector<Uri>> restoreEarlier(
    TreeEditor& editor, const EarlierNodes* earlier, const OwnerCheck& goes, const std::vector<Uri>& listed)
{
    std::vector<Uri> restored;
    for (const auto& [uri, node] : earlier ? *earlier : EarlierNodes()) {
        const auto stays = [&uri = uri](const Uri& one) { return one.contains(uri); };
        if (!goes(node.card) || std::ranges::any_of(listed, stays))
            continue;
        const auto done = restoreOne(editor, uri, node);
        if (!done)
            return tl::unexpected(done.error());
        if (*done)
            restored.push_back(uri);
    }
    return restored;
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
