// SPDX-License-Identifier: Apache-2.0
#include "model/compare/comparison.h"
#include "model/compare/diff.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

/// Collects the operations that make one subtree equal to another.
class Copy
{
public:
    Copy(const Tree& source, const Tree& destination, Side side)
        : m_source(source)
        , m_destination(destination)
        , m_side(side)
    {
    }

    void equalise(NodeId from, NodeId to, const Uri& uri)
    {
        if (m_source.isInterior(from) != m_destination.isInterior(to)) {
            remove(to, uri);
            add(from, uri);
            return;
        }
        for (const Property property :
            {Property::Format, Property::Type, Property::Value, Property::Acl, Property::Title})
            if (propertyDiffers(property, m_source, from, m_destination, to, {}))
                replace(property, from, to, uri);
        equaliseChildren(from, to, uri);
    }

    [[nodiscard]] std::vector<Operation> take() { return std::move(m_operations); }

private:
    void equaliseChildren(NodeId from, NodeId to, const Uri& uri)
    {
        const auto wanted = m_source.children(from);
        const auto present = m_destination.children(to);
        auto w = wanted.begin();
        auto p = present.begin();
        while (w != wanted.end() || p != present.end()) {
            const int order = w == wanted.end() ? 1
                : p == present.end()            ? -1
                                                : m_source.name(*w).compare(m_destination.name(*p));
            if (order < 0)
                add(*w, uri.child(m_source.name(*w)));
            else if (order > 0)
                remove(*p, uri.child(m_destination.name(*p)));
            else
                equalise(*w, *p, uri.child(m_source.name(*w)));
            w += order <= 0 ? 1 : 0;
            p += order >= 0 ? 1 : 0;
        }
    }

    void add(NodeId from, const Uri& uri)
    {
        Operation operation{m_side, Operation::Kind::Add, uri, Property::Value, {}, {}, {}, {}};
        operation.added = takeSubtree(m_source, from);
        m_operations.push_back(std::move(operation));
    }

    void remove(NodeId to, const Uri& uri)
    {
        Operation operation{m_side, Operation::Kind::Delete, uri, Property::Value, {}, {}, {}, {}};
        operation.removed = takeSubtree(m_destination, to);
        m_operations.push_back(std::move(operation));
    }

    void replace(Property property, NodeId from, NodeId to, const Uri& uri)
    {
        m_operations.push_back({m_side, Operation::Kind::Replace, uri, property,
            propertyText(property, m_destination, to), propertyText(property, m_source, from), {}, {},
            property == Property::Value && (isSecret(m_source, from) || isSecret(m_destination, to))});
    }

    const Tree& m_source;
    const Tree& m_destination;
    Side m_side;
    std::vector<Operation> m_operations;
};

NodeData interiorAs(const Tree& source, const Uri& uri)
{
    const NodeId known = source.find(uri);
    NodeData data;
    if (known != kNoNode && source.isInterior(known))
        data = source.data(known);
    data.name = uri.name();
    return data;
}

/// One Add at the topmost missing ancestor, with the chain down to the copied subtree.
Result<Operation> addWithParents(const Tree& source, NodeId from, const Uri& topmost, const Uri& target, Side side)
{
    auto tree = std::make_shared<Tree>();
    NodeId parent = Tree::root();
    Uri at = topmost.parent();
    const Uri below = target.rebased(at, Uri());
    for (const std::string_view name : below.segments()) {
        at = at.child(name);
        const auto added =
            at == target ? tree->addSubtree(parent, name, source, from) : tree->add(parent, interiorAs(source, at));
        if (!added)
            return tl::unexpected(added.error());
        parent = *added;
    }
    return Operation{side, Operation::Kind::Add, topmost, Property::Value, {}, {}, std::move(tree), {}};
}

} // namespace

Result<std::vector<Operation>> planCopy(
    const Tree& source, NodeId from, const Tree& destination, const Uri& target, Side side)
{
    if (const NodeId to = destination.find(target); to != kNoNode) {
        if (target.isRoot() && !source.isInterior(from))
            return fail(ErrorKind::NotAllowed, QCoreApplication::translate("planCopy", "a leaf cannot be the root"),
                QStringLiteral("."));
        Copy copy(source, destination, side);
        copy.equalise(from, to, target);
        return copy.take();
    }
    Uri topmost = target;
    while (destination.find(topmost.parent()) == kNoNode)
        topmost = topmost.parent();
    if (!destination.isInterior(destination.find(topmost.parent())))
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("planCopy", "a leaf has no children"),
            QString::fromStdString(topmost.parent().text()));
    auto operation = addWithParents(source, from, topmost, target, side);
    if (!operation)
        return tl::unexpected(operation.error());
    return std::vector<Operation>{std::move(*operation)};
}

} // namespace dmsc
