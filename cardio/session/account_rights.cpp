// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/account_rights.h"

#include "model/tree/acl.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::string_view kAccountMo = "urn:oma:mo:oma-dm-dmacc:";

void collectIds(const Tree& tree, NodeId node, AccountIds& ids)
{
    if (tree.type(node).starts_with(kAccountMo))
        if (const std::string_view id = serverIdOf(tree, node); !id.empty())
            ids.emplace(tree.uri(node).text(), id);
    for (const NodeId below : tree.children(node))
        if (tree.isInterior(below))
            collectIds(tree, below, ids);
}

bool hasAnother(const AccountIds& ids, const std::string& uri, const std::string& id)
{
    return std::any_of(ids.begin(), ids.end(), [&](const auto& one) { return one.second == id && one.first != uri; });
}

bool names(const Acl& acl, const std::string& server)
{
    return std::any_of(std::begin(kAclCommands), std::end(kAclCommands), [&](AclCommand command) {
        const auto& servers = acl.servers(command);
        return std::find(servers.begin(), servers.end(), server) != servers.end();
    });
}

void collectAcls(const Tree& tree, NodeId node, const std::string& server, std::vector<NodeId>& nodes)
{
    if (!tree.acl(node).empty())
        if (const auto acl = Acl::parse(tree.acl(node)); acl && names(*acl, server))
            nodes.push_back(node);
    for (const NodeId below : tree.children(node))
        collectAcls(tree, below, server, nodes);
}

} // namespace

std::string_view serverIdOf(const Tree& tree, NodeId account)
{
    const std::string_view id = tree.leafValue(account, "ServerID");
    return id.empty() ? tree.leafValue(account, "ServerId") : id;
}

std::vector<std::string> serversBelow(const Tree& tree, NodeId node)
{
    AccountIds ids;
    collectIds(tree, node, ids);
    std::vector<std::string> servers;
    for (auto& [uri, id] : ids)
        servers.push_back(std::move(id));
    std::sort(servers.begin(), servers.end());
    servers.erase(std::unique(servers.begin(), servers.end()), servers.end());
    return servers;
}

AccountIds accountIds(const Tree& tree)
{
    AccountIds ids;
    collectIds(tree, Tree::root(), ids);
    return ids;
}

bool takesIdentity(const AccountIds& before, const AccountIds& after)
{
    return std::any_of(after.begin(), after.end(), [&](const auto& account) {
        const auto& [uri, id] = account;
        const auto known = before.find(uri);
        const bool isNew = known == before.end() || known->second != id;
        return isNew && (hasAnother(before, uri, id) || hasAnother(after, uri, id));
    });
}

bool isAccountSecret(const Tree& tree, NodeId node)
{
    const std::string_view name = tree.name(node);
    if (tree.isInterior(node) || (name != "AAuthSecret" && name != "AAuthData"))
        return false;
    // Wherever in the account it stands: a server may have renamed what is above it.
    for (NodeId above = tree.parent(node); above != kNoNode; above = tree.parent(above))
        if (tree.type(above).starts_with(kAccountMo))
            return true;
    return false;
}

Result<void> stripServer(TreeEditor& editor, const std::string& server)
{
    std::vector<NodeId> nodes;
    collectAcls(editor.tree(), Tree::root(), server, nodes);
    for (const NodeId node : nodes) {
        auto acl = Acl::parse(editor.tree().acl(node));
        if (!acl)
            continue;
        const Acl before = *acl;
        acl->removeServer(server);
        if (node == Tree::root())
            for (const AclCommand command : kAclCommands)
                if (!before.servers(command).empty() && acl->servers(command).empty())
                    acl->grant(command, "*");
        if (auto set = editor.tidyAcl(node, acl->text()); !set)
            return set;
    }
    return {};
}

Result<void> stripGoneServers(TreeEditor& editor, const std::vector<std::string>& before)
{
    if (before.empty())
        return {};
    const std::vector<std::string> left = serversBelow(editor.tree(), Tree::root());
    for (const std::string& server : before)
        if (!std::binary_search(left.begin(), left.end(), server))
            if (auto stripped = stripServer(editor, server); !stripped)
                return stripped;
    return {};
}

} // namespace dmsc
