// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/sync_plan.h"
#include "cardio/flows/flow_run.h"
#include "cardio/flows/sync_base.h"

namespace dmsc {

/// What a synchronisation of the two sides as they were read would do. `folder`: of the bases; empty: first contact.
[[nodiscard]] Result<SyncPlan> planSync(
    SideSession& device, SideSession& card, const QString& folder, const std::vector<PolicyRule>& rules);

struct SyncOutcome
{
    std::size_t operations = 0; ///< that were carried out
    std::vector<OperationResult> results;
    std::vector<Operation> leftOut; ///< refused by their side; the next synchronisation tries them again
};
/// What a side does not do, and why.
struct SyncRefusal
{
    Operation operation;
    Error why;
};
/// Shall the rest be carried out without it? Not set: no.
using LeaveOut = std::function<bool(const SyncRefusal&)>;
/// The same, asked of a user.
[[nodiscard]] bool askToLeaveOut(UserAgent& user, const SyncRefusal& refusal);
[[nodiscard]] QString leftOutText(const SyncOutcome& outcome); ///< a sentence for people; empty: nothing was

/// Carries it out as one change on both sides, all or nothing but for what may be left out, then keeps what has been
/// done as the next base. Safe to repeat. Conflict when a choice is open.
[[nodiscard]] Result<SyncOutcome> applySync(SideSession& device, SideSession& card, const QString& folder,
    const SyncPlan& plan, const std::vector<Choice>& choices, const LeaveOut& leaveOut = {},
    const Progress& progress = {});

/// Writes what would be done instead, for each side as a SyncML message with one Atomic: card.xml and device.xml in
/// `folder`, which is made. The names of what was written.
[[nodiscard]] Result<QStringList> exportSync(
    const SyncPlan& plan, const std::vector<Choice>& choices, const QString& folder);

} // namespace dmsc
