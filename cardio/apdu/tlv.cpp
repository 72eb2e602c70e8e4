// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/tlv.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kConstructedBit = 0x20;
constexpr std::uint8_t kLongTagBits = 0x1F;
constexpr std::uint8_t kMoreBit = 0x80;
constexpr std::size_t kMaxTagSize = 3;
constexpr std::size_t kMaxLengthBytes = 4;

QString offsetText(std::size_t offset)
{
    return QCoreApplication::translate("Tlv", "TLV offset %1").arg(offset);
}

std::uint8_t firstByte(TlvTag tag)
{
    auto value = static_cast<std::uint32_t>(tag);
    while (value > 0xFFU)
        value >>= 8U;
    return static_cast<std::uint8_t>(value);
}

void appendNumber(Bytes& out, std::uint64_t value, std::size_t minimumSize)
{
    std::size_t size = 8;
    while (size > minimumSize && size > 1 && (value >> (8 * (size - 1))) == 0)
        --size;
    for (std::size_t i = size; i > 0; --i)
        out.push_back(static_cast<std::uint8_t>((value >> (8 * (i - 1))) & 0xFFU));
}

void appendLength(Bytes& out, std::size_t length)
{
    if (length < kMoreBit) {
        out.push_back(static_cast<std::uint8_t>(length));
        return;
    }
    const std::size_t mark = out.size();
    out.push_back(0);
    appendNumber(out, length, 1);
    out[mark] = static_cast<std::uint8_t>(kMoreBit | (out.size() - mark - 1));
}

Result<void> collect(TlvReader reader, std::vector<Tlv>& out, bool deep)
{
    for (;;) {
        const Result<std::optional<Tlv>> read = reader.next();
        if (!read)
            return tl::unexpected(read.error());
        if (!*read)
            return {};
        const Tlv tlv = **read;
        out.push_back(tlv);
        if (!deep || !tlv.isConstructed())
            continue;
        const Result<TlvReader> inner = TlvReader::inside(tlv);
        if (!inner)
            return tl::unexpected(inner.error());
        if (Result<void> done = collect(*inner, out, deep); !done)
            return done;
    }
}

Result<std::vector<Tlv>> collected(const Result<TlvReader>& reader, bool deep)
{
    if (!reader)
        return tl::unexpected(reader.error());
    std::vector<Tlv> out;
    if (Result<void> done = collect(*reader, out, deep); !done)
        return tl::unexpected(done.error());
    return out;
}

} // namespace

QString tagText(TlvTag tag)
{
    return hexDigits(static_cast<std::uint32_t>(tag));
}

bool Tlv::isConstructed() const
{
    return (firstByte(tag) & kConstructedBit) != 0;
}

tl::unexpected<Error> TlvReader::syntax(const QString& what) const
{
    return fail(ErrorKind::Syntax, what, offsetText(m_base + m_at));
}

Result<TlvTag> TlvReader::readTag()
{
    std::uint32_t tag = m_bytes[m_at];
    if (tag == 0)
        return syntax(QCoreApplication::translate("Tlv", "a tag was expected, not 00"));
    std::size_t size = 1;
    bool more = (tag & kLongTagBits) == kLongTagBits;
    while (more) {
        if (m_at + size >= m_bytes.size())
            return syntax(QCoreApplication::translate("Tlv", "the tag is cut off, another byte was expected"));
        const std::uint8_t byte = m_bytes[m_at + size];
        if (size == 1 && byte == kMoreBit)
            return syntax(QCoreApplication::translate("Tlv", "the second byte of a tag must not be 80"));
        more = (byte & kMoreBit) != 0;
        if (++size > kMaxTagSize)
            return syntax(QCoreApplication::translate("Tlv", "the tag has more than three bytes"));
        tag = (tag << 8U) | byte;
    }
    m_at += size;
    return tlvTag(tag);
}

