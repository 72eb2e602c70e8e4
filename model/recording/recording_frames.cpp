// SPDX-License-Identifier: Apache-2.0
#include "model/recording/recording_frames.h"

#include "model/record/packed_record.h"
#include "model/recording/crc32.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <utility>

namespace dmsc {

namespace {

constexpr QByteArrayView kMagic("\x89"
                                "DMSCLOG",
    8);
constexpr std::uint32_t kVersion = 1;
constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();

enum class FrameKind : std::uint32_t { Record = 1, Mark = 2, Rules = 3 };
constexpr qsizetype kFrameHeadSize = 12; ///< size of the body, kind, checksum over both and the body
constexpr qsizetype kRecordHeadSize = 36;
constexpr qsizetype kMarkHeadSize = 5;
constexpr qsizetype kRulesSize = 4;
constexpr std::uint8_t kContinuation = 1; ///< bit of a record's flags
constexpr std::size_t kMaxRows = std::numeric_limits<std::int32_t>::max(); ///< item models count rows in int

/// Writes what a file holds, little endian.
class FrameWriter
{
public:
    explicit FrameWriter(qsizetype size)
        : m_bytes(size, Qt::Uninitialized)
        , m_at(m_bytes.data())
    {
    }
    template <class Number> FrameWriter& number(Number value)
    {
        qToLittleEndian(value, m_at);
        m_at += sizeof value;
        return *this;
    }
    template <class Value> FrameWriter& byte(Value value) { return number(static_cast<std::uint8_t>(value)); }
    FrameWriter& bytes(QByteArrayView value)
    {
        m_at = std::copy(value.begin(), value.end(), m_at);
        return *this;
    }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
    char* m_at;
};

/// Reads them; the caller has made sure that they are there.
class FrameReader
{
public:
    explicit FrameReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }
    template <class Number> Number number()
    {
        const auto value = qFromLittleEndian<Number>(m_rest.data());
        m_rest = m_rest.sliced(sizeof(Number));
        return value;
    }
    QByteArrayView bytes(qsizetype size)
    {
        const QByteArrayView value = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return value;
    }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView m_rest;
};

FrameWriter beginFrame(FrameKind kind, qsizetype bodySize)
{
    FrameWriter frame(kFrameHeadSize + bodySize);
    frame.number(static_cast<std::uint32_t>(bodySize))
        .number(static_cast<std::uint32_t>(kind))
        .number(std::uint32_t{0}); // the checksum, when the rest is there
    return frame;
}

/// Over a frame's size, kind and body.
std::uint32_t checksumOf(QByteArrayView frame)
{
    return crc32(frame.sliced(kFrameHeadSize), crc32(frame.first(8)));
}

QByteArray endFrame(FrameWriter& writer)
{
    QByteArray frame = writer.take();
    qToLittleEndian(checksumOf(frame), frame.data() + 8);
    return frame;
}

template <class Enum> bool isIn(std::uint8_t value, Enum last)
{
    return value <= static_cast<std::uint8_t>(last);
}

/// What stands in front of a record's bytes.
struct RecordHead
{
    RecordView record;
    std::uint8_t secretCount = 0;
};

std::optional<RecordHead> readRecord(QByteArrayView body)
{
    if (body.size() < kRecordHeadSize)
        return std::nullopt;
    FrameReader from(body);
    RecordHead head;
    RecordView& record = head.record;
    record.time = std::chrono::nanoseconds(from.number<std::int64_t>());
    record.duration = std::chrono::microseconds(from.number<std::uint32_t>());
    record.exchange = ExchangeId{from.number<std::uint32_t>()};
    const auto layer = from.number<std::uint8_t>();
    const auto speaker = from.number<std::uint8_t>();
    const auto listener = from.number<std::uint8_t>();
    const auto level = from.number<std::uint8_t>();
    record.continuation = (from.number<std::uint8_t>() & kContinuation) != 0;
    head.secretCount = from.number<std::uint8_t>();
    const qsizetype nameSize = from.number<std::uint16_t>();
    const qsizetype statusSize = from.number<std::uint16_t>();
    const qsizetype targetSize = from.number<std::uint16_t>();
    const qsizetype requestSize = from.number<std::uint32_t>();
    const qsizetype responseSize = from.number<std::uint32_t>();
    const auto secretSize = head.secretCount * kPackedRangeSize;
    if (record.time < std::chrono::nanoseconds::zero() || record.time > kMaxRecordTime || layer >= kLayerCount
        || speaker >= kActorCount || listener >= kActorCount || !isIn(level, StatusLevel::Error)
        || std::max(requestSize, responseSize) > kMaxRecordPart
        || from.rest().size() != nameSize + statusSize + targetSize + requestSize + responseSize + secretSize)
        return std::nullopt;
    record.layer = static_cast<Layer>(layer);
    record.from = static_cast<Actor>(speaker);
    record.to = static_cast<Actor>(listener);
    record.level = static_cast<StatusLevel>(level);
    record.name = from.bytes(nameSize);
    record.status = from.bytes(statusSize);
    record.target = from.bytes(targetSize);
    record.request = from.bytes(requestSize);
    record.response = from.bytes(responseSize);
    return head;
}

bool addRecord(QByteArrayView body, const std::shared_ptr<const void>& owner, Recording& recording, MarkingAgain& again)
{
    const auto head = readRecord(body);
    if (!head || recording.store.size() >= kMaxRows)
        return false;
    if (again) {
        auto secrets = unpackSecrets(body.last(head->secretCount * kPackedRangeSize));
        const auto more = again->unmarked(head->record, secrets);
        if (!more.empty()) {
            secrets.insert(secrets.end(), more.begin(), more.end());
            recording.store.append(head->record, secrets);
            return true;
        }
    }
    if (owner)
        recording.store.appendLent(head->record, head->secretCount, owner);
    else
        recording.store.append(head->record, unpackSecrets(body.last(head->secretCount * kPackedRangeSize)));
    return true;
}

/// Whether a whole frame of a row or a mark begins here; most places are told by their first bytes.
bool isFrameOfUse(QByteArrayView bytes)
{
    FrameReader head(bytes);
    const qsizetype size = head.number<std::uint32_t>();
    const auto kind = static_cast<FrameKind>(head.number<std::uint32_t>());
    if ((kind != FrameKind::Record && kind != FrameKind::Mark) || bytes.size() - kFrameHeadSize < size)
        return false;
    const QByteArrayView frame = bytes.first(kFrameHeadSize + size);
    const QByteArrayView body = frame.sliced(kFrameHeadSize);
    const bool isGood = kind == FrameKind::Record ? readRecord(body).has_value()
                                                  : size >= kMarkHeadSize && size <= kMarkHeadSize + kMaxRecordText;
    return isGood && head.number<std::uint32_t>() == checksumOf(frame);
}

bool addMark(QByteArrayView body, Recording& recording)
{
    if (body.size() < kMarkHeadSize || body.size() > kMarkHeadSize + kMaxRecordText)
        return false;
    FrameReader from(body);
    const RecordNo row{from.number<std::uint32_t>()};
    const bool isMarked = from.number<std::uint8_t>() != 0;
    if (row.value >= recording.store.size())
        return true; // of a row that is not there: nothing to be marked
    if (isMarked)
        recording.marks.insert_or_assign(row, QString::fromUtf8(from.rest()));
    else
        recording.marks.erase(row);
    return true;
}

bool readRules(QByteArrayView body, const Recording& recording, MarkingAgain& again)
{
    if (body.size() < kRulesSize)
        return false;
    if (recording.store.isEmpty() && FrameReader(body).number<std::uint32_t>() >= kSecretRules)
        again.reset();
    return true;
}

/// False for a frame that is whole and yet says what no writer says.
bool addFrame(std::uint32_t kind, QByteArrayView body, const std::shared_ptr<const void>& owner, Recording& recording,
    MarkingAgain& again)
{
    switch (static_cast<FrameKind>(kind)) {
    case FrameKind::Record:
        return addRecord(body, owner, recording, again);
    case FrameKind::Rules:
        return readRules(body, recording, again);
    case FrameKind::Mark:
        return addMark(body, recording);
    }
    return true; // of a later writer
}

} // namespace

