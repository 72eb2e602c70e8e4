// SPDX-License-Identifier: Apache-2.0
#include "model/tree/tree.h"

#include "model/tree/acl.h"
#include "model/tree/limits.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kGarbageWorthDropping = 1 << 20;

QString shown(const Uri& uri)
{
    return QString::fromStdString(uri.text());
}

} // namespace

Tree::Tree()
    : m_text(1, '.')
    , m_types{std::string()}
    , m_typeIds{{std::string(), std::uint16_t{0}}}
    , m_live(1)
{
    Node rootNode;
    rootNode.nameLength = 1;
    m_digests.emplace_back();
    m_nodes.push_back(rootNode);
}

bool Tree::contains(NodeId id) const
{
    return index(id) < m_nodes.size() && node(id).live;
}

std::string_view Tree::acl(NodeId id) const
{
    const Extra* e = findExtra(id);
    return e ? std::string_view(e->acl) : std::string_view();
}

std::string_view Tree::title(NodeId id) const
{
    const Extra* e = findExtra(id);
    return e ? std::string_view(e->title) : std::string_view();
}

std::string_view Tree::tstamp(NodeId id) const
{
    const Extra* e = findExtra(id);
    return e ? std::string_view(e->tstamp) : std::string_view();
}

std::optional<std::uint16_t> Tree::verNo(NodeId id) const
{
    const Extra* e = findExtra(id);
    return e ? e->verNo : std::nullopt;
}

std::uint32_t Tree::placeOf(NodeId parent, std::string_view childName) const
{
    const auto list = children(parent);
    const auto before = [this](NodeId id, std::string_view other) { return name(id) < other; };
    return static_cast<std::uint32_t>(std::lower_bound(list.begin(), list.end(), childName, before) - list.begin());
}

NodeId Tree::child(NodeId id, std::string_view childName) const
{
    const auto list = children(id);
    const std::uint32_t place = placeOf(id, childName);
    return place < list.size() && name(list[place]) == childName ? list[place] : kNoNode;
}

std::string_view Tree::leafValue(NodeId parentId, std::string_view childName) const
{
    const NodeId leaf = parentId == kNoNode ? kNoNode : child(parentId, childName);
    return leaf == kNoNode || isInterior(leaf) ? std::string_view() : value(leaf);
}

NodeId Tree::find(const Uri& uri) const
{
    NodeId id = root();
    for (const std::string_view segment : uri.segments()) {
        id = child(id, segment);
        if (id == kNoNode)
            return kNoNode;
    }
    return id;
}

Uri Tree::uri(NodeId id) const
{
    std::vector<std::string_view> names;
    for (; id != root(); id = parent(id))
        names.push_back(name(id));
    Uri uri;
    for (auto segment = names.rbegin(); segment != names.rend(); ++segment)
        uri = uri.child(*segment);
    return uri;
}

std::size_t Tree::depth(NodeId id) const
{
    std::size_t steps = 0;
    for (; id != root(); id = parent(id))
        ++steps;
    return steps;
}

bool Tree::isWithin(NodeId id, NodeId above) const
{
    while (id != above && id != root())
        id = parent(id);
    return id == above;
}

std::size_t Tree::subtreeSize(NodeId id) const
{
    std::size_t nodes = 1;
    for (const NodeId below : children(id))
        nodes += subtreeSize(below);
    return nodes;
}

NodeData Tree::data(NodeId id) const
{
    return {std::string(name(id)), format(id), std::string(type(id)), std::string(value(id)), std::string(acl(id)),
        std::string(title(id)), std::string(tstamp(id)), verNo(id)};
}

std::size_t Tree::bytes() const
{
    return m_nodes.capacity() * sizeof(Node) + m_pool.capacity() * sizeof(NodeId) + m_text.capacity()
        + m_digests.capacity() * sizeof(Digests) + m_shortRuns.capacity() * sizeof(ShortRun)
        + m_short.capacity() * sizeof(ShortDigest) + m_extras.size() * (sizeof(Extra) + 32);
}

