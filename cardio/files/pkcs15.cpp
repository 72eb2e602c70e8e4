// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/pkcs15.h"

#include "model/byte_array.h"

#include "cardio/files/tlv_file.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc::pkcs15 {

namespace {

constexpr TlvTag kInteger = tlvTag(0x02);
constexpr TlvTag kBitString = tlvTag(0x03);
constexpr TlvTag kOctetString = tlvTag(0x04);
constexpr TlvTag kOid = tlvTag(0x06);
constexpr TlvTag kEnumerated = tlvTag(0x0A);
constexpr TlvTag kUtf8String = tlvTag(0x0C);
constexpr TlvTag kSequence = tlvTag(0x30);
constexpr TlvTag kPathLength = tlvTag(0x80);
constexpr TlvTag kTokenLabel = tlvTag(0x80);
constexpr TlvTag kPinReference = tlvTag(0x80);
constexpr TlvTag kSubclassAttributes = tlvTag(0xA0);
constexpr TlvTag kTypeAttributes = tlvTag(0xA1);
constexpr TlvTag kOidDataObject = tlvTag(0xA1);
constexpr std::uint32_t kFirstKind = 0xA0;
constexpr std::uint8_t kPrivateFlag = 0x80;
constexpr std::uint8_t kModifiableFlag = 0x40;
// Bits 4, 5 and 8 of PinFlags, PKCS #15 v1.1 6.8.2.
constexpr std::uint8_t kInitialisedAndPadded = 0x0C;
constexpr std::uint8_t kDisableAllowed = 0x80; // in the second byte
constexpr std::uint8_t kAsciiNumeric = 0x01;
constexpr std::size_t kMaxPathBytes = 32; // of a hostile directory; real paths have 2 to 8

tl::unexpected<Error> syntax(const QString& what, std::size_t offset)
{
    return fail(ErrorKind::Syntax, what, QCoreApplication::translate("Pkcs15", "directory offset %1").arg(offset));
}

Bytes copyOf(ByteView bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// A DER INTEGER that is not negative.
Result<std::uint32_t> unsignedOf(const Tlv& tlv)
{
    const auto number = numberOf(tlv);
    if (!number)
        return tl::unexpected(number.error());
    if (*number > 0xFFFFFFFFU)
        return syntax(QCoreApplication::translate("Pkcs15", "a number below 2^32 was expected"), tlv.offset);
    return static_cast<std::uint32_t>(*number);
}

Bytes integerOf(std::uint32_t number)
{
    Bytes digits;
    for (int shift = 24; shift >= 0; shift -= 8)
        if (const auto byte = static_cast<std::uint8_t>((number >> static_cast<unsigned>(shift)) & 0xFFU);
            !digits.empty() || byte != 0 || shift == 0)
            digits.push_back(byte);
    if ((digits.front() & 0x80U) != 0)
        digits.insert(digits.begin(), 0); // else it would be read as negative
    return digits;
}

Result<Path> readPath(const Tlv& sequence)
{
    const auto parts = childrenOf(sequence);
    if (!parts)
        return tl::unexpected(parts.error());
    Path path;
    const auto file = findTlv(*parts, kOctetString);
    if (!file || file->value.empty() || file->value.size() > kMaxPathBytes || file->value.size() % 2 != 0)
        return syntax(
            QCoreApplication::translate("Pkcs15", "a path of two bytes per file id was expected"), sequence.offset);
    path.file = copyOf(file->value);
    if (const auto index = findTlv(*parts, kInteger)) {
        const auto number = unsignedOf(*index);
        if (!number)
            return tl::unexpected(number.error());
        path.index = *number;
    }
    if (const auto length = findTlv(*parts, kPathLength)) {
        const auto number = unsignedOf(*length);
        if (!number)
            return tl::unexpected(number.error());
        path.length = *number;
    }
    return path;
}

TlvWriter pathSequence(const Path& path)
{
    TlvWriter content;
    content.add(kOctetString, path.file);
    if (path.index)
        content.add(kInteger, integerOf(*path.index));
    if (path.length)
        content.add(kPathLength, integerOf(*path.length));
    return TlvWriter().add(kSequence, content);
}

/// Label, flags and what opens it.
Result<void> readCommonAttributes(const Tlv& sequence, DataObject& object)
{
    const auto parts = childrenOf(sequence);
    if (!parts)
        return tl::unexpected(parts.error());
    if (const auto label = findTlv(*parts, kUtf8String))
        object.label = QString::fromUtf8(textOf(label->value));
    if (const auto flags = findTlv(*parts, kBitString); flags && flags->value.size() >= 2) {
        object.isPrivate = (flags->value[1] & kPrivateFlag) != 0;
        object.modifiable = (flags->value[1] & kModifiableFlag) != 0;
    }
    if (const auto authId = findTlv(*parts, kOctetString))
        object.authId = copyOf(authId->value);
    return {};
}

/// Cards exist that wrap the OID once more: 06 06 06 04 67 2B 09 01.
Bytes unwrappedOid(ByteView value)
{
    if (value.size() > 2 && value[0] == 0x06 && value[1] == value.size() - 2)
        return copyOf(value.subspan(2));
    return copyOf(value);
}

Result<void> readClassAttributes(const Tlv& sequence, DataObject& object)
{
    const auto parts = childrenOf(sequence);
    if (!parts)
        return tl::unexpected(parts.error());
    if (const auto name = findTlv(*parts, kUtf8String))
        object.applicationName = QString::fromUtf8(textOf(name->value));
    if (const auto oid = findTlv(*parts, kOid))
        object.applicationOid = unwrappedOid(oid->value);
    return {};
}

/// Objects in a whole chainToPath().
std::size_t chainSize(const Tlv& entry)
{
    return entry.tag == kOidDataObject ? 4 : 3;
}

/// The objects from the entry down to its path; fewer where the value stands in the directory itself.
Result<std::vector<Tlv>> chainToPath(const Tlv& entry)
{
    std::vector<Tlv> chain{entry};
    const auto parts = childrenOf(entry);
    if (!parts)
        return tl::unexpected(parts.error());
    const auto attributes = findTlv(*parts, kTypeAttributes);
    if (!attributes)
        return syntax(QCoreApplication::translate("Pkcs15", "the entry has no type attributes [1]"), entry.offset);
    chain.push_back(*attributes);
    auto inner = childrenOf(*attributes);
    if (!inner)
        return tl::unexpected(inner.error());
    auto sequence = findTlv(*inner, kSequence);
    if (sequence && entry.tag == kOidDataObject) {
        chain.push_back(*sequence); // OID and value
        inner = childrenOf(*sequence);
        if (!inner)
            return tl::unexpected(inner.error());
        sequence = findTlv(*inner, kSequence);
    }
    if (sequence)
        chain.push_back(*sequence);
    return chain;
}

Result<DataObject> readEntry(const Tlv& entry)
{
    if (entry.tag != kSequence && entry.tag != kOidDataObject)
        return syntax(QCoreApplication::translate("Pkcs15", "an opaque or OID data object was expected, not tag %1")
                          .arg(tagText(entry.tag)),
            entry.offset);
    const auto parts = childrenOf(entry);
    if (!parts)
        return tl::unexpected(parts.error());
    DataObject object;
    std::size_t sequences = 0;
    for (const Tlv& part : *parts) {
        if (part.tag == kSubclassAttributes || part.tag != kSequence)
            continue;
        const auto read = sequences++ == 0 ? readCommonAttributes(part, object) : readClassAttributes(part, object);
        if (!read)
            return tl::unexpected(read.error());
    }
    const auto chain = chainToPath(entry);
    if (!chain)
        return tl::unexpected(chain.error());
    const bool isOid = entry.tag == kOidDataObject;
    if (isOid && chain->size() > 2) {
        const auto inner = childrenOf((*chain)[2]);
        if (!inner)
            return tl::unexpected(inner.error());
        if (const auto oid = findTlv(*inner, kOid))
            object.applicationOid = unwrappedOid(oid->value);
    }
    if (chain->size() == chainSize(entry)) {
        auto path = readPath(chain->back());
        if (!path)
            return tl::unexpected(path.error());
        object.path = *std::move(path);
    }
    return object;
}

/// Objects that end at `used` may grow up to `needed`: only filling is written over, and filling or nothing follows.
bool hasRoom(ByteView file, std::size_t used, std::size_t needed)
{
    if (needed > file.size())
        return false;
    const ByteView rest = file.first(std::min(needed + 1, file.size())).subspan(std::min(used, needed));
    return needed <= used
        || std::all_of(rest.begin(), rest.end(), [](std::uint8_t byte) { return byte == 0x00 || byte == 0xFF; });
}

TlvWriter attributesOf(const DataObject& object)
{
    TlvWriter common;
    if (!object.label.isEmpty())
        common.add(kUtf8String, viewOf(object.label.toUtf8()));
    if (object.isPrivate || object.modifiable) {
        // A named bit list ends at its last one.
        const std::uint8_t unused = object.modifiable ? 6 : 7;
        const auto bits = static_cast<std::uint8_t>(
            (object.isPrivate ? kPrivateFlag : 0U) | (object.modifiable ? kModifiableFlag : 0U));
        common.add(kBitString, Bytes{unused, bits});
    }
    if (!object.authId.empty())
        common.add(kOctetString, object.authId);
    return common;
}

/// PinAttributes of PKCS #15 v1.1 6.8.2.
TlvWriter attributesOf(const PinObject& pin)
{
    TlvWriter attributes;
    attributes.add(kBitString,
        pin.canBeDisabled ? Bytes{7, kInitialisedAndPadded, kDisableAllowed} : Bytes{2, kInitialisedAndPadded});
    attributes.add(kEnumerated, Bytes{kAsciiNumeric})
        .add(kInteger, integerOf(pin.minLength))
        .add(kInteger, integerOf(pin.storedLength))
        .add(kInteger, integerOf(pin.storedLength))
        .add(kPinReference, integerOf(pin.reference))
        .add(kOctetString, Bytes{0xFF})
        .add(kSequence, TlvWriter().add(kOctetString, pin.path));
    return attributes;
}

} // namespace

QString DataObject::name() const
{
    if (!label.isEmpty())
        return label;
    return !applicationName.isEmpty() ? applicationName : oidText(applicationOid);
}

Result<std::vector<Directory>> readOdf(ByteView file)
{
    const auto read = parseTlvFile(file);
    if (!read)
        return tl::unexpected(read.error());
    std::vector<Directory> directories;
    for (const Tlv& entry : read->objects) {
        const auto tag = static_cast<std::uint32_t>(entry.tag);
        if (tag < kFirstKind || tag > kFirstKind + static_cast<std::uint32_t>(Kind::AuthObjects))
            continue;
        const auto inner = childrenOf(entry);
        if (!inner)
            return tl::unexpected(inner.error());
        const auto sequence = findTlv(*inner, kSequence);
        if (!sequence)
            continue; // objects given directly
        auto path = readPath(*sequence);
        if (!path)
            return tl::unexpected(path.error());
        directories.push_back({static_cast<Kind>(tag - kFirstKind), *std::move(path)});
    }
    return directories;
}

Result<DataObjects> readDodf(ByteView file)
{
    const auto read = parseTlvFile(file);
    if (!read)
        return tl::unexpected(read.error());
    DataObjects found;
    for (std::size_t i = 0; i < read->objects.size(); ++i) {
        auto object = readEntry(read->objects[i]);
        if (!object) {
            found.warnings.push_back(object.error().text());
            continue;
        }
        object->entry = i;
        found.objects.push_back(*std::move(object));
    }
    return found;
}

Result<TokenInfo> readTokenInfo(ByteView file)
{
    const auto read = parseTlvFile(file);
    if (!read)
        return tl::unexpected(read.error());
    const auto sequence = findTlv(read->objects, kSequence);
    if (!sequence)
        return syntax(QCoreApplication::translate("Pkcs15", "token information (tag 30) was expected"), 0);
    const auto parts = childrenOf(*sequence);
    if (!parts)
        return tl::unexpected(parts.error());
    TokenInfo info;
    if (const auto version = findTlv(*parts, kInteger)) {
        const auto number = unsignedOf(*version);
        if (!number)
            return tl::unexpected(number.error());
        info.version = *number;
    }
    if (const auto serial = findTlv(*parts, kOctetString))
        info.serial = copyOf(serial->value);
    if (const auto manufacturer = findTlv(*parts, kUtf8String))
        info.manufacturer = QString::fromUtf8(textOf(manufacturer->value));
    if (const auto label = findTlv(*parts, kTokenLabel))
        info.label = QString::fromUtf8(textOf(label->value));
    if (const auto flags = findTlv(*parts, kBitString))
        info.flags = copyOf(flags->value);
    return info;
}

Bytes writeOdf(const std::vector<Directory>& directories)
{
    TlvWriter out;
    for (const Directory& directory : directories)
        out.add(tlvTag(kFirstKind + static_cast<std::uint32_t>(directory.kind)), pathSequence(directory.path));
    return out.take();
}

Bytes writeDodf(const std::vector<DataObject>& objects)
{
    TlvWriter out;
    for (const DataObject& object : objects) {
        TlvWriter classes;
        if (!object.applicationName.isEmpty())
            classes.add(kUtf8String, viewOf(object.applicationName.toUtf8()));
        if (!object.applicationOid.empty())
            classes.add(kOid, object.applicationOid);
        TlvWriter entry;
        entry.add(kSequence, attributesOf(object));
        entry.add(kSequence, classes);
        entry.add(kTypeAttributes, pathSequence(object.path));
        out.add(kSequence, entry);
    }
    return out.take();
}

Bytes writeAodf(const std::vector<PinObject>& pins)
{
    TlvWriter out;
    for (const PinObject& pin : pins) {
        TlvWriter entry;
        entry.add(kSequence, TlvWriter().add(kUtf8String, viewOf(pin.label.toUtf8())));
        entry.add(kSequence, TlvWriter().add(kOctetString, pin.authId));
        entry.add(kTypeAttributes, TlvWriter().add(kSequence, attributesOf(pin)));
        out.add(kSequence, entry);
    }
    return out.take();
}

Bytes writeTokenInfo(const TokenInfo& info)
{
    TlvWriter content;
    content.add(kInteger, integerOf(info.version));
    content.add(kOctetString, info.serial);
    if (!info.manufacturer.isEmpty())
        content.add(kUtf8String, viewOf(info.manufacturer.toUtf8()));
    if (!info.label.isEmpty())
        content.add(kTokenLabel, viewOf(info.label.toUtf8()));
    content.add(kBitString, info.flags.empty() ? Bytes{0x00} : info.flags);
    return TlvWriter().add(kSequence, content).take();
}

Result<Bytes> withObjectLength(ByteView file, std::size_t entry, std::uint32_t length)
{
    const auto read = parseTlvFile(file);
    if (!read)
        return tl::unexpected(read.error());
    if (entry >= read->objects.size())
        return fail(
            ErrorKind::NotFound, QCoreApplication::translate("Pkcs15", "the directory has no entry %1").arg(entry + 1));
    auto chain = chainToPath(read->objects[entry]);
    if (!chain)
        return tl::unexpected(chain.error());
    if (chain->size() != chainSize(read->objects[entry]))
        return copyOf(file);
    const auto parts = childrenOf(chain->back());
    const auto field = parts ? findTlv(*parts, kPathLength) : std::nullopt;
    if (!field)
        return copyOf(file);
    chain->push_back(*field);
    Bytes changed = replaceValue(file.first(read->used), *chain, integerOf(length));
    if (!hasRoom(file, read->used, changed.size()))
        return fail(ErrorKind::Full,
            QCoreApplication::translate("Pkcs15", "the directory has %1 bytes, %2 are needed for the new length")
                .arg(file.size())
                .arg(changed.size()));
    // What was used before and is not any more is filled as the rest is.
    const std::uint8_t filling = read->used < file.size() ? file[read->used] : std::uint8_t{0xFF};
    while (changed.size() < read->used)
        changed.push_back(filling);
    changed.insert(changed.end(), file.begin() + static_cast<std::ptrdiff_t>(changed.size()), file.end());
    return changed;
}

bool isLwm2mBootstrap(const DataObject& object)
{
    return std::equal(kLwm2mBootstrapOid.begin(), kLwm2mBootstrapOid.end(), object.applicationOid.begin(),
        object.applicationOid.end());
}

QString oidText(ByteView content)
{
    if (content.empty() || (content.back() & 0x80U) != 0)
        return toHex(content);
    QStringList arcs;
    std::uint64_t arc = 0;
    for (const std::uint8_t byte : content) {
        if (arc > (std::uint64_t{1} << 56U))
            return toHex(content);
        arc = (arc << 7U) | (byte & 0x7FU);
        if ((byte & 0x80U) != 0)
            continue;
        if (arcs.isEmpty()) {
            const std::uint64_t first = std::min<std::uint64_t>(arc / 40, 2);
            arcs << QString::number(first);
            arc -= first * 40;
        }
        arcs << QString::number(arc);
        arc = 0;
    }
    return arcs.join(QLatin1Char('.'));
}

Result<Bytes> oidOf(const QString& text)
{
    const auto wrong = [&text] {
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Pkcs15", "\"%1\" is no object identifier like 2.23.43.9.1").arg(text));
    };
    const QStringList arcs = text.split(QLatin1Char('.'));
    if (arcs.size() < 2)
        return wrong();
    std::vector<std::uint64_t> numbers;
    for (const QString& arc : arcs) {
        bool ok = false;
        numbers.push_back(arc.toUInt(&ok));
        if (!ok)
            return wrong();
    }
    if (numbers[0] > 2 || (numbers[0] < 2 && numbers[1] > 39))
        return wrong();
    numbers[1] += numbers[0] * 40;
    Bytes content;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        Bytes digits{static_cast<std::uint8_t>(numbers[i] & 0x7FU)};
        for (std::uint64_t rest = numbers[i] >> 7U; rest != 0; rest >>= 7U)
            digits.insert(digits.begin(), static_cast<std::uint8_t>(0x80U | (rest & 0x7FU)));
        content.insert(content.end(), digits.begin(), digits.end());
    }
    return content;
}

} // namespace dmsc::pkcs15
