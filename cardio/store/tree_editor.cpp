// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/tree_editor.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace dmsc {

namespace {

constexpr std::uint64_t kNodeOverhead = 32;

std::shared_ptr<const Tree> copyOf(const Tree& tree, NodeId id)
{
    auto copy = std::make_shared<Tree>();
    (void)copy->addSubtree(Tree::root(), tree.name(id), tree, id);
    return copy;
}

using OwnerSteps = std::vector<OwnerLedger::Owner>::const_iterator;

/// Parents first, as OwnerLedger::dropSubtree() gives the owners.
void collectFormers(const Tree& tree, NodeId node, const Uri& uri, OwnerSteps& owner, const OwnerSteps& end,
    std::vector<FormerNode>& nodes)
{
    nodes.push_back({uri, tree.data(node), owner == end ? OwnerLedger::Owner::Nobody : *owner++});
    for (const NodeId child : tree.children(node))
        collectFormers(tree, child, uri.child(tree.name(child)), owner, end, nodes);
}

} // namespace

StampClock systemStampClock()
{
    return
        [] { return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toStdString(); };
}

std::uint64_t storedBytes(const NodeData& data)
{
    return kNodeOverhead + data.name.size() + data.type.size() + data.value.size() + data.acl.size()
        + data.title.size();
}

std::uint64_t storedNodeBytes(const Tree& tree, NodeId node)
{
    return kNodeOverhead + tree.name(node).size() + tree.type(node).size() + tree.value(node).size()
        + tree.acl(node).size() + tree.title(node).size();
}

std::uint64_t storedBytes(const Tree& tree, NodeId subtree)
{
    std::uint64_t bytes = storedNodeBytes(tree, subtree);
    for (const NodeId below : tree.children(subtree))
        bytes += storedBytes(tree, below);
    return bytes;
}

TreeEditor::TreeEditor(Tree& tree, StampClock clock)
    : m_tree(&tree)
    , m_clock(std::move(clock))
{
}

TreeEditor::TreeEditor(Tree& tree, StampClock clock, OwnerLedger& ledger, const std::string& owner)
    : m_tree(&tree)
    , m_clock(std::move(clock))
    , m_ledger(&ledger)
    , m_owner(ledger.intern(owner))
{
}

void TreeEditor::own(NodeId subtree)
{
    if (m_ledger)
        m_ledger->putSubtree(*m_tree, subtree, m_owner);
}

void TreeEditor::measure(NodeId id)
{
    if (m_ledger)
        m_ledger->measure(*m_tree, id);
}

TreeEditor::Undo TreeEditor::begin(Undo::Kind kind) const
{
    Undo step;
    step.kind = kind;
    step.changes = m_changes.changes.size();
    step.growth = m_growth;
    return step;
}

void TreeEditor::touchSubtree(NodeId id)
{
    touch(id);
    for (const NodeId below : m_tree->children(id))
        touchSubtree(below);
}

Result<NodeId> TreeEditor::add(NodeId parent, const NodeData& data)
{
    Undo step = begin(Undo::Kind::Remove);
    NodeData stamped = data;
    if (m_clock && stamped.tstamp.empty())
        stamped.tstamp = m_clock();
    if (m_clock && !stamped.verNo)
        stamped.verNo = std::uint16_t{0};
    auto id = m_tree->add(parent, stamped);
    if (!id)
        return id;
    step.uri = m_tree->uri(*id);
    touch(*id);
    own(*id);
    m_changes.changes.push_back({Change::Kind::Added, step.uri});
    m_growth += static_cast<std::int64_t>(storedBytes(data));
    m_undo.push_back(std::move(step));
    return id;
}

Result<NodeId> TreeEditor::addSubtree(NodeId parent, std::string_view name, const Tree& other, NodeId from)
{
    Undo step = begin(Undo::Kind::Remove);
    auto id = m_tree->addSubtree(parent, name, other, from);
    if (!id)
        return id;
    step.uri = m_tree->uri(*id);
    touchSubtree(*id);
    own(*id);
    m_changes.changes.push_back({Change::Kind::Added, step.uri});
    m_growth += static_cast<std::int64_t>(storedBytes(*m_tree, *id));
    m_undo.push_back(std::move(step));
    return id;
}

