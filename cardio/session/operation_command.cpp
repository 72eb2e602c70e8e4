// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/request_uri.h"
#include "cardio/session/tree_client.h"
#include "model/formats/tnds.h"
#include "model/syncml/message_xml.h"

#include <QCoreApplication>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;
using syncml::Item;

namespace {

Command commandOn(CommandKind kind, const Uri& uri, std::string_view suffix = {})
{
    Command command;
    command.kind = kind;
    command.items.emplace_back().target.uri = uri.text() + std::string(suffix);
    return command;
}

/// A document with one top node as the Item's data.
Result<void> putTnds(Item& item, const Tree& tree, NodeId node)
{
    TndsWriteOptions options;
    options.lines = false;
    auto document = writeTndsWbxml(tree, node, options);
    if (!document)
        return tl::unexpected(document.error());
    item.meta.type = syncml::mime::kTndsWbxml;
    item.meta.format = syncml::format::kBin;
    item.data = std::string(document->begin(), document->end());
    return {};
}

Result<Command> addCommand(const Operation& operation)
{
    Command command = commandOn(CommandKind::Add, operation.uri);
    const NodeId node = rootOf(operation.added);
    if (node == kNoNode)
        return fail(ErrorKind::BadValue, QCoreApplication::translate("TreeClient", "there is nothing to add"));
    // The top node must be called like the Target, or it would be hung below it.
    Tree named;
    auto copied = named.addSubtree(Tree::root(), operation.uri.name(), *operation.added, node);
    if (!copied)
        return tl::unexpected(copied.error());
    if (auto put = putTnds(command.items.front(), named, *copied); !put)
        return tl::unexpected(put.error());
    return command;
}

/// Type and Format are not for servers to Replace singly (TND 8.3): the node goes over whole.
Result<Command> wholeNodeCommand(const Operation& operation, const Tree& now, NodeId node)
{
    Command command = commandOn(CommandKind::Replace, operation.uri);
    Tree changed;
    auto copied = changed.addSubtree(Tree::root(), now.name(node), now, node);
    if (!copied)
        return tl::unexpected(copied.error());
    Result<void> set;
    if (operation.property == Property::Type)
        set = changed.setType(*copied, operation.after);
    else if (const auto format = formatFromName(operation.after))
        set = changed.setFormat(*copied, *format);
    if (set)
        set = putTnds(command.items.front(), changed, *copied);
    if (!set)
        return tl::unexpected(set.error());
    return command;
}

Result<Command> replaceCommand(const Operation& operation, const Tree& now)
{
    const NodeId node = now.find(operation.uri);
    if (node == kNoNode)
        return fail(ErrorKind::Conflict,
            QCoreApplication::translate("TreeClient", "the node to change is not there any more"),
            QString::fromStdString(operation.uri.text()));
    std::string_view suffix;
    switch (operation.property) {
    case Property::Type:
    case Property::Format:
        return wholeNodeCommand(operation, now, node);
    case Property::Acl:
        suffix = "?prop=ACL";
        break;
    case Property::Title:
        suffix = "?prop=Title";
        break;
    case Property::Name:
        suffix = "?prop=Name";
        break;
    case Property::Value:
        break;
    }
    Command command = commandOn(CommandKind::Replace, operation.uri, suffix);
    Item& item = command.items.front();
    item.data = operation.after;
    if (operation.property == Property::Value && now.format(node) != Format::Chr && now.format(node) != Format::B64)
        item.meta.format = formatName(now.format(node));
    if (operation.property == Property::Value)
        item.meta.size = operation.after.size(); // checked before it is stored (GEN-19)
    return command;
}

} // namespace

Result<Command> commandFor(const Operation& operation, const Tree& now)
{
    switch (operation.kind) {
    case Operation::Kind::Add:
        return addCommand(operation);
    case Operation::Kind::Delete:
        return commandOn(CommandKind::Delete, operation.uri);
    case Operation::Kind::Replace:
        return replaceCommand(operation, now);
    }
    return commandOn(CommandKind::Get, operation.uri);
}

Result<Command> atomicFor(const std::vector<Operation>& operations, const Tree& now)
{
    Command atomic;
    atomic.kind = CommandKind::Atomic;
    atomic.id = syncml::CommandId{1};
    atomic.members.reserve(operations.size());
    Tree tree = now; // each command is made for the tree that those before it leave
    for (const Operation& operation : operations) {
        auto command = commandFor(operation, tree);
        if (!command)
            return command;
        command->id = static_cast<syncml::CommandId>(atomic.members.size() + 2);
        atomic.members.push_back(*std::move(command));
        if (auto done = apply(tree, operation); !done)
            return tl::unexpected(done.error());
    }
    return atomic;
}

Result<std::string> patchFor(const std::vector<Operation>& operations, const Tree& now)
{
    syncml::Message message;
    message.header.sessionId = "1";
    message.header.msgId = syncml::MessageId{1};
    message.header.target.uri = "dmsc:peer";
    message.header.source.uri = "dmsc:patch";
    if (!operations.empty()) {
        auto atomic = atomicFor(operations, now);
        if (!atomic)
            return tl::unexpected(atomic.error());
        message.commands.push_back(*std::move(atomic));
    }
    message.final = true;
    return syncml::encodeXml(message);
}

} // namespace dmsc
