// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/owner_ledger.h"

#include "cardio/store/tree_editor.h"

#include <functional>

namespace dmsc {

OwnerLedger::Owner OwnerLedger::intern(const std::string& name)
{
    const auto [place, fresh] = m_ids.try_emplace(name, static_cast<Owner>(m_names.size()));
    if (fresh) {
        m_names.push_back(name);
        m_ownerBytes.push_back(0);
    }
    return place->second;
}

std::uint32_t OwnerLedger::internType(std::string_view type)
{
    const auto [place, fresh] = m_typeIds.try_emplace(std::string(type), static_cast<std::uint32_t>(m_types.size()));
    if (fresh) {
        m_types.emplace_back(type);
        m_typeBytes.push_back(0);
    }
    return place->second;
}

std::uint64_t OwnerLedger::bytesOfType(const std::string& moType) const
{
    const auto found = m_typeIds.find(moType);
    return found == m_typeIds.end() ? 0 : m_typeBytes[found->second];
}

std::uint32_t OwnerLedger::typeIn(const Tree& tree, NodeId id)
{
    if (id == Tree::root())
        return 0;
    const NodeId parent = tree.parent(id);
    if (const std::uint32_t above = has(parent) ? m_nodes[at(parent)].type : 0; above != 0)
        return above;
    return tree.isInterior(id) && tree.hasType(id) ? internType(tree.type(id)) : 0;
}

void OwnerLedger::put(const Tree& tree, NodeId id, Owner owner)
{
    drop(id);
    if (at(id) >= m_nodes.size())
        m_nodes.resize(at(id) + 1);
    Entry entry;
    entry.owner = owner;
    entry.type = typeIn(tree, id) & 0x7FFFFFFFU;
    entry.there = 1;
    entry.size = id == Tree::root() ? 0 : static_cast<std::uint32_t>(storedNodeBytes(tree, id));
    m_nodes[at(id)] = entry;
    m_ownerBytes[index(owner)] += entry.size;
    m_typeBytes[entry.type] += entry.size;
}

void OwnerLedger::drop(NodeId id)
{
    if (!has(id))
        return;
    Entry& entry = m_nodes[at(id)];
    m_ownerBytes[index(entry.owner)] -= entry.size;
    m_typeBytes[entry.type] -= entry.size;
    entry = {};
}

void OwnerLedger::putSubtree(const Tree& tree, NodeId id, Owner owner)
{
    put(tree, id, owner);
    for (const NodeId below : tree.children(id))
        putSubtree(tree, below, owner);
}

void OwnerLedger::measure(const Tree& tree, NodeId id)
{
    const std::uint32_t before = has(id) ? m_nodes[at(id)].type : 0;
    put(tree, id, ownerOf(id));
    if (m_nodes[at(id)].type != before)
        for (const NodeId below : tree.children(id))
            if (has(below))
                measure(tree, below);
}

namespace {

void walk(const Tree& tree, NodeId id, const std::function<void(NodeId)>& visit)
{
    visit(id);
    for (const NodeId below : tree.children(id))
        walk(tree, below, visit);
}

} // namespace

std::vector<OwnerLedger::Owner> OwnerLedger::dropSubtree(const Tree& tree, NodeId id)
{
    std::vector<Owner> owners;
    walk(tree, id, [&](NodeId node) {
        owners.push_back(ownerOf(node));
        drop(node);
    });
    return owners;
}

void OwnerLedger::putSubtree(const Tree& tree, NodeId id, const std::vector<Owner>& owners)
{
    auto next = owners.begin();
    walk(tree, id, [&](NodeId node) { put(tree, node, next == owners.end() ? Owner::Nobody : *next++); });
}

} // namespace dmsc
