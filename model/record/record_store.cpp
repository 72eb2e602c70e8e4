// SPDX-License-Identifier: Apache-2.0
#include "model/record/record_store.h"

#include "model/record/packed_record.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <limits>
#include <utility>

namespace dmsc {

namespace {

constexpr std::size_t kEntriesPerPage = 4096;
constexpr std::uint32_t kArenaSize = 256 * 1024;

char* put(char* to, QByteArrayView from)
{
    if (!from.isEmpty())
        std::memcpy(to, from.data(), static_cast<std::size_t>(from.size()));
    return to + from.size();
}

bool isOwnedBy(const std::shared_ptr<const char>& block, const std::shared_ptr<const void>& owner)
{
    return !block.owner_before(owner) && !owner.owner_before(block);
}

} // namespace

/// Where a record's own text and bytes lie: target, request, response, packed secrets one after the other.
struct RecordStore::Place
{
    std::uint32_t block = 0;
    std::uint32_t offset = 0;
};

struct RecordStore::Entry
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

/// Entries that stores share. Each is written once, by the store that took it.
struct RecordStore::Page
{
    std::atomic<std::uint32_t> taken{0};
    std::array<Entry, kEntriesPerPage> entries;
};

/// Bytes that stores share. Each range is written once, by the store that took it.
struct RecordStore::Arena
{
    explicit Arena(std::uint32_t bytesToHold)
        : bytes(std::make_unique_for_overwrite<char[]>(bytesToHold))
        , size(bytesToHold)
    {
    }

    /// Nothing when there is no room.
    std::optional<std::uint32_t> take(std::uint32_t wanted)
    {
        std::uint32_t begin = taken;
        do {
            if (size - begin < wanted)
                return std::nullopt;
        } while (!taken.compare_exchange_weak(begin, begin + wanted));
        return begin;
    }

