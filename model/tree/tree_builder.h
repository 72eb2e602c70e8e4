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

    /// Starts a child of the node that is open now (of the root at first).
    Result<void> open(std::string_view name);
    // All about the node that is open now; a node stays interior until a leaf Format or a value is set.
    void setFormat(Format format);
    Result<void> setType(std::string_view type);
    Result<void> setValue(std::string_view value); ///< makes an undescribed node a chr leaf
    Result<void> setAcl(std::string_view acl);
    Result<void> setTitle(std::string_view title);
    void setTStamp(std::string_view tstamp);
    void setVerNo(std::uint16_t verNo);
    [[nodiscard]] bool atRoot() const { return m_open.size() == 1; }
    [[nodiscard]] std::size_t depth() const { return m_open.size() - 1; }
    [[nodiscard]] Uri uri() const { return m_tree.uri(m_open.back().id); }
    [[nodiscard]] Format format() const { return m_tree.format(m_open.back().id); }

    /// Ends the open node; errors: two children of one name, a leaf with children.
    Result<void> close();
    /// Ends the root and hands the tree out; everything else must be closed.
    [[nodiscard]] Result<Tree> finish();

private:
    struct Open
    {
        NodeId id;
        std::size_t firstChild; // in m_children
    };
    Result<void> closeTop();

    Tree m_tree;
    std::vector<Open> m_open;
    std::vector<NodeId> m_children; // of all open nodes, innermost last
};

} // namespace dmsc
