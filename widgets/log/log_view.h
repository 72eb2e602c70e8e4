// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/log_model.h"
#include "model/record/record_queue.h"
#include "widgets/log/log_actions.h"

#include <QByteArray>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace dmsc {

class FindBar;
class GoToBar;
class IssueList;
class LogFilterBar;
class LogTable;
class RecordDetails;

/// The session log: the rows, a filter above them, the chosen record beside them, warnings and errors in a list of
/// their own when asked for. Drains the queue every 20 ms while records arrive and sleeps otherwise. Follows the tail
/// until the user scrolls up.
class LogView : public QWidget
{
    Q_OBJECT

public:
    /// The queue must outlive the view; null: it shows what setRecording() gives it.
    explicit LogView(RecordQueue* queue, QWidget* parent = nullptr);
    ~LogView() override;

    [[nodiscard]] LogModel& model() { return m_model; }
    [[nodiscard]] const LogModel& model() const { return m_model; }
    [[nodiscard]] QTableView& table() const;
    [[nodiscard]] RecordDetails& details() const { return *m_details; }
    /// For the window's menus. All of them are among actions() as well; their keys work while the focus is in the log.
    [[nodiscard]] QAction* action(LogCommand command) const { return m_actions[command]; }

    void setRecording(Recording recording);
    /// Adds rows behind those of a recording that is still written, and shows them to who looks at its end.
    void append(const std::vector<Record>& records);
    /// What is in the log now; a value that does not see what comes later.
    [[nodiscard]] Recording recording() const { return m_model.recording(); }
    /// The rows that are chosen, in their order.
    [[nodiscard]] RecordSelection selection() const;
    /// The rows that filter and folds leave, in their order.
    [[nodiscard]] RecordSelection shownRows() const { return m_model.shownRecords(); }

    /// Chooses a record and brings it into view; a filter or fold that hides it is switched off.
    void showRecord(RecordNo number);
    /// In the language of model/filter.
    void setFilterText(const QString& text);
    void focusFilter();
    void clear();

    /// Columns, their order and widths, the splitters, saved filters, folds. Restoring ignores what it cannot read.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);
    /// All of that but what is folded, as in another log.
    void arrangeLike(const LogView& other);

Q_SIGNALS:
    /// Rows were taken in or thrown away.
    void changed();
    /// Somebody else is chosen; nothing where no row is.
    void currentChanged(std::optional<dmsc::RecordNo> record);
    /// The user has arranged columns, panes, times or saved filters otherwise.
    void arranged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLayout();
    void connectActions();
    void connectBars();
    void connectQueue();
    void wake();
    void drain();
    void showAppended();
    void applyFilter();
    void restorePlace();
    void updateEmptyText();
    void updateIssueCount();
    void showCurrent();
    void watchScrolling();
    void watchArrangement();
    void setTimeMode(TimeMode mode);
    /// What of a state was folded; nothing where it cannot be read.
    std::optional<bool> restoreArrangement(const QByteArray& state);
    void setFollowing(bool follow);
    void filterLikeCell(bool like);
    void toggleMark();
    void editComment();
    void goToMark(bool forward);
    void goToIssue(int row);
    void openGoTo();
    void copy(bool asHex);
    [[nodiscard]] QString rowText(int row) const;

    RecordQueue* m_queue;
    LogModel m_model;
    LogActions m_actions;
    QTimer m_drain;
    std::optional<RecordNo> m_current;
    bool m_placeLost = false; ///< the current row waits to be shown again by a filter that is still asking
    bool m_follow = true; ///< the user has not scrolled away from the last row
    bool m_restoring = false; ///< nobody arranges anything
    bool m_clamping = false; ///< the scroll bar moves because there are fewer rows
    LogTable* m_table;
    QStackedWidget* m_pages;
    QLabel* m_empty;
    LogFilterBar* m_filter;
    FindBar* m_find;
    GoToBar* m_goTo;
    IssueList* m_issues;
    QToolButton* m_issueCount;
    QSplitter* m_splitter;
    RecordDetails* m_details;
};

} // namespace dmsc
