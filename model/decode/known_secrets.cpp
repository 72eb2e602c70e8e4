// SPDX-License-Identifier: Apache-2.0
#include "model/decode/known_secrets.h"

#include "model/uicc/secret_type.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace dmsc {

namespace {

constexpr std::size_t kMostKnown = 256;

/// Without what a URI of a node may begin and end with: "./", "?list=TNDS", a slash.
std::string_view bareUri(std::string_view uri)
{
    uri = uri.substr(0, uri.find('?'));
    while (uri.starts_with("./") || uri.starts_with('/')) {
        uri.remove_prefix(uri.front() == '.' ? 2 : 1);
    }
    while (uri.ends_with('/')) {
        uri.remove_suffix(1);
    }
    return uri;
}

bool isAtOrUnder(std::string_view uri, std::string_view node)
{
    return uri.starts_with(node) && (uri.size() == node.size() || uri[node.size()] == '/');
}

/// Takes the last name off a URI.
std::string_view takeName(std::string_view& uri)
{
    const std::size_t slash = uri.rfind('/');
    const std::string_view name = uri.substr(slash + 1);
    uri = uri.substr(0, slash == std::string_view::npos ? 0 : slash);
    return name;
}

void keep(std::deque<std::string>& known, std::string one)
{
    if (std::ranges::find(known, one) != known.end()) {
        return;
    }
    known.push_back(std::move(one));
    if (known.size() > kMostKnown) {
        known.pop_front();
    }
}

} // namespace

void KnownSecrets::copied(std::string_view source, std::string_view target)
{
    source = bareUri(source);
    const std::string to(bareUri(target));
    if (source.empty() || to.empty()) {
        return;
    }
    std::string_view above = source;
    if (isSecretName(takeName(above)) || hidesNode(source)) {
        addNode(to);
        return;
    }
    // What is secret below comes along.
    std::vector<std::string> below;
    for (const std::string& node : m_nodes) {
        if (isAtOrUnder(node, source)) {
            below.push_back(to + node.substr(source.size()));
        }
    }
    std::ranges::for_each(below, [this](std::string& node) { addNode(std::move(node)); });
}

void KnownSecrets::addNode(std::string uri)
{
    keep(m_nodes, std::move(uri));
}

bool KnownSecrets::hidesNode(std::string_view uri) const
{
    return std::ranges::any_of(
        m_nodes, [bare = bareUri(uri)](const std::string& node) { return isAtOrUnder(bare, node); });
}

bool KnownSecrets::hidesNode(const std::vector<std::string_view>& names) const
{
    // A document need not tell where in the tree it belongs: as much as both say must agree.
    return std::ranges::any_of(m_nodes, [&names](std::string_view node) {
        for (std::size_t left = names.size(); left > 0 && !node.empty(); --left) {
            if (takeName(node) != names[left - 1]) {
                return false;
            }
        }
        return !names.empty();
    });
}

void KnownSecrets::learn(std::string_view value)
{
    constexpr std::size_t kLongest = 4096;
    constexpr std::size_t kShortest = 6;
    if (value.size() >= kShortest && value.size() <= kLongest) {
        keep(m_values, std::string(value));
    }
}

bool KnownSecrets::hasValue(std::string_view value) const
{
    return std::ranges::find(m_values, value) != m_values.end();
}

} // namespace dmsc
