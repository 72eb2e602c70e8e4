// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace dmsc {

/// One line of plain text that ends in an ellipsis where there is no room for all of it.
class ElidingLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QRect room = contentsRect();
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(
            room, int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine, shown);
    }
};

} // namespace dmsc
