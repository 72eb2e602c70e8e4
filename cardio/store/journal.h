// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/tree_editor.h"
#include "model/bytes.h"

#include <deque>

namespace dmsc {

/// A card's sequence number: +1 for every committed change set; the state before the first is 0.
enum class CardSeq : std::uint32_t { Start = 0 };

[[nodiscard]] constexpr std::uint32_t number(CardSeq seq)
{
    return static_cast<std::uint32_t>(seq);
}

/// What one change set did to one node, and who did it.
struct JournalEntry
{
    CardSeq seq{};
    Change change;
    std::string owner;
    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// The last 256 changes. What is older has been forgotten: who knows less must compare digests.
class Journal
{
public:
    static constexpr std::size_t kEntries = 256;

    void append(CardSeq seq, const std::vector<Change>& changes, const std::string& owner);
    /// Changes after `base` are all here.
    [[nodiscard]] bool reachesBackTo(CardSeq base) const { return number(base) >= m_complete; }
    /// The earliest state from which the journal leads to the present one.
    [[nodiscard]] CardSeq oldest() const { return CardSeq{m_complete}; }
    /// Entries later than `base`, in order; several of one kind about one URI are one, the last.
    [[nodiscard]] std::vector<JournalEntry> since(CardSeq base) const;

    [[nodiscard]] Bytes encode() const;
    /// Syntax error for bytes that encode() does not write.
    [[nodiscard]] static Result<Journal> decode(ByteView bytes);

private:
    std::deque<JournalEntry> m_entries;
    std::uint32_t m_complete = 0; // all changes after this seq are kept
};

} // namespace dmsc
