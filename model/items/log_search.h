// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/record_filter.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

class LogModel;

/// Finds a text in the rows of a log: in name, target, status, layer and comment. Looks slice by slice, and again when
/// rows come or go.
class LogSearch : public QObject
{
    Q_OBJECT

public:
    /// `model` must outlive the search.
    explicit LogSearch(LogModel& model, QObject* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] std::size_t count() const { return m_found.size(); }
    /// Not all rows were looked at yet.
    [[nodiscard]] bool isLooking() const { return m_slices.isActive(); }
    /// Place of a record among those found, counted from 0.
    [[nodiscard]] std::optional<std::size_t> placeOf(RecordNo record) const;

    enum class Direction : std::uint8_t { Forward, Backward };
    struct Hit
    {
        RecordNo record;
        bool wrapped = false; ///< found beyond the end, from the other one on
    };
    /// The next that is found from `from`, which does not count itself; from the end when there is no `from`.
    [[nodiscard]] std::optional<Hit> next(std::optional<RecordNo> from, Direction direction) const;

Q_SIGNALS:
    /// More was found, or all rows were looked at.
    void changed();

private:
    void restart();
    void look();

    LogModel& m_model;
    QString m_text;
    RecordMatcher m_matcher{RecordFilter()};
    std::vector<std::uint32_t> m_found;
    int m_looked = 0; ///< rows
    QTimer m_slices;
};

} // namespace dmsc
