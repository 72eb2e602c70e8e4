// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"
#include "cardio/handset/handset_settings.h"
#include "cardio/session/user_agent.h"
#include "model/flow/flow.h"

#include <functional>

namespace dmsc {

/// The two sides that a use case takes place between. Both are read again when it ends.
struct FlowSides
{
    SideSession* device = nullptr; ///< with an emulated handset
    SideSession* card = nullptr; ///< with the DM_SC application
};

/// What a flow needs from outside. Everything but the user may stay empty.
struct FlowOutside
{
    UserAgent* user = nullptr;
    HandsetSettings settings;
    QString syncFolder; ///< of the bases of three-way merges; empty: every sync is the first
    std::function<void(const FlowStep&)> tell; ///< a step begins or ends; may be called in any thread, one at a time
    std::function<bool()> pace; ///< before a step begins, may wait; false: the user has stopped it
    Progress progress;
    RecordOutlet records; ///< the one that the sides write to
};

/// Carries a use case out from its first step to the report. What goes wrong stands in the report: the failed step says
/// why, the later ones are skipped, and nothing is half done: each side is as before or as after its change. The
/// session that was open with the card before is opened again.
[[nodiscard]] FlowReport runFlow(const FlowRequest& request, const FlowSides& sides, const FlowOutside& outside);

} // namespace dmsc
