// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/tlv.h"
#include "cardio/receipt/receipt.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kMaxTranscript = std::size_t{16} << 20U;
constexpr std::size_t kMaxText = 255;
/// INS, P1, two digests, status word.
constexpr std::size_t kEntrySize = 68;

constexpr TlvTag kTranscript{0xA8};
constexpr TlvTag kVersionTag{0x80};
constexpr TlvTag kMethod{0x81};
constexpr TlvTag kLevel{0x82};
constexpr TlvTag kEntity{0x83};
constexpr TlvTag kIccid{0x84};
constexpr TlvTag kHandshake{0x85};
constexpr TlvTag kBefore{0x86};
constexpr TlvTag kAfter{0x87};
constexpr TlvTag kTime{0x88};
constexpr TlvTag kChain{0x89};
constexpr TlvTag kEntry{0x8A};
/// In this order; entries follow.
constexpr TlvTag kHead[] = {kVersionTag, kMethod, kLevel, kEntity, kIccid, kHandshake, kBefore, kAfter, kTime, kChain};
constexpr std::size_t kHeadSize = std::size(kHead);

tl::unexpected<Error> malformed(const QString& what)
{
    return fail(ErrorKind::Syntax, what);
}

Bytes bytesOf(const TranscriptEntry& entry)
{
    Bytes bytes{entry.ins, entry.p1};
    bytes.insert(bytes.end(), entry.command.begin(), entry.command.end());
    bytes.insert(bytes.end(), entry.answer.begin(), entry.answer.end());
    bytes.push_back(static_cast<std::uint8_t>(entry.statusWord >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(entry.statusWord & 0xFFU));
    return bytes;
}

Digest digestAt(ByteView bytes, std::size_t offset)
{
    Digest digest{};
    const ByteView part = bytes.subspan(offset, digest.size());
    std::copy(part.begin(), part.end(), digest.begin());
    return digest;
}

TranscriptEntry entryOf(ByteView bytes)
{
    TranscriptEntry entry;
    entry.ins = bytes[0];
    entry.p1 = bytes[1];
    entry.command = digestAt(bytes, 2);
    entry.answer = digestAt(bytes, 34);
    entry.statusWord = static_cast<std::uint16_t>((bytes[66] << 8U) | bytes[67]);
    return entry;
}

std::size_t sizeOf(TlvTag tag)
{
    switch (tag) {
    case kVersionTag:
    case kMethod:
    case kLevel:
        return 1;
    case kHandshake:
    case kBefore:
    case kAfter:
    case kChain:
        return Digest{}.size();
    default:
        return 0;
    }
}

/// All objects are there, in order and of their sizes.
Result<void> checkForm(const std::vector<Tlv>& parts)
{
    if (parts.size() < kHeadSize)
        return malformed(QCoreApplication::translate("Receipt", "the transcript is incomplete"));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const TlvTag expected = i < kHeadSize ? kHead[i] : kEntry;
        const std::size_t size = i < kHeadSize ? sizeOf(expected) : kEntrySize;
        if (parts[i].tag != expected || (size != 0 && parts[i].value.size() != size)
            || (size == 0 && parts[i].value.size() > kMaxText))
            return malformed(QCoreApplication::translate("Receipt", "a transcript has %1 here, not %2 of %3 bytes")
                                 .arg(tagText(expected), tagText(parts[i].tag))
                                 .arg(parts[i].value.size()));
    }
    if (parts[0].value[0] != kVersion)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("Receipt", "a transcript of version %1 was expected, not %2")
                .arg(kVersion)
                .arg(parts[0].value[0]));
    return {};
}

} // namespace

Digest nextInChain(const Digest& chain, const TranscriptEntry& entry)
{
    Hasher hasher;
    hasher.begin();
    hasher.add(textOf(chain));
    const Bytes bytes = bytesOf(entry);
    hasher.add(textOf(bytes));
    return hasher.end();
}

Digest Transcript::chain() const
{
    Digest chain = handshake;
    for (const TranscriptEntry& entry : entries)
        chain = nextInChain(chain, entry);
    return chain;
}

Bytes encode(const Transcript& transcript)
{
    TlvWriter inner;
    inner.addNumber(kVersionTag, kVersion)
        .addNumber(kMethod, static_cast<std::uint8_t>(transcript.method))
        .addNumber(kLevel, transcript.level)
        .add(kEntity, viewOf(transcript.entity))
        .add(kIccid, viewOf(transcript.iccid))
        .add(kHandshake, transcript.handshake)
        .add(kBefore, transcript.before)
        .add(kAfter, transcript.after)
        .add(kTime, viewOf(transcript.time))
        .add(kChain, transcript.chain());
    for (const TranscriptEntry& entry : transcript.entries)
        inner.add(kEntry, bytesOf(entry));
    TlvWriter outer;
    outer.add(kTranscript, inner);
    return outer.take();
}

Result<Transcript> decodeTranscript(ByteView bytes)
{
    if (bytes.size() > kMaxTranscript)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Receipt", "a transcript has at most %1 bytes").arg(kMaxTranscript));
    const Result<std::vector<Tlv>> outer = parseTlvs(bytes);
    if (!outer)
        return tl::unexpected(outer.error());
    if (outer->size() != 1 || outer->front().tag != kTranscript)
        return malformed(QCoreApplication::translate("Receipt", "this is no transcript of a session, A8 was expected"));
    const Result<std::vector<Tlv>> parts = childrenOf(outer->front());
    if (!parts)
        return tl::unexpected(parts.error());
    if (const Result<void> fits = checkForm(*parts); !fits)
        return tl::unexpected(fits.error());
    const std::optional<HandshakeMethod> method = methodOf((*parts)[1].value[0]);
    if (!method)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("Receipt", "the transcript names a handshake that is not known"));
    Transcript transcript;
    transcript.method = *method;
    transcript.level = (*parts)[2].value[0];
    transcript.entity = textOf((*parts)[3].value);
    transcript.iccid = textOf((*parts)[4].value);
    transcript.handshake = digestAt((*parts)[5].value, 0);
    transcript.before = digestAt((*parts)[6].value, 0);
    transcript.after = digestAt((*parts)[7].value, 0);
    transcript.time = textOf((*parts)[8].value);
    transcript.entries.reserve(parts->size() - kHeadSize);
    for (std::size_t i = kHeadSize; i < parts->size(); ++i)
        transcript.entries.push_back(entryOf((*parts)[i].value));
    if (transcript.chain() != digestAt((*parts)[9].value, 0))
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("Receipt", "the digest over the transcript's commands does not fit them"));
    return transcript;
}

} // namespace dmsc