Result<void> Tree::check(const NodeData& data) const
{
    if (auto good = checkName(data.name); !good)
        return good;
    if (data.type.size() > limits::kMaxTypeBytes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("Tree", "a Type has at most 1024 bytes"));
    if (data.title.size() > limits::kMaxTitleBytes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("Tree", "a Title has at most 255 bytes"));
    if (data.value.size() > limits::kMaxValueBytes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("Tree", "a value has at most 256 MB"));
    if (data.format == Format::Node && !data.value.empty())
        return fail(ErrorKind::BadValue, QCoreApplication::translate("Tree", "an interior node has no value"));
    if (auto acl = Acl::parse(data.acl); !acl)
        return tl::unexpected(acl.error());
    return {};
}

Result<std::uint32_t> Tree::store(std::string_view added)
{
    if (m_text.size() + added.size() > std::numeric_limits<std::uint32_t>::max())
        return fail(ErrorKind::Limit, QCoreApplication::translate("Tree", "a tree holds at most 4 GB of text"));
    const auto offset = static_cast<std::uint32_t>(m_text.size());
    m_text.append(added);
    return offset;
}

Result<std::uint16_t> Tree::internType(std::string_view added)
{
    if (added.empty())
        return std::uint16_t{0};
    std::string key(added);
    if (const auto known = m_typeIds.find(key); known != m_typeIds.end())
        return known->second;
    if (m_types.size() >= limits::kMaxTypes)
        return fail(
            ErrorKind::Limit, QCoreApplication::translate("Tree", "a tree holds at most 65535 different Types"));
    const auto id = static_cast<std::uint16_t>(m_types.size());
    m_types.push_back(key);
    m_typeIds.emplace(std::move(key), id);
    return id;
}

Tree::Extra& Tree::extra(NodeId id)
{
    node(id).hasExtra = true;
    return m_extras[index(id)];
}

const Tree::Extra* Tree::findExtra(NodeId id) const
{
    return node(id).hasExtra ? &m_extras.at(index(id)) : nullptr;
}

Result<NodeId> Tree::create(NodeId parentId, const NodeData& data)
{
    if (m_live >= limits::kMaxNodes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("Tree", "a tree holds at most 16 million nodes"));
    const auto typeId = internType(data.type);
    if (!typeId)
        return tl::unexpected(typeId.error());
    const auto nameOffset = store(data.name);
    const auto valueOffset = nameOffset ? store(data.value) : nameOffset;
    if (!valueOffset)
        return tl::unexpected(valueOffset.error());

    Node n;
    n.parent = parentId;
    n.nameOffset = *nameOffset;
    n.nameLength = static_cast<std::uint16_t>(data.name.size());
    n.type = *typeId;
    n.format = data.format;
    if (data.format != Format::Node) {
        n.begin = *valueOffset;
        n.count = static_cast<std::uint32_t>(data.value.size());
    }
    NodeId id{};
    if (m_free.empty()) {
        id = NodeId{static_cast<std::uint32_t>(m_nodes.size())};
        m_nodes.push_back(n);
    } else {
        id = m_free.back();
        m_free.pop_back();
        n.digest = node(id).digest; // keeps the slot that its forerunner had
        node(id) = n;
    }
    if (data.format == Format::Node && node(id).digest == 0) {
        node(id).digest = static_cast<std::uint32_t>(m_digests.size());
        m_digests.emplace_back();
    }
    if (!data.acl.empty() || !data.title.empty() || !data.tstamp.empty() || data.verNo)
        extra(id) = Extra{data.acl, data.title, data.tstamp, data.verNo};
    ++m_live;
    return id;
}

