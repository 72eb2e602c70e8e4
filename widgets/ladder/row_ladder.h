// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/ladder/lane.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QItemSelectionModel;
class QLabel;
class QStackedLayout;
class QTableView;

namespace dmsc {

class LadderHeader;
class LadderRowModel;
class LogModel;
class RowDelegate;

/// The rows that a log shows as a sequence ladder: the same rows in the same order, the current one shared with the
/// list. Rows are of one height, so a million of them cost what the shown ones cost. Zoom by Ctrl and the wheel,
/// Ctrl and +, -, 0, or its buttons; far out only the arrows are left.
class RowLadder : public QWidget
{
    Q_OBJECT

public:
    static constexpr double kLeastZoom = 0.25;
    static constexpr double kMostZoom = 3;

    explicit RowLadder(QWidget* parent = nullptr);
    ~RowLadder() override;

    /// Both must outlive this or be taken away by nullptr.
    void setLog(LogModel* log, QItemSelectionModel* current);
    [[nodiscard]] QTableView& table() const { return *m_table; }
    [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }

    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    /// By Enter or a double click: the list should be looked at.
    void rowChosen();
    /// As a picture or page.
    void saveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildTable();
    [[nodiscard]] QWidget* buildTools();
    void takeCurrent();
    void giveCurrent();
    void beginScan();
    void scan();
    void showLanes(const ActorSet& actors);
    void updateSizes();
    void updateEmpty();

    LadderRowModel* m_rows;
    RowDelegate* m_delegate;
    LadderHeader* m_header;
    QTableView* m_table;
    QLabel* m_empty;
    QStackedLayout* m_pages;
    QPointer<QItemSelectionModel> m_current; ///< the list's
    std::vector<Lane> m_lanes;
    ActorSet m_shown; ///< who has a life line
    ActorSet m_found; ///< in the rows before m_scanned
    int m_scanned = 0;
    bool m_fresh = false; ///< the scan began at the first row: what it does not find has no line at its end
    QTimer m_scan;
    double m_zoom = 1;
    bool m_follow = true; ///< the last row is in view
};

} // namespace dmsc
