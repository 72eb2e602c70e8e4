// SPDX-License-Identifier: Apache-2.0
// CompareModel: how its list of rows follows what happens, in insertions and removals.
#include "model/items/compare_model.h"

#include <unordered_map>

namespace dmsc {

namespace {

constexpr std::uint32_t kGone = 0xffffffff;
/// A view works for each insertion and removal; from here on a reset is cheaper.
constexpr std::size_t kMostSteps = 64;

/// Rows [oldBegin, oldEnd) give way to [newBegin, newEnd) of the new list.
struct Step
{
    std::uint32_t oldBegin, oldEnd;
    std::uint32_t newBegin, newEnd;
};

std::vector<Step> stepsFor(const std::vector<std::uint32_t>& keptAt, std::uint32_t newSize)
{
    std::vector<Step> steps;
    Step step{0, 0, 0, 0};
    const auto close = [&](std::uint32_t oldEnd, std::uint32_t newEnd) {
        step.oldEnd = oldEnd;
        step.newEnd = newEnd;
        if (step.oldBegin != step.oldEnd || step.newBegin != step.newEnd)
            steps.push_back(step);
        step.oldBegin = oldEnd + 1;
        step.newBegin = newEnd + 1;
    };
    for (std::uint32_t i = 0; i < keptAt.size(); ++i)
        if (keptAt[i] != kGone)
            close(i, keptAt[i]);
    close(static_cast<std::uint32_t>(keptAt.size()), newSize);
    return steps;
}

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
    std::vector<std::uint32_t> keptAt(m_rows.size(), kGone);
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        while (at < fresh.size() && fresh[at] < m_rows[i])
            ++at;
        if (at < fresh.size() && fresh[at] == m_rows[i])
            keptAt[i] = at;
    }
    replaceRows(std::move(fresh), keptAt);
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
    std::vector<std::uint32_t> keptAt(before.size(), kGone);
    std::size_t begin = 0;
    while (begin < before.size() && begin < fresh.size() && same(before[begin], fresh[begin])) {
        keptAt[begin] = static_cast<std::uint32_t>(begin);
        ++begin;
    }
    std::size_t oldEnd = before.size();
    std::size_t newEnd = fresh.size();
    while (oldEnd > begin && newEnd > begin && same(before[oldEnd - 1], fresh[newEnd - 1]))
        keptAt[--oldEnd] = static_cast<std::uint32_t>(--newEnd);
    std::unordered_map<std::uint64_t, std::size_t> oldByNode; // side in the high half
    const auto keyOf = [](Side side, NodeId node) {
        return (static_cast<std::uint64_t>(side) << 32) | dmsc::index(node);
    };
    for (std::size_t i = begin; i < oldEnd; ++i) {
        oldByNode.emplace(keyOf(Side::Device, before[i].device), i);
        oldByNode.emplace(keyOf(Side::Card, before[i].card), i);
    }
    std::size_t next = begin; // kept rows keep their order
    for (std::size_t i = begin; i < newEnd; ++i) {
        for (const Side side : kSides) {
            const NodeId node = aligned.node(fresh[i], side);
            const auto old = node == kNoNode ? oldByNode.end() : oldByNode.find(keyOf(side, node));
            if (old == oldByNode.end() || old->second < next)
                continue;
            keptAt[old->second] = static_cast<std::uint32_t>(i);
            next = old->second + 1;
            break;
        }
    }
    replaceRows(std::move(fresh), keptAt);
}

void CompareModel::replaceRows(std::vector<PairNo> fresh, const std::vector<std::uint32_t>& keptAt)
{
    const std::vector<Step> steps = stepsFor(keptAt, static_cast<std::uint32_t>(fresh.size()));
    if (steps.size() > kMostSteps) {
        beginResetModel();
        m_rows = std::move(fresh);
        endResetModel();
        return;
    }
    // Rows that stay have their new numbers at once, those that go have none: they may be asked for meanwhile.
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] = keptAt[i] == kGone ? kNoPair : fresh[keptAt[i]];
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
