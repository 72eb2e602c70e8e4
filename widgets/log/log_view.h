// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/log_model.h"
#include "model/record/record_queue.h"

#include <QByteArray>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace dmsc {

class RecordDetails;

/// The session log: the rows, a filter above them, the chosen record beside them. Drains the queue every 20 ms while
/// records arrive and sleeps otherwise. The queue must outlive the view. Follows the tail until the user scrolls up.
class LogView : public QWidget
{
    Q_OBJECT

public:
    explicit LogView(RecordQueue& queue, QWidget* parent = nullptr);
    ~LogView() override;

    [[nodiscard]] LogModel& model() { return m_model; }
    [[nodiscard]] const LogModel& model() const { return m_model; }
    [[nodiscard]] QTableView& table() const { return *m_table; }
    [[nodiscard]] RecordDetails& details() const { return *m_details; }

    /// Chooses a record and brings it into view; a filter that hides it is taken away.
    void showRecord(RecordNo number);
    void focusFilter();
    void clear();

    /// Columns, their order and widths, the splitters. Restoring ignores what it cannot read.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);

Q_SIGNALS:
    /// Rows were taken in or thrown away.
    void changed();

private:
    void buildTable();
    void buildFilter();
    void buildLayout();
    void addColumnMenu();
    void wake();
    void drain();
    void applyFilter();
    void updateEmptyText();
    void showCurrent();
    void followTail();

    RecordQueue& m_queue;
    LogModel m_model;
    QTimer m_drain;
    std::optional<RecordNo> m_current;
    bool m_follow = true; ///< the user has not scrolled away from the last row
    QTableView* m_table;
    QStackedWidget* m_pages;
    QLabel* m_empty;
    QLineEdit* m_filter;
    QToolButton* m_layers;
    QSplitter* m_splitter;
    RecordDetails* m_details;
};

} // namespace dmsc
