// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/entity_view.h"

#include "model/tree/acl.h"

#include <algorithm>

namespace dmsc {

namespace {

bool isZero(const Digest& digest)
{
    return std::all_of(digest.begin(), digest.end(), [](auto byte) { return byte == 0; });
}

} // namespace

EntityView::EntityView(const CardImage& image, EntityRights rights)
    : m_image(&image)
    , m_access(image.tree(), image.ledger(), std::move(rights))
{
}

bool EntityView::mayGet(NodeId node, bool inherited) const
{
    const Tree& tree = m_image->tree();
    if (m_access.rights().isIssuer() || !tree.hasRareProperties(node) || tree.acl(node).empty())
        return inherited;
    const auto acl = Acl::parse(tree.acl(node));
    return acl && acl->allows(AclCommand::Get, m_access.rights().server());
}

bool EntityView::hidesSomething() const
{
    const EntityRights& rights = m_access.rights();
    if (!rights.everywhere(Right::Explore) || !rights.everywhere(Right::Read))
        return true;
    const Tree& tree = m_image->tree();
    Hasher hasher;
    if (rights.isServer() && hidesSecret())
        return true;
    if (rights.isIssuer() || isZero(tree.computeAclDigest(Tree::root(), hasher)))
        return false;
    for (std::uint32_t i = 0; i < tree.idEnd(); ++i)
        if (tree.contains(NodeId{i}) && !mayGet(NodeId{i}, true))
            return true;
    return false;
}

bool EntityView::hidesSecret() const
{
    const Tree& tree = m_image->tree();
    for (std::uint32_t i = 0; i < tree.idEnd(); ++i)
        if (tree.contains(NodeId{i}) && m_access.isOthersSecret(NodeId{i}))
            return true;
    return false;
}

bool EntityView::shows(NodeId node, bool acl) const
{
    if (!acl && !m_access.owns(node))
        return false;
    return m_access.sees(node)
        && (m_image->tree().isInterior(node) || (m_access.reads(node) && !m_access.isOthersSecret(node)));
}

// Recursion goes as deep as a tree does, 128 levels.
void EntityView::copyBelow(NodeId from, NodeId to, bool acl)
{
    const Tree& tree = m_image->tree();
    for (const NodeId below : tree.children(from)) {
        const bool get = mayGet(below, acl);
        if (!shows(below, get))
            continue;
        if (const auto added = m_copy->add(to, tree.data(below)))
            copyBelow(below, *added, get);
    }
}

void EntityView::refresh()
{
    if (m_seq == m_image->seq())
        return;
    m_seq = m_image->seq();
    m_copy.reset();
    if (!hidesSomething())
        return;
    const Tree& tree = m_image->tree();
    m_copy.emplace();
    const NodeData root = tree.data(Tree::root());
    (void)m_copy->setType(Tree::root(), root.type);
    (void)m_copy->setAcl(Tree::root(), root.acl);
    (void)m_copy->setTitle(Tree::root(), root.title);
    m_copy->setTStamp(Tree::root(), root.tstamp);
    m_copy->setVerNo(Tree::root(), root.verNo);
    // What a tree has when nobody wrote an ACL lets everybody Get.
    copyBelow(Tree::root(), Tree::root(), mayGet(Tree::root(), true));
    m_copy->refreshDigests();
}

Epoch EntityView::epoch() const
{
    const Epoch card = m_image->epoch();
    if (isWhole())
        return card;
    Hasher hasher;
    hasher.begin();
    hasher.add(textOf(card));
    hasher.addText(m_access.rights().entity());
    for (const ScopedRights& condition : m_access.rights().conditions()) {
        hasher.addByte(condition.rights.bits);
        hasher.addText(condition.uri);
        hasher.addText(condition.moType);
    }
    const Digest digest = hasher.end();
    Epoch epoch{};
    std::copy_n(digest.begin(), epoch.size(), epoch.begin());
    return epoch;
}

bool EntityView::tells(const JournalEntry& entry) const
{
    if (isWhole() || tree().find(entry.change.uri) != kNoNode)
        return true;
    // Nobody knows any more who could see what is gone; its owner did, if it was the one who did away with it. What is
    // not told here shows in the digests.
    return entry.change.kind == Change::Kind::Deleted && m_image->tree().find(entry.change.uri) == kNoNode
        && m_access.rights().entity() == entry.owner;
}

std::vector<JournalEntry> EntityView::journalSince(CardSeq base) const
{
    std::vector<JournalEntry> entries = m_image->journal().since(base);
    std::erase_if(entries, [this](const JournalEntry& entry) { return !tells(entry); });
    return entries;
}

} // namespace dmsc
