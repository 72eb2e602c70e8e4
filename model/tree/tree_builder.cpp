// SPDX-License-Identifier: Apache-2.0
#include "model/tree/tree_builder.h"

#include "model/tree/acl.h"
#include "model/tree/large_pages.h"
#include "model/tree/limits.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

TreeBuilder::TreeBuilder()
{
    m_open.push_back({Tree::root(), 0});
}

void TreeBuilder::reserve(std::size_t nodes, std::size_t textBytes)
{
    m_tree.m_nodes.reserve(nodes);
    m_tree.m_pool.reserve(nodes);
    m_tree.m_text.reserve(textBytes);
    preferLargePages(m_tree.m_nodes);
    preferLargePages(m_tree.m_pool);
    preferLargePages(m_tree.m_text);
}

Result<void> TreeBuilder::open(std::string_view name)
{
    if (auto good = checkName(name); !good)
        return good;
    const auto id = openUnnamed();
    return id ? takeName(*id, name) : tl::unexpected(id.error());
}

Result<NodeId> TreeBuilder::openUnnamed()
{
    if (m_open.size() > limits::kMaxDepth)
        return fail(ErrorKind::Limit, QCoreApplication::translate("TreeBuilder", "a tree is at most 128 levels deep"));
    if (m_tree.m_live >= limits::kMaxNodes)
        return fail(
            ErrorKind::Limit, QCoreApplication::translate("TreeBuilder", "a tree holds at most 16 million nodes"));
    const NodeId id{static_cast<std::uint32_t>(m_tree.m_nodes.size())};
    m_tree.m_nodes.emplace_back();
    m_tree.m_nodes.back().parent = m_open.back().id;
    ++m_tree.m_live;
    m_children.push_back(id);
    m_open.push_back({id, m_children.size()});
    return id;
}

Result<void> TreeBuilder::setName(std::string_view name)
{
    if (auto good = checkName(name); !good)
        return good;
    return takeName(m_open.back().id, name);
}

Result<void> TreeBuilder::takeName(NodeId id, std::string_view name)
{
    const auto offset = m_tree.store(name);
    if (!offset)
        return tl::unexpected(offset.error());
    Tree::Node& node = m_tree.node(id);
    node.nameOffset = *offset;
    node.nameLength = static_cast<std::uint16_t>(name.size());
    return {};
}

void TreeBuilder::becomeRoot()
{
    const NodeId id = m_open.back().id;
    m_tree.node(Tree::root()).type = m_tree.node(id).type;
    if (m_tree.node(id).hasExtra) {
        m_tree.extra(Tree::root()) = m_tree.extra(id);
        m_tree.m_extras.erase(index(id));
    }
    m_tree.m_nodes.pop_back();
    --m_tree.m_live;
    m_children.pop_back();
    m_open.pop_back();
}

void TreeBuilder::setFormat(Format format)
{
    if (!atRoot())
        m_tree.node(m_open.back().id).format = format;
}

Result<void> TreeBuilder::setType(std::string_view type)
{
    if (type.size() > limits::kMaxTypeBytes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("TreeBuilder", "a Type has at most 1024 bytes"));
    // Neighbours are mostly of one Type: spares a look-up for most nodes.
    if (m_tree.m_types[m_lastType] != type) {
        const auto id = m_tree.internType(type);
        if (!id)
            return tl::unexpected(id.error());
        m_lastType = *id;
    }
    m_tree.node(m_open.back().id).type = m_lastType;
    return {};
}

Result<void> TreeBuilder::setValue(std::string_view value)
{
    if (value.size() > limits::kMaxValueBytes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("TreeBuilder", "a value has at most 256 MB"));
    if (atRoot())
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("TreeBuilder", "the root has no value"));
    Tree::Node& node = m_tree.node(m_open.back().id);
    if (node.format == Format::Null)
        value = {}; // no document could hold it again
    const auto offset = m_tree.store(value);
    if (!offset)
        return tl::unexpected(offset.error());
    if (node.format == Format::Node)
        node.format = Format::Chr;
    node.begin = *offset;
    node.count = static_cast<std::uint32_t>(value.size());
    return {};
}

Result<void> TreeBuilder::setAcl(std::string_view acl)
{
    if (auto parsed = Acl::parse(acl); !parsed)
        return tl::unexpected(parsed.error());
    if (!acl.empty())
        m_tree.extra(m_open.back().id).acl = acl;
    return {};
}

Result<void> TreeBuilder::setTitle(std::string_view title)
{
    if (title.size() > limits::kMaxTitleBytes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("TreeBuilder", "a Title has at most 255 bytes"));
    m_tree.extra(m_open.back().id).title = title;
    return {};
}

void TreeBuilder::setTStamp(std::string_view tstamp)
{
    m_tree.setTStamp(m_open.back().id, tstamp);
}

void TreeBuilder::setVerNo(std::uint16_t verNo)
{
    m_tree.setVerNo(m_open.back().id, verNo);
}

Result<void> TreeBuilder::closeTop()
{
    const Open top = m_open.back();
    Tree::Node& node = m_tree.node(top.id);
    const auto first = m_children.begin() + static_cast<std::ptrdiff_t>(top.firstChild);
    if (node.format != Format::Node) {
        if (first != m_children.end())
            return fail(ErrorKind::Syntax, QCoreApplication::translate("TreeBuilder", "a leaf has no children"),
                QString::fromStdString(uri().text()));
        m_open.pop_back();
        return {};
    }
    const auto byName = [this](NodeId a, NodeId b) { return m_tree.name(a) < m_tree.name(b); };
    if (!std::is_sorted(first, m_children.end(), byName))
        std::stable_sort(first, m_children.end(), byName); // twins stay in the document's order
    const auto sameName = [this](NodeId a, NodeId b) { return m_tree.name(a) == m_tree.name(b); };
    if (const auto twin = std::adjacent_find(first, m_children.end(), sameName); twin != m_children.end())
        return twinError(*(twin + 1));
    node.begin = static_cast<std::uint32_t>(m_tree.m_pool.size());
    node.count = node.capacity = static_cast<std::uint32_t>(m_children.end() - first);
    if (top.id != Tree::root()) {
        node.digest = static_cast<std::uint32_t>(m_tree.m_digests.size());
        m_tree.m_digests.emplace_back();
    }
    m_tree.m_pool.insert(m_tree.m_pool.end(), first, m_children.end());
    m_children.erase(first, m_children.end());
    m_open.pop_back();
    return {};
}

