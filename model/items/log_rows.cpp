// SPDX-License-Identifier: Apache-2.0
#include "model/items/log_rows.h"

#include <algorithm>
#include <numeric>

namespace dmsc {

namespace {

/// Between two looks at the clock.
constexpr std::uint32_t kRowsPerTurn = 128;
constexpr int kMaxCounted = 1000;

std::uint32_t endOfGroup(const RecordStore& store, RecordNo head)
{
    std::uint32_t end = head.value + 1;
    while (end < store.size() && store.at(RecordNo{end}).continuation) {
        ++end;
    }
    return end;
}

} // namespace

RecordNo headOf(const RecordStore& store, RecordNo record)
{
    std::uint32_t head = record.value;
    while (head > 0 && store.at(RecordNo{head}).continuation) {
        --head;
    }
    return RecordNo{head};
}

int groupSize(const RecordStore& store, RecordNo head)
{
    int size = 0;
    for (std::uint32_t next = head.value + 1; size < kMaxCounted && next < store.size(); ++next, ++size) {
        if (!store.at(RecordNo{next}).continuation) {
            break;
        }
    }
    return size;
}

void LogRows::setFilter(const RecordFilter& filter)
{
    m_filter = filter;
    const std::unordered_set<std::uint32_t> folds = m_otherwise;
    restart();
    m_otherwise = folds;
    m_all = m_filter.isOpen() && !m_allFolded && m_otherwise.empty();
}

void LogRows::setAllFolded(bool folded)
{
    m_allFolded = folded;
    restart();
}

void LogRows::restart()
{
    m_matcher = RecordMatcher(m_filter);
    m_otherwise.clear();
    m_all = m_filter.isOpen() && !m_allFolded;
    m_shown.clear();
    m_asked = 0;
    m_head.reset();
    m_headShown = false;
}

bool LogRows::passes(const Recording& recording, std::uint32_t record)
{
    return m_matcher.matches(recording.store, recording.marks, RecordNo{record});
}

std::vector<std::uint32_t> LogRows::ask(const Recording& recording, Deadline deadline)
{
    std::vector<std::uint32_t> rows;
    if (m_all) {
        return rows;
    }
    const auto size = static_cast<std::uint32_t>(recording.store.size());
    const bool folds = m_allFolded || !m_otherwise.empty();
    for (; m_asked < size; ++m_asked) {
        if (m_asked % kRowsPerTurn == 0 && std::chrono::steady_clock::now() >= deadline) {
            break;
        }
        const bool belongs = m_head && recording.store.at(RecordNo{m_asked}).continuation;
        const bool hidden = folds && belongs && m_headShown && isFolded(RecordNo{*m_head});
        const bool shown = !hidden && passes(recording, m_asked);
        if (!belongs) {
            m_head = m_asked;
            m_headShown = shown;
        }
        if (shown) {
            rows.push_back(m_asked);
        }
    }
    return rows;
}

void LogRows::add(const std::vector<std::uint32_t>& rows)
{
    m_shown.insert(m_shown.end(), rows.begin(), rows.end());
}

std::size_t LogRows::count(const Recording& recording) const
{
    return m_all ? recording.store.size() : m_shown.size();
}

RecordNo LogRows::at(std::size_t row) const
{
    return RecordNo{m_all ? static_cast<std::uint32_t>(row) : m_shown[row]};
}

LogRows::Place LogRows::placeOf(std::uint32_t record) const
{
    return std::lower_bound(m_shown.begin(), m_shown.end(), record);
}

bool LogRows::shows(std::uint32_t record) const
{
    const Place place = placeOf(record);
    return place != m_shown.end() && *place == record;
}

std::optional<std::size_t> LogRows::rowOf(RecordNo record, const Recording& recording) const
{
    if (m_all) {
        return record.value < recording.store.size() ? std::optional<std::size_t>(record.value) : std::nullopt;
    }
    const Place place = placeOf(record.value);
    return place == m_shown.end() ? std::nullopt : std::optional(static_cast<std::size_t>(place - m_shown.begin()));
}

void LogRows::listAll(const Recording& recording)
{
    m_shown.resize(recording.store.size());
    std::iota(m_shown.begin(), m_shown.end(), 0U);
    m_asked = static_cast<std::uint32_t>(m_shown.size());
    m_all = false;
    m_head.reset();
    if (m_asked > 0) {
        m_head = headOf(recording.store, RecordNo{m_asked - 1}).value;
        m_headShown = true;
    }
}

LogRows::Change LogRows::foldChange(RecordNo head, bool folded, const Recording& recording)
{
    if (m_all) {
        listAll(recording);
    }
    const std::uint32_t end = std::min(endOfGroup(recording.store, head), m_asked);
    const Place first = placeOf(head.value + 1);
    Change change{static_cast<std::size_t>(first - m_shown.begin()), {}};
    if (folded == isFolded(head) || !shows(head.value)) {
        return change;
    }
    for (std::uint32_t record = head.value + 1; record < end; ++record) {
        if (folded ? shows(record) : passes(recording, record)) {
            change.records.push_back(record);
        }
    }
    return change;
}

void LogRows::commitFold(RecordNo head, bool folded, const Change& change)
{
    const auto first = m_shown.begin() + static_cast<std::ptrdiff_t>(change.row);
    if (folded) {
        m_shown.erase(first, first + static_cast<std::ptrdiff_t>(change.records.size()));
    } else {
        m_shown.insert(first, change.records.begin(), change.records.end());
    }
    if (folded == m_allFolded) {
        m_otherwise.erase(head.value);
    } else {
        m_otherwise.insert(head.value);
    }
}

std::optional<LogRows::Standing> LogRows::askAgain(RecordNo record, const Recording& recording)
{
    if (m_all || record.value >= m_asked) {
        return std::nullopt;
    }
    Standing standing{static_cast<std::size_t>(placeOf(record.value) - m_shown.begin()), shows(record.value), false};
    const RecordNo head = headOf(recording.store, record);
    const bool hidden = head != record && isFolded(head) && shows(head.value);
    standing.is = !hidden && passes(recording, record.value);
    return standing;
}

void LogRows::insert(std::size_t row, RecordNo record)
{
    m_shown.insert(m_shown.begin() + static_cast<std::ptrdiff_t>(row), record.value);
}

void LogRows::remove(std::size_t row)
{
    m_shown.erase(m_shown.begin() + static_cast<std::ptrdiff_t>(row));
}

} // namespace dmsc
