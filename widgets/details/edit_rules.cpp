// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/edit_rules.h"

#include "model/tree/acl.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

Result<void> checkSide(const NodeView& view)
{
    if (!view.exists())
        return fail(
            ErrorKind::NotFound, QCoreApplication::translate("EditRules", "There is no such node on this side"));
    if (!view.writable)
        return fail(
            ErrorKind::NotAllowed, QCoreApplication::translate("EditRules", "This side is open for reading only"));
    return {};
}

Result<void> checkRule(const NodeView& view, EditKind kind, std::string_view value = {})
{
    return view.descriptions == nullptr ? Result<void>()
                                        : checkEdit(*view.descriptions, *view.tree, view.node, kind, value);
}

Operation replaceOperation(Side side, const NodeView& view, Property property, std::string after)
{
    Operation operation;
    operation.side = side;
    operation.kind = Operation::Kind::Replace;
    operation.uri = view.tree->uri(view.node);
    operation.property = property;
    operation.before = propertyText(view, property);
    operation.after = std::move(after);
    operation.secret = property == Property::Value && isSecret(view);
    return operation;
}

} // namespace

std::string propertyText(const NodeView& view, Property property)
{
    const Tree& tree = *view.tree;
    switch (property) {
    case Property::Value:
        return std::string(tree.value(view.node));
    case Property::Format:
        return std::string(formatName(tree.format(view.node)));
    case Property::Type:
        return std::string(tree.type(view.node));
    case Property::Acl:
        return std::string(tree.acl(view.node));
    case Property::Title:
        return std::string(tree.title(view.node));
    case Property::Name:
        return std::string(tree.name(view.node));
    }
    return {};
}

Result<Operation> replaceValue(Side side, const NodeView& view, std::string value)
{
    if (auto ok = checkSide(view); !ok)
        return tl::unexpected(ok.error());
    if (auto ok = checkValue(view.tree->format(view.node), value); !ok)
        return tl::unexpected(ok.error());
    if (auto ok = checkRule(view, EditKind::Replace, value); !ok)
        return tl::unexpected(ok.error());
    return replaceOperation(side, view, Property::Value, std::move(value));
}

Result<Operation> replaceProperty(Side side, const NodeView& view, Property property, std::string after)
{
    if (auto ok = checkSide(view); !ok)
        return tl::unexpected(ok.error());
    if (property == Property::Name) {
        if (auto ok = checkName(after); !ok)
            return tl::unexpected(ok.error());
        if (auto ok = checkRule(view, EditKind::Rename, after); !ok)
            return tl::unexpected(ok.error());
    } else if (property == Property::Acl) {
        if (auto acl = Acl::parse(after); !acl)
            return tl::unexpected(acl.error());
    }
    Operation operation = replaceOperation(side, view, property, std::move(after));
    Tree trial; // what the tree itself refuses: too long a Title, an unknown Type, ...
    NodeData data = view.tree->data(view.node);
    if (property == Property::Title)
        data.title = operation.after;
    else if (property == Property::Type)
        data.type = operation.after;
    data.value.clear();
    data.format = view.tree->isInterior(view.node) ? Format::Node : Format::Chr;
    if (data.name != "." && property != Property::Name) {
        if (auto added = trial.add(Tree::root(), data); !added)
            return tl::unexpected(added.error());
    }
    return operation;
}

Result<Operation> addNode(Side side, const NodeView& parent, const NodeData& data)
{
    if (auto ok = checkSide(parent); !ok)
        return tl::unexpected(ok.error());
    if (!parent.tree->isInterior(parent.node))
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("EditRules", "A leaf has no children"));
    if (auto ok = checkName(data.name); !ok)
        return tl::unexpected(ok.error());
    if (parent.tree->child(parent.node, data.name) != kNoNode) {
        return fail(ErrorKind::Exists,
            QCoreApplication::translate("EditRules", "There is a node called %1 here already")
                .arg(QString::fromStdString(data.name)));
    }
    if (data.format != Format::Node) {
        if (auto ok = checkValue(data.format, data.value); !ok)
            return tl::unexpected(ok.error());
    }
    auto tree = std::make_shared<Tree>();
    if (auto added = tree->add(Tree::root(), data); !added)
        return tl::unexpected(added.error());
    Operation operation;
    operation.side = side;
    operation.kind = Operation::Kind::Add;
    operation.uri = parent.tree->uri(parent.node).child(data.name);
    operation.added = std::move(tree);
    return operation;
}

Result<Operation> removeNode(Side side, const NodeView& view)
{
    if (auto ok = checkSide(view); !ok)
        return tl::unexpected(ok.error());
    if (view.node == Tree::root())
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("EditRules", "The root of a tree stays"));
    if (auto ok = checkRule(view, EditKind::Delete); !ok)
        return tl::unexpected(ok.error());
    Operation operation;
    operation.side = side;
    operation.kind = Operation::Kind::Delete;
    operation.uri = view.tree->uri(view.node);
    operation.removed = takeSubtree(*view.tree, view.node);
    return operation;
}

} // namespace dmsc
