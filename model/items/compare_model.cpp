// SPDX-License-Identifier: Apache-2.0
#include "model/items/compare_model.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace dmsc {

CompareModel::CompareModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    setOpen(kRootPair, true);
    m_rows = allRows();
}

// --- the workspace

std::vector<Operation> CompareModel::setCommitted(Side side, std::shared_ptr<const Tree> tree)
{
    beginResetModel();
    const std::vector<Uri> open = openUris();
    std::vector<Operation> gone = m_workspace.setCommitted(side, std::move(tree));
    m_expansion.clear();
    setOpen(kRootPair, true);
    for (const Uri& uri : open)
        for (const Side each : kSides)
            if (const NodeId node = m_workspace.working(each).find(uri); node != kNoNode)
                if (const PairNo pair = m_workspace.aligned().find(each, node, m_workspace.working(each));
                    pair != kNoPair)
                    m_expansion.set(m_workspace.aligned(), pair, true);
    m_folded.clear();
    m_marks.apply(m_filter, m_workspace, m_owners.get());
    m_rows = allRows();
    endResetModel();
    Q_EMIT workspaceChanged();
    return gone;
}

Result<void> CompareModel::stage(std::vector<Operation> operations)
{
    const std::vector<Nodes> before = nodesOfRows();
    auto staged = m_workspace.stage(std::move(operations));
    workspaceHasChanged(before);
    return staged;
}

void CompareModel::unstage(std::size_t count)
{
    const std::vector<Nodes> before = nodesOfRows();
    m_workspace.unstage(count);
    workspaceHasChanged(before);
}

std::size_t CompareModel::removeAt(std::size_t position)
{
    const std::vector<Nodes> before = nodesOfRows();
    const std::size_t gone = m_workspace.removeAt(position);
    workspaceHasChanged(before);
    return gone;
}

void CompareModel::workspaceHasChanged(const std::vector<Nodes>& before)
{
    m_marks.apply(m_filter, m_workspace, m_owners.get());
    syncRowsByNodes(before);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT workspaceChanged();
}

std::vector<Uri> CompareModel::openUris() const
{
    std::vector<Uri> open;
    const AlignedTree& aligned = m_workspace.aligned();
    for (std::uint32_t i = 0; i < aligned.size(); ++i) {
        const PairNo pair{i};
        if (aligned.subtreeSize(pair) != 1 && m_expansion.contains(aligned, pair))
            open.push_back(m_workspace.working(anySide(pair)).uri(aligned.node(pair, anySide(pair))));
    }
    return open;
}

// --- unfolding

bool CompareModel::isOpen(PairNo pair) const
{
    const AlignedTree& aligned = m_workspace.aligned();
    return m_marks.active() ? !m_folded.contains(aligned, pair) : m_expansion.contains(aligned, pair);
}

void CompareModel::setOpen(PairNo pair, bool open)
{
    if (m_marks.active())
        m_folded.set(m_workspace.aligned(), pair, !open);
    else
        m_expansion.set(m_workspace.aligned(), pair, open);
}

PairNo CompareModel::pairAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)] : kNoPair;
}

int CompareModel::rowOf(PairNo pair) const
{
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), pair);
    return row != m_rows.end() && *row == pair ? static_cast<int>(row - m_rows.begin()) : -1;
}

int CompareModel::rowForUri(Side side, const Uri& uri)
{
    const Tree& tree = m_workspace.working(side);
    const NodeId node = tree.find(uri);
    return node == kNoNode ? -1 : reveal(m_workspace.aligned().find(side, node, tree));
}

int CompareModel::reveal(PairNo pair)
{
    if (pair == kNoPair || !m_marks.shows(pair))
        return -1;
    bool opened = false;
    for (PairNo above = pair; above != kRootPair;) {
        above = m_workspace.aligned().parent(above);
        if (!isOpen(above)) {
            setOpen(above, true);
            opened = true;
        }
    }
    if (opened)
        syncRows();
    return rowOf(pair);
}

bool CompareModel::isExpanded(int row) const
{
    const PairNo pair = pairAt(row);
    return pair != kNoPair && hasShownChildren(pair) && isOpen(pair);
}

