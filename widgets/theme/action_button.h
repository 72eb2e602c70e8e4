// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QToolButton>

namespace dmsc {

/// What stays pressed can be toggled by assistive programs, of which Qt tells the button alone: its action follows.
inline void letActionFollow(QToolButton& button)
{
    QAction* action = button.defaultAction();
    if (action == nullptr || !action->isCheckable())
        return;
    QObject::connect(&button, &QToolButton::toggled, action, [action](bool on) {
        if (action->isChecked() != on)
            action->trigger();
    });
}

} // namespace dmsc
