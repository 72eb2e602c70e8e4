// SPDX-License-Identifier: Apache-2.0
#include "model/compare/plan.h"

#include <algorithm>
#include <iterator>

namespace dmsc {

namespace {

std::size_t bytesOf(const Tree& tree, NodeId node)
{
    std::size_t bytes = tree.name(node).size() + tree.value(node).size();
    for (const NodeId below : tree.children(node))
        bytes += bytesOf(tree, below);
    return bytes;
}

} // namespace

std::vector<Operation> Plan::forSide(Side side) const
{
    std::vector<Operation> mine;
    std::copy_if(m_operations.begin(), m_operations.end(), std::back_inserter(mine),
        [side](const Operation& operation) { return operation.side == side; });
    return mine;
}

std::size_t Plan::bytesToStore(Side side) const
{
    std::size_t bytes = 0;
    for (const Operation& operation : m_operations) {
        if (operation.side != side)
            continue;
        if (operation.kind == Operation::Kind::Replace)
            bytes += operation.after.size();
        else if (const NodeId added = rootOf(operation.added); added != kNoNode)
            bytes += bytesOf(*operation.added, added);
    }
    return bytes;
}

void Plan::append(std::vector<Operation> operations)
{
    std::move(operations.begin(), operations.end(), std::back_inserter(m_operations));
}

void Plan::removeLast(std::size_t count)
{
    m_operations.resize(m_operations.size() - std::min(count, m_operations.size()));
}

std::size_t Plan::remove(std::size_t position, const Tree& device, const Tree& card)
{
    if (position >= m_operations.size())
        return 0;
    const Side side = m_operations[position].side;
    Tree tree = side == Side::Device ? device : card;
    std::vector<Operation> kept;
    for (std::size_t i = 0; i < m_operations.size(); ++i)
        if (m_operations[i].side != side || (i != position && apply(tree, m_operations[i])))
            kept.push_back(m_operations[i]);
    const std::size_t gone = m_operations.size() - kept.size();
    m_operations = std::move(kept);
    return gone;
}

} // namespace dmsc
