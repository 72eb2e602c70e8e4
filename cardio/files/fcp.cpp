// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/fcp.h"

#include "cardio/apdu/tlv.h"
#include "cardio/files/file_address.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::uint8_t kShareable = 0x40;
constexpr std::uint8_t kDataCoding = 0x21;

namespace tag {
constexpr TlvTag kFcp{0x62};
constexpr TlvTag kFci{0x6F};
constexpr TlvTag kSize{0x80};
constexpr TlvTag kTotalSize{0x81};
constexpr TlvTag kDescriptor{0x82};
constexpr TlvTag kFileId{0x83};
constexpr TlvTag kName{0x84};
constexpr TlvTag kShortId{0x88};
constexpr TlvTag kLifeCycle{0x8A};
constexpr TlvTag kReferenced{0x8B};
constexpr TlvTag kCompact{0x8C};
constexpr TlvTag kExpanded{0xAB};
constexpr TlvTag kProprietary{0xA5};
constexpr TlvTag kPins{0xC6};
constexpr TlvTag kFreeMemory{0x83};
constexpr TlvTag kFileDetails{0x84};
constexpr TlvTag kReserved{0x85};
constexpr TlvTag kMaximum{0x86};
constexpr TlvTag kFillPattern{0xC1};
constexpr TlvTag kRepeatPattern{0xC2};
constexpr TlvTag kPinBits{0x90};
constexpr TlvTag kPinUsage{0x95};
constexpr TlvTag kPinKey{0x83};
} // namespace tag

tl::unexpected<Error> malformed(const Tlv& tlv)
{
    return fail(ErrorKind::Syntax,
        QCoreApplication::translate("Fcp", "object %1 of the file's parameters has %2 bytes, which does not fit it")
            .arg(tagText(tlv.tag))
            .arg(tlv.value.size()),
        QCoreApplication::translate("Fcp", "offset %1").arg(tlv.offset));
}

std::uint32_t big(ByteView bytes)
{
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes)
        number = (number << 8U) | byte;
    return number;
}

Result<void> readNumber(const Tlv& tlv, std::optional<std::uint64_t>& into)
{
    const auto number = numberOf(tlv);
    if (!number)
        return malformed(tlv);
    into = *number;
    return {};
}

std::optional<CardFileKind> kindOf(std::uint8_t descriptor)
{
    if ((descriptor & 0x80U) != 0)
        return std::nullopt;
    if ((descriptor & 0x3FU) == 0x39)
        return CardFileKind::BerTlv;
    if ((descriptor & 0x38U) == 0x38)
        return CardFileKind::Df;
    switch (descriptor & 0x07U) {
    case 1:
        return CardFileKind::Transparent;
    case 2:
    case 3:
    case 4:
    case 5:
        return CardFileKind::LinearFixed;
    case 6:
    case 7:
        return CardFileKind::Cyclic;
    default:
        return std::nullopt;
    }
}

std::uint8_t descriptorOf(const Fcp& fcp)
{
    const unsigned shareable = fcp.shareable ? kShareable : 0U;
    const auto code = [&]() -> unsigned {
        if (fcp.isDirectory())
            return 0x38;
        switch (fcp.kind.value_or(CardFileKind::Application)) {
        case CardFileKind::Transparent:
            return 0x01;
        case CardFileKind::LinearFixed:
            return 0x02;
        case CardFileKind::Cyclic:
            return 0x06;
        case CardFileKind::BerTlv:
            return 0x39;
        default:
            return 0;
        }
    }();
    return static_cast<std::uint8_t>(shareable | code);
}

LifeCycle lifeCycleOf(std::uint8_t byte)
{
    if ((byte & 0xFCU) == 0x0CU)
        return LifeCycle::Terminated;
    switch (byte) {
    case 1:
        return LifeCycle::Creation;
    case 3:
        return LifeCycle::Initialisation;
    case 5:
    case 7:
        return LifeCycle::Activated;
    case 4:
    case 6:
        return LifeCycle::Deactivated;
    default:
        return LifeCycle::NoInformation;
    }
}

std::uint8_t byteOf(LifeCycle state)
{
    constexpr std::uint8_t kBytes[] = {0x00, 0x01, 0x03, 0x05, 0x04, 0x0C};
    return kBytes[static_cast<std::size_t>(state)];
}

Result<void> readDescriptor(const Tlv& tlv, Fcp& fcp)
{
    if (tlv.value.empty() || tlv.value.size() > 6)
        return malformed(tlv);
    fcp.kind = kindOf(tlv.value[0]);
    fcp.shareable = (tlv.value[0] & kShareable) != 0;
    if (tlv.value.size() > 2)
        fcp.recordLength = big(tlv.value.subspan(2, std::min<std::size_t>(2, tlv.value.size() - 2)));
    if (tlv.value.size() > 4)
        fcp.recordCount = big(tlv.value.subspan(4));
    return {};
}

