// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow.h"
#include "model/items/handshake_step_model.h"
#include "widgets/theme/colors.h"

namespace dmsc {

/// How a flow came out: what the user did not agree to is neither a success nor a failure.
[[nodiscard]] inline StatusTone flowTone(const FlowReport& report)
{
    return report.refused ? StatusTone::Warning : report.done ? StatusTone::Ok : StatusTone::Error;
}
/// The same without colour.
[[nodiscard]] inline QString flowGlyph(const FlowReport& report)
{
    return stepStateGlyph(report.refused ? StepState::Refused : report.done ? StepState::Done : StepState::Failed);
}

} // namespace dmsc
