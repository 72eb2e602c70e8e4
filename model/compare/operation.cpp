// SPDX-License-Identifier: Apache-2.0
#include "model/compare/operation.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<std::string_view, 6> kPropertyNames = {"value", "format", "type", "acl", "title", "name"};

tl::unexpected<Error> conflict(const char* text)
{
    return fail(ErrorKind::Conflict, QCoreApplication::translate("Operation", text));
}

/// For Name the last segment, which is what a Replace sets.
std::string settable(Property property, const Tree& tree, NodeId node)
{
    return property == Property::Name ? std::string(tree.name(node)) : propertyText(property, tree, node);
}

Result<void> applyAdd(Tree& tree, const Operation& operation)
{
    const NodeId added = rootOf(operation.added);
    if (added == kNoNode || operation.uri.isRoot())
        return fail(ErrorKind::BadValue, QCoreApplication::translate("Operation", "there is nothing to add"));
    const NodeId parent = tree.find(operation.uri.parent());
    if (parent == kNoNode)
        return conflict(QT_TRANSLATE_NOOP("Operation", "the parent of the node to add is not there any more"));
    if (tree.child(parent, operation.uri.name()) != kNoNode)
        return conflict(QT_TRANSLATE_NOOP("Operation", "the node to add is there already"));
    const auto id = tree.addSubtree(parent, operation.uri.name(), *operation.added, added);
    return id ? Result<void>() : tl::unexpected(id.error());
}

Result<void> applyDelete(Tree& tree, const Operation& operation)
{
    const NodeId node = tree.find(operation.uri);
    if (node == kNoNode)
        return conflict(QT_TRANSLATE_NOOP("Operation", "the node to delete is not there any more"));
    if (const NodeId removed = rootOf(operation.removed);
        removed != kNoNode && !equalSubtrees(tree, node, *operation.removed, removed))
        return conflict(QT_TRANSLATE_NOOP("Operation", "the node to delete has changed meanwhile"));
    return tree.remove(node);
}

Result<void> setProperty(Tree& tree, NodeId node, Property property, const std::string& text)
{
    switch (property) {
    case Property::Value:
        return tree.setValue(node, text);
    case Property::Type:
        return tree.setType(node, text);
    case Property::Acl:
        return tree.setAcl(node, text);
    case Property::Title:
        return tree.setTitle(node, text);
    case Property::Name:
        return tree.rename(node, text);
    case Property::Format:
        break;
    }
    const auto format = formatFromName(text);
    if (!format)
        return fail(ErrorKind::BadValue, QCoreApplication::translate("Operation", "there is no such Format"));
    return tree.setFormat(node, *format);
}

Result<void> applyReplace(Tree& tree, const Operation& operation)
{
    const NodeId node = tree.find(operation.uri);
    if (node == kNoNode)
        return conflict(QT_TRANSLATE_NOOP("Operation", "the node to change is not there any more"));
    if (settable(operation.property, tree, node) != operation.before)
        return conflict(QT_TRANSLATE_NOOP("Operation", "the node has changed meanwhile"));
    return setProperty(tree, node, operation.property, operation.after);
}

Result<void> applyOne(Tree& tree, const Operation& operation)
{
    switch (operation.kind) {
    case Operation::Kind::Add:
        return applyAdd(tree, operation);
    case Operation::Kind::Delete:
        return applyDelete(tree, operation);
    case Operation::Kind::Replace:
        return applyReplace(tree, operation);
    }
    return {};
}

} // namespace

std::string_view propertyName(Property property)
{
    return kPropertyNames[static_cast<std::size_t>(property)];
}

std::string propertyText(Property property, const Tree& tree, NodeId node)
{
    switch (property) {
    case Property::Value:
        return std::string(tree.value(node));
    case Property::Format:
        return std::string(formatName(tree.format(node)));
    case Property::Type:
        return std::string(tree.type(node));
    case Property::Acl:
        return std::string(tree.acl(node));
    case Property::Title:
        return std::string(tree.title(node));
    case Property::Name:
        return tree.uri(node).text();
    }
    return {};
}

Subtree takeSubtree(const Tree& tree, NodeId node)
{
    auto taken = std::make_shared<Tree>();
    // The limits of a tree that holds it hold for a part of it; the root's name "." is none that a child may have.
    const std::string_view name = node == Tree::root() ? std::string_view("root") : tree.name(node);
    (void)taken->addSubtree(Tree::root(), name, tree, node);
    return taken;
}

NodeId rootOf(const Subtree& subtree)
{
    if (!subtree || subtree->children(Tree::root()).empty())
        return kNoNode;
    return subtree->children(Tree::root()).front();
}

bool equalSubtrees(const Tree& left, NodeId l, const Tree& right, NodeId r)
{
    if (left.format(l) != right.format(r) || left.type(l) != right.type(r) || left.value(l) != right.value(r)
        || left.acl(l) != right.acl(r) || left.title(l) != right.title(r))
        return false;
    const auto a = left.children(l);
    const auto b = right.children(r);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [&](NodeId x, NodeId y) { return left.name(x) == right.name(y) && equalSubtrees(left, x, right, y); });
}

Result<void> apply(Tree& tree, const Operation& operation)
{
    auto done = applyOne(tree, operation);
    if (!done && done.error().where.isEmpty())
        done.error().where = QString::fromStdString(operation.uri.text());
    return done;
}

Result<void> applyAll(Tree& tree, const std::vector<Operation>& operations)
{
    std::vector<Operation> done;
    done.reserve(operations.size());
    for (const Operation& operation : operations) {
        Operation reversible = operation;
        if (const NodeId node = operation.kind == Operation::Kind::Delete ? tree.find(operation.uri) : kNoNode;
            node != kNoNode)
            reversible.removed = takeSubtree(tree, node); // TStamp and VerNo as they are here
        if (auto applied = apply(tree, operation); !applied) {
            for (const Operation& back : inverse(done))
                (void)apply(tree, back);
            return applied;
        }
        done.push_back(std::move(reversible));
    }
    return {};
}

Operation inverse(const Operation& operation)
{
    Operation back = operation;
    std::swap(back.before, back.after);
    std::swap(back.added, back.removed);
    if (operation.kind == Operation::Kind::Add)
        back.kind = Operation::Kind::Delete;
    else if (operation.kind == Operation::Kind::Delete)
        back.kind = Operation::Kind::Add;
    else if (operation.property == Property::Name)
        back.uri = operation.uri.parent().child(operation.after);
    return back;
}

std::vector<Operation> inverse(const std::vector<Operation>& operations)
{
    std::vector<Operation> back;
    back.reserve(operations.size());
    for (auto operation = operations.rbegin(); operation != operations.rend(); ++operation)
        back.push_back(inverse(*operation));
    return back;
}

} // namespace dmsc
