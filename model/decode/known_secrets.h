// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// What the messages so far tell of secrets that later stand under names which do not say so: nodes that a secret one
/// was copied to, and values that were seen to be secret. Nothing is forgotten before the session ends, but for the
/// oldest where there are very many.
class KnownSecrets
{
public:
    /// A Copy command.
    void copied(std::string_view source, std::string_view target);
    /// Whether a node, by its URI, or one above it is a copy of a secret one.
    [[nodiscard]] bool hidesNode(std::string_view uri) const;
    /// The same of a node in a TNDS document, by the names of it and of those above it there, outermost first.
    [[nodiscard]] bool hidesNode(const std::vector<std::string_view>& names) const;

    void learn(std::string_view value);
    /// Short ones are passed over: they may be the same by chance.
    [[nodiscard]] bool hasValue(std::string_view value) const;

private:
    void addNode(std::string uri);

    std::deque<std::string> m_nodes; ///< without "./", the newest last
    std::deque<std::string> m_values; ///< the newest last
};

} // namespace dmsc
