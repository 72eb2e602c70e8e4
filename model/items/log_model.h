// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/log_cells.h"
#include "model/items/log_issue_model.h"
#include "model/items/log_rows.h"
#include "model/recording/recording.h"

#include <QAbstractTableModel>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

/// The session log as a table: one row a record, as far as filter and folds show it. Owns the recording; text is made
/// when it is asked for. A new filter shows its first rows at once and the others slice by slice.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = LogColumns::Column;
    using enum LogColumns::Column;
    enum Role {
        LevelRole = Qt::UserRole, ///< StatusLevel as int
        RecordNoRole, ///< RecordNo::value
        FromRole, ///< Actor as int
        ToRole,
        NameRole, ///< whole, as QString
        StatusRole,
        DurationRole, ///< microseconds, qint64
        ContinuationRole, ///< bool: belongs to the row before it
        GroupSizeRole, ///< rows that belong to this one, int
        FoldedRole, ///< bool: those rows are not shown
        MarkedRole, ///< bool
    };

    explicit LogModel(QObject* parent = nullptr);

    /// One insertion for all records that are rows.
    void append(const std::vector<Record>& records);
    /// Shows what was recorded elsewhere; filter and time stay.
    void setRecording(Recording recording);
    [[nodiscard]] const Recording& recording() const { return m_recording; }
    [[nodiscard]] const RecordStore& store() const { return m_recording.store; }
    void setStartedAt(const QDateTime& startedAt);
    /// Throws the records and marks away.
    void clear();

    void setFilter(const RecordFilter& filter);
    [[nodiscard]] const RecordFilter& filter() const { return m_rows.filter(); }
    /// Records are still being asked.
    [[nodiscard]] bool isFiltering() const { return !m_rows.isComplete(m_recording); }
    /// The records that are rows, in their order.
    [[nodiscard]] RecordSelection shownRecords() const;

    /// The comment that marks a row, which may be empty; nothing takes the mark away.
    void setMark(RecordNo record, const std::optional<QString>& comment);
    [[nodiscard]] std::optional<QString> mark(RecordNo record) const;

    /// Hides or shows the rows that belong to the one that `record` belongs to or is.
    void setFolded(RecordNo record, bool folded);
    void setAllFolded(bool folded);
    /// Groups are folded but for those that were unfolded by hand.
    [[nodiscard]] bool allFolded() const { return m_rows.allFolded(); }

    void setTimeMode(TimeMode mode);
    [[nodiscard]] TimeMode timeMode() const { return m_timeMode; }

    [[nodiscard]] RecordNo recordAt(int row) const;
    /// The row of a record, or of the next one that is shown; nothing when there is none.
    [[nodiscard]] std::optional<int> rowOf(RecordNo number) const;
    /// The same, of this record alone.
    [[nodiscard]] std::optional<int> exactRowOf(RecordNo number) const;
    /// The filter that rows pass which have in this cell's column what this row has.
    [[nodiscard]] QString filterLike(const QModelIndex& cell) const;

    /// Records at these levels since the start, shown or not.
    [[nodiscard]] LogIssueModel& issues() { return m_issues; }
    [[nodiscard]] int warningCount() const { return m_issues.warningCount(); }
    [[nodiscard]] int errorCount() const { return m_issues.errorCount(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// The comment of a row.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// A row was marked, commented or unmarked.
    void markChanged(dmsc::RecordNo record);
    /// Asking the records began or is done.
    void filteringChanged(bool filtering);

private:
    /// With what this column needs.
    [[nodiscard]] LogRow rowAt(int row, Column column) const;
    void askFirst();
    void askOn();
    void addRows(const std::vector<std::uint32_t>& rows);
    void askAgain(RecordNo record);

    Recording m_recording;
    LogRows m_rows;
    LogIssueModel m_issues;
    TimeMode m_timeMode = TimeMode::Relative;
    QTimer m_slices;
};

} // namespace dmsc
