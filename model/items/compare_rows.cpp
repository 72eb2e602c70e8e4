// SPDX-License-Identifier: Apache-2.0
// CompareModel: how its list of rows follows what happens, in insertions and removals.
#include "model/items/compare_model.h"

#include <algorithm>
#include <unordered_map>

namespace dmsc {

namespace {

/// A view works for each insertion and removal; from here on a reset is cheaper.
constexpr std::size_t kMostSteps = 64;

} // namespace

std::vector<PairNo> CompareModel::allRows() const
{
    std::vector<PairNo> rows;
    const AlignedTree& aligned = m_workspace.aligned();
    collectRows(
        aligned, m_marks, 0, static_cast<std::uint32_t>(aligned.size()), [this](PairNo no) { return isOpen(no); },
        rows);
    return rows;
}

void CompareModel::syncRows()
{
    std::vector<PairNo> fresh = allRows();
    std::uint32_t was = 0, now = 0;
    const auto meet = [&] { return was < m_rows.size() && now < fresh.size() && m_rows[was] == fresh[now]; };
    const auto done = [&] { return was == m_rows.size() && now == fresh.size(); };
    std::vector<RowStep> steps;
    while (steps.size() <= kMostSteps) {
        for (; meet(); ++was)
            ++now;
        if (done())
            break;
        RowStep step{was, was, now, now};
        while (!meet() && !done()) {
            const bool gone = now == fresh.size() || (was < m_rows.size() && m_rows[was] < fresh[now]);
            gone ? ++was : ++now;
        }
        step.oldEnd = was;
        step.newEnd = now;
        steps.push_back(step);
    }
    takeRows(steps, std::move(fresh));
}

std::vector<CompareModel::Nodes> CompareModel::nodesOfRows() const
{
    std::vector<Nodes> nodes;
    nodes.reserve(m_rows.size());
    for (const PairNo pair : m_rows)
        nodes.push_back({m_workspace.aligned().node(pair, Side::Device), m_workspace.aligned().node(pair, Side::Card)});
    return nodes;
}

void CompareModel::syncRowsByNodes(const std::vector<Nodes>& before)
{
    std::vector<PairNo> fresh = allRows();
    const AlignedTree& aligned = m_workspace.aligned();
    const auto same = [&](const Nodes& old, PairNo now) {
        const NodeId device = aligned.node(now, Side::Device);
        const NodeId card = aligned.node(now, Side::Card);
        return (old.device != kNoNode && old.device == device) || (old.card != kNoNode && old.card == card);
    };
    std::uint32_t begin = 0;
    while (begin < before.size() && begin < fresh.size() && same(before[begin], fresh[begin]))
        ++begin;
    auto oldEnd = static_cast<std::uint32_t>(before.size());
    auto newEnd = static_cast<std::uint32_t>(fresh.size());
    while (oldEnd > begin && newEnd > begin && same(before[oldEnd - 1], fresh[newEnd - 1])) {
        --oldEnd;
        --newEnd;
    }
    // Rows that stay have their new numbers at once, those that go have none: they may be asked for meanwhile.
    std::copy_n(fresh.begin(), begin, m_rows.begin());
    std::fill(m_rows.begin() + begin, m_rows.begin() + oldEnd, kNoPair);
    std::copy(fresh.begin() + newEnd, fresh.end(), m_rows.begin() + oldEnd);
    const std::vector<RowStep> steps = keepRows({begin, oldEnd, begin, newEnd}, before, fresh);
    takeRows(steps, std::move(fresh));
}

std::vector<CompareModel::RowStep> CompareModel::keepRows(
    const RowStep& within, const std::vector<Nodes>& before, const std::vector<PairNo>& fresh)
{
    std::unordered_map<std::uint64_t, std::uint32_t> oldByNode; // side in the high half
    const auto keyOf = [](Side side, NodeId node) {
        return (static_cast<std::uint64_t>(side) << 32) | dmsc::index(node);
    };
    for (std::uint32_t i = within.oldBegin; i < within.oldEnd; ++i) {
        oldByNode.emplace(keyOf(Side::Device, before[i].device), i);
        oldByNode.emplace(keyOf(Side::Card, before[i].card), i);
    }
    std::vector<RowStep> steps;
    RowStep next = within; // begins where the lists are taken care of
    const auto closeAt = [&](std::uint32_t oldEnd, std::uint32_t newEnd) {
        if (next.oldBegin != oldEnd || next.newBegin != newEnd)
            steps.push_back({next.oldBegin, oldEnd, next.newBegin, newEnd});
        next.oldBegin = oldEnd + 1;
        next.newBegin = newEnd + 1;
    };
    for (std::uint32_t i = within.newBegin; i < within.newEnd; ++i) {
        for (const Side side : kSides) {
            const NodeId node = m_workspace.aligned().node(fresh[i], side);
            const auto old = node == kNoNode ? oldByNode.end() : oldByNode.find(keyOf(side, node));
            if (old == oldByNode.end() || old->second < next.oldBegin)
                continue; // rows that stay keep their order
            m_rows[old->second] = fresh[i];
            closeAt(old->second, i);
            break;
        }
    }
    closeAt(within.oldEnd, within.newEnd);
    return steps;
}

void CompareModel::takeRows(const std::vector<RowStep>& steps, std::vector<PairNo> fresh)
{
    if (steps.size() > kMostSteps) {
        beginResetModel();
        m_rows = std::move(fresh);
        endResetModel();
        return;
    }
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const auto at = m_rows.begin() + step->oldBegin;
        if (step->oldBegin != step->oldEnd) {
            beginRemoveRows({}, static_cast<int>(step->oldBegin), static_cast<int>(step->oldEnd) - 1);
            m_rows.erase(at, m_rows.begin() + step->oldEnd);
            endRemoveRows();
        }
        if (step->newBegin != step->newEnd) {
            const auto count = static_cast<int>(step->newEnd - step->newBegin);
            beginInsertRows({}, static_cast<int>(step->oldBegin), static_cast<int>(step->oldBegin) + count - 1);
            m_rows.insert(
                m_rows.begin() + step->oldBegin, fresh.begin() + step->newBegin, fresh.begin() + step->newEnd);
            endInsertRows();
        }
    }
}

} // namespace dmsc