Result<std::size_t> TlvReader::readLength()
{
    if (m_at >= m_bytes.size())
        return syntax(QCoreApplication::translate("Tlv", "a length was expected, the data ends"));
    const std::uint8_t first = m_bytes[m_at];
    if (first < kMoreBit) {
        ++m_at;
        return first;
    }
    const std::size_t count = first & 0x7FU;
    if (count == 0 || count > kMaxLengthBytes)
        return syntax(QCoreApplication::translate("Tlv", "a length of one to four bytes was expected, not the form %1")
                          .arg(hexDigits(first)));
    if (m_bytes.size() - m_at <= count)
        return syntax(QCoreApplication::translate("Tlv", "the length is cut off, %1 bytes were expected").arg(count));
    std::size_t length = 0;
    for (std::size_t i = 1; i <= count; ++i)
        length = (length << 8U) | m_bytes[m_at + i];
    m_at += 1 + count;
    return length;
}

Result<std::optional<Tlv>> TlvReader::next()
{
    if (m_at >= m_bytes.size())
        return std::optional<Tlv>{};
    const std::size_t start = m_at;
    const Result<TlvTag> tag = readTag();
    if (!tag)
        return tl::unexpected(tag.error());
    const Result<std::size_t> length = readLength();
    if (!length)
        return tl::unexpected(length.error());
    if (*length > m_bytes.size() - m_at)
        return syntax(QCoreApplication::translate("Tlv", "object %1 announces %2 bytes, %3 are left")
                          .arg(tagText(*tag))
                          .arg(*length)
                          .arg(m_bytes.size() - m_at));
    const Tlv tlv{*tag, m_bytes.subspan(m_at, *length), m_base + start, m_base + m_at, m_depth};
    m_at += *length;
    return tlv;
}

Result<TlvReader> TlvReader::inside(const Tlv& tlv)
{
    if (!tlv.isConstructed())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Tlv", "object %1 is primitive, a constructed one was expected")
                .arg(tagText(tlv.tag)),
            offsetText(tlv.offset));
    if (tlv.depth + 1 >= kMaxTlvDepth)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Tlv", "objects are nested more than %1 deep").arg(kMaxTlvDepth),
            offsetText(tlv.offset));
    return TlvReader(tlv.value, tlv.valueOffset, tlv.depth + 1);
}

Result<std::vector<Tlv>> parseTlvs(ByteView bytes)
{
    return collected(TlvReader(bytes), false);
}

Result<std::vector<Tlv>> childrenOf(const Tlv& tlv)
{
    return collected(TlvReader::inside(tlv), false);
}

Result<std::vector<Tlv>> parseTlvTree(ByteView bytes)
{
    return collected(TlvReader(bytes), true);
}

std::optional<Tlv> findTlv(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto found = std::find_if(tlvs.begin(), tlvs.end(), [tag](const Tlv& tlv) { return tlv.tag == tag; });
    return found == tlvs.end() ? std::nullopt : std::optional<Tlv>(*found);
}

std::optional<std::uint8_t> byteIn(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto tlv = findTlv(tlvs, tag);
    return tlv && tlv->value.size() == 1 ? std::optional(tlv->value[0]) : std::nullopt;
}

Result<std::uint64_t> numberOf(const Tlv& tlv)
{
    if (tlv.value.empty() || tlv.value.size() > 8)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Tlv", "object %1 should hold a number of 1 to 8 bytes, it has %2")
                .arg(tagText(tlv.tag))
                .arg(tlv.value.size()),
            offsetText(tlv.offset));
    std::uint64_t number = 0;
    for (const std::uint8_t byte : tlv.value)
        number = (number << 8U) | byte;
    return number;
}

TlvWriter& TlvWriter::add(TlvTag tag, ByteView value)
{
    appendNumber(m_bytes, static_cast<std::uint32_t>(tag), 1);
    appendLength(m_bytes, value.size());
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

TlvWriter& TlvWriter::addNumber(TlvTag tag, std::uint64_t value, std::size_t minimumSize)
{
    Bytes digits;
    appendNumber(digits, value, minimumSize);
    return add(tag, ByteView(digits));
}

} // namespace dmsc
