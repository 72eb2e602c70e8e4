// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/ladder_view.h"

#include "widgets/ladder/ladder_delegate.h"
#include "widgets/ladder/ladder_header.h"

#include <QEvent>

namespace dmsc {

LadderView::LadderView(QWidget* parent)
    : QListView(parent)
    , m_delegate(new LadderDelegate(this))
    , m_header(new LadderHeader(this))
{
    setObjectName(QStringLiteral("handshakeLadder"));
    setAccessibleName(tr("Steps of the handshake"));
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setViewportMargins(0, m_header->height(), 0, 0);
}

void LadderView::setLanes(const std::vector<Lane>& lanes)
{
    m_delegate->setLanes(lanes);
    m_header->setLanes(lanes);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void LadderView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    placeHeader();
}

void LadderView::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    setViewportMargins(0, m_header->height(), 0, 0);
    placeHeader();
    scheduleDelayedItemsLayout();
}

void LadderView::placeHeader()
{
    const QRect shown = viewport()->geometry();
    m_header->setGeometry(shown.left(), shown.top() - m_header->height(), shown.width(), m_header->height());
}

} // namespace dmsc