Result<void> TreeEditor::remove(NodeId id)
{
    if (id == Tree::root())
        return m_tree->remove(id);
    Undo step = begin(Undo::Kind::Restore);
    step.uri = m_tree->uri(id);
    step.subtree = copyOf(*m_tree, id);
    touchSubtree(id);
    if (m_ledger)
        step.owners = m_ledger->dropSubtree(*m_tree, id);
    m_growth -= static_cast<std::int64_t>(storedBytes(*m_tree, id));
    m_changes.changes.push_back({Change::Kind::Deleted, step.uri});
    m_undo.push_back(std::move(step));
    return m_tree->remove(id);
}

Result<void> TreeEditor::rename(NodeId id, std::string_view name)
{
    Undo step = begin(Undo::Kind::Rename);
    const Uri before = m_tree->uri(id);
    step.name = m_tree->name(id);
    if (auto renamed = m_tree->rename(id, name); !renamed)
        return renamed;
    if (step.name == name)
        return {};
    step.uri = m_tree->uri(id);
    touch(id);
    measure(id);
    m_growth += static_cast<std::int64_t>(name.size()) - static_cast<std::int64_t>(step.name.size());
    m_changes.changes.push_back({Change::Kind::Deleted, before});
    m_changes.changes.push_back({Change::Kind::Added, step.uri});
    m_undo.push_back(std::move(step));
    return {};
}

Result<void> TreeEditor::change(NodeId id, const std::function<Result<void>()>& change, bool stamps)
{
    Undo step = begin(Undo::Kind::Put);
    step.uri = m_tree->uri(id);
    step.data = m_tree->data(id);
    if (m_ledger)
        step.owners = {m_ledger->ownerOf(id)};
    if (auto changed = change(); !changed)
        return changed;
    if (stamps && m_clock) {
        m_tree->setTStamp(id, m_clock());
        // 16 bits, FFFF is followed by 0000 (TND 8.3.7.11).
        m_tree->setVerNo(id, static_cast<std::uint16_t>(m_tree->verNo(id).value_or(0) + 1));
    }
    touch(id);
    measure(id);
    m_growth +=
        static_cast<std::int64_t>(storedBytes(m_tree->data(id))) - static_cast<std::int64_t>(storedBytes(step.data));
    m_changes.changes.push_back({Change::Kind::Changed, step.uri});
    m_undo.push_back(std::move(step));
    return {};
}

Result<void> TreeEditor::setValue(NodeId id, std::string_view value)
{
    return change(
        id, [&] { return m_tree->setValue(id, value); }, true);
}

Result<void> TreeEditor::setFormat(NodeId id, Format format)
{
    return change(
        id, [&] { return m_tree->setFormat(id, format); }, false);
}

Result<void> TreeEditor::setType(NodeId id, std::string_view type)
{
    return change(
        id, [&] { return m_tree->setType(id, type); }, false);
}

Result<void> TreeEditor::setAcl(NodeId id, std::string_view acl)
{
    return change(
        id, [&] { return m_tree->setAcl(id, acl); }, false);
}

Result<void> TreeEditor::setTitle(NodeId id, std::string_view title)
{
    return change(
        id, [&] { return m_tree->setTitle(id, title); }, false);
}

Result<void> TreeEditor::setData(NodeId id, const NodeData& data)
{
    if (m_tree->isInterior(id) != (data.format == Format::Node))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Tree", "a leaf cannot become an interior node, nor the other way round"),
            QString::fromStdString(m_tree->uri(id).text()));
    NodeData kept = data;
    kept.tstamp = m_tree->data(id).tstamp;
    kept.verNo = m_tree->verNo(id);
    return change(
        id,
        [&]() -> Result<void> {
            put(id, kept);
            return {};
        },
        true);
}

