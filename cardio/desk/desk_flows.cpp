// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk.h"

namespace dmsc {

void Desk::runFlow(const FlowRequest& request)
{
    Q_EMIT flowPlanned(request, plannedFlow(request.kind));
}

void Desk::nextStep() { }

void Desk::setPace(Pace, std::chrono::milliseconds) { }

void Desk::answerPrompt(PromptId, const PromptAnswer&) { }

void Desk::planSync(const std::vector<PolicyRule>&) { }

void Desk::applySync(const std::vector<Choice>&) { }

void Desk::setHandsetSettings(const HandsetSettings&) { }

} // namespace dmsc
