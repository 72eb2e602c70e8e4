// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/tree/digest.h"
#include "model/tree/format.h"
#include "model/tree/uri.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dmsc {

/// A node within one tree. Stable while the node lives; reused after it was removed.
enum class NodeId : std::uint32_t {};
inline constexpr NodeId kNoNode{std::numeric_limits<std::uint32_t>::max()};
[[nodiscard]] constexpr std::uint32_t index(NodeId id)
{
    return static_cast<std::uint32_t>(id);
}

/// What a node is made of, by value: for adding one, and for moving one between trees.
struct NodeData
{
    std::string name;
    Format format = Format::Node;
    std::string type; ///< leaf: MIME type, empty means text/plain; interior: MO identifier or empty
    std::string value; ///< raw bytes, never base64 of them; empty for interior nodes
    std::string acl; ///< own ACL, empty = inherited
    std::string title;
    std::string tstamp; ///< UTC basic ISO 8601, empty = not kept
    std::optional<std::uint16_t> verNo;

    friend bool operator==(const NodeData&, const NodeData&) = default;
};

/// A DM tree (TND 8): one flat array of nodes, text in an arena, children in byte order of their names.
/// 32 bytes a node plus 4 for its place among its siblings plus text; ACL, Title, TStamp and VerNo are rare and
/// stand in a table beside. A value: copies are independent. Not synchronised.
class Tree
{
public:
    Tree(); ///< a root alone: ".", interior

    [[nodiscard]] static constexpr NodeId root() { return NodeId{0}; }

    // --- looking
    [[nodiscard]] std::size_t size() const { return m_live; } ///< nodes, root included
    [[nodiscard]] std::uint32_t idEnd() const
    {
        return static_cast<std::uint32_t>(m_nodes.size());
    } ///< all ids are below
    [[nodiscard]] bool contains(NodeId id) const;
    [[nodiscard]] std::string_view name(NodeId id) const { return text(node(id).nameOffset, node(id).nameLength); }
    [[nodiscard]] Format format(NodeId id) const { return node(id).format; }
    [[nodiscard]] bool isInterior(NodeId id) const { return node(id).format == Format::Node; }
    [[nodiscard]] std::string_view type(NodeId id) const { return m_types[node(id).type]; }
    [[nodiscard]] bool hasType(NodeId id) const { return node(id).type != 0; }
    [[nodiscard]] std::string_view value(NodeId id) const ///< empty for interior nodes
    {
        const Node& n = node(id);
        return n.format == Format::Node ? std::string_view() : text(n.begin, n.count);
    }
    /// Whether it may have an ACL, Title, TStamp or VerNo of its own; false says surely not.
    [[nodiscard]] bool hasRareProperties(NodeId id) const { return node(id).hasExtra; }
    [[nodiscard]] std::string_view acl(NodeId id) const; ///< own ACL, empty = inherited
    [[nodiscard]] std::string_view title(NodeId id) const;
    [[nodiscard]] std::string_view tstamp(NodeId id) const;
    [[nodiscard]] std::optional<std::uint16_t> verNo(NodeId id) const;
    [[nodiscard]] NodeId parent(NodeId id) const { return node(id).parent; } ///< kNoNode for the root
    [[nodiscard]] std::span<const NodeId> children(NodeId id) const ///< in byte order of names
    {
        const Node& n = node(id);
        return n.format == Format::Node ? std::span(m_pool.data() + n.begin, n.count) : std::span<const NodeId>();
    }
    [[nodiscard]] NodeId child(NodeId id, std::string_view name) const; ///< kNoNode if there is none
    /// Of the leaf of that name below `parent`; empty if there is none, or no parent.
    [[nodiscard]] std::string_view leafValue(NodeId parent, std::string_view name) const;
    [[nodiscard]] NodeId find(const Uri& uri) const; ///< kNoNode if there is none
    [[nodiscard]] Uri uri(NodeId id) const;
    [[nodiscard]] std::size_t depth(NodeId id) const; ///< 0 for the root
    [[nodiscard]] bool isWithin(NodeId id, NodeId above) const; ///< id is `above` or below it
    [[nodiscard]] std::size_t subtreeSize(NodeId id) const;
    [[nodiscard]] NodeData data(NodeId id) const;
    [[nodiscard]] std::size_t bytes() const; ///< memory held, text included

    // --- changing; every error leaves the tree as it was
    Result<NodeId> add(NodeId parent, const NodeData& data);
    /// Copies `from`'s subtree below `parent` under `name`, children and all properties included.
    Result<NodeId> addSubtree(NodeId parent, std::string_view name, const Tree& other, NodeId from);
    Result<void> remove(NodeId id); ///< with everything below; the root stays (405)
    Result<void> rename(NodeId id, std::string_view wanted);
    Result<void> setValue(NodeId id, std::string_view value);
    Result<void> setFormat(NodeId id, Format format); ///< never between leaf and interior
    Result<void> setType(NodeId id, std::string_view type);
    Result<void> setAcl(NodeId id, std::string_view acl);
    Result<void> setTitle(NodeId id, std::string_view title);
    void setTStamp(NodeId id, std::string_view newStamp);
    void setVerNo(NodeId id, std::optional<std::uint16_t> verNo);

