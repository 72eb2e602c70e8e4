// SPDX-License-Identifier: Apache-2.0
#include "model/record/packed_record.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace dmsc {

namespace {

QByteArray pack(const std::vector<ByteRange>& ranges)
{
    QByteArray packed(static_cast<qsizetype>(ranges.size()) * kPackedRangeSize, Qt::Uninitialized);
    char* to = packed.data();
    for (const ByteRange& range : ranges) {
        *to = static_cast<char>(range.part);
        qToLittleEndian(range.offset, to + 1);
        qToLittleEndian(range.length, to + 5);
        to += kPackedRangeSize;
    }
    return packed;
}

std::uint64_t endOf(const ByteRange& range)
{
    return std::uint64_t{range.offset} + range.length;
}

/// Sorted, with those as one that lie less than `gap` bytes apart; at most `most` of those exactly so far apart.
std::vector<ByteRange> joined(const std::vector<ByteRange>& sorted, std::uint64_t gap, std::size_t most)
{
    std::vector<ByteRange> ranges;
    for (const ByteRange& range : sorted) {
        const bool follows = !ranges.empty() && ranges.back().part == range.part;
        const std::uint64_t end = follows ? endOf(ranges.back()) : 0;
        const std::uint64_t between = range.offset > end ? range.offset - end : 0;
        const bool isLast = follows && between == gap && most > 0;
        most -= isLast ? 1 : 0;
        if (follows && (between < gap || isLast))
            ranges.back().length = static_cast<std::uint32_t>(std::min<std::uint64_t>(
                std::max(end, endOf(range)) - ranges.back().offset, std::numeric_limits<std::uint32_t>::max()));
        else
            ranges.push_back(range);
    }
    return ranges;
}

std::vector<ByteRange> fewer(std::vector<ByteRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const ByteRange& left, const ByteRange& right) {
        return std::pair(left.part, left.offset) < std::pair(right.part, right.offset);
    });
    ranges = joined(ranges, 1, 0);
    if (ranges.size() <= kMaxRecordSecrets)
        return ranges;
    std::vector<std::uint64_t> gaps;
    for (std::size_t i = 1; i < ranges.size(); ++i)
        if (ranges[i].part == ranges[i - 1].part)
            gaps.push_back(ranges[i].offset - endOf(ranges[i - 1]));
    const std::size_t tooMany = ranges.size() - kMaxRecordSecrets;
    std::sort(gaps.begin(), gaps.end());
    const std::uint64_t widest = gaps[tooMany - 1];
    const auto shorter = std::lower_bound(gaps.begin(), gaps.end(), widest) - gaps.begin();
    return joined(ranges, widest, tooMany - static_cast<std::size_t>(shorter));
}

} // namespace

Utf8Record::Utf8Record(const Record& record)
    : m_name(record.name.toUtf8())
    , m_target(record.target.toUtf8())
    , m_status(record.status.toUtf8())
{
    m_view.time = record.time;
    m_view.duration = record.duration;
    m_view.layer = record.layer;
    m_view.from = record.from;
    m_view.to = record.to;
    m_view.continuation = record.continuation;
    m_view.level = record.level;
    m_view.exchange = record.exchange;
    m_view.name = m_name;
    m_view.target = m_target;
    m_view.status = m_status;
    m_view.request = record.request;
    m_view.response = record.response;
}

RecordView cutToLimits(RecordView record)
{
    record.time = std::clamp(record.time, std::chrono::nanoseconds::zero(), kMaxRecordTime);
    record.duration = std::clamp(record.duration, std::chrono::microseconds::zero(), kMaxRecordDuration);
    for (QByteArrayView* text : {&record.name, &record.target, &record.status})
        *text = text->first(std::min(text->size(), kMaxRecordText));
    for (QByteArrayView* part : {&record.request, &record.response})
        *part = part->first(std::min(part->size(), kMaxRecordPart));
    return record;
}

QByteArray packSecrets(const std::vector<ByteRange>& secrets)
{
    return pack(secrets.size() <= kMaxRecordSecrets ? secrets : fewer(secrets));
}

std::vector<ByteRange> unpackSecrets(QByteArrayView packed)
{
    std::vector<ByteRange> ranges(static_cast<std::size_t>(packed.size() / kPackedRangeSize));
    const char* from = packed.data();
    for (ByteRange& range : ranges) {
        range = {*from == 0 ? RecordPart::Request : RecordPart::Response, qFromLittleEndian<std::uint32_t>(from + 1),
            qFromLittleEndian<std::uint32_t>(from + 5)};
        from += kPackedRangeSize;
    }
    return ranges;
}

} // namespace dmsc
