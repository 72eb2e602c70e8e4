// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dmsc {

/// Tool buttons that stay pressed do what a click does when an assistive program presses them: Qt's own face for them
/// only changes how they look. They are to be checkable before they are named: that makes their face. For all buttons
/// that are asked for from now on; once is enough.
void letAssistivePress();

} // namespace dmsc