    // --- digests, see CARD-INTERFACE.md for the exact input
    /// Brings the digests of all changed interior nodes up to date; cost grows with what changed.
    void refreshDigests();
    /// Digest of name-independent content: Format, Type, Title, value, children. nullptr when not refreshed, or a leaf.
    [[nodiscard]] const Digest* contentDigest(NodeId interior) const
    {
        return node(interior).digestValid ? &m_digests[node(interior).digest].content : nullptr;
    }
    /// Digest of the ACLs in the subtree; all zero where no node has one.
    [[nodiscard]] const Digest* aclDigest(NodeId interior) const
    {
        return node(interior).digestValid ? &m_digests[node(interior).digest].acl : nullptr;
    }
    /// Short digests that lie side by side: one of all children's names, then one per child of its content and ACLs.
    /// Where the first are equal, children with equal ones are the same. Empty when not refreshed or all are leaves.
    [[nodiscard]] std::span<const ShortDigest> childDigests(NodeId interior) const
    {
        if (!node(interior).digestValid)
            return {};
        const ShortRun& run = m_shortRuns[node(interior).digest];
        return {m_short.data() + run.begin, run.count};
    }
    /// A leaf's digest, or an interior node's refreshed one, computed where it is not cached.
    [[nodiscard]] Digest computeContentDigest(NodeId id, Hasher& hasher) const;
    [[nodiscard]] Digest computeAclDigest(NodeId id, Hasher& hasher) const;

private:
    friend class TreeBuilder;

    struct Node
    {
        NodeId parent = kNoNode;
        std::uint32_t nameOffset = 0;
        std::uint16_t nameLength = 0;
        std::uint16_t type = 0;
        Format format = Format::Node;
        bool live = true;
        bool hasExtra = false;
        bool digestValid = false;
        // Leaf: offset and length of the value. Interior: first child in the pool and number of children.
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
        std::uint32_t capacity = 0; // interior: room in the pool from begin on
        std::uint32_t digest = 0; // interior: index into m_digests
    };
    static_assert(sizeof(Node) == 32);

    struct Extra
    {
        std::string acl, title, tstamp;
        std::optional<std::uint16_t> verNo;
    };

    // One cache line each: a diff by cached digests spends its time on fetching them.
    struct alignas(64) Digests
    {
        Digest content{};
        Digest acl{};
    };

    /// Where an interior node's childDigests lie in m_short.
    struct ShortRun
    {
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
    };

    [[nodiscard]] const Node& node(NodeId id) const { return m_nodes[index(id)]; }
    [[nodiscard]] Node& node(NodeId id) { return m_nodes[index(id)]; }
    [[nodiscard]] std::string_view text(std::uint32_t offset, std::uint32_t length) const
    {
        return {m_text.data() + offset, length};
    }
    [[nodiscard]] Result<std::uint32_t> store(std::string_view added);
    [[nodiscard]] Result<std::uint16_t> internType(std::string_view added);
    [[nodiscard]] std::uint32_t placeOf(NodeId parent, std::string_view name) const; ///< index among the children
    [[nodiscard]] Extra& extra(NodeId id);
    [[nodiscard]] const Extra* findExtra(NodeId id) const;
    [[nodiscard]] Result<void> check(const NodeData& data) const;
    [[nodiscard]] Result<NodeId> create(NodeId parent, const NodeData& data); ///< not yet among the children
    void insertChild(NodeId parent, std::uint32_t place, NodeId child);
    void removeChild(NodeId parent, NodeId child);
    void release(NodeId id);
    void markChanged(NodeId id);
    void dropGarbage();
    void refreshDigest(NodeId id, Hasher& hasher);
    void hashContent(NodeId id, Hasher& hasher) const;
    void refreshChildDigests(NodeId id, Hasher& hasher);
    [[nodiscard]] ShortDigest* shortRun(NodeId id, std::size_t count);
    void dropShortGarbage();

    std::vector<Node> m_nodes;
    std::vector<NodeId> m_pool; // child lists, one run per interior node
    std::string m_text; // names and values
    std::vector<std::string> m_types;
    std::unordered_map<std::string, std::uint16_t> m_typeIds;
    std::unordered_map<std::uint32_t, Extra> m_extras;
    std::vector<Digests> m_digests;
    std::vector<ShortRun> m_shortRuns; // like m_digests, as far as they were refreshed
    std::vector<ShortDigest> m_short;
    std::vector<NodeId> m_free;
    std::size_t m_live = 0;
    std::size_t m_textGarbage = 0;
    std::size_t m_poolGarbage = 0;
    std::size_t m_shortGarbage = 0;
};

} // namespace dmsc
