// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"
#include "model/tree/uri.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// Who stored which node (ADM-5): a node's owner is told where it differs from its parent's.
class Owners
{
public:
    void set(const Uri& uri, std::string owner) { m_owners[uri] = std::move(owner); }
    /// Of the node at `uri`, or the nearest above it that is told; empty when none is.
    [[nodiscard]] const std::string& of(const Uri& uri) const;
    /// By NodeId, for a whole tree at once; views into this.
    [[nodiscard]] std::vector<std::string_view> ofAll(const Tree& tree) const;
    [[nodiscard]] const std::map<Uri, std::string>& told() const { return m_owners; }
    friend bool operator==(const Owners&, const Owners&) = default;

private:
    std::map<Uri, std::string> m_owners;
};

} // namespace dmsc
