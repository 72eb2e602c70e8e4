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
    std::size_t operations = 0;
    std::vector<OperationResult> results;
};
/// Carries it out as one change on both sides, all or nothing, then keeps the outcome as the next base. Safe to repeat.
/// Conflict when a choice is open.
[[nodiscard]] Result<SyncOutcome> applySync(SideSession& device, SideSession& card, const QString& folder,
    const SyncPlan& plan, const std::vector<Choice>& choices, const Progress& progress = {});

/// Writes what would be done instead, for each side as a SyncML message with one Atomic: card.xml and device.xml in
/// `folder`, which is made. The names of what was written.
[[nodiscard]] Result<QStringList> exportSync(
    const SyncPlan& plan, const std::vector<Choice>& choices, const QString& folder);

} // namespace dmsc
