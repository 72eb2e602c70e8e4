// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/row_codec.h"
#include "model/tree/tree_builder.h"

#include <unordered_map>

namespace dmsc {

/// Rebuilds a tree from the rows of an image, which come in order of (parent, name).
class TreeLoader
{
public:
    /// Syntax error for a row that is none.
    Result<void> read(QSqlQuery& query, Hasher& hasher);
    /// Positions of the rows in the order of the ids that the tree gives them.
    Result<std::vector<std::size_t>> build();
    Result<Tree> finish() { return m_builder.finish(); }

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] const NodeRow& row(std::size_t position) const { return m_rows[position]; }
    [[nodiscard]] std::uint64_t sum() const { return m_sum; } ///< of all rows
    [[nodiscard]] std::uint64_t sumAt(std::size_t position) const { return m_sums[position]; }

private:
    Result<void> describe(const NodeData& data);
    Result<void> addChildren(qint64 parent);

    std::vector<NodeRow> m_rows;
    std::vector<std::uint64_t> m_sums;
    std::unordered_map<qint64, std::size_t> m_first; // first child by parent
    std::vector<std::size_t> m_order;
    TreeBuilder m_builder;
    std::uint64_t m_sum = 0;
};

} // namespace dmsc
