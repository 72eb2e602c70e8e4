// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <vector>

namespace dmsc {

/// Builds a tree from a document read front to back, in linear time and without per-node allocation:
/// open(name) .. describe .. close() for each node, parents around children. Children may come in any order.
class TreeBuilder
{
public:
    TreeBuilder();

    /// Makes room for a tree of about this size, so that building it moves nothing.
    void reserve(std::size_t nodes, std::size_t textBytes);

    /// Starts a child of the node that is open now (of the root at first).
    Result<void> open(std::string_view name);
    /// The same for a node whose name is read later: setName() must come before close().
    Result<NodeId> openUnnamed();
    Result<void> setName(std::string_view name);
    /// The open node, a child of the root that has no name and no children yet, is the root itself: its properties go
    /// there, and what follows is built below the root.
    void becomeRoot();
    // All about the node that is open now; a node stays interior until a leaf Format or a value is set. The root
    // always does: its Format is not taken, its value refused.
    void setFormat(Format format);
    Result<void> setType(std::string_view type);
    Result<void> setValue(std::string_view value); ///< makes an undescribed node a chr leaf; a null has none
    Result<void> setAcl(std::string_view acl);
    Result<void> setTitle(std::string_view title);
    void setTStamp(std::string_view tstamp);
    void setVerNo(std::uint16_t verNo);
    [[nodiscard]] bool atRoot() const { return m_open.size() == 1; }
    [[nodiscard]] std::size_t depth() const { return m_open.size() - 1; }
    [[nodiscard]] Uri uri() const { return m_tree.uri(m_open.back().id); }
    [[nodiscard]] Format format() const { return m_tree.format(m_open.back().id); }
    [[nodiscard]] NodeId id() const { return m_open.back().id; }
    [[nodiscard]] std::string_view name() const { return m_tree.name(m_open.back().id); }
    /// After an error of ErrorKind::Exists: the second node of that name.
    [[nodiscard]] NodeId twin() const { return m_twin; }

    /// Ends the open node; errors: two children of one name, a leaf with children.
    Result<void> close();
    /// Ends the open node, a child of the root, and moves it below `parent` when the tree is finished; parents that
    /// are in the document nowhere come to be as interior nodes (TND 8.4: flat Nodes with Path).
    Result<void> closeBelow(const Uri& parent);
    /// Ends the root and hands the tree out; everything else must be closed.
    [[nodiscard]] Result<Tree> finish();

private:
    struct Open
    {
        NodeId id;
        std::size_t firstChild; // in m_children
    };
    struct Placed
    {
        Uri parent;
        NodeId id;
    };
    Result<void> closeTop();
    Result<void> takeName(NodeId id, std::string_view name);
    Result<void> placeAll();
    Result<NodeId> parentFor(const Uri& uri);
    Result<void> attach(NodeId parent, std::vector<NodeId> added);
    Result<void> checkDepth(NodeId id, std::size_t depth) const;
    [[nodiscard]] tl::unexpected<Error> twinError(NodeId twin);

    Tree m_tree;
    std::vector<Open> m_open;
    std::vector<NodeId> m_children; // of all open nodes, innermost last
    std::vector<Placed> m_placed;
    NodeId m_twin = kNoNode;
    std::uint16_t m_lastType = 0;
};

} // namespace dmsc
