// SPDX-License-Identifier: Apache-2.0
#include "model/tree/tree.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kStaleWorthDropping = std::size_t{1} << 16U;
constexpr std::uint8_t kLeafMark = 0x01;
constexpr std::uint8_t kInteriorMark = 0x02;
constexpr std::uint8_t kAclMark = 0x03;

ShortDigest firstHalf(const Digest& digest)
{
    ShortDigest half{};
    std::copy_n(digest.begin(), half.size(), half.begin());
    return half;
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
        hasher.add(textOf(below[i]));
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
        hasher.add(textOf(below[i]));
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
    refreshChildDigests(id, hasher);
    node(id).digestValid = true;
}

void Tree::refreshChildDigests(NodeId id, Hasher& hasher)
{
    const auto list = children(id);
    const bool worthIt = std::any_of(list.begin(), list.end(), [this](NodeId below) { return isInterior(below); });
    ShortDigest* next = shortRun(id, worthIt ? list.size() + 1 : 0);
    if (!worthIt)
        return;
    hasher.begin();
    for (const NodeId below : list)
        addText(hasher, name(below));
    *next++ = firstHalf(hasher.end());
    for (const NodeId below : list) {
        *next = firstHalf(computeContentDigest(below, hasher));
        const Digest acls = computeAclDigest(below, hasher);
        // Both are as good as random, so that neither can be made to make up for the other.
        for (std::size_t i = 0; i < next->size(); ++i)
            (*next)[i] ^= acls[i];
        ++next;
    }
}

ShortDigest* Tree::shortRun(NodeId id, std::size_t count)
{
    m_shortRuns.resize(m_digests.size());
    ShortRun& run = m_shortRuns[node(id).digest];
    if (run.count != count) {
        m_shortGarbage += run.count;
        run = {static_cast<std::uint32_t>(m_short.size()), static_cast<std::uint32_t>(count)};
        m_short.resize(m_short.size() + count);
    }
    return m_short.data() + run.begin;
}

void Tree::dropShortGarbage()
{
    if (m_shortGarbage <= kStaleWorthDropping || m_shortGarbage <= m_short.size() / 2)
        return;
    std::vector<ShortDigest> kept;
    kept.reserve(m_short.size() - m_shortGarbage);
    for (ShortRun& run : m_shortRuns) {
        const auto from = m_short.begin() + run.begin;
        run.begin = static_cast<std::uint32_t>(kept.size());
        kept.insert(kept.end(), from, from + run.count);
    }
    m_short = std::move(kept);
    m_shortGarbage = 0;
}

void Tree::refreshDigests()
{
    if (node(root()).digestValid)
        return;
    Hasher hasher;
    refreshDigest(root(), hasher);
    dropShortGarbage();
}

} // namespace dmsc
