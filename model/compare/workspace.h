// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/align.h"
#include "model/compare/plan.h"

#include <array>
#include <memory>
#include <vector>

namespace dmsc {

/// What is on the desk: both sides as they are (committed), the plan, both sides as they will be (working), and the
/// working trees aligned. A change costs what it changes: nodes of the working trees keep their NodeId over stage()
/// and unstage(), and only the subtree around a change is aligned anew.
class Workspace
{
public:
    explicit Workspace(const DiffOptions& options = {});

    [[nodiscard]] const std::shared_ptr<const Tree>& committed(Side side) const { return m_committed[at(side)]; }
    [[nodiscard]] const Tree& working(Side side) const { return m_working[at(side)]; }
    [[nodiscard]] const Plan& plan() const { return m_plan; }
    [[nodiscard]] const AlignedTree& aligned() const { return m_aligned; }
    [[nodiscard]] const DiffOptions& options() const { return m_options; }

    /// Carries the operations out on the working trees, all or none, and puts them at the plan's end.
    Result<void> stage(std::vector<Operation> operations);
    /// Takes the last operations of the plan back.
    void unstage(std::size_t count);
    /// Takes one operation out of the plan, and those after it that make no sense without it; gives back how many went.
    std::size_t removeAt(std::size_t position);
    /// A side was opened, read again or changed. Operations of the plan that cannot be carried out on it any more, be
    /// it that they are done, leave the plan and come back. Nodes of the side have new NodeIds.
    std::vector<Operation> setCommitted(Side side, std::shared_ptr<const Tree> tree);

    /// What makes the other side's node equal to `from`'s; where `from` has none, the other one is deleted.
    [[nodiscard]] Result<std::vector<Operation>> copyPlan(Side from, PairNo pair) const;
    /// The same for a selection; what lies below another selected pair goes with that.
    [[nodiscard]] Result<std::vector<Operation>> copyPlan(Side from, std::vector<PairNo> pairs) const;
    /// Where a pair's node is on a side, or would be.
    [[nodiscard]] Uri uriOn(Side side, PairNo pair) const;

    /// Is the node, or anything that the plan adds or takes away around it, touched by the plan?
    [[nodiscard]] bool isTouched(Side side, const Uri& uri) const;
    /// Does the plan delete the node, by itself or with one above it?
    [[nodiscard]] bool isDeleted(Side side, const Uri& uri) const;
    /// What the plan deletes right below a node and neither side has any more: no pair tells of it.
    [[nodiscard]] std::vector<Uri> goneBelow(Side side, const Uri& uri) const;

private:
    [[nodiscard]] static std::size_t at(Side side) { return indexOf(side); }
    [[nodiscard]] PairNo pairAround(const Operation& operation) const;
    Result<void> carryOut(const Operation& operation);
    void align();

    DiffOptions m_options;
    std::array<std::shared_ptr<const Tree>, 2> m_committed;
    std::array<Tree, 2> m_working;
    Plan m_plan;
    AlignedTree m_aligned;
};

} // namespace dmsc
