// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/record_filter.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace dmsc {

/// Which records of a log are rows: those that pass a filter and do not lie in a folded group. A group is a head and
/// the continuations that follow it; a continuation whose head the filter hides stands for itself. Records are asked in
/// slices, so that a million of them keep nobody waiting.
class LogRows
{
public:
    using Deadline = std::chrono::steady_clock::time_point;
    /// So much is done in one turn of the event loop.
    [[nodiscard]] static Deadline endOfSlice()
    {
        return std::chrono::steady_clock::now() + std::chrono::milliseconds(4);
    }

    /// Asks from the first record on again.
    void setFilter(const RecordFilter& filter);
    void setAllFolded(bool folded);
    [[nodiscard]] bool allFolded() const { return m_allFolded; }
    [[nodiscard]] const RecordFilter& filter() const { return m_filter; }
    /// No record and no fold of single groups; the filter stays.
    void restart();

    /// Every record is a row, and none needs to be asked.
    [[nodiscard]] bool showsAll() const { return m_all; }
    [[nodiscard]] bool isComplete(const Recording& recording) const
    {
        return m_all || m_asked == recording.store.size();
    }
    /// The next records that are rows, asked until all are or the time is over. They are rows once they are added.
    [[nodiscard]] std::vector<std::uint32_t> ask(const Recording& recording, Deadline deadline);
    void add(const std::vector<std::uint32_t>& rows);

    [[nodiscard]] std::size_t count(const Recording& recording) const;
    [[nodiscard]] RecordNo at(std::size_t row) const;
    /// The row of a record, or of the next one that is a row.
    [[nodiscard]] std::optional<std::size_t> rowOf(RecordNo record, const Recording& recording) const;

    [[nodiscard]] bool isFolded(RecordNo head) const { return m_allFolded != m_otherwise.contains(head.value); }
    /// Records that a change of one group takes from the rows or adds to them: they stand side by side.
    struct Change
    {
        std::size_t row = 0;
        std::vector<std::uint32_t> records;
    };
    /// What folding or unfolding the group of this head changes; commit() does it.
    [[nodiscard]] Change foldChange(RecordNo head, bool folded, const Recording& recording);
    void commitFold(RecordNo head, bool folded, const Change& change);
    /// Whether a record that has changed is a row now, where it would stand, and whether it was one; nothing while it
    /// has not been asked yet.
    struct Standing
    {
        std::size_t row = 0;
        bool was = false;
        bool is = false;
    };
    [[nodiscard]] std::optional<Standing> askAgain(RecordNo record, const Recording& recording);
    void insert(std::size_t row, RecordNo record);
    void remove(std::size_t row);

private:
    using Place = std::vector<std::uint32_t>::const_iterator;

    [[nodiscard]] bool passes(const Recording& recording, std::uint32_t record);
    [[nodiscard]] Place placeOf(std::uint32_t record) const;
    [[nodiscard]] bool shows(std::uint32_t record) const;
    void listAll(const Recording& recording);

    RecordFilter m_filter;
    RecordMatcher m_matcher{RecordFilter()};
    bool m_all = true;
    bool m_allFolded = false;
    std::unordered_set<std::uint32_t>
        m_otherwise; ///< heads that are folded when others are not, or the other way round
    std::vector<std::uint32_t> m_shown; ///< unless all are
    std::uint32_t m_asked = 0;
    std::optional<std::uint32_t> m_head; ///< of the group that the last asked record lies in
    bool m_headShown = false;
};

/// The record that the group of `record` begins with; the record itself when it stands alone.
[[nodiscard]] RecordNo headOf(const RecordStore& store, RecordNo record);
/// Continuations behind a head, counted up to a thousand: nobody reads more of a row.
[[nodiscard]] int groupSize(const RecordStore& store, RecordNo head);

} // namespace dmsc
