// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/account_rights.h"
#include "cardio/session/executor.h"
#include "cardio/session/item_document.h"

namespace dmsc {

using syncml::CommandKind;
using syncml::Item;
using syncml::StatusCode;

namespace {

StatusCode statusOf(const Result<void>& done)
{
    return done ? StatusCode::Ok : statusFor(done.error());
}

} // namespace

CommandExecutor::Status CommandExecutor::uriStatus(const Error& error) const
{
    if (error.kind == ErrorKind::Limit)
        return Status::UriTooLong;
    if (error.kind != ErrorKind::BadValue)
        return statusFor(error);
    // "/A", "A/", "../A" name no node.
    return m_options.dialect == Dialect::Windows ? Status::BadRequest : Status::NotFound;
}

Result<NodeData> CommandExecutor::leafData(const Item& item, NodeData data) const
{
    if (!item.meta.format.empty()) {
        const auto format = formatFromName(item.meta.format);
        if (!format)
            return fail(ErrorKind::Unsupported, {});
        // On the wire bin stands for both; a node that is b64 by nature stays it.
        if (!(*format == Format::Bin && data.format == Format::B64))
            data.format = *format;
    }
    if (!item.meta.type.empty())
        data.type = item.meta.type;
    data.value = item.data.value_or(std::string());
    if (data.format == Format::Node)
        data.value.clear();
    else if (auto good = checkValue(data.format, data.value); !good)
        return tl::unexpected(good.error());
    return data;
}

NodeData CommandExecutor::ownedByCreator(NodeId parent, NodeData data) const
{
    // Who may not Replace the parent could otherwise do nothing with what it made (TND 8.3.7.1.3).
    // Where nodes have owners, that is what lets it.
    if (m_options.access || data.format != Format::Node || !data.acl.empty() || allows(parent, AclCommand::Replace))
        return data;
    Acl acl;
    for (const AclCommand command : {AclCommand::Add, AclCommand::Delete, AclCommand::Replace})
        acl.grant(command, m_rights.server());
    data.acl = acl.text();
    return data;
}

bool CommandExecutor::isAddable(NodeId parent, std::string_view name) const
{
    const MayAdd who = m_options.adds ? m_options.adds(tree(), parent, name) : MayAdd::Everybody;
    if (who != MayAdd::ItsMaker)
        return who == MayAdd::Everybody;
    const OwnerLedger* ledger = m_editor->ledger();
    return !ledger || ledger->nameOf(parent) == m_options.server;
}

CommandExecutor::Status CommandExecutor::prepareParent(const Uri& uri, std::string_view type, NodeId& parent)
{
    const Uri above = uri.parent();
    parent = tree().find(above);
    if (!isSegment(uri.name()))
        return Status::CommandFailed;
    if (parent == kNoNode) {
        if (!m_options.implicitParents)
            return missing(above);
        NodeId grandparent = kNoNode;
        if (const Status code = prepareParent(above, {}, grandparent); code != Status::Ok)
            return code;
        NodeData data;
        data.name = above.name();
        const auto made = m_editor->add(grandparent, ownedByCreator(grandparent, std::move(data)));
        if (!made)
            return statusFor(made.error());
        parent = *made;
        if (m_options.access && !m_options.access->adds(parent, uri.name(), type))
            return Status::PermissionDenied;
        return isAddable(parent, uri.name()) ? Status::Ok : Status::NotAllowed;
    }
    if (!tree().isInterior(parent))
        return sees(parent) ? Status::NotAllowed : Status::PermissionDenied;
    if (!mayAdd(parent, uri.name(), type))
        return Status::PermissionDenied;
    return isAddable(parent, uri.name()) ? Status::Ok : Status::NotAllowed;
}

CommandExecutor::Status CommandExecutor::add(const Item& item)
{
    const auto request = parseRequestUri(item.target.uri);
    if (!request)
        return uriStatus(request.error());
    if (!request->isPlain())
        return Status::NotAllowed; // properties cannot be added
    if (!m_limits.allow(request->uri))
        return Status::UriTooLong;
    if (isTnds(item))
        return addTnds(request->uri, item);
    if (const NodeId there = tree().find(request->uri); there != kNoNode)
        return sees(there) ? Status::AlreadyExists : Status::PermissionDenied;
    NodeData data;
    data.name = request->uri.name();
    data.format = Format::Chr;
    auto described = leafData(item, std::move(data));
    if (!described)
        return described.error().kind == ErrorKind::Unsupported ? Status::UnsupportedTypeOrFormat
                                                                : Status::CommandFailed;
    if (described->format == Format::Node && item.data && !item.data->empty())
        return Status::NotAllowed; // an interior node has no value
    NodeId parent = kNoNode;
    const std::string_view type = described->format == Format::Node ? std::string_view(described->type) : "";
    if (const Status code = prepareParent(request->uri, type, parent); code != Status::Ok)
        return code;
    if (const auto no = refused(CommandKind::Add, request->uri, item))
        return *no;
    const auto added = m_editor->add(parent, ownedByCreator(parent, std::move(*described)));
    return added ? Status::Ok : statusFor(added.error());
}

CommandExecutor::Status CommandExecutor::replace(const Item& item)
{
    const auto request = parseRequestUri(item.target.uri);
    if (!request)
        return uriStatus(request.error());
    if (!m_limits.allow(request->uri))
        return Status::UriTooLong;
    const NodeId node = tree().find(request->uri);
    if (node == kNoNode && request->isPlain() && m_options.dialect == Dialect::Windows)
        return add(item);
    if (node == kNoNode)
        return missing(request->uri); // Replace never creates (REPU 4.1.6.11)
    if (const auto* property = std::get_if<NodeProperty>(&request->wish))
        return replaceProperty(node, *property, item);
    if (!request->isPlain())
        return Status::NotAllowed;
    if (!mayReplace(node))
        return Status::PermissionDenied;
    if ((tree().isInterior(node) && !isTnds(item)) || !isFor(node, AclCommand::Replace))
        return Status::NotAllowed;
    if (const auto no = refused(CommandKind::Replace, request->uri, item))
        return *no;
    return isTnds(item) ? replaceTnds(node, item) : replaceLeaf(node, item);
}

CommandExecutor::Status CommandExecutor::replaceLeaf(NodeId node, const Item& item)
{
    auto data = leafData(item, tree().data(node));
    if (!data)
        return data.error().kind == ErrorKind::Unsupported ? Status::UnsupportedTypeOrFormat : Status::CommandFailed;
    return data->format == Format::Node ? Status::NotAllowed : putLeaf(node, *data);
}

CommandExecutor::Status CommandExecutor::replaceProperty(NodeId node, NodeProperty property, const Item& item)
{
    const std::string text = item.data.value_or(std::string());
    switch (property) {
    case NodeProperty::Acl:
        if (!m_rights.allowsAclChange(node) || (m_options.access && !m_options.access->writes(node)))
            return Status::PermissionDenied;
        if (node == Tree::root() && text.empty())
            return Status::NotAllowed; // the root has nothing to inherit from
        return statusOf(m_editor->setAcl(node, text));
    case NodeProperty::Title:
        return mayReplace(node) ? statusOf(m_editor->setTitle(node, text)) : Status::PermissionDenied;
    case NodeProperty::Name:
        return rename(node, text);
    default:
        return Status::NotAllowed; // the others follow from what is stored
    }
}

CommandExecutor::Status CommandExecutor::rename(NodeId node, const std::string& name)
{
    // Everything below gets another URI.
    if (!mayReplace(node) || (m_options.access && !m_options.access->writesAll(node)))
        return Status::PermissionDenied;
    // Another name would take a node out of what its description says of it.
    if (isPermanent(node) || !isFor(node, AclCommand::Get))
        return Status::NotAllowed;
    if (auto good = checkName(name); !good || !isSegment(name))
        return Status::CommandFailed;
    const NodeId parent = tree().parent(node);
    if (m_options.access && !m_options.access->adds(parent, name, tree().isInterior(node) ? tree().type(node) : ""))
        return Status::PermissionDenied;
    const Uri renamed = tree().uri(parent).child(name);
    if (!m_limits.allow(renamed, tree(), node))
        return Status::UriTooLong;
    return statusOf(m_editor->rename(node, name));
}

CommandExecutor::Status CommandExecutor::remove(const Item& item)
{
    const auto request = parseRequestUri(item.target.uri);
    if (!request)
        return uriStatus(request.error());
    if (!request->isPlain())
        return Status::NotAllowed;
    const NodeId node = tree().find(request->uri);
    if (node == kNoNode)
        return m_limits.allow(request->uri) ? missing(request->uri) : Status::UriTooLong;
    if (m_options.access && !m_options.access->deletesAll(node))
        return Status::PermissionDenied;
    if (isPermanent(node))
        return Status::NotAllowed;
    if (!allows(node, AclCommand::Delete))
        return Status::PermissionDenied;
    if (!isFor(node, AclCommand::Delete))
        return Status::NotAllowed; // alone; it goes with its parent (TND 8.2.2)
    if (const auto no = refused(CommandKind::Delete, request->uri, item))
        return *no;
    const std::vector<std::string> servers = serversBelow(tree(), node);
    if (auto removed = m_editor->remove(node); !removed)
        return statusFor(removed.error());
    return statusOf(stripGoneServers(*m_editor, servers));
}

CommandExecutor::Status CommandExecutor::copy(const Item& item)
{
    const auto from = parseRequestUri(item.source.uri);
    const auto to = parseRequestUri(item.target.uri);
    if (!from || !to)
        return uriStatus(from ? to.error() : from.error());
    if (!from->isPlain() || !to->isPlain())
        return Status::NotAllowed;
    if (!m_limits.allow(to->uri))
        return Status::UriTooLong;
    const NodeId source = tree().find(from->uri);
    if (source == kNoNode)
        return missing(from->uri);
    if (!sees(source) && !reads(source))
        return Status::PermissionDenied;
    if (tree().isInterior(source))
        return Status::NotAllowed; // leaves only in DM 1.2 (REPU 4.1.6.4)
    if (!allows(source, AclCommand::Get) || !reads(source))
        return Status::PermissionDenied;
    if (!isFor(source, AclCommand::Get))
        return Status::NotAllowed;
    NodeData data = tree().data(source);
    if (const NodeId target = tree().find(to->uri); target != kNoNode) {
        if (!mayReplace(target))
            return Status::PermissionDenied;
        if (tree().isInterior(target) || !isFor(target, AclCommand::Replace))
            return Status::NotAllowed;
        data.acl = tree().acl(target);
        data.title = tree().title(target);
        if (const auto no = refused(CommandKind::Copy, to->uri, item))
            return *no;
        return putLeaf(target, data);
    }
    data.name = to->uri.name();
    data.acl.clear();
    data.tstamp.clear();
    data.verNo.reset();
    NodeId parent = kNoNode;
    if (const Status code = prepareParent(to->uri, {}, parent); code != Status::Ok)
        return code;
    if (const auto no = refused(CommandKind::Copy, to->uri, item))
        return *no;
    const auto added = m_editor->add(parent, data);
    return added ? Status::Ok : statusFor(added.error());
}

CommandExecutor::Status CommandExecutor::exec(const Item& item) const
{
    const auto request = parseRequestUri(item.target.uri);
    if (!request)
        return uriStatus(request.error());
    const NodeId node = tree().find(request->uri);
    if (node == kNoNode)
        return missing(request->uri);
    if (!allows(node, AclCommand::Exec) || !sees(node))
        return Status::PermissionDenied;
    return isFor(node, AclCommand::Exec) ? Status::NotSupported : Status::NotAllowed;
}

} // namespace dmsc
