// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/node_access.h"
#include "model/tree/acl.h"
#include "model/tree/tree.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace dmsc {

/// Tells whether a server may not delete or rename a node (Scope Permanent of its DDF, TND 8.2.2).
using PermanentCheck = std::function<bool(const Tree&, NodeId)>;

/// Tells whether a server may do that to a node at all, whatever its ACL says (AccessType of its DDF, TND 8.5). Add is
/// AddCheck's.
using AccessTypeCheck = std::function<bool(const Tree&, NodeId, AclCommand)>;

/// Who may add a node of which the parent is there. Children of an MO mostly lack Add in their AccessType, and whoever
/// makes one brings them one after the other nevertheless.
enum class MayAdd : std::uint8_t { Everybody, ItsMaker, Nobody };
/// What the DDF says of a child of that name that is not there yet.
using AddCheck = std::function<MayAdd(const Tree&, NodeId parent, std::string_view name)>;

/// What a device's DDF says; each may be empty: then it says nothing.
struct DdfChecks
{
    PermanentCheck permanent;
    AccessTypeCheck accessType;
    AddCheck adds;
};

/// What the ACLs let a server do to which node (TND 8.3.7.1). They do not bind the local owner, an empty server id, and
/// nobody on what it stored itself.
class NodeRights
{
public:
    NodeRights(const Tree& tree, std::string server, const NodeAccess* access = nullptr)
        : m_tree(&tree)
        , m_server(std::move(server))
        , m_access(access)
    {
    }
    [[nodiscard]] bool isOwner() const { return m_server.empty(); }
    [[nodiscard]] const std::string& server() const { return m_server; }
    [[nodiscard]] bool allows(NodeId node, AclCommand command) const;
    /// Interior nodes: Replace on the node or its parent. Leaves: Replace on the parent alone.
    [[nodiscard]] bool allowsAclChange(NodeId node) const;

private:
    const Tree* m_tree;
    std::string m_server;
    const NodeAccess* m_access;
};

/// DevDetail/URI of a tree: MaxDepth in segments, the others in characters; 0 = unlimited (STD 7.1.3.3).
struct UriLimits
{
    std::uint32_t maxDepth = 0;
    std::uint32_t maxTotalLength = 0;
    std::uint32_t maxSegmentLength = 0;

    [[nodiscard]] static UriLimits of(const Tree& tree);
    [[nodiscard]] bool allow(const Uri& uri) const;
    /// Also everything below `node` of `other` when it comes to stand at `uri`.
    [[nodiscard]] bool allow(const Uri& uri, const Tree& other, NodeId node) const;
};

} // namespace dmsc
