// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"
#include "model/record/record_no.h"
#include "model/record/record_view.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace dmsc {

/// Append-only: flat entries of 48 bytes in pages, bytes in blocks, repeated words kept once. Nothing moves when it
/// grows, so an append costs the same at the first and at the millionth record.
/// A value: a copy shares pages and blocks, is unaffected by what is appended to the other, and may be read and
/// appended to in another thread meanwhile.
/// Limits: 2^32 - 1 records; what packed_record.h says of each.
class RecordStore
{
public:
    RecordNo append(const Record& record);
    /// Takes a record of another store. Its number and words are those of that store and do not count.
    RecordNo append(const RecordView& record, const std::vector<ByteRange>& secrets);
    /// Takes a record without copying its bytes: target, request, response and `secretCount` packed ranges lie one
    /// after the other, from target.data() on, in memory that `owner` keeps as it is.
    RecordNo appendLent(const RecordView& record, std::uint8_t secretCount, const std::shared_ptr<const void>& owner);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// `number` must be below size().
    [[nodiscard]] RecordView at(RecordNo number) const;
    /// Names and statuses, each once, in the order of their coming: what is asked of all records can be asked of them.
    [[nodiscard]] const std::vector<QByteArray>& words() const { return m_words; }
    [[nodiscard]] std::vector<ByteRange> secrets(RecordNo number) const;
    /// The rows of one exchange, in their order; none for 0, which ties nothing. Looks at every entry.
    [[nodiscard]] std::vector<RecordNo> exchangeRows(ExchangeId exchange) const;
    /// Heap bytes held, shared ones too: entries, arena and words.
    [[nodiscard]] std::size_t bytesUsed() const;

private:
    struct Entry;
    struct Page;
    struct Arena;
    struct Place;

    /// Finds words by their bytes. A copy begins anew, and is filled when it is first asked: shared it could not grow.
    class WordIndex
    {
    public:
        WordIndex() = default;
        ~WordIndex() = default;
        WordIndex(const WordIndex& /*other*/) { }
        WordIndex(WordIndex&&) noexcept = default;
        WordIndex& operator=(const WordIndex& other);
        WordIndex& operator=(WordIndex&&) noexcept = default;
        [[nodiscard]] std::uint32_t indexOf(QByteArrayView word, std::vector<QByteArray>& words);

    private:
        QHash<QByteArray, std::uint32_t> m_places;
    };

    [[nodiscard]] const Entry& entry(RecordNo number) const;
    [[nodiscard]] Entry& newEntry();
    RecordNo append(const RecordView& record, std::uint8_t secretCount, Place place);
    [[nodiscard]] char* reserve(std::uint32_t size, Place& place);
    [[nodiscard]] Place lentPlace(const char* bytes, const std::shared_ptr<const void>& owner);
    [[nodiscard]] const char* bytesOf(const Entry& entry) const;

    std::vector<std::shared_ptr<Page>> m_pages;
    std::vector<std::shared_ptr<const char>> m_blocks; ///< arenas and lent memory
    std::shared_ptr<Arena> m_arena; ///< the one that is filled
    std::uint32_t m_arenaBlock = 0; ///< its place in m_blocks
    std::vector<QByteArray> m_words;
    WordIndex m_wordIndex;
    std::size_t m_size = 0;
    std::size_t m_arenaBytes = 0;
};

} // namespace dmsc
