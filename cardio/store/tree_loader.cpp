// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/tree_loader.h"

#include <QCoreApplication>

namespace dmsc {

Result<void> TreeLoader::read(QSqlQuery& query, Hasher& hasher)
{
    while (query.next()) {
        auto row = nodeRow(query);
        if (!row)
            return tl::unexpected(row.error());
        m_sum += m_sums.emplace_back(sumOf(*row, hasher));
        if (m_rows.empty() || m_rows.back().parent != row->parent)
            m_first.emplace(row->parent, m_rows.size());
        m_rows.push_back(std::move(*row));
    }
    return {};
}

Result<std::vector<std::size_t>> TreeLoader::build()
{
    if (m_rows.empty() || m_rows.front().parent != 0 || m_rows.front().data.format != Format::Node)
        return fail(ErrorKind::Damaged, QCoreApplication::translate("TreeImage", "it has no root"));
    m_order.push_back(0);
    auto done = describe(m_rows.front().data);
    if (done)
        done = addChildren(m_rows.front().id);
    if (!done)
        return tl::unexpected(done.error());
    return m_order;
}

Result<void> TreeLoader::describe(const NodeData& data)
{
    m_builder.setFormat(data.format);
    if (data.format != Format::Node)
        if (auto set = m_builder.setValue(data.value); !set)
            return set;
    if (auto set = m_builder.setType(data.type); !set)
        return set;
    if (auto set = m_builder.setAcl(data.acl); !set)
        return set;
    if (!data.title.empty())
        if (auto set = m_builder.setTitle(data.title); !set)
            return set;
    if (!data.tstamp.empty())
        m_builder.setTStamp(data.tstamp);
    if (data.verNo)
        m_builder.setVerNo(*data.verNo);
    return {};
}

// Recursion goes as deep as the builder allows, 128 levels.
Result<void> TreeLoader::addChildren(qint64 parent)
{
    const auto first = m_first.find(parent);
    if (first == m_first.end())
        return {};
    for (std::size_t i = first->second; i < m_rows.size() && m_rows[i].parent == parent; ++i) {
        auto done = m_builder.open(m_rows[i].data.name);
        if (!done)
            return done;
        m_order.push_back(i);
        done = describe(m_rows[i].data);
        if (done)
            done = addChildren(m_rows[i].id);
        if (done)
            done = m_builder.close();
        if (!done)
            return done;
    }
    return {};
}

} // namespace dmsc
