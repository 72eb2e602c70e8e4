// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_store.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace dmsc {

/// Warnings and errors of a log, those with the same layer, name and status as one row with their number. Errors first.
class LogIssueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Count, Name, Status, ColumnCount };
    enum Role { LevelRole = Qt::UserRole }; ///< StatusLevel as int

    explicit LogIssueModel(QObject* parent = nullptr);

    /// Counts the records from the first that was not counted yet, until all are or the time is over.
    void take(const RecordStore& store, std::chrono::steady_clock::time_point deadline);
    [[nodiscard]] bool isComplete(const RecordStore& store) const { return m_taken == store.size(); }
    void clear();

    [[nodiscard]] int errorCount() const { return m_errors; }
    [[nodiscard]] int warningCount() const { return m_warnings; }
    /// The next record of a row behind `after`; the first when there is none behind it, or `after` is none.
    [[nodiscard]] RecordNo next(int row, std::optional<RecordNo> after) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Issue
    {
        StatusLevel level = StatusLevel::Error;
        Layer layer = Layer::Apdu;
        QString name;
        QString status;
        std::vector<std::uint32_t> records;
    };
    using Key = std::pair<std::uint64_t, std::uint32_t>; ///< name and status; layer and level

    void count(const RecordView& record);
    [[nodiscard]] std::size_t add(const RecordView& record);

    std::vector<Issue> m_issues; ///< in the order of their coming
    std::vector<std::size_t> m_rows; ///< the issue of each row
    QHash<Key, std::size_t> m_index;
    std::uint32_t m_taken = 0;
    int m_errors = 0;
    int m_warnings = 0;
    std::size_t m_errorRows = 0;
};

} // namespace dmsc
