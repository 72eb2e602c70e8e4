// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/account_rights.h"
#include "cardio/session/executor.h"
#include "cardio/session/item_document.h"

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

} // namespace

CommandExecutor::Status CommandExecutor::addTnds(const Uri& target, const Item& item)
{
    const auto document = readTnds(item, target.name());
    if (!document || !checkValues(*document, Tree::root()))
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
    if (top == kNoNode || !checkValues(*document, top))
        return Status::CommandFailed;
    if (!m_limits.allow(tree().uri(node), *document, top))
        return Status::UriTooLong;
    if (!tree().isInterior(node) && !document->isInterior(top)) {
        NodeData data = document->data(top);
        return putLeaf(node, data);
    }
    // All that is there goes, whoever stored it; what comes is the replacer's.
    if (m_options.access && (!m_options.access->writesAll(node) || !m_options.access->deletesAll(node)))
        return Status::PermissionDenied;
    if (isPermanent(node))
        return Status::NotAllowed;
    const std::vector<std::string> servers = serversBelow(tree(), node);
    if (const auto replaced = m_editor->replaceSubtree(node, *document, top); !replaced)
        return statusFor(replaced.error());
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
