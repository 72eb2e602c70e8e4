// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/merge_match.h"
#include "model/compare/operation.h"

#include <array>
#include <map>
#include <unordered_set>
#include <vector>

namespace dmsc {

/// A place in a merge: the nodes there and those above them. The root of an MO has none above: it may hang elsewhere on
/// either side.
struct MergeSpot
{
    MergeNodes here;
    MergeNodes above;

    [[nodiscard]] bool isMoRoot() const { return !above.has(Version::Device) && !above.has(Version::Card); }
};

[[nodiscard]] constexpr Side sideOf(Version version)
{
    return version == Version::Device ? Side::Device : Side::Card;
}
inline constexpr Version kMergedVersions[] = {Version::Device, Version::Card};
[[nodiscard]] constexpr Version opposite(Version version)
{
    return version == Version::Device ? Version::Card : Version::Device;
}

/// Collects the operations of a merge and gives them out in an order that can be carried out: MOs that go, what changes
/// inside MOs, MOs that come, ACLs last so that none stands in the way of what is still to be done.
class MergeSteps
{
public:
    explicit MergeSteps(const std::array<const Tree*, 3>& trees);

    /// Makes the node on `side` what `from` has there: adds, deletes or changes; no node there deletes it.
    void settle(const MergeSpot& spot, Version side, Version from);
    /// One property of a node that is on `side` and in `from`; both of one kind.
    void set(Version side, NodeId node, Property property, Version from, NodeId source);
    /// Value of one node, Format and Type of another: the order is chosen so that the peer never sees a value that does
    /// not fit its Format, if it can be had.
    void setContent(Version side, NodeId node, Version valueFrom, NodeId valueNode, Version formFrom, NodeId formNode);
    void clear(Version side, NodeId node, Property property); ///< Type, ACL or Title
    void remove(const MergeSpot& spot, Version side);
    void add(const MergeSpot& spot, Version side, Version from);

    /// Puts the MOs that come in their places. After this nothing can be noted any more.
    [[nodiscard]] std::vector<Operation> take();

private:
    struct NewMo
    {
        Version side;
        Version from;
        NodeId node;
        bool onOther; ///< `from` is the other side, where it can be renamed
    };
    enum class Ground : std::uint8_t { Free, Open, Closed }; // nothing there; interior outside of MOs; all else

    [[nodiscard]] const Tree& tree(Version version) const { return *m_trees.at(static_cast<std::size_t>(version)); }
    void equalise(Version side, NodeId node, Version from, NodeId source);
    void equaliseChildren(Version side, NodeId node, Version from, NodeId source);
    void replace(Version side, NodeId node, Property property, std::string before, std::string after, bool secret);
    void pushDelete(std::vector<Operation>& out, Version side, NodeId node) const;
    void pushAdd(std::vector<Operation>& out, Version side, Uri uri, Version from, NodeId source) const;

    void place(const NewMo& mo);
    [[nodiscard]] Ground ground(Version side, const Uri& uri) const;
    [[nodiscard]] Uri freeUri(const NewMo& mo, const Uri& wanted) const;
    void addWithParents(const NewMo& mo, const Uri& topmost, const Uri& target);

    std::array<const Tree*, 3> m_trees;
    std::vector<Operation> m_gone, m_changes, m_come, m_names, m_acls;
    std::vector<NewMo> m_newMos;
    std::array<std::unordered_set<std::uint32_t>, 3> m_goneRoots;
    std::array<std::map<std::string, Ground>, 3> m_laid; // by URI: what m_come puts there
};

} // namespace dmsc
