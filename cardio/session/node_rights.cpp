// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/node_rights.h"

#include <algorithm>
#include <charconv>

namespace dmsc {

namespace {

std::uint32_t limitAt(const Tree& tree, const char* uri)
{
    const auto parsed = Uri::parse(uri);
    const NodeId node = parsed ? tree.find(*parsed) : kNoNode;
    if (node == kNoNode)
        return 0;
    const std::string_view text = tree.value(node);
    std::uint16_t limit = 0; // 16 bits unsigned; anything else is no limit
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
    return error == std::errc() && end == text.data() + text.size() ? limit : 0;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

bool NodeRights::allows(NodeId node, AclCommand command) const
{
    if (isOwner() || (m_access && m_access->owns(node)))
        return true;
    const auto acl = Acl::parse(effectiveAcl(*m_tree, node).text);
    return acl && acl->allows(command, m_server);
}

bool NodeRights::allowsAclChange(NodeId node) const
{
    if (m_access && m_access->owns(node))
        return true;
    const NodeId parent = m_tree->parent(node);
    if (parent != kNoNode && allows(parent, AclCommand::Replace))
        return true;
    return m_tree->isInterior(node) && allows(node, AclCommand::Replace);
}

UriLimits UriLimits::of(const Tree& tree)
{
    return {limitAt(tree, "./DevDetail/URI/MaxDepth"), limitAt(tree, "./DevDetail/URI/MaxTotLen"),
        limitAt(tree, "./DevDetail/URI/MaxSegLen")};
}

bool UriLimits::allow(const Uri& uri) const
{
    if (maxTotalLength != 0 && characters(uri.text()) > maxTotalLength)
        return false;
    const auto segments = uri.segments();
    if (maxDepth != 0 && segments.size() > maxDepth)
        return false;
    return maxSegmentLength == 0 || std::all_of(segments.begin(), segments.end(), [this](std::string_view segment) {
        return characters(segment) <= maxSegmentLength;
    });
}

bool UriLimits::allow(const Uri& uri, const Tree& other, NodeId node) const
{
    if (!allow(uri))
        return false;
    const auto children = other.children(node);
    return std::all_of(children.begin(), children.end(),
        [&](NodeId below) { return allow(uri.child(other.name(below)), other, below); });
}

} // namespace dmsc
