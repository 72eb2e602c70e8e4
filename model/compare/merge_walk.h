// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/merge.h"
#include "model/compare/merge_match.h"
#include "model/compare/merge_steps.h"

#include <optional>
#include <span>

namespace dmsc {

/// The one walk over three trees that mergeTrees() and resolve() share: tells conflicts in an order that does not
/// depend on how they are decided, and notes what follows for either side.
class MergeWalk
{
public:
    /// `base` null: two-way. Conflicts beyond the end of `choices` are open: nothing follows from them.
    MergeWalk(const Tree* base, const Tree& device, const Tree& card, std::span<const Choice> choices);

    void run();

    [[nodiscard]] const std::vector<MergeConflict>& conflicts() const { return m_conflicts; }
    [[nodiscard]] std::size_t alreadyEqual() const { return m_alreadyEqual; }
    [[nodiscard]] std::vector<Operation> takeOperations() { return m_steps.take(); }

private:
    using Spot = MergeSpot;

    /// What merges as one: the content of a leaf in its two parts, the rights, the title.
    enum class Part : std::uint8_t { Value, Form, Acl, Title };
    /// Whose state of a part counts.
    struct Verdict
    {
        enum class Kind : std::uint8_t { Alike, Take, Conflict } kind = Kind::Alike;
        Version from = Version::Base; // Take
    };

    [[nodiscard]] const Tree& tree(Version version) const { return *m_trees.at(static_cast<std::size_t>(version)); }

    void visit(const Spot& spot);
    void visitBoth(const Spot& spot);
    void visitOne(const Spot& spot, Version there);
    void kindsClash(const Spot& spot);
    void children(const MergeNodes& here);
    bool childrenByDigests(const MergeNodes& here);
    void properties(const Spot& spot);
    void addedLeaf(const Spot& spot);
    void content(const Spot& spot);
    void separate(const Spot& spot, Part part);

    [[nodiscard]] bool prunable(const MergeNodes& here) const;
    [[nodiscard]] bool alike(const MergeNodes& here, Version a, Version b) const; ///< own properties and value
    [[nodiscard]] bool differs(Part part, const MergeNodes& here, Version a, Version b) const;
    [[nodiscard]] Verdict judge(Part part, const MergeNodes& here);
    [[nodiscard]] bool wouldFit(const MergeNodes& here, const Verdict& value, const Verdict& form) const;
    /// Leaves (and empty interior nodes) below that are other than in the base or not in it, by their URIs.
    void changedLeaves(Version there, NodeId node, NodeId base, std::vector<Uri>& out) const;
    [[nodiscard]] bool sameSubtree(Version a, NodeId x, Version b, NodeId y) const;

    /// Notes a conflict and gives back what was chosen; nothing while it is open.
    std::optional<Version> decide(MergeConflict conflict);
    [[nodiscard]] MergeConflict described(const Spot& spot, MergeConflict::Kind kind, Property property) const;
    [[nodiscard]] std::optional<std::string> textFor(Version version, NodeId node, Property property) const;
    [[nodiscard]] std::string stampOf(Version version, NodeId node) const;

    Tree m_nothing; // instead of a missing base
    std::array<const Tree*, 3> m_trees;
    bool m_hasBase;
    std::span<const Choice> m_choices;
    std::vector<MergeConflict> m_conflicts;
    std::size_t m_alreadyEqual = 0;
    MergeSteps m_steps;
};

} // namespace dmsc