/// Record number, EF.ARR and record number, or EF.ARR and pairs of environment and record number.
Result<void> readReference(const Tlv& tlv, Fcp& fcp)
{
    const ByteView value = tlv.value;
    AccessReference reference;
    if (value.size() == 1) {
        reference.records.push_back({std::nullopt, value[0]});
    } else if (value.size() == 3) {
        reference.file = static_cast<std::uint16_t>(big(value.first(2)));
        reference.records.push_back({std::nullopt, value[2]});
    } else if (value.size() >= 4 && value.size() % 2 == 0) {
        reference.file = static_cast<std::uint16_t>(big(value.first(2)));
        for (std::size_t i = 2; i < value.size(); i += 2)
            reference.records.push_back({value[i], value[i + 1]});
    } else {
        return malformed(tlv);
    }
    fcp.access = std::move(reference);
    return {};
}

Result<void> readPins(const Tlv& tlv, Fcp& fcp)
{
    // The tag's number says primitive, it holds data objects all the same.
    const auto objects = parseTlvs(tlv.value);
    if (!objects)
        return tl::unexpected(objects.error());
    ByteView bits;
    int usage = -1; // said of the key that follows
    for (const Tlv& object : *objects) {
        if (object.tag == tag::kPinBits) {
            bits = object.value;
            continue;
        }
        if (object.value.size() != 1)
            return malformed(object);
        if (object.tag == tag::kPinUsage) {
            usage = object.value[0];
        } else if (object.tag == tag::kPinKey) {
            const std::size_t n = fcp.pins.size();
            const bool enabled = n / 8 < bits.size() && (bits[n / 8] & (0x80U >> (n % 8))) != 0;
            PinStatus pin{object.value[0], enabled, std::nullopt};
            if (usage >= 0)
                pin.usage = static_cast<std::uint8_t>(usage);
            usage = -1;
            fcp.pins.push_back(pin);
        }
    }
    return {};
}

Result<void> readProprietary(const Tlv& tlv, Fcp& fcp)
{
    const auto objects = childrenOf(tlv);
    if (!objects)
        return tl::unexpected(objects.error());
    for (const Tlv& object : *objects) {
        Result<void> read;
        if (object.tag == tag::kFreeMemory)
            read = readNumber(object, fcp.freeMemory);
        else if (object.tag == tag::kReserved)
            read = readNumber(object, fcp.reservedSize);
        else if (object.tag == tag::kMaximum)
            read = readNumber(object, fcp.maximumSize);
        else if (object.tag == tag::kFileDetails && object.value.size() == 1)
            fcp.fileDetails = object.value[0];
        else if (object.tag == tag::kFillPattern)
            fcp.fillPattern.assign(object.value.begin(), object.value.end());
        else if (object.tag == tag::kRepeatPattern)
            fcp.repeatPattern.assign(object.value.begin(), object.value.end());
        if (!read)
            return read;
    }
    return {};
}

Result<void> readObject(const Tlv& tlv, Fcp& fcp)
{
    const ByteView value = tlv.value;
    switch (static_cast<std::uint32_t>(tlv.tag)) {
    case 0x80:
        return readNumber(tlv, fcp.size);
    case 0x81:
        return readNumber(tlv, fcp.totalSize);
    case 0x82:
        return readDescriptor(tlv, fcp);
    case 0x83:
        if (value.size() != 2)
            return malformed(tlv);
        fcp.fileId = static_cast<std::uint16_t>(big(value));
        return {};
    case 0x84:
        fcp.name.assign(value.begin(), value.end());
        return {};
    case 0x8A:
        if (value.empty())
            return malformed(tlv);
        fcp.lifeCycle = lifeCycleOf(value[0]);
        return {};
    case 0x8B:
        return readReference(tlv, fcp);
    case 0x8C:
        fcp.compactAccess.assign(value.begin(), value.end());
        return {};
    case 0xAB:
        fcp.expandedAccess.assign(value.begin(), value.end());
        return {};
    case 0xC6:
        return readPins(tlv, fcp);
    default:
        return {};
    }
}

/// Absent: the file id's last five bits; empty: none (ETSI TS 102 221 11.1.1.4.8).
Result<void> readShortId(const std::optional<Tlv>& tlv, Fcp& fcp)
{
    std::uint8_t id = 0;
    if (tlv) {
        if (tlv->value.size() > 1)
            return malformed(*tlv);
        id = tlv->value.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(tlv->value[0] >> 3U);
    } else if (fcp.fileId && fcp.kind && !fcp.isDirectory()) {
        id = static_cast<std::uint8_t>(*fcp.fileId & 0x1FU);
    }
    if (id >= 1 && id <= 30)
        fcp.shortId = id;
    return {};
}

void writeSize(TlvWriter& writer, TlvTag name, const std::optional<std::uint64_t>& size)
{
    if (!size)
        return;
    std::size_t bytes = 2;
    while (bytes < 8 && *size >> (8 * bytes - 1) != 0)
        ++bytes;
    writer.addNumber(name, *size, bytes);
}