QByteArray recordingHead(const QDateTime& startedAt)
{
    FrameWriter head(kRecordingHeadSize);
    head.bytes(kMagic).number(kVersion).number(startedAt.isValid() ? startedAt.toMSecsSinceEpoch() : kNoTime);
    QByteArray bytes = head.take();
    qToLittleEndian(crc32(QByteArrayView(bytes).first(kRecordingHeadSize - 4)), bytes.data() + kRecordingHeadSize - 4);
    return bytes;
}

QByteArray recordingBegin(const QDateTime& startedAt)
{
    return recordingHead(startedAt) + rulesFrame();
}

QByteArray recordFrame(const Record& record)
{
    return recordFrame(Utf8Record(record).view(), record.secrets);
}

QByteArray recordFrame(const RecordView& record, const std::vector<ByteRange>& secrets)
{
    const RecordView kept = cutToLimits(record);
    const QByteArray packed = packSecrets(secrets);
    FrameWriter frame = beginFrame(FrameKind::Record,
        kRecordHeadSize + kept.name.size() + kept.status.size() + kept.target.size() + kept.request.size()
            + kept.response.size() + packed.size());
    frame.number(std::int64_t{kept.time.count()})
        .number(static_cast<std::uint32_t>(kept.duration.count()))
        .number(kept.exchange.value)
        .byte(kept.layer)
        .byte(kept.from)
        .byte(kept.to)
        .byte(kept.level)
        .byte(kept.continuation ? kContinuation : 0)
        .byte(packed.size() / kPackedRangeSize)
        .number(static_cast<std::uint16_t>(kept.name.size()))
        .number(static_cast<std::uint16_t>(kept.status.size()))
        .number(static_cast<std::uint16_t>(kept.target.size()))
        .number(static_cast<std::uint32_t>(kept.request.size()))
        .number(static_cast<std::uint32_t>(kept.response.size()))
        .bytes(kept.name)
        .bytes(kept.status)
        .bytes(kept.target)
        .bytes(kept.request)
        .bytes(kept.response)
        .bytes(packed);
    return endFrame(frame);
}

