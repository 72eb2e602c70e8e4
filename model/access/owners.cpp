// SPDX-License-Identifier: Apache-2.0
#include "model/access/owners.h"

namespace dmsc {

namespace {

const std::string kNobody;

} // namespace

const std::string& Owners::of(const Uri& uri) const
{
    for (Uri at = uri;; at = at.parent()) {
        if (const auto found = m_owners.find(at); found != m_owners.end())
            return found->second;
        if (at.isRoot())
            return kNobody;
    }
}

std::vector<std::string_view> Owners::ofAll(const Tree& tree) const
{
    std::vector<std::string_view> owners(tree.idEnd());
    std::vector<bool> told(tree.idEnd());
    for (const auto& [uri, owner] : m_owners)
        if (const NodeId node = tree.find(uri); node != kNoNode) {
            owners[index(node)] = owner;
            told[index(node)] = true;
        }
    std::vector<NodeId> open{Tree::root()};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        for (const NodeId child : tree.children(node)) {
            if (!told[index(child)])
                owners[index(child)] = owners[index(node)];
            open.push_back(child);
        }
    }
    return owners;
}

} // namespace dmsc
