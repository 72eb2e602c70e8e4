// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/journal.h"

#include "cardio/store/byte_fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace dmsc {

void Journal::append(CardSeq seq, const std::vector<Change>& changes, const std::string& owner)
{
    for (const Change& change : changes)
        m_entries.push_back({seq, change, owner});
    while (m_entries.size() > kEntries) {
        // A change set is kept whole or not at all.
        m_complete = number(m_entries.front().seq);
        while (!m_entries.empty() && number(m_entries.front().seq) == m_complete)
            m_entries.pop_front();
    }
}

std::vector<JournalEntry> Journal::since(CardSeq base) const
{
    std::vector<JournalEntry> entries;
    std::set<std::pair<Change::Kind, std::string>> seen;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend() && entry->seq > base; ++entry)
        if (seen.emplace(entry->change.kind, entry->change.uri.text()).second)
            entries.push_back(*entry);
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Bytes Journal::encode() const
{
    Bytes out;
    putNumber(out, m_complete, 4);
    for (const JournalEntry& entry : m_entries) {
        putNumber(out, number(entry.seq), 4);
        putNumber(out, static_cast<std::uint64_t>(entry.change.kind), 1);
        putText(out, entry.change.uri.text());
        putText(out, entry.owner);
    }
    return out;
}

Result<Journal> Journal::decode(ByteView bytes)
{
    const auto bad = [] {
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Journal", "the journal of changes cannot be read"));
    };
    Journal journal;
    FieldReader reader(bytes);
    journal.m_complete = static_cast<std::uint32_t>(reader.number(4));
    while (reader.good() && !reader.atEnd()) {
        JournalEntry entry;
        entry.seq = CardSeq{static_cast<std::uint32_t>(reader.number(4))};
        const auto kind = reader.number(1);
        auto uri = Uri::parse(reader.text());
        entry.owner = reader.text();
        if (!reader.good() || !uri || kind < 1 || kind > 3 || journal.m_entries.size() >= kEntries)
            return bad();
        entry.change = {static_cast<Change::Kind>(kind), std::move(*uri)};
        journal.m_entries.push_back(std::move(entry));
    }
    if (!reader.good())
        return bad();
    return journal;
}

} // namespace dmsc