Result<void> TreeEditor::tidyAcl(NodeId id, std::string_view acl)
{
    auto done = setAcl(id, acl);
    if (done)
        m_undo.back().tidying = true;
    return done;
}

std::vector<FormerNode> TreeEditor::formers() const
{
    std::vector<FormerNode> nodes;
    for (const Undo& step : m_undo) {
        auto owner = step.owners.begin();
        if (step.kind == Undo::Kind::Put && !step.tidying)
            nodes.push_back({step.uri, step.data, owner == step.owners.end() ? OwnerLedger::Owner::Nobody : *owner});
        else if (step.kind == Undo::Kind::Restore)
            collectFormers(
                *step.subtree, step.subtree->children(Tree::root()).front(), step.uri, owner, step.owners.end(), nodes);
    }
    return nodes;
}

void TreeEditor::setOwner(NodeId id, const std::string& owner)
{
    if (!m_ledger || m_ledger->nameOf(id) == owner)
        return;
    Undo step = begin(Undo::Kind::Owner);
    step.uri = m_tree->uri(id);
    step.owners = {m_ledger->ownerOf(id)};
    m_ledger->put(*m_tree, id, m_ledger->intern(owner));
    touch(id);
    m_changes.changes.push_back({Change::Kind::Changed, step.uri});
    m_undo.push_back(std::move(step));
}

Result<NodeId> TreeEditor::replaceSubtree(NodeId id, const Tree& other, NodeId from)
{
    const std::size_t before = mark();
    const NodeId parent = m_tree->parent(id);
    const std::string name(m_tree->name(id));
    if (auto removed = remove(id); !removed)
        return tl::unexpected(removed.error());
    auto added = addSubtree(parent, name, other, from);
    if (!added)
        rollBack(before);
    return added;
}

void TreeEditor::put(NodeId id, const NodeData& data)
{
    (void)m_tree->setFormat(id, data.format);
    if (data.format != Format::Node)
        (void)m_tree->setValue(id, data.value);
    (void)m_tree->setType(id, data.type);
    (void)m_tree->setAcl(id, data.acl);
    (void)m_tree->setTitle(id, data.title);
    m_tree->setTStamp(id, data.tstamp);
    m_tree->setVerNo(id, data.verNo);
}

void TreeEditor::undo(const Undo& step)
{
    const NodeId id = m_tree->find(step.uri);
    switch (step.kind) {
    case Undo::Kind::Remove:
        touchSubtree(id);
        if (m_ledger)
            (void)m_ledger->dropSubtree(*m_tree, id);
        (void)m_tree->remove(id);
        break;
    case Undo::Kind::Restore: {
        const NodeId parent = m_tree->find(step.uri.parent());
        const NodeId kept = step.subtree->children(Tree::root()).front();
        if (const auto back = m_tree->addSubtree(parent, step.uri.name(), *step.subtree, kept)) {
            touchSubtree(*back);
            if (m_ledger)
                m_ledger->putSubtree(*m_tree, *back, step.owners);
        }
        break;
    }
    case Undo::Kind::Rename:
        (void)m_tree->rename(id, step.name);
        touch(id);
        measure(id);
        break;
    case Undo::Kind::Put:
        put(id, step.data);
        touch(id);
        measure(id);
        break;
    case Undo::Kind::Owner:
        if (m_ledger)
            m_ledger->put(*m_tree, id, step.owners.front());
        touch(id);
        break;
    }
}

void TreeEditor::rollBack(std::size_t mark)
{
    while (m_undo.size() > mark) {
        const Undo step = std::move(m_undo.back());
        m_undo.pop_back();
        undo(step);
        m_changes.changes.resize(step.changes);
        m_growth = step.growth;
    }
}

ChangeSet TreeEditor::take()
{
    m_undo.clear();
    m_growth = 0;
    return std::exchange(m_changes, ChangeSet{});
}

} // namespace dmsc
