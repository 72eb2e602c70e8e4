// SPDX-License-Identifier: Apache-2.0
#include "model/recording/crc32.h"
#include "model/recording/recording_frames.h"

#include <QtEndian>

#include <cstdint>
#include <cstdlib>

using namespace dmsc;

namespace {

/// Frames whose checksums are right, or no fuzzer would ever come past them.
QByteArray withChecksums(QByteArray frames)
{
    constexpr qsizetype kHead = 12;
    for (qsizetype at = 0; frames.size() - at >= kHead;) {
        const qsizetype size = kHead + qsizetype{qFromLittleEndian<std::uint32_t>(frames.constData() + at)};
        if (size > frames.size() - at)
            break;
        const QByteArrayView frame = QByteArrayView(frames).sliced(at, size);
        qToLittleEndian(crc32(frame.sliced(kHead), crc32(frame.first(8))), frames.data() + at + 8);
        at += size;
    }
    return frames;
}

QByteArray writtenAgain(const Recording& recording)
{
    QByteArray frames;
    for (const RecordNo row : allOf(recording))
        frames += recordFrame(recording.store.at(row), recording.store.secrets(row));
    for (const auto& [row, comment] : recording.marks)
        frames += markFrame(row, &comment);
    return frames;
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

/// Copied or left where they are, at once or in portions, frames say the same; what was read is written so that it
/// reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)readRecordingHead(input);
    const auto frames = std::make_shared<const QByteArray>(withChecksums(input));
    Recording copied;
    MarkingAgain forCopied = SecretWatch();
    const FrameScan whole = scanFrames(*frames, nullptr, copied, forCopied);
    require(whole.bytes <= size && (whole.end == FrameScan::End::Reached) == (whole.bytes == size));

    Recording lent;
    MarkingAgain forLent = SecretWatch();
    std::size_t done = 0;
    FrameScan part;
    do {
        part = scanFrames(QByteArrayView(*frames).sliced(static_cast<qsizetype>(done)), frames, lent, forLent, 1);
        done += part.bytes;
    } while (part.end == FrameScan::End::Limit);
    require(done == whole.bytes && part.end == whole.end);

    const QByteArray written = writtenAgain(copied);
    require(written == writtenAgain(lent));
    Recording again;
    MarkingAgain none;
    require(scanFrames(written, nullptr, again, none).end == FrameScan::End::Reached);
    require(writtenAgain(again) == written);
    return 0;
}