QByteArray rulesFrame()
{
    FrameWriter frame = beginFrame(FrameKind::Rules, kRulesSize);
    frame.number(kSecretRules);
    return endFrame(frame);
}

QByteArray markFrame(RecordNo record, const QString* comment)
{
    const QByteArray text = comment ? comment->toUtf8().left(kMaxRecordText) : QByteArray();
    FrameWriter frame = beginFrame(FrameKind::Mark, kMarkHeadSize + text.size());
    frame.number(record.value).byte(comment ? 1 : 0).bytes(text);
    return endFrame(frame);
}

bool isRecording(QByteArrayView head)
{
    return head.startsWith(kMagic);
}

Result<QDateTime> readRecordingHead(QByteArrayView head)
{
    if (!isRecording(head) || head.size() < kRecordingHeadSize)
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Recording", "this is no recording of a session"));
    FrameReader from(head.first(kRecordingHeadSize));
    from.bytes(kMagic.size());
    if (from.number<std::uint32_t>() != kVersion)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("Recording", "this recording was made by a later version of this program"));
    const auto startedAt = from.number<std::int64_t>();
    if (from.number<std::uint32_t>() != crc32(head.first(kRecordingHeadSize - 4)))
        return fail(
            ErrorKind::Damaged, QCoreApplication::translate("Recording", "the head of this recording is damaged"));
    return startedAt == kNoTime ? QDateTime() : QDateTime::fromMSecsSinceEpoch(startedAt, Qt::UTC);
}

FrameScan scanFrames(QByteArrayView bytes, const std::shared_ptr<const void>& owner, Recording& recording,
    MarkingAgain& again, std::size_t limit)
{
    FrameScan scan;
    QByteArrayView rest = bytes;
    const auto stop = [&scan](FrameScan::End why) {
        scan.end = why;
        return scan;
    };
    while (!rest.isEmpty()) {
        if (scan.bytes >= limit)
            return stop(FrameScan::End::Limit);
        if (rest.size() < kFrameHeadSize)
            return stop(FrameScan::End::Torn);
        FrameReader head(rest);
        const qsizetype frameSize = kFrameHeadSize + qsizetype{head.number<std::uint32_t>()};
        const auto kind = head.number<std::uint32_t>();
        if (rest.size() < frameSize)
            return stop(FrameScan::End::Torn);
        const QByteArrayView frame = rest.first(frameSize);
        if (head.number<std::uint32_t>() != checksumOf(frame)
            || !addFrame(kind, frame.sliced(kFrameHeadSize), owner, recording, again))
            return stop(FrameScan::End::Damaged);
        scan.bytes += static_cast<std::size_t>(frameSize);
        rest = rest.sliced(frameSize);
    }
    return scan;
}

std::optional<FrameGap> gapBeforeNextFrame(QByteArrayView bytes)
{
    for (qsizetype at = 1; at + kFrameHeadSize <= bytes.size(); ++at) {
        const QByteArrayView rest = bytes.sliced(at);
        if (!isFrameOfUse(rest))
            continue;
        FrameReader damaged(bytes);
        const qsizetype size = kFrameHeadSize + qsizetype{damaged.number<std::uint32_t>()};
        const auto kind = static_cast<FrameKind>(damaged.number<std::uint32_t>());
        return FrameGap{static_cast<std::size_t>(at), size == at && kind == FrameKind::Record,
            size == at && kind == FrameKind::Mark};
    }
    return std::nullopt;
}

} // namespace dmsc
