// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/memory_queue.h"

#include <QAbstractTableModel>

#include <vector>

namespace dmsc {

/// The queue as a table, what was done of it first: who, what shall become of it, both as bars, what came of it.
class MemoryQueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { EntityColumn, ResultColumn, ChangeColumn, BarsColumn, ColumnCount }; // what counts most comes first
    enum Outcome { Waits, Doubtful, Sent, Done, DoneInPart, Refused, NotSent };
    enum Role {
        EntityRole = Qt::UserRole, ///< QString
        OutcomeRole, ///< int, of Outcome; Doubtful: the card will grant less, or nothing
        BeforeRole, ///< qulonglong: blocks
        AfterRole, ///< qulonglong: blocks
        UsedRole, ///< qulonglong: blocks
        ScaleRole, ///< qulonglong: blocks of the widest bar
    };

    explicit MemoryQueueModel(QObject* parent = nullptr);

    [[nodiscard]] const MemoryQueue& queue() const { return m_queue; }
    void setMap(const MemoryMap& map);
    Result<void> want(std::string_view entity, Blocks blocks);
    Result<void> wantDeleted(std::string_view entity);
    void remove(std::string_view entity);
    void setChanges(const std::vector<MemoryChange>& changes);

    /// The queue is on its way to the card: gives what to ask for.
    std::vector<MemoryRequest> send();
    [[nodiscard]] bool isSent() const { return m_phase == Phase::Sent; }
    /// What came of it: what was done leaves the queue and stays to be read until the next change.
    void takeResults(const std::vector<MemoryResult>& results);
    /// Nothing came of it: it was cancelled, or the card is gone.
    void giveUp();
    [[nodiscard]] bool showsResults() const { return m_phase == Phase::Results; }
    void dismissResults();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Another queue or another map: previews are to be made again.
    void queueChanged();

private:
    enum class Phase : std::uint8_t { Waiting, Sent, Results };
    struct Row
    {
        MemoryStep step;
        Outcome outcome = Waits;
        QString result;
    };

    void refresh();
    void userChanged();
    [[nodiscard]] static Row waitingRow(const MemoryStep& step);
    [[nodiscard]] static Row answeredRow(const MemoryStep& step, const MemoryResult& result);
    [[nodiscard]] static QString text(const Row& row, int column);

    MemoryQueue m_queue;
    Phase m_phase = Phase::Waiting;
    std::vector<MemoryStep> m_sent;
    std::vector<MemoryResult> m_results; ///< of m_sent, one by one
    std::vector<Row> m_rows;
};

} // namespace dmsc