Result<NodeId> Tree::add(NodeId parentId, const NodeData& data)
{
    if (!isInterior(parentId))
        return fail(
            ErrorKind::NotAllowed, QCoreApplication::translate("Tree", "a leaf has no children"), shown(uri(parentId)));
    if (auto good = check(data); !good)
        return at(good.error(), shown(uri(parentId)));
    if (depth(parentId) >= limits::kMaxDepth)
        return fail(ErrorKind::Limit, QCoreApplication::translate("Tree", "a tree is at most 128 levels deep"),
            shown(uri(parentId)));
    const std::uint32_t place = placeOf(parentId, data.name);
    if (place < children(parentId).size() && name(children(parentId)[place]) == data.name)
        return fail(ErrorKind::Exists, QCoreApplication::translate("Tree", "a node of that name is there already"),
            shown(uri(parentId).child(data.name)));
    auto id = create(parentId, data);
    if (!id)
        return id;
    insertChild(parentId, place, *id);
    markChanged(parentId);
    return id;
}

Result<NodeId> Tree::addSubtree(NodeId parentId, std::string_view newName, const Tree& other, NodeId from)
{
    if (&other == this && isWithin(parentId, from)) {
        const Tree before = *this; // else the copy would find itself among what it copies
        return addSubtree(parentId, std::string(newName), before, from);
    }
    NodeData data = other.data(from);
    data.name = newName;
    auto id = add(parentId, data);
    if (!id)
        return id;
    // A copy of the list: `other` may be this tree.
    const auto list = other.children(from);
    const std::vector<NodeId> below(list.begin(), list.end());
    for (const NodeId next : below) {
        if (auto added = addSubtree(*id, std::string(other.name(next)), other, next); !added) {
            (void)remove(*id);
            return added;
        }
    }
    return id;
}

void Tree::insertChild(NodeId parentId, std::uint32_t place, NodeId childId)
{
    Node& p = node(parentId);
    if (p.count == p.capacity) {
        const std::uint32_t room = std::max<std::uint32_t>(4, p.count * 2);
        const auto begin = static_cast<std::uint32_t>(m_pool.size());
        m_pool.resize(m_pool.size() + room, kNoNode);
        std::copy_n(m_pool.begin() + p.begin, p.count, m_pool.begin() + begin);
        m_poolGarbage += p.capacity;
        p.begin = begin;
        p.capacity = room;
    }
    const auto first = m_pool.begin() + p.begin;
    std::move_backward(first + place, first + p.count, first + p.count + 1);
    *(first + place) = childId;
    ++p.count;
    if (m_poolGarbage > kGarbageWorthDropping && m_poolGarbage > m_pool.size() / 2)
        dropGarbage();
}

void Tree::removeChild(NodeId parentId, NodeId childId)
{
    Node& p = node(parentId);
    const auto first = m_pool.begin() + p.begin + placeOf(parentId, name(childId));
    std::move(first + 1, m_pool.begin() + p.begin + p.count, first);
    --p.count;
}

void Tree::release(NodeId id)
{
    for (const NodeId below : children(id))
        release(below);
    Node& n = node(id);
    m_textGarbage += n.nameLength + (n.format == Format::Node ? 0 : n.count);
    m_poolGarbage += n.capacity;
    m_extras.erase(index(id));
    const std::uint32_t slot = n.digest;
    n = Node{};
    n.live = false;
    n.digest = slot;
    m_free.push_back(id);
    --m_live;
}

Result<void> Tree::remove(NodeId id)
{
    if (id == root())
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("Tree", "the root cannot be deleted"),
            QStringLiteral("."));
    const NodeId above = parent(id);
    removeChild(above, id);
    release(id);
    markChanged(above);
    if (m_textGarbage > kGarbageWorthDropping && m_textGarbage > m_text.size() / 2)
        dropGarbage();
    return {};
}

Result<void> Tree::rename(NodeId id, std::string_view wanted)
{
    const std::string newName(wanted); // `wanted` may point into this tree
    if (id == root())
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("Tree", "the root cannot be renamed"),
            QStringLiteral("."));
    if (auto good = checkName(newName); !good)
        return good;
    const NodeId above = parent(id);
    if (name(id) == newName)
        return {};
    if (child(above, newName) != kNoNode)
        return fail(ErrorKind::Exists, QCoreApplication::translate("Tree", "a node of that name is there already"),
            shown(uri(above).child(newName)));
    const auto offset = store(newName);
    if (!offset)
        return tl::unexpected(offset.error());
    removeChild(above, id);
    m_textGarbage += node(id).nameLength;
    node(id).nameOffset = *offset;
    node(id).nameLength = static_cast<std::uint16_t>(newName.size());
    insertChild(above, placeOf(above, newName), id);
    markChanged(above);
    return {};
}

