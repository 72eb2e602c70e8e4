// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/account_rights.h"
#include "cardio/session/executor.h"
#include "cardio/session/item_document.h"

#include <algorithm>
#include <optional>

namespace dmsc {

using syncml::Item;

namespace {

/// The document's one top node, if it has one and that can stand for the Target.
NodeId onlyTop(const Tree& tree)
{
    const auto tops = tree.children(Tree::root());
    return tops.size() == 1 ? tops.front() : kNoNode;
}

/// A node with an ACL of its own.
struct KeptAcl
{
    Uri uri;
    std::string acl;
};

void collectAcls(const Tree& tree, NodeId node, std::vector<KeptAcl>& kept)
{
    if (!tree.acl(node).empty())
        kept.push_back({tree.uri(node), std::string(tree.acl(node))});
    for (const NodeId below : tree.children(node))
        collectAcls(tree, below, kept);
}

/// The document gives no node that is there another ACL unless the rights allow that (TND 8.3.7.1.3).
bool mayPutAcls(const NodeRights& rights, const Tree& tree, NodeId node, const Tree& document, NodeId from)
{
    const bool changes = !document.acl(from).empty() && document.acl(from) != tree.acl(node);
    if (changes && !rights.allowsAclChange(node))
        return false;
    const auto children = document.children(from);
    return std::all_of(children.begin(), children.end(), [&](NodeId below) {
        const NodeId there = tree.child(node, document.name(below));
        return there == kNoNode || mayPutAcls(rights, tree, there, document, below);
    });
}

/// Nodes that are there again and of which the document says no ACL keep the one that they had.
Result<void> keepAcls(TreeEditor& editor, const std::vector<KeptAcl>& before)
{
    for (const KeptAcl& one : before) {
        const NodeId node = editor.tree().find(one.uri);
        if (node == kNoNode || !editor.tree().acl(node).empty())
            continue;
        if (auto set = editor.setAcl(node, one.acl); !set)
            return set;
    }
    return {};
}

} // namespace

CommandExecutor::Status CommandExecutor::addTnds(const Uri& target, const Item& item)
{
    const auto document = readTnds(item, target.name());
    if (!document || !checkValues(*document, Tree::root()) || !areSegments(*document, Tree::root()))
        return Status::CommandFailed;
    const NodeId top = onlyTop(*document);
    const NodeId present = tree().find(target);
    // A document that is not called like the Target hangs below it: an MO in ./Inbox, say.
    if (present != kNoNode && tree().isInterior(present) && (top == kNoNode || document->name(top) != target.name()))
        return addTrees(present, *document, item);
    if (present != kNoNode)
        return sees(present) ? Status::AlreadyExists : Status::PermissionDenied;
    return top == kNoNode ? Status::CommandFailed : addBelow(target, *document, top, item);
}

CommandExecutor::Status CommandExecutor::addBelow(const Uri& target, const Tree& document, NodeId top, const Item& item)
{
    if (!m_limits.allow(target, document, top))
        return Status::UriTooLong;
    NodeId parent = kNoNode;
    const std::string_view type = document.isInterior(top) ? document.type(top) : std::string_view();
    if (const Status code = prepareParent(target, type, parent); code != Status::Ok)
        return code;
    if (const auto no = refused(syncml::CommandKind::Add, target, item))
        return *no;
    const auto added = m_editor->addSubtree(parent, target.name(), document, top);
    if (!added)
        return statusFor(added.error());
    const NodeData owned = ownedByCreator(parent, tree().data(*added));
    if (owned.acl == tree().acl(*added))
        return Status::Ok;
    const auto set = m_editor->setAcl(*added, owned.acl);
    return set ? Status::Ok : statusFor(set.error());
}

CommandExecutor::Status CommandExecutor::addTrees(NodeId parent, const Tree& document, const Item& item)
{
    const Uri target = tree().uri(parent);
    if (!allows(parent, AclCommand::Add))
        return Status::PermissionDenied;
    if (const auto no = refused(syncml::CommandKind::Add, target, item))
        return *no;
    for (const NodeId top : document.children(Tree::root())) {
        const std::string_view type = document.isInterior(top) ? document.type(top) : std::string_view();
        if (!mayAdd(parent, document.name(top), type))
            return Status::PermissionDenied;
        if (!isAddable(parent, document.name(top)))
            return Status::NotAllowed;
        if (!m_limits.allow(target.child(document.name(top)), document, top))
            return Status::UriTooLong;
        if (const auto added = m_editor->addSubtree(parent, document.name(top), document, top); !added)
            return statusFor(added.error());
    }
    return Status::Ok;
}

CommandExecutor::Status CommandExecutor::replaceTnds(NodeId node, const Item& item)
{
    const auto document = readTnds(item, tree().name(node));
    const NodeId top = document ? onlyTop(*document) : kNoNode;
    if (top == kNoNode || !checkValues(*document, top) || !areSegments(*document, top))
        return Status::CommandFailed;
    if (!m_limits.allow(tree().uri(node), *document, top))
        return Status::UriTooLong;
    const bool sameKind = tree().isInterior(node) == document->isInterior(top);
    // A leaf that becomes an interior node would bring its replacer the right to change the ACL, too.
    if (!mayPutAcls(m_rights, tree(), node, *document, top) || (!sameKind && !m_rights.allowsAclChange(node)))
        return Status::PermissionDenied;
    if (!tree().isInterior(node) && sameKind) {
        NodeData data = document->data(top);
        if (data.acl.empty())
            data.acl = tree().acl(node);
        return putLeaf(node, data);
    }
    // All that is there goes, whoever stored it; what comes is the replacer's.
    if (m_options.access && (!m_options.access->writesAll(node) || !m_options.access->deletesAll(node)))
        return Status::PermissionDenied;
    if (isPermanent(node))
        return Status::NotAllowed;
    const std::vector<std::string> servers = serversBelow(tree(), node);
    std::vector<KeptAcl> acls;
    collectAcls(tree(), node, acls);
    if (const auto replaced = m_editor->replaceSubtree(node, *document, top); !replaced)
        return statusFor(replaced.error());
    if (const auto kept = keepAcls(*m_editor, acls); !kept)
        return statusFor(kept.error());
    const auto stripped = stripGoneServers(*m_editor, servers);
    return stripped ? Status::Ok : statusFor(stripped.error());
}

CommandExecutor::Status CommandExecutor::putLeaf(NodeId node, const NodeData& data)
{
    Result<void> done;
    if (data.format != tree().format(node))
        done = m_editor->setFormat(node, data.format);
    if (done && data.type != tree().type(node))
        done = m_editor->setType(node, data.type);
    if (done && data.acl != tree().acl(node))
        done = m_editor->setAcl(node, data.acl);
    if (done && data.title != tree().title(node))
        done = m_editor->setTitle(node, data.title);
    if (done)
        done = m_editor->setValue(node, data.value);
    return done ? Status::Ok : statusFor(done.error());
}

} // namespace dmsc
