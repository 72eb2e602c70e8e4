// SPDX-License-Identifier: Apache-2.0
#include "model/tree/tree.h"

namespace dmsc {

namespace {

constexpr std::uint8_t kLeafMark = 0x01;
constexpr std::uint8_t kInteriorMark = 0x02;
constexpr std::uint8_t kAclMark = 0x03;

std::string_view bytesOf(const Digest& digest)
{
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

void addText(Hasher& hasher, std::string_view text)
{
    hasher.addLength(text.size());
    hasher.add(text);
}

} // namespace

void Tree::hashContent(NodeId id, Hasher& hasher) const
{
    hasher.addByte(isInterior(id) ? kInteriorMark : kLeafMark);
    addText(hasher, formatName(format(id)));
    addText(hasher, type(id));
    addText(hasher, title(id));
    if (!isInterior(id))
        addText(hasher, value(id));
}

Digest Tree::computeContentDigest(NodeId id, Hasher& hasher) const
{
    if (const Digest* cached = isInterior(id) ? contentDigest(id) : nullptr)
        return *cached;
    std::vector<Digest> below;
    below.reserve(children(id).size());
    for (const NodeId next : children(id))
        below.push_back(computeContentDigest(next, hasher));
    hasher.begin();
    hashContent(id, hasher);
    for (std::size_t i = 0; i < below.size(); ++i) {
        addText(hasher, name(children(id)[i]));
        hasher.add(bytesOf(below[i]));
    }
    return hasher.end();
}

Digest Tree::computeAclDigest(NodeId id, Hasher& hasher) const
{
    if (const Digest* cached = isInterior(id) ? aclDigest(id) : nullptr)
        return *cached;
    std::vector<Digest> below;
    below.reserve(children(id).size());
    bool any = !acl(id).empty();
    for (const NodeId next : children(id)) {
        below.push_back(computeAclDigest(next, hasher));
        any = any || below.back() != Digest{};
    }
    if (!any)
        return {};
    hasher.begin();
    hasher.addByte(kAclMark);
    addText(hasher, acl(id));
    for (std::size_t i = 0; i < below.size(); ++i) {
        if (below[i] == Digest{})
            continue;
        addText(hasher, name(children(id)[i]));
        hasher.add(bytesOf(below[i]));
    }
    return hasher.end();
}

void Tree::refreshDigest(NodeId id, Hasher& hasher)
{
    if (node(id).digestValid)
        return;
    for (const NodeId below : children(id))
        if (isInterior(below))
            refreshDigest(below, hasher);
    Digests fresh{computeContentDigest(id, hasher), computeAclDigest(id, hasher)};
    m_digests[node(id).digest] = fresh;
    node(id).digestValid = true;
}

void Tree::refreshDigests()
{
    if (node(root()).digestValid)
        return;
    Hasher hasher;
    refreshDigest(root(), hasher);
}

} // namespace dmsc
