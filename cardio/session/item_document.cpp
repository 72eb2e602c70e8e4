// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/item_document.h"

#include "model/formats/tnds.h"

#include <algorithm>

namespace dmsc {

std::optional<Tree> readTnds(const syncml::Item& item, std::string_view name)
{
    MgmtTreeReadOptions options;
    options.nameForUnnamedTop = name;
    const ByteView bytes = viewOf(item.data ? std::string_view(*item.data) : std::string_view());
    auto content =
        item.meta.type == syncml::mime::kTndsXml ? readMgmtTreeXml(bytes, options) : readMgmtTreeWbxml(bytes, options);
    if (!content || content->description)
        return std::nullopt;
    return std::move(content->tree);
}

bool areSegments(const Tree& tree, NodeId node)
{
    const auto children = tree.children(node);
    return std::all_of(children.begin(), children.end(),
        [&](NodeId child) { return isSegment(tree.name(child)) && areSegments(tree, child); });
}

Result<void> checkValues(const Tree& tree, NodeId node)
{
    if (!tree.isInterior(node)) {
        auto good = checkValue(tree.format(node), tree.value(node));
        return good ? good : at(std::move(good.error()), QString::fromStdString(tree.uri(node).text()));
    }
    for (const NodeId child : tree.children(node))
        if (auto good = checkValues(tree, child); !good)
            return good;
    return {};
}

} // namespace dmsc
