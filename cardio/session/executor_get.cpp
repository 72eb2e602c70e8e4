// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/executor.h"

namespace dmsc {

using syncml::Item;

namespace {

std::string childNames(const Tree& tree, NodeId node, const NodeAccess* access)
{
    std::string names;
    for (const NodeId below : tree.children(node))
        if (!access || access->sees(below))
            names.append(names.empty() ? "" : "/").append(tree.name(below));
    return names;
}

/// The text of a property, or nothing when the node does not keep it.
std::optional<std::string> propertyText(const Tree& tree, NodeId node, NodeProperty property)
{
    switch (property) {
    case NodeProperty::Acl:
        // Its own; empty when it inherits. The root always has one.
        return std::string(node == Tree::root() && tree.acl(node).empty() ? kDefaultRootAcl : tree.acl(node));
    case NodeProperty::Format:
        return std::string(formatName(tree.format(node)));
    case NodeProperty::Name:
        return std::string(tree.name(node));
    case NodeProperty::Size:
        return tree.isInterior(node) ? std::nullopt : std::optional(std::to_string(tree.value(node).size()));
    case NodeProperty::Title:
        return std::string(tree.title(node));
    case NodeProperty::TStamp:
        return tree.tstamp(node).empty() ? std::nullopt : std::optional(std::string(tree.tstamp(node)));
    case NodeProperty::Type:
        return std::string(tree.type(node));
    case NodeProperty::VerNo:
        return tree.verNo(node) ? std::optional(std::to_string(*tree.verNo(node))) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

CommandExecutor::Outcome CommandExecutor::get(const Item& item) const
{
    const auto request = parseRequestUri(item.target.uri);
    if (!request)
        return {uriStatus(request.error()), {}};
    if (!m_limits.allow(request->uri))
        return {Status::UriTooLong, {}};
    const NodeId node = tree().find(request->uri);
    if (node == kNoNode)
        return {missing(request->uri), {}};
    if (!allows(node, AclCommand::Get) || !(sees(node) || reads(node)))
        return {Status::PermissionDenied, {}};
    const auto* property = std::get_if<NodeProperty>(&request->wish);
    const bool tellsValue = !property || *property == NodeProperty::Size;
    if (tellsValue && !isFor(node, AclCommand::Get))
        return {Status::NotAllowed, {}};
    if (property)
        return getProperty(*request, node, item.target.uri);
    if (const auto* list = std::get_if<ListRequest>(&request->wish))
        return getList(*list, node, item);
    if (!tree().isInterior(node) && !reads(node))
        return {Status::PermissionDenied, {}};
    return {Status::Ok, {nodeItem(node, item.target.uri)}};
}

Item CommandExecutor::nodeItem(NodeId node, std::string source) const
{
    Item item;
    item.source.uri = std::move(source);
    if (tree().isInterior(node)) {
        item.meta.format = syncml::format::kNode;
        item.data = childNames(tree(), node, m_options.access);
        return item;
    }
    // The defaults, chr and text/plain, need not be said (REPU 4.1.6.7).
    if (tree().format(node) != Format::Chr)
        item.meta.format = formatName(tree().format(node));
    item.meta.type = tree().type(node);
    item.data = std::string(tree().value(node));
    return item;
}

CommandExecutor::Outcome CommandExecutor::getProperty(
    const RequestUri& request, NodeId node, const std::string& source) const
{
    const auto property = std::get<NodeProperty>(request.wish);
    const bool structure =
        property == NodeProperty::Name || property == NodeProperty::Format || property == NodeProperty::Type;
    if (!structure && !reads(node))
        return {Status::PermissionDenied, {}};
    auto text = propertyText(tree(), node, property);
    if (!text)
        return {Status::NotSupported, {}};
    Item item;
    item.source.uri = source;
    item.data = std::move(*text);
    return {Status::Ok, {std::move(item)}};
}

CommandExecutor::Outcome CommandExecutor::getList(const ListRequest& list, NodeId node, const Item& item) const
{
    if (list.kind != ListRequest::Kind::Tnds) {
        Outcome outcome;
        listNodes(node, list.kind == ListRequest::Kind::StructData, outcome.results);
        return outcome;
    }
    TndsWriteOptions options;
    options.properties = list.properties;
    options.lines = false;
    if (!m_rights.isOwner() || m_options.access || m_options.accessType)
        options.readable = [this](const Tree&, NodeId below) { return lists(below); };
    const bool xml = item.meta.type == syncml::mime::kTndsXml;
    const auto document = xml ? writeTndsXml(tree(), node, options) : writeTndsWbxml(tree(), node, options);
    if (!document)
        return {Status::CommandFailed, {}};
    Item result;
    result.source.uri = item.target.uri;
    result.meta.type = xml ? syncml::mime::kTndsXml : syncml::mime::kTndsWbxml;
    result.meta.format = xml ? syncml::format::kXml : syncml::format::kBin;
    result.data = std::string(document->begin(), document->end());
    return {Status::Ok, {std::move(result)}};
}

void CommandExecutor::listNodes(NodeId node, bool withData, std::vector<Item>& items) const
{
    if (!allows(node, AclCommand::Get) || !isFor(node, AclCommand::Get) || !sees(node))
        return;
    Item item = nodeItem(node, tree().uri(node).text());
    if (tree().isInterior(node)) {
        item.meta.type = tree().type(node);
        item.data.reset();
    } else if (!withData || !reads(node)) {
        item.data.reset();
    }
    items.push_back(std::move(item));
    for (const NodeId below : tree().children(node))
        listNodes(below, withData, items);
}

} // namespace dmsc
