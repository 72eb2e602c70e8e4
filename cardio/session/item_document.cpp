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

bool valuesAreGood(const Tree& tree, NodeId node)
{
    if (!tree.isInterior(node))
        return checkValue(tree.format(node), tree.value(node)).has_value();
    return std::ranges::all_of(tree.children(node), [&](NodeId child) { return valuesAreGood(tree, child); });
}

} // namespace dmsc
