// SPDX-License-Identifier: Apache-2.0
#include "model/record/record_store.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace dmsc {

namespace {

constexpr std::size_t kMaxTarget = std::numeric_limits<std::uint16_t>::max();
constexpr std::size_t kMaxPart = std::size_t{1} << 30;
constexpr std::size_t kMaxSecrets = std::numeric_limits<std::uint8_t>::max();

std::uint32_t cut(qsizetype size, std::size_t limit)
{
    return static_cast<std::uint32_t>(std::min(static_cast<std::size_t>(size), limit));
}

char* put(char* to, const char* from, std::uint32_t size)
{
    if (size != 0) {
        std::memcpy(to, from, size);
    }
    return to + size;
}

} // namespace

const RecordStore::Entry& RecordStore::entry(RecordNo number) const
{
    return m_pages[number.value / kEntriesPerPage][number.value % kEntriesPerPage];
}

char* RecordStore::reserve(std::uint32_t size, Entry& entry)
{
    if (m_blocks.empty() || m_blocks.back().size - m_blocks.back().used < size) {
        const std::uint32_t blockSize = std::max(size, kBlockSize);
        m_blocks.push_back({std::unique_ptr<char[]>(new char[blockSize]), 0, blockSize});
        m_arenaBytes += blockSize;
    }
    Block& block = m_blocks.back();
    entry.block = static_cast<std::uint32_t>(m_blocks.size() - 1);
    entry.offset = block.used;
    block.used += size;
    return block.bytes.get() + entry.offset;
}

std::uint32_t RecordStore::wordIndex(const QString& word)
{
    const QByteArray key = word.toUtf8();
    const auto known = m_wordIndex.constFind(key);
    if (known != m_wordIndex.cend()) {
        return known.value();
    }
    const auto index = static_cast<std::uint32_t>(m_words.size());
    m_words.push_back(key);
    m_wordIndex.insert(key, index);
    m_wordBytes += static_cast<std::size_t>(key.capacity());
    return index;
}

RecordNo RecordStore::append(const Record& record)
{
    const std::size_t slot = m_size % kEntriesPerPage;
    if (slot == 0) {
        m_pages.emplace_back(new Entry[kEntriesPerPage]);
    }
    Entry& entry = m_pages.back()[slot];
    const QByteArray target = record.target.toUtf8();
    const auto longest = static_cast<std::int64_t>(std::numeric_limits<std::uint32_t>::max());
    entry = {record.time.count(),
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(record.duration.count(), 0, longest)),
        record.exchange.value, 0, 0, cut(record.request.size(), kMaxPart), cut(record.response.size(), kMaxPart),
        wordIndex(record.name), wordIndex(record.status), static_cast<std::uint16_t>(cut(target.size(), kMaxTarget)),
        static_cast<std::uint8_t>(std::min(record.secrets.size(), kMaxSecrets)), record.layer, record.from, record.to,
        record.level, record.continuation};

    const auto secretBytes = static_cast<std::uint32_t>(entry.secretCount * sizeof(ByteRange));
    char* to = reserve(entry.targetSize + entry.requestSize + entry.responseSize + secretBytes, entry);
    to = put(to, target.constData(), entry.targetSize);
    to = put(to, record.request.constData(), entry.requestSize);
    to = put(to, record.response.constData(), entry.responseSize);
    put(to, reinterpret_cast<const char*>(record.secrets.data()), secretBytes);
    return RecordNo{static_cast<std::uint32_t>(m_size++)};
}

RecordView RecordStore::at(RecordNo number) const
{
    const Entry& from = entry(number);
    const char* bytes = m_blocks[from.block].bytes.get() + from.offset;
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
    std::vector<ByteRange> ranges(from.secretCount);
    if (!ranges.empty()) {
        const char* bytes =
            m_blocks[from.block].bytes.get() + from.offset + from.targetSize + from.requestSize + from.responseSize;
        std::memcpy(ranges.data(), bytes, ranges.size() * sizeof(ByteRange));
    }
    return ranges;
}

std::size_t RecordStore::bytesUsed() const
{
    // A word costs its bytes, its place in the list and a node of the hash (key, value, control byte).
    constexpr std::size_t kWordOverhead = 2 * sizeof(QByteArray) + sizeof(std::uint32_t) + 1 + 32;
    return m_pages.size() * kEntriesPerPage * sizeof(Entry) + m_arenaBytes + m_blocks.capacity() * sizeof(Block)
        + m_wordBytes + m_words.size() * kWordOverhead;
}

} // namespace dmsc
