// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme/icon.h"

#include <QPushButton>

namespace dmsc {

/// A button whose text is its accessible name, and which Return in a field beside it does not press.
inline QPushButton* namedButton(QWidget* parent, const QString& name, const QString& text, Icon icon)
{
    auto* button = new QPushButton(themedIcon(icon), text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace dmsc