void CompareModel::setExpanded(int row, bool expanded)
{
    const PairNo pair = pairAt(row);
    if (pair == kNoPair || !hasShownChildren(pair) || isOpen(pair) == expanded)
        return;
    const AlignedTree& aligned = m_workspace.aligned();
    const std::uint32_t end = dmsc::index(pair) + aligned.subtreeSize(pair);
    const auto first = m_rows.begin() + row + 1;
    setOpen(pair, expanded);
    if (expanded) {
        std::vector<PairNo> below;
        collectRows(
            aligned, m_marks, dmsc::index(pair) + 1, end, [this](PairNo no) { return isOpen(no); }, below);
        beginInsertRows({}, row + 1, row + static_cast<int>(below.size()));
        m_rows.insert(first, below.begin(), below.end());
        endInsertRows();
    } else {
        const auto last = std::lower_bound(first, m_rows.end(), PairNo{end});
        beginRemoveRows({}, row + 1, row + static_cast<int>(last - first));
        m_rows.erase(first, last);
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void CompareModel::setExpandedBelow(int row, bool expanded)
{
    const PairNo pair = pairAt(row);
    if (pair == kNoPair)
        return;
    const AlignedTree& aligned = m_workspace.aligned();
    const std::uint32_t end = dmsc::index(pair) + aligned.subtreeSize(pair);
    for (std::uint32_t i = dmsc::index(pair); i < end; ++i)
        if (aligned.subtreeSize(PairNo{i}) != 1)
            setOpen(PairNo{i}, expanded);
    syncRows();
}

void CompareModel::expandAll()
{
    if (m_marks.active())
        m_folded.clear();
    else
        m_expansion.setAll(m_workspace.aligned(), true);
    syncRows();
}

void CompareModel::collapseAll()
{
    if (m_marks.active())
        m_folded.setAll(m_workspace.aligned(), true);
    else
        m_expansion.clear();
    setOpen(kRootPair, true);
    syncRows();
}

void CompareModel::expandDifferences()
{
    const AlignedTree& aligned = m_workspace.aligned();
    const auto size = static_cast<std::uint32_t>(aligned.size());
    for (std::uint32_t i = 0; i < size;) {
        const PairNo pair{i};
        const std::uint32_t subtree = aligned.subtreeSize(pair);
        const bool leads = shownDifferences(pair) != 0 || pair == kRootPair;
        if (subtree != 1)
            setOpen(pair, leads);
        if (leads || m_marks.active()) {
            ++i;
            continue;
        }
        for (const std::uint32_t end = i + subtree; i < end; ++i)
            if (aligned.subtreeSize(PairNo{i}) != 1)
                setOpen(PairNo{i}, false);
    }
    syncRows();
}

// --- from difference to difference

std::optional<CompareModel::Jump> CompareModel::jumpTo(PairNo pair, bool wrapped)
{
    return Jump{reveal(pair), wrapped};
}

std::optional<CompareModel::Jump> CompareModel::nextDifference(int row)
{
    const AlignedTree& aligned = m_workspace.aligned();
    const PairNo from = pairAt(row);
    PairNo next = from == kNoPair ? kRootPair : aligned.nextDifference(from);
    bool wrapped = false;
    // Twice at most to the end: from here, and from the root to here.
    while (true) {
        if (next == kNoPair) {
            if (wrapped || from == kNoPair)
                return std::nullopt;
            wrapped = true;
            next = kRootPair;
        }
        if (wrapped && from != kNoPair && next > from)
            return std::nullopt;
        if (aligned.at(next).differs() && m_marks.matches(next))
            return jumpTo(next, wrapped);
        next = aligned.nextDifference(next);
    }
}

std::optional<CompareModel::Jump> CompareModel::previousDifference(int row)
{
    const AlignedTree& aligned = m_workspace.aligned();
    const PairNo end{static_cast<std::uint32_t>(aligned.size())};
    const PairNo from = row < 0 ? end : pairAt(row);
    if (from == kNoPair)
        return std::nullopt;
    PairNo next = aligned.previousDifference(from);
    bool wrapped = false;
    while (true) {
        if (next == kNoPair) {
            if (wrapped || from == end)
                return std::nullopt;
            wrapped = true;
            next = aligned.previousDifference(end);
            continue;
        }
        if (wrapped && next < from)
            return std::nullopt;
        if (m_marks.matches(next))
            return jumpTo(next, wrapped);
        next = aligned.previousDifference(next);
    }
}

void CompareModel::setFilter(const CompareFilter& filter)
{
    if (filter == m_filter)
        return;
    const bool narrower = filter.narrows(m_filter);
    m_filter = filter;
    narrower ? m_marks.narrow(filter, m_workspace, m_owners.get()) : m_marks.apply(filter, m_workspace, m_owners.get());
    m_folded.clear();
    syncRows();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

// --- owners

void CompareModel::setOwners(std::shared_ptr<const Owners> owners)
{
    const bool same = owners == m_owners || (owners && m_owners && *owners == *m_owners);
    m_owners = std::move(owners);
    if (same)
        return;
    if (!m_filter.owner.isEmpty()) {
        m_marks.apply(m_filter, m_workspace, m_owners.get());
        syncRows();
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT ownersChanged();
}

// --- dragging

QStringList CompareModel::mimeTypes() const
{
    return {QString::fromLatin1(kMimeType)};
}

QMimeData* CompareModel::mimeData(const QModelIndexList& indexes) const
{
    std::optional<Side> from;
    std::vector<PairNo> pairs;
    for (const QModelIndex& each : indexes) {
        from = from ? from : sideOf(each.column());
        pairs.push_back(pairAt(each.row()));
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    if (!from || pairs.empty())
        return nullptr;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << static_cast<quint64>(reinterpret_cast<quintptr>(this)) << static_cast<quint8>(*from);
    for (const PairNo pair : pairs)
        stream << static_cast<quint32>(pair);
    auto* data = new QMimeData; // the drag takes it
    data->setData(QString::fromLatin1(kMimeType), bytes);
    return data;
}

std::optional<CompareModel::Dragged> CompareModel::dragged(const QMimeData* data) const
{
    if (!data || !data->hasFormat(QString::fromLatin1(kMimeType)))
        return std::nullopt;
    QDataStream stream(data->data(QString::fromLatin1(kMimeType)));
    quint64 model = 0;
    quint8 side = 0;
    stream >> model >> side;
    if (stream.status() != QDataStream::Ok || model != reinterpret_cast<quintptr>(this) || side > 1)
        return std::nullopt;
    Dragged dragged{static_cast<Side>(side), {}};
    while (!stream.atEnd()) {
        quint32 pair = 0;
        stream >> pair;
        if (stream.status() != QDataStream::Ok || pair >= m_workspace.aligned().size())
            return std::nullopt;
        dragged.pairs.push_back(PairNo{pair});
    }
    return dragged;
}

bool CompareModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) const
{
    Q_UNUSED(row)
    const auto drag = action == Qt::CopyAction ? dragged(data) : std::nullopt;
    const auto target = sideOf(column >= 0 ? column : parent.column());
    return drag && target && *target != drag->from;
}

bool CompareModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const Dragged drag = *dragged(data);
    Q_EMIT copyRequested(drag.from, drag.pairs);
    return true;
}

} // namespace dmsc
