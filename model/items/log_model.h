// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_store.h"

#include <QAbstractTableModel>
#include <QString>

#include <bitset>
#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

/// Which rows of the log are shown. The text is looked for in name, target, status and layer, without regard to case.
struct LogFilter
{
    QString text;
    std::bitset<kLayerCount> layers = std::bitset<kLayerCount>().set();

    [[nodiscard]] bool isOpen() const { return text.isEmpty() && layers.all(); }
    friend bool operator==(const LogFilter&, const LogFilter&) = default;
};

/// The session log as a table. Owns the records; text is made when it is asked for.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Time, Direction, LayerName, Name, Length, Status, Duration, Target, ColumnCount };
    enum Role {
        LevelRole = Qt::UserRole, ///< StatusLevel as int
        RecordNoRole, ///< RecordNo::value
        FromRole, ///< Actor as int
        ToRole,
        NameRole, ///< whole, as QString
        StatusRole,
        DurationRole, ///< microseconds, qint64
        ContinuationRole, ///< bool: belongs to the row before it
    };

    explicit LogModel(QObject* parent = nullptr);

    /// One insertion for all records that pass the filter.
    void append(const std::vector<Record>& records);
    void clear();
    void setFilter(const LogFilter& filter);
    [[nodiscard]] const LogFilter& filter() const { return m_filter; }

    [[nodiscard]] const RecordStore& store() const { return m_store; }
    [[nodiscard]] RecordNo recordAt(int row) const;
    /// The row of a record, or of the next one that is shown; nothing when there is none.
    [[nodiscard]] std::optional<int> rowOf(RecordNo number) const;
    /// Records at these levels since the start, shown or not.
    [[nodiscard]] int warningCount() const { return m_warnings; }
    [[nodiscard]] int errorCount() const { return m_errors; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool passes(const RecordView& record) const;
    [[nodiscard]] bool narrows(const LogFilter& filter) const;
    void askNewWords();
    void collectShown();
    void dropFromShown();
    void count(const Record& record);

    RecordStore m_store;
    LogFilter m_filter;
    QByteArray m_needle; ///< the filter's text, lower case UTF-8
    std::bitset<kLayerCount> m_needleInLayer; ///< layers whose name holds the text
    std::vector<char> m_needleInWord; ///< by place in the store's words
    std::vector<std::uint32_t> m_shown; ///< records that pass a filter that is not open
    int m_warnings = 0;
    int m_errors = 0;
};

} // namespace dmsc
