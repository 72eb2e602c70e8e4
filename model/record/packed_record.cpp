// SPDX-License-Identifier: Apache-2.0
#include "model/record/packed_record.h"

#include <QtEndian>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint32_t kToTheEnd = std::numeric_limits<std::uint32_t>::max();

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
    if (secrets.size() <= kMaxRecordSecrets)
        return pack(secrets);
    return pack({{RecordPart::Request, 0, kToTheEnd}, {RecordPart::Response, 0, kToTheEnd}});
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
