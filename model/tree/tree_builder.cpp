// SPDX-License-Identifier: Apache-2.0
#include "model/tree/tree_builder.h"

#include "model/tree/acl.h"
#include "model/tree/limits.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("TreeBuilder", text);
}

} // namespace

TreeBuilder::TreeBuilder()
{
    m_open.push_back({Tree::root(), 0});
}

Result<void> TreeBuilder::open(std::string_view name)
{
    if (auto good = checkName(name); !good)
        return good;
    if (m_open.size() > limits::kMaxDepth)
        return fail(ErrorKind::Limit, tr(QT_TRANSLATE_NOOP("TreeBuilder", "a tree is at most 128 levels deep")));
    if (m_tree.m_live >= limits::kMaxNodes)
        return fail(ErrorKind::Limit, tr(QT_TRANSLATE_NOOP("TreeBuilder", "a tree holds at most 16 million nodes")));
    const auto offset = m_tree.store(name);
    if (!offset)
        return tl::unexpected(offset.error());
    Tree::Node node;
    node.parent = m_open.back().id;
    node.nameOffset = *offset;
    node.nameLength = static_cast<std::uint16_t>(name.size());
    const NodeId id{static_cast<std::uint32_t>(m_tree.m_nodes.size())};
    m_tree.m_nodes.push_back(node);
    ++m_tree.m_live;
    m_children.push_back(id);
    m_open.push_back({id, m_children.size()});
    return {};
}

void TreeBuilder::setFormat(Format format)
{
    m_tree.node(m_open.back().id).format = format;
}

Result<void> TreeBuilder::setType(std::string_view type)
{
    if (type.size() > limits::kMaxTypeBytes)
        return fail(ErrorKind::Limit, tr(QT_TRANSLATE_NOOP("TreeBuilder", "a Type has at most 1024 bytes")));
    const auto id = m_tree.internType(type);
    if (!id)
        return tl::unexpected(id.error());
    m_tree.node(m_open.back().id).type = *id;
    return {};
}

Result<void> TreeBuilder::setValue(std::string_view value)
{
    if (value.size() > limits::kMaxValueBytes)
        return fail(ErrorKind::Limit, tr(QT_TRANSLATE_NOOP("TreeBuilder", "a value has at most 256 MB")));
    const auto offset = m_tree.store(value);
    if (!offset)
        return tl::unexpected(offset.error());
    Tree::Node& node = m_tree.node(m_open.back().id);
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
        return fail(ErrorKind::Limit, tr(QT_TRANSLATE_NOOP("TreeBuilder", "a Title has at most 255 bytes")));
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
            return fail(ErrorKind::Syntax, tr(QT_TRANSLATE_NOOP("TreeBuilder", "a leaf has no children")),
                QString::fromStdString(uri().text()));
        m_open.pop_back();
        return {};
    }
    const auto byName = [this](NodeId a, NodeId b) { return m_tree.name(a) < m_tree.name(b); };
    if (!std::is_sorted(first, m_children.end(), byName))
        std::sort(first, m_children.end(), byName);
    const auto sameName = [this](NodeId a, NodeId b) { return m_tree.name(a) == m_tree.name(b); };
    if (const auto twin = std::adjacent_find(first, m_children.end(), sameName); twin != m_children.end())
        return fail(ErrorKind::Exists, tr(QT_TRANSLATE_NOOP("TreeBuilder", "two nodes of one name below one parent")),
            QString::fromStdString(m_tree.uri(*twin).text()));
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

Result<void> TreeBuilder::close()
{
    return closeTop();
}

Result<Tree> TreeBuilder::finish()
{
    if (auto closed = closeTop(); !closed)
        return tl::unexpected(closed.error());
    return std::move(m_tree);
}

} // namespace dmsc