tl::unexpected<Error> TreeBuilder::twinError(NodeId twin)
{
    m_twin = twin;
    return fail(ErrorKind::Exists, QCoreApplication::translate("TreeBuilder", "two nodes of one name below one parent"),
        QString::fromStdString(m_tree.uri(twin).text()));
}

Result<void> TreeBuilder::close()
{
    if (atRoot())
        return fail(
            ErrorKind::Syntax, QCoreApplication::translate("TreeBuilder", "there is no node open that could end"));
    return closeTop();
}

Result<void> TreeBuilder::closeBelow(const Uri& parent)
{
    const NodeId id = m_open.back().id;
    if (auto closed = closeTop(); !closed || parent.isRoot())
        return closed;
    m_children.pop_back();
    m_placed.push_back({parent, id});
    return {};
}

Result<void> TreeBuilder::placeAll()
{
    const auto depth = [](const Uri& uri) { return std::count(uri.text().begin(), uri.text().end(), '/'); };
    std::stable_sort(m_placed.begin(), m_placed.end(), [&](const Placed& a, const Placed& b) {
        const auto deepA = depth(a.parent);
        const auto deepB = depth(b.parent);
        return deepA != deepB ? deepA < deepB : a.parent < b.parent;
    });
    for (auto first = m_placed.begin(); first != m_placed.end();) {
        const auto parent = parentFor(first->parent);
        if (!parent)
            return tl::unexpected(parent.error());
        std::vector<NodeId> added;
        auto last = first;
        for (; last != m_placed.end() && last->parent == first->parent; ++last)
            added.push_back(last->id);
        if (auto attached = attach(*parent, std::move(added)); !attached)
            return attached;
        first = last;
    }
    return m_placed.empty() ? Result<void>() : checkDepth(Tree::root(), 0);
}

Result<NodeId> TreeBuilder::parentFor(const Uri& uri)
{
    NodeId id = Tree::root();
    for (const std::string_view name : uri.segments()) {
        NodeId next = m_tree.isInterior(id) ? m_tree.child(id, name) : kNoNode;
        if (next == kNoNode) {
            if (m_tree.m_live >= limits::kMaxNodes)
                return fail(ErrorKind::Limit,
                    QCoreApplication::translate("TreeBuilder", "a tree holds at most 16 million nodes"));
            next = NodeId{static_cast<std::uint32_t>(m_tree.m_nodes.size())};
            m_tree.m_nodes.emplace_back();
            if (auto named = takeName(next, name); !named)
                return tl::unexpected(named.error());
            m_tree.node(next).digest = static_cast<std::uint32_t>(m_tree.m_digests.size());
            m_tree.m_digests.emplace_back();
            ++m_tree.m_live;
            if (auto attached = attach(id, {next}); !attached)
                return tl::unexpected(attached.error());
        }
        id = next;
    }
    return id;
}

Result<void> TreeBuilder::attach(NodeId parent, std::vector<NodeId> added)
{
    if (!m_tree.isInterior(parent))
        return fail(ErrorKind::Syntax, QCoreApplication::translate("TreeBuilder", "a leaf has no children"),
            QString::fromStdString(m_tree.uri(parent).text()));
    for (const NodeId id : added)
        m_tree.node(id).parent = parent;
    const auto old = m_tree.children(parent);
    added.insert(added.begin(), old.begin(), old.end());
    std::stable_sort(
        added.begin(), added.end(), [this](NodeId a, NodeId b) { return m_tree.name(a) < m_tree.name(b); });
    const auto sameName = [this](NodeId a, NodeId b) { return m_tree.name(a) == m_tree.name(b); };
    if (const auto twin = std::adjacent_find(added.begin(), added.end(), sameName); twin != added.end())
        return twinError(*(twin + 1));
    Tree::Node& node = m_tree.node(parent);
    m_tree.m_poolGarbage += node.capacity;
    node.begin = static_cast<std::uint32_t>(m_tree.m_pool.size());
    node.count = node.capacity = static_cast<std::uint32_t>(added.size());
    m_tree.m_pool.insert(m_tree.m_pool.end(), added.begin(), added.end());
    return {};
}

Result<void> TreeBuilder::checkDepth(NodeId id, std::size_t depth) const
{
    if (depth > limits::kMaxDepth)
        return fail(ErrorKind::Limit, QCoreApplication::translate("TreeBuilder", "a tree is at most 128 levels deep"));
    for (const NodeId below : m_tree.children(id)) {
        if (auto good = checkDepth(below, depth + 1); !good)
            return good;
    }
    return {};
}

Result<Tree> TreeBuilder::finish()
{
    if (!atRoot())
        return fail(ErrorKind::Syntax, QCoreApplication::translate("TreeBuilder", "the document ends within a node"),
            QString::fromStdString(uri().text()));
    if (auto closed = closeTop(); !closed)
        return tl::unexpected(closed.error());
    if (auto placed = placeAll(); !placed)
        return tl::unexpected(placed.error());
    return std::move(m_tree);
}

} // namespace dmsc