    std::unique_ptr<char[]> bytes;
    std::uint32_t size;
    std::atomic<std::uint32_t> taken{0};
};

RecordStore::WordIndex& RecordStore::WordIndex::operator=(const WordIndex& other)
{
    if (this != &other)
        m_places = {};
    return *this;
}

std::uint32_t RecordStore::WordIndex::indexOf(QByteArrayView word, std::vector<QByteArray>& words)
{
    for (auto i = static_cast<std::uint32_t>(m_places.size()); i < words.size(); ++i)
        m_places.insert(words[i], i);
    const auto known = m_places.constFind(QByteArray::fromRawData(word.data(), word.size()));
    if (known != m_places.cend())
        return known.value();
    const auto index = static_cast<std::uint32_t>(words.size());
    words.push_back(word.toByteArray());
    m_places.insert(words.back(), index);
    return index;
}

const RecordStore::Entry& RecordStore::entry(RecordNo number) const
{
    return m_pages[number.value / kEntriesPerPage]->entries[number.value % kEntriesPerPage];
}

const char* RecordStore::bytesOf(const Entry& entry) const
{
    return m_blocks[entry.block].get() + entry.offset;
}

RecordStore::Entry& RecordStore::newEntry()
{
    const std::size_t slot = m_size % kEntriesPerPage;
    if (slot == 0)
        m_pages.push_back(std::make_shared_for_overwrite<Page>());
    auto free = static_cast<std::uint32_t>(slot);
    if (!m_pages.back()->taken.compare_exchange_strong(free, free + 1)) {
        // A copy of this store went on there: it keeps the page, this one gets its own.
        auto page = std::make_shared_for_overwrite<Page>();
        std::copy_n(m_pages.back()->entries.begin(), slot, page->entries.begin());
        page->taken = static_cast<std::uint32_t>(slot + 1);
        m_pages.back() = std::move(page);
    }
    ++m_size;
    return m_pages.back()->entries[slot];
}

char* RecordStore::reserve(std::uint32_t size, Place& place)
{
    if (m_arena) {
        if (const auto offset = m_arena->take(size)) {
            place = {m_arenaBlock, *offset};
            return m_arena->bytes.get() + *offset;
        }
    }
    // What is large gets an arena of its own, lest it leave much of the present one empty.
    const bool large = size > kArenaSize / 8;
    const auto arena = std::make_shared<Arena>(large ? size : kArenaSize);
    place = {static_cast<std::uint32_t>(m_blocks.size()), *arena->take(size)};
    m_blocks.emplace_back(arena, arena->bytes.get());
    m_arenaBytes += arena->size;
    if (!large) {
        m_arena = arena;
        m_arenaBlock = place.block;
    }
    return arena->bytes.get() + place.offset;
}

RecordStore::Place RecordStore::lentPlace(const char* bytes, const std::shared_ptr<const void>& owner)
{
    const auto offset = [&] { return static_cast<std::size_t>(bytes - m_blocks.back().get()); };
    if (m_blocks.empty() || !isOwnedBy(m_blocks.back(), owner) || std::less<>()(bytes, m_blocks.back().get())
        || offset() > std::numeric_limits<std::uint32_t>::max())
        m_blocks.emplace_back(owner, bytes);
    return {static_cast<std::uint32_t>(m_blocks.size() - 1), static_cast<std::uint32_t>(offset())};
}

RecordNo RecordStore::append(const Record& record)
{
    return append(Utf8Record(record).view(), record.secrets);
}

RecordNo RecordStore::append(const RecordView& record, const std::vector<ByteRange>& secrets)
{
    const RecordView kept = cutToLimits(record);
    const QByteArray packed = packSecrets(secrets);
    Place place;
    char* to = reserve(
        static_cast<std::uint32_t>(kept.target.size() + kept.request.size() + kept.response.size() + packed.size()),
        place);
    to = put(to, kept.target);
    to = put(to, kept.request);
    to = put(to, kept.response);
    put(to, packed);
    return append(kept, static_cast<std::uint8_t>(packed.size() / kPackedRangeSize), place);
}

RecordNo RecordStore::appendLent(
    const RecordView& record, std::uint8_t secretCount, const std::shared_ptr<const void>& owner)
{
    return append(record, secretCount, lentPlace(record.target.data(), owner));
}

RecordNo RecordStore::append(const RecordView& record, std::uint8_t secretCount, Place place)
{
    const std::uint32_t name = m_wordIndex.indexOf(record.name, m_words);
    const std::uint32_t status = m_wordIndex.indexOf(record.status, m_words);
    newEntry() = {record.time.count(), static_cast<std::uint32_t>(record.duration.count()), record.exchange.value,
        place.block, place.offset, static_cast<std::uint32_t>(record.request.size()),
        static_cast<std::uint32_t>(record.response.size()), name, status,
        static_cast<std::uint16_t>(record.target.size()), secretCount, record.layer, record.from, record.to,
        record.level, record.continuation};
    return RecordNo{static_cast<std::uint32_t>(m_size - 1)};
}

RecordView RecordStore::at(RecordNo number) const
{
    const Entry& from = entry(number);
    const char* bytes = bytesOf(from);
    RecordView view;
    view.number = number;
    view.time = std::chrono::nanoseconds(from.time);
    view.duration = std::chrono::microseconds(from.duration);
    view.layer = from.layer;
    view.from = from.from;
    view.to = from.to;
    view.continuation = from.continuation;
    view.level = from.level;
    view.exchange = ExchangeId{from.exchange};
    view.name = m_words[from.name];
    view.status = m_words[from.status];
    view.nameWord = from.name;
    view.statusWord = from.status;
    view.target = QByteArrayView(bytes, from.targetSize);
    view.request = QByteArrayView(bytes + from.targetSize, from.requestSize);
    view.response = QByteArrayView(bytes + from.targetSize + from.requestSize, from.responseSize);
    return view;
}

std::vector<ByteRange> RecordStore::secrets(RecordNo number) const
{
    const Entry& from = entry(number);
    const char* packed = bytesOf(from) + from.targetSize + from.requestSize + from.responseSize;
    return unpackSecrets(QByteArrayView(packed, from.secretCount * kPackedRangeSize));
}

std::vector<RecordNo> RecordStore::exchangeRows(ExchangeId exchange) const
{
    std::vector<RecordNo> rows;
    if (exchange == ExchangeId{})
        return rows;
    for (std::size_t i = 0; i < m_size; ++i) {
        const RecordNo number{static_cast<std::uint32_t>(i)};
        if (entry(number).exchange == exchange.value)
            rows.push_back(number);
    }
    return rows;
}

std::size_t RecordStore::bytesUsed() const
{
    // A word costs its bytes, its place in the list and a node of the hash (key, value, control byte).
    constexpr std::size_t kWordOverhead = 2 * sizeof(QByteArray) + sizeof(std::uint32_t) + 1 + 32;
    static_assert(sizeof(Entry) == 48);
    std::size_t wordBytes = 0;
    for (const QByteArray& word : m_words)
        wordBytes += static_cast<std::size_t>(word.capacity()) + kWordOverhead;
    return m_pages.size() * sizeof(Page) + m_arenaBytes + m_blocks.capacity() * sizeof(m_blocks.front()) + wordBytes;
}

} // namespace dmsc
