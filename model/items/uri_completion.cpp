// SPDX-License-Identifier: Apache-2.0
#include "model/items/uri_completion.h"

#include "model/items/cell_text.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace dmsc {

namespace {

char asciiLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool beginsLike(std::string_view name, std::string_view begin)
{
    return name.size() >= begin.size() && std::equal(begin.begin(), begin.end(), name.begin(), [](char a, char b) {
        return asciiLower(a) == asciiLower(b);
    });
}

} // namespace

QStringList completeUri(const Workspace& workspace, const QString& partial, int most)
{
    const std::string text = partial.startsWith(u'.') ? partial.toStdString() : "./" + partial.toStdString();
    const std::size_t slash = text.rfind('/');
    if (slash == std::string::npos)
        return {QStringLiteral(".")};
    const auto parent = Uri::parse(std::string_view(text).substr(0, slash));
    if (!parent)
        return {};
    const std::string_view begin = std::string_view(text).substr(slash + 1);
    std::set<std::string_view> names;
    for (const Side side : kSides) {
        const Tree& tree = workspace.working(side);
        const NodeId node = tree.find(*parent);
        if (node == kNoNode)
            continue;
        std::size_t found = 0;
        for (const NodeId child : tree.children(node)) {
            if (!beginsLike(tree.name(child), begin))
                continue;
            names.insert(tree.name(child));
            if (++found >= static_cast<std::size_t>(most))
                break;
        }
    }
    QStringList uris;
    for (const std::string_view name : names) {
        if (uris.size() == most)
            break;
        uris << shownText(parent->child(name).text());
    }
    return uris;
}

} // namespace dmsc
