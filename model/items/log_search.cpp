// SPDX-License-Identifier: Apache-2.0
#include "model/items/log_search.h"

#include "model/items/log_model.h"

#include <algorithm>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

constexpr int kRowsPerLook = 128;

} // namespace

LogSearch::LogSearch(LogModel& model, QObject* parent)
    : QObject(parent)
    , m_model(model)
{
    m_slices.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &LogSearch::look);
    connect(&m_model, &LogModel::modelReset, this, &LogSearch::restart);
    connect(&m_model, &LogModel::rowsRemoved, this, &LogSearch::restart);
    connect(&m_model, &LogModel::markChanged, this, &LogSearch::restart);
    connect(&m_model, &LogModel::rowsInserted, this, [this](const QModelIndex&, int first) {
        if (first < m_looked) {
            restart();
        } else if (!m_text.isEmpty()) {
            m_slices.start();
        }
    });
}

void LogSearch::setText(const QString& text)
{
    m_text = text;
    restart();
}

void LogSearch::restart()
{
    m_matcher = RecordMatcher(RecordFilter::containing(m_text));
    m_found.clear();
    m_looked = 0;
    m_slices.stop();
    if (!m_text.isEmpty()) {
        look();
    }
}

void LogSearch::look()
{
    const auto end = LogRows::endOfSlice();
    const int rows = m_model.rowCount();
    const Recording& recording = m_model.recording();
    for (; m_looked < rows; ++m_looked) {
        if (m_looked % kRowsPerLook == 0 && std::chrono::steady_clock::now() >= end) {
            m_slices.start();
            break;
        }
        const RecordNo record = m_model.recordAt(m_looked);
        if (m_matcher.matches(recording.store, recording.marks, record)) {
            m_found.push_back(record.value);
        }
    }
    Q_EMIT changed();
}

std::optional<std::size_t> LogSearch::placeOf(RecordNo record) const
{
    const auto found = std::lower_bound(m_found.begin(), m_found.end(), record.value);
    return found != m_found.end() && *found == record.value
        ? std::optional(static_cast<std::size_t>(found - m_found.begin()))
        : std::nullopt;
}

std::optional<LogSearch::Hit> LogSearch::next(std::optional<RecordNo> from, Direction direction) const
{
    if (m_found.empty()) {
        return std::nullopt;
    }
    if (direction == Direction::Forward) {
        const auto found = from ? std::upper_bound(m_found.begin(), m_found.end(), from->value) : m_found.begin();
        return found != m_found.end() ? Hit{RecordNo{*found}, false} : Hit{RecordNo{m_found.front()}, true};
    }
    const auto found = from ? std::lower_bound(m_found.begin(), m_found.end(), from->value) : m_found.end();
    return found != m_found.begin() ? Hit{RecordNo{*(found - 1)}, false} : Hit{RecordNo{m_found.back()}, true};
}

} // namespace dmsc