Result<void> Tree::setValue(NodeId id, std::string_view newValue)
{
    if (isInterior(id))
        return fail(ErrorKind::NotAllowed, QCoreApplication::translate("Tree", "an interior node has no value"),
            shown(uri(id)));
    if (newValue.size() > limits::kMaxValueBytes)
        return fail(
            ErrorKind::Limit, QCoreApplication::translate("Tree", "a value has at most 256 MB"), shown(uri(id)));
    const auto offset = store(newValue);
    if (!offset)
        return tl::unexpected(offset.error());
    m_textGarbage += node(id).count;
    node(id).begin = *offset;
    node(id).count = static_cast<std::uint32_t>(newValue.size());
    markChanged(parent(id));
    if (m_textGarbage > kGarbageWorthDropping && m_textGarbage > m_text.size() / 2)
        dropGarbage();
    return {};
}

Result<void> Tree::setFormat(NodeId id, Format newFormat)
{
    if (isInterior(id) != (newFormat == Format::Node))
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("Tree", "a leaf cannot become an interior node, nor the other way round"),
            shown(uri(id)));
    node(id).format = newFormat;
    markChanged(isInterior(id) ? id : parent(id));
    return {};
}

Result<void> Tree::setType(NodeId id, std::string_view newType)
{
    if (newType.size() > limits::kMaxTypeBytes)
        return fail(
            ErrorKind::Limit, QCoreApplication::translate("Tree", "a Type has at most 1024 bytes"), shown(uri(id)));
    const auto typeId = internType(newType);
    if (!typeId)
        return tl::unexpected(typeId.error());
    node(id).type = *typeId;
    markChanged(isInterior(id) ? id : parent(id));
    return {};
}

Result<void> Tree::setAcl(NodeId id, std::string_view newAcl)
{
    if (auto parsed = Acl::parse(newAcl); !parsed)
        return at(parsed.error(), shown(uri(id)));
    extra(id).acl = newAcl;
    markChanged(isInterior(id) ? id : parent(id));
    return {};
}

Result<void> Tree::setTitle(NodeId id, std::string_view newTitle)
{
    if (newTitle.size() > limits::kMaxTitleBytes)
        return fail(
            ErrorKind::Limit, QCoreApplication::translate("Tree", "a Title has at most 255 bytes"), shown(uri(id)));
    extra(id).title = newTitle;
    markChanged(isInterior(id) ? id : parent(id));
    return {};
}

void Tree::setTStamp(NodeId id, std::string_view newStamp)
{
    extra(id).tstamp = newStamp;
}

void Tree::setVerNo(NodeId id, std::optional<std::uint16_t> newVerNo)
{
    extra(id).verNo = newVerNo;
}

void Tree::markChanged(NodeId id)
{
    for (; id != kNoNode && node(id).digestValid; id = parent(id))
        node(id).digestValid = false;
}

void Tree::dropGarbage()
{
    std::string kept;
    kept.reserve(m_text.size() - m_textGarbage);
    std::vector<NodeId> pool;
    pool.reserve(m_live);
    for (Node& n : m_nodes) {
        if (!n.live)
            continue;
        const auto nameOffset = static_cast<std::uint32_t>(kept.size());
        kept.append(text(n.nameOffset, n.nameLength));
        n.nameOffset = nameOffset;
        if (n.format != Format::Node) {
            const auto valueOffset = static_cast<std::uint32_t>(kept.size());
            kept.append(text(n.begin, n.count));
            n.begin = valueOffset;
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(pool.size());
        pool.insert(pool.end(), m_pool.begin() + n.begin, m_pool.begin() + n.begin + n.count);
        n.begin = begin;
        n.capacity = n.count;
    }
    m_text = std::move(kept);
    m_pool = std::move(pool);
    m_textGarbage = m_poolGarbage = 0;
}

} // namespace dmsc
