// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace dmsc {

/// Who stored each node of a tree (ADM-5), and the bytes that this comes to by owner and by Type of MO. Running sums:
/// keeping them costs what a change costs. The root is the card's own: it is in no sum. An MO is an outermost interior
/// node with a Type.
class OwnerLedger
{
public:
    /// An owner's place in this ledger; 0 is nobody, the empty name.
    enum class Owner : std::uint32_t { Nobody = 0 };

    [[nodiscard]] Owner intern(const std::string& name);
    [[nodiscard]] const std::string& name(Owner owner) const { return m_names[index(owner)]; }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; } ///< in the order of Owner
    [[nodiscard]] Owner ownerOf(NodeId id) const { return has(id) ? m_nodes[at(id)].owner : Owner::Nobody; }
    [[nodiscard]] const std::string& nameOf(NodeId id) const { return name(ownerOf(id)); }
    /// Type of the MO that the node is in; empty outside of MOs.
    [[nodiscard]] const std::string& moTypeOf(NodeId id) const { return m_types[has(id) ? m_nodes[at(id)].type : 0]; }

    [[nodiscard]] std::uint64_t bytesOf(Owner owner) const { return m_ownerBytes[index(owner)]; }
    [[nodiscard]] std::uint64_t bytesOfType(const std::string& moType) const;

    /// The node is there and belongs to `owner`; its parent has been put before.
    void put(const Tree& tree, NodeId id, Owner owner);
    void putSubtree(const Tree& tree, NodeId id, Owner owner);
    /// The node has changed; with everything below when it has become or ceased to be an MO.
    void measure(const Tree& tree, NodeId id);
    /// The subtree goes; its owners in the order of a walk, parents first.
    [[nodiscard]] std::vector<Owner> dropSubtree(const Tree& tree, NodeId id);
    /// The subtree is back, with the owners that dropSubtree() gave.
    void putSubtree(const Tree& tree, NodeId id, const std::vector<Owner>& owners);
    void drop(NodeId id);
    [[nodiscard]] bool has(NodeId id) const { return at(id) < m_nodes.size() && m_nodes[at(id)].there; }

private:
    struct Entry
    {
        std::uint32_t size = 0;
        Owner owner = Owner::Nobody;
        std::uint32_t type : 31 = 0;
        std::uint32_t there : 1 = 0;
    };

    [[nodiscard]] static std::size_t index(Owner owner) { return static_cast<std::size_t>(owner); }
    [[nodiscard]] static std::size_t at(NodeId id) { return static_cast<std::size_t>(id); }
    [[nodiscard]] std::uint32_t internType(std::string_view type);
    [[nodiscard]] std::uint32_t typeIn(const Tree& tree, NodeId id);

    std::vector<Entry> m_nodes; // by NodeId
    std::vector<std::string> m_names{std::string()};
    std::unordered_map<std::string, Owner> m_ids{{std::string(), Owner::Nobody}};
    std::vector<std::uint64_t> m_ownerBytes{0};
    std::vector<std::string> m_types{std::string()};
    std::unordered_map<std::string, std::uint32_t> m_typeIds;
    std::vector<std::uint64_t> m_typeBytes{0};
};

} // namespace dmsc