void writeDescriptor(TlvWriter& writer, const Fcp& fcp)
{
    Bytes value{descriptorOf(fcp), kDataCoding};
    if (fcp.kind == CardFileKind::LinearFixed || fcp.kind == CardFileKind::Cyclic)
        value.insert(value.end(),
            {static_cast<std::uint8_t>(fcp.recordLength >> 8U), static_cast<std::uint8_t>(fcp.recordLength & 0xFFU),
                static_cast<std::uint8_t>(fcp.recordCount)});
    writer.add(tag::kDescriptor, value);
}

void writeProprietary(TlvWriter& writer, const Fcp& fcp)
{
    TlvWriter inside;
    if (fcp.freeMemory)
        inside.addNumber(tag::kFreeMemory, *fcp.freeMemory, 4);
    if (fcp.fileDetails)
        inside.addNumber(tag::kFileDetails, *fcp.fileDetails);
    if (fcp.reservedSize)
        inside.addNumber(tag::kReserved, *fcp.reservedSize, 2);
    if (fcp.maximumSize)
        inside.addNumber(tag::kMaximum, *fcp.maximumSize, 2);
    if (!inside.bytes().empty())
        writer.add(tag::kProprietary, inside);
}

void writeReference(TlvWriter& writer, const AccessReference& access)
{
    Bytes value;
    if (access.file)
        value = {static_cast<std::uint8_t>(*access.file >> 8U), static_cast<std::uint8_t>(*access.file & 0xFFU)};
    for (const AccessReference::Record& record : access.records) {
        if (record.environment)
            value.push_back(*record.environment);
        value.push_back(record.number);
    }
    writer.add(tag::kReferenced, value);
}

void writePins(TlvWriter& writer, const std::vector<PinStatus>& pins)
{
    Bytes bits((pins.size() + 7) / 8);
    for (std::size_t i = 0; i < pins.size(); ++i)
        if (pins[i].enabled)
            bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | (0x80U >> (i % 8)));
    TlvWriter inside;
    inside.add(tag::kPinBits, bits);
    for (const PinStatus& pin : pins) {
        if (pin.usage)
            inside.addNumber(tag::kPinUsage, *pin.usage);
        inside.addNumber(tag::kPinKey, pin.reference);
    }
    writer.add(tag::kPins, inside);
}

} // namespace

Result<Fcp> parseFcp(ByteView bytes)
{
    TlvReader reader(bytes);
    const auto outer = reader.next();
    if (!outer)
        return tl::unexpected(outer.error());
    if (!*outer || ((*outer)->tag != tag::kFcp && (*outer)->tag != tag::kFci))
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Fcp", "the file's parameters (template 62 or 6F) were expected"));
    const auto objects = childrenOf(**outer);
    if (!objects)
        return tl::unexpected(objects.error());
    Fcp fcp;
    for (const Tlv& object : *objects)
        if (auto read = readObject(object, fcp); !read)
            return tl::unexpected(read.error());
    if (fcp.kind == CardFileKind::Df && fcp.fileId == kMf)
        fcp.kind = CardFileKind::Mf;
    else if (fcp.kind == CardFileKind::Df && !fcp.name.empty())
        fcp.kind = CardFileKind::Adf;
    if (auto read = readShortId(findTlv(*objects, tag::kShortId), fcp); !read)
        return tl::unexpected(read.error());
    // Without a descriptor it is not a file, and A5 means what the application likes.
    const auto proprietary = findTlv(*objects, tag::kProprietary);
    if (proprietary && fcp.kind)
        if (auto read = readProprietary(*proprietary, fcp); !read)
            return tl::unexpected(read.error());
    return fcp;
}

Bytes encodeFcp(const Fcp& fcp, FcpTemplate form)
{
    TlvWriter inside;
    if (fcp.kind)
        writeDescriptor(inside, fcp);
    if (fcp.fileId)
        inside.addNumber(tag::kFileId, *fcp.fileId, 2);
    if (!fcp.name.empty())
        inside.add(tag::kName, fcp.name);
    writeProprietary(inside, fcp);
    if (fcp.lifeCycle)
        inside.addNumber(tag::kLifeCycle, byteOf(*fcp.lifeCycle));
    if (fcp.access)
        writeReference(inside, *fcp.access);
    if (!fcp.compactAccess.empty())
        inside.add(tag::kCompact, fcp.compactAccess);
    if (!fcp.expandedAccess.empty())
        inside.add(tag::kExpanded, fcp.expandedAccess);
    if (!fcp.pins.empty())
        writePins(inside, fcp.pins);
    writeSize(inside, tag::kSize, fcp.size);
    writeSize(inside, tag::kTotalSize, fcp.totalSize);
    if (fcp.kind && !fcp.isDirectory()) {
        if (fcp.shortId)
            inside.addNumber(tag::kShortId, static_cast<std::uint64_t>(*fcp.shortId) << 3U);
        else
            inside.add(tag::kShortId, ByteView());
    }
    TlvWriter whole;
    whole.add(static_cast<TlvTag>(form), inside);
    return whole.take();
}

} // namespace dmsc
