// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"
#include "model/record/record_no.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace dmsc {

/// A record as it lies in the store. Views die with the store, not with the next append.
struct RecordView
{
    RecordNo number;
    std::chrono::nanoseconds time{0};
    std::chrono::microseconds duration{0};
    Layer layer = Layer::Apdu;
    Actor from = Actor::None;
    Actor to = Actor::None;
    bool continuation = false;
    StatusLevel level = StatusLevel::None;
    ExchangeId exchange;
    QByteArrayView name; ///< UTF-8
    QByteArrayView target; ///< UTF-8
    QByteArrayView status; ///< UTF-8
    QByteArrayView request;
    QByteArrayView response;
    std::uint32_t nameWord = 0; ///< place of the name in the store's words
    std::uint32_t statusWord = 0;

    [[nodiscard]] std::size_t length() const { return std::size_t(request.size() + response.size()); }
};

/// Append-only: flat entries of 48 bytes in blocks, bytes in an arena, repeated words kept once.
/// Nothing moves when it grows, so an append costs the same at the first and at the millionth record.
/// Limits: 2^32 - 1 records, 4 GB in one part; longer parts are cut.
class RecordStore
{
public:
    RecordNo append(const Record& record);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// `number` must be below size().
    [[nodiscard]] RecordView at(RecordNo number) const;
    /// Names and statuses, each once, in the order of their coming: what is asked of all records can be asked of them.
    [[nodiscard]] const std::vector<QByteArray>& words() const { return m_words; }
    [[nodiscard]] std::vector<ByteRange> secrets(RecordNo number) const;
    /// Heap bytes held: entries, arena and words.
    [[nodiscard]] std::size_t bytesUsed() const;

private:
    /// Where a record's own text and bytes lie: target, request, response, secrets one after the other.
    struct Entry
    {
        std::int64_t time;
        std::uint32_t duration;
        std::uint32_t exchange;
        std::uint32_t block;
        std::uint32_t offset;
        std::uint32_t requestSize;
        std::uint32_t responseSize;
        std::uint32_t name;
        std::uint32_t status;
        std::uint16_t targetSize;
        std::uint8_t secretCount;
        Layer layer;
        Actor from;
        Actor to;
        StatusLevel level;
        bool continuation;
    };
    static_assert(sizeof(Entry) == 48);

    struct Block
    {
        std::unique_ptr<char[]> bytes;
        std::uint32_t used = 0;
        std::uint32_t size = 0;
    };

    [[nodiscard]] const Entry& entry(RecordNo number) const;
    [[nodiscard]] char* reserve(std::uint32_t size, Entry& entry);
    [[nodiscard]] std::uint32_t wordIndex(const QString& word);

    static constexpr std::size_t kEntriesPerPage = 4096;
    static constexpr std::uint32_t kBlockSize = 256 * 1024;

    std::vector<std::unique_ptr<Entry[]>> m_pages;
    std::vector<Block> m_blocks;
    std::vector<QByteArray> m_words;
    QHash<QByteArray, std::uint32_t> m_wordIndex;
    std::size_t m_size = 0;
    std::size_t m_arenaBytes = 0;
    std::size_t m_wordBytes = 0;
};

} // namespace dmsc
