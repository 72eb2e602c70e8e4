// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/pane_scroll.h"

#include "widgets/theme/grid.h"

#include <QApplication>
#include <QEvent>

#include <utility>

namespace dmsc {

namespace {

constexpr QSize kSmallest(44 * kGrid, 24 * kGrid); // most panes are seen whole across

} // namespace

PaneScroll::PaneScroll(QWidget* pane, QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the pane's own widgets take it
    setWidgetResizable(true);
    setWidget(pane);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { bringIntoSight(now); });
}

PaneScroll::~PaneScroll()
{
    qApp->disconnect(this); // what is within loses the focus when this is none any more
}

QSize PaneScroll::minimumSizeHint() const
{
    return widget() == nullptr ? kSmallest : widget()->minimumSizeHint().boundedTo(kSmallest);
}

QSize PaneScroll::sizeHint() const
{
    return widget() == nullptr ? kSmallest : widget()->sizeHint().expandedTo(minimumSizeHint());
}

bool PaneScroll::eventFilter(QObject* watched, QEvent* event)
{
    const bool pass = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        const int before = std::exchange(m_least, widget()->minimumSizeHint().height());
        if (m_least > before && m_least > viewport()->height())
            Q_EMIT outgrown(m_least);
        bringIntoSight(QApplication::focusWidget());
    }
    return pass;
}

void PaneScroll::bringIntoSight(QWidget* focus)
{
    if (focus == nullptr || widget() == nullptr || !widget()->isAncestorOf(focus))
        return;
    // A form is seen whole where it fits: with the buttons that end it.
    QWidget* whole = focus;
    while (whole->parentWidget() != widget() && whole->parentWidget()->height() <= viewport()->height())
        whole = whole->parentWidget();
    ensureWidgetVisible(whole, 0, 0);
}

} // namespace dmsc
