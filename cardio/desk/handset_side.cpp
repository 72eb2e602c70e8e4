// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/handset_side.h"

#include "cardio/handset/demo_content.h"

#include <QFileInfo>

namespace dmsc {

Result<std::unique_ptr<SideSession>> HandsetSide::open(
    const Where& where, const SideOptions& options, const Progress& progress)
{
    auto side = std::make_unique<HandsetSide>();
    auto descriptions = builtInDescriptions();
    if (!descriptions)
        return tl::unexpected(descriptions.error());
    const auto rules = std::make_shared<const DescriptionSet>(std::move(*descriptions));
    HandsetOutside outside;
    outside.ddf = ddfChecksBy(rules);
    outside.committed = [records = options.records, path = where.name](
                            bool good) { writeStorage(records, QStringLiteral("WRITE"), path, good); };
    auto handset = EmulatedHandset::open(where.name, std::move(outside));
    if (!handset)
        return tl::unexpected(handset.error());
    side->m_handset = std::move(*handset);
    TreeClientOptions client;
    client.target = side->m_handset->deviceId();
    client.peer = Actor::Device;
    client.records = options.records;
    side->m_client.emplace(*side->m_handset, std::move(client));
    side->m_state.where = where;
    side->m_state.title = QFileInfo(where.name).completeBaseName();
    side->m_state.detail = QString::fromStdString(side->m_handset->deviceId());
    side->m_state.descriptions = rules;
    if (auto read = side->reload(progress); !read)
        return tl::unexpected(read.error());
    return side;
}

Result<void> HandsetSide::reload(const Progress& progress)
{
    auto tree = m_client->readAll(progress);
    if (!tree)
        return at(tree.error(), m_state.where.text());
    m_state.tree = std::make_shared<const Tree>(std::move(*tree));
    return {};
}

Result<std::vector<OperationResult>> HandsetSide::apply(
    const std::vector<Operation>& operations, const Progress& progress)
{
    auto results = m_client->apply(operations, tree(), progress);
    if (results && allGood(*results))
        // The change is made; that it cannot be read back at once does not unmake it.
        (void)reload({});
    return results;
}

} // namespace dmsc
