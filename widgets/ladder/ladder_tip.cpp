// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/ladder_tip.h"

#include "widgets/theme/left_to_right.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace dmsc {

bool showLadderTip(const QHelpEvent* event, QAbstractItemView* view, const QModelIndex& index)
{
    if (event == nullptr || view == nullptr || event->type() != QEvent::ToolTip)
        return false;
    const QString text = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(
        event->globalPos(), leftToRightLines(text, view->layoutDirection()), view->viewport(), view->visualRect(index));
    return true;
}

} // namespace dmsc
