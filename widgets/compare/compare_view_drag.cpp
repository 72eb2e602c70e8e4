// SPDX-License-Identifier: Apache-2.0
// CompareView: what is dragged out of it, between its halves and onto it.
#include "widgets/compare/compare_view.h"
#include "widgets/compare/dropped_files.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

namespace dmsc {

void CompareView::startDrag(Qt::DropActions)
{
    const int column = m_side == Side::Device ? CompareModel::DeviceName : CompareModel::CardName;
    QModelIndexList indexes;
    for (const QModelIndex& index : selectionModel()->selectedRows(column)) {
        if (m_model.flags(index).testFlag(Qt::ItemIsDragEnabled))
            indexes << index;
    }
    if (indexes.isEmpty())
        return;
    auto* drag = new QDrag(this);
    drag->setMimeData(m_model.mimeData(indexes));
    drag->exec(Qt::CopyAction);
}

void CompareView::dragEnterEvent(QDragEnterEvent* event)
{
    acceptDrop(event, false);
    // Without this there are no moves; over the wrong half those say no.
    if (!droppedFiles(event->mimeData()).isEmpty() || m_model.dragged(event->mimeData()))
        event->accept();
}

void CompareView::dragMoveEvent(QDragMoveEvent* event)
{
    acceptDrop(event, false);
}

void CompareView::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_dropText.clear();
    viewport()->update();
    event->accept();
}

void CompareView::dropEvent(QDropEvent* event)
{
    acceptDrop(event, true);
    m_dropText.clear();
    viewport()->update();
}

void CompareView::acceptDrop(QDropEvent* event, bool done)
{
    m_dropPosition = event->position().toPoint();
    m_dropText.clear();
    const Side side = sideAt(m_dropPosition);
    const QStringList files = droppedFiles(event->mimeData());
    const auto dragged = files.isEmpty() ? m_model.dragged(event->mimeData()) : std::nullopt;
    if (!files.isEmpty()) {
        m_dropText = side == Side::Device ? tr("Open on the device side") : tr("Open on the card side");
        event->setDropAction(Qt::CopyAction);
        event->accept();
        if (done)
            Q_EMIT filesDropped(side, files);
    } else if (dragged && dragged->from != side) {
        const int count = int(dragged->pairs.size());
        m_dropText = side == Side::Device ? tr("Copy %n row(s) to the device", nullptr, count)
                                          : tr("Copy %n row(s) to the card", nullptr, count);
        event->setDropAction(Qt::CopyAction);
        event->accept();
        if (done)
            Q_EMIT copyRequested(side, dragged->pairs);
    } else {
        event->ignore();
    }
    viewport()->update();
}

void CompareView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_dropText.isEmpty())
        return;
    // Frames the half that would take the drop and says what it would do, beside the pointer.
    const ThemeColors& colors = colorsFor(palette());
    const Side side = sideAt(m_dropPosition);
    const StateTone tone = side == Side::Device ? StateTone::OnlyDevice : StateTone::OnlyCard;
    QPainter painter(viewport());
    const bool left = (side == Side::Device) != isRightToLeft();
    const int middle = viewport()->width() / 2;
    const QRect half(left ? 0 : middle, 0, left ? middle : viewport()->width() - middle, viewport()->height());
    painter.setPen(QPen(colors.mark(tone), 2));
    painter.drawRect(half.adjusted(1, 1, -1, -1));
    QRect label = painter.fontMetrics().boundingRect(m_dropText).adjusted(-kGrid, -kHalfGrid, kGrid, kHalfGrid);
    label.moveTo(m_dropPosition + QPoint(2 * kGrid, 2 * kGrid));
    label.moveRight(qMin(label.right(), half.right() - kHalfGrid));
    label.moveBottom(qMin(label.bottom(), half.bottom() - kHalfGrid));
    painter.fillRect(label, QColor::fromRgb(colors.base));
    painter.setPen(colors.mark(tone));
    painter.drawRect(label);
    painter.drawText(label, Qt::AlignCenter, m_dropText);
}

} // namespace dmsc
