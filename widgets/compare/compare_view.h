// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/compare_model.h"

#include <QStringList>
#include <QTableView>

#include <functional>
#include <optional>
#include <vector>

namespace dmsc {

class CompareDelegate;

/// Device on the left, state in the middle, card on the right: one table, so rows line up and scroll as one. The half
/// of the row that the user is in has the focus; it is where edits and deletions work.
class CompareView : public QTableView
{
    Q_OBJECT

public:
    explicit CompareView(CompareModel& model, QWidget* parent = nullptr);

    [[nodiscard]] Side focusSide() const { return m_side; }
    void setFocusSide(Side side);
    [[nodiscard]] PairNo currentPair() const;
    /// Selected rows, or the current one; ascending.
    [[nodiscard]] std::vector<PairNo> selectedPairs() const;
    void goToRow(int row);
    /// Each keeps the current row, or goes to the one above it that is still there, and shows it.
    void expandAll();
    void collapseAll();
    void expandDifferences();
    /// Whatever folds or filters rows: the current row and the selection stay on their nodes; what is gone gives way
    /// to the nearest row above it that is there.
    void keepingNode(const std::function<void()>& change);
    /// False where the view has no such node.
    bool goToUri(const Uri& uri);
    /// Moves to the next or previous difference; says when it went over the end.
    void goToDifference(bool forward);

    /// In a cell of the State column; for tests and for the mouse.
    [[nodiscard]] QRect copyButtonRect(int row, Side to) const;

Q_SIGNALS:
    void currentPairChanged();
    void copyRequested(dmsc::Side to, const std::vector<dmsc::PairNo>& pairs);
    void editRequested(dmsc::Side side);
    void deleteRequested(dmsc::Side side);
    void menuRequested(const QPoint& globalPosition);
    void filesDropped(dmsc::Side side, const QStringList& paths);
    void noticed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void startDrag(Qt::DropActions supportedActions) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] int nearestRow(PairNo pair) const;
    void selectAgain(const std::vector<PairNo>& pairs);
    void layOutColumns();
    [[nodiscard]] int headerWidth(int column) const;
    void setHoverRow(int row);
    bool expandKey(QKeyEvent* event);
    bool moveAlong(QKeyEvent* event);
    void toParent(int row);
    [[nodiscard]] Side sideAt(const QPoint& position) const;
    [[nodiscard]] std::optional<Side> copyButtonAt(const QPoint& position) const;
    [[nodiscard]] bool onBranch(const QPoint& position) const;
    void acceptDrop(QDropEvent* event, bool done);
    void updateRow(int row);

    CompareModel& m_model;
    CompareDelegate* m_delegate;
    Side m_side = Side::Device;
    int m_hoverRow = -1;
    double m_nameShare = 0.5; ///< of a half's width
    bool m_layingOut = false;
    QString m_dropText; ///< what dropping here would do; empty while nothing is dragged
    QPoint m_dropPosition;
};

} // namespace dmsc
