// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_answers.h"

#include "cardio/card/card_interface.h"
#include "model/bytes.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

namespace tag = card::tag;

/// A fixed-size object of an answer.
template <class Array> bool take(const std::vector<Tlv>& tlvs, TlvTag tag, Array& out)
{
    const auto tlv = findTlv(tlvs, tag);
    if (!tlv || tlv->value.size() != out.size())
        return false;
    std::copy(tlv->value.begin(), tlv->value.end(), out.begin());
    return true;
}

std::optional<std::uint64_t> numberAt(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto tlv = findTlv(tlvs, tag);
    const auto value = tlv ? numberOf(*tlv) : tl::unexpected(Error{});
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<std::string> textAt(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto tlv = findTlv(tlvs, tag);
    return tlv ? std::optional<std::string>(std::in_place, tlv->value.begin(), tlv->value.end()) : std::nullopt;
}

/// The objects inside the first one with the tag.
std::optional<std::vector<Tlv>> inside(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto outer = findTlv(tlvs, tag);
    auto parts = outer ? childrenOf(*outer) : tl::unexpected(Error{});
    return parts ? std::optional(std::move(*parts)) : std::nullopt;
}

std::optional<Role> roleAt(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto byte = byteIn(tlvs, tag);
    return byte ? roleOf(*byte) : std::nullopt;
}

std::optional<HandshakeMethod> methodAt(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto byte = byteIn(tlvs, tag);
    return byte ? methodOf(*byte) : std::nullopt;
}

CardSeq seqOf(std::uint64_t value)
{
    return CardSeq{static_cast<std::uint32_t>(value)};
}

std::optional<OfferedMethod> offer(const Tlv& tlv)
{
    const auto parts = childrenOf(tlv);
    if (!parts)
        return std::nullopt;
    const auto role = roleAt(*parts, tag::kOfferRole);
    const auto method = methodAt(*parts, tag::kOfferMethod);
    const auto level = byteIn(*parts, tag::kOfferLevel);
    if (!role || !method || !level)
        return std::nullopt;
    OfferedMethod offer{*role, *method, *level, {}};
    if (const auto versions = findTlv(*parts, tag::kOfferKeyVersions))
        offer.keyVersions.assign(versions->value.begin(), versions->value.end());
    return offer;
}

std::optional<JournalEntry> journalEntry(const Tlv& tlv)
{
    const auto parts = childrenOf(tlv);
    if (!parts)
        return std::nullopt;
    const auto seq = numberAt(*parts, tag::kEntrySeq);
    const std::uint64_t kind = numberAt(*parts, tag::kEntryKind).value_or(0);
    const auto text = textAt(*parts, tag::kEntryUri);
    auto uri = text ? Uri::parse(*text) : tl::unexpected(Error{});
    if (!seq || kind < 1 || kind > 3 || !uri)
        return std::nullopt;
    return JournalEntry{seqOf(*seq), {static_cast<Change::Kind>(kind), std::move(*uri)},
        textAt(*parts, tag::kEntryOwner).value_or(std::string())};
}

std::optional<ScopedRights> condition(const Tlv& tlv)
{
    const auto parts = childrenOf(tlv);
    const auto rights = parts ? byteIn(*parts, tag::kConditionRights) : std::nullopt;
    if (!rights)
        return std::nullopt;
    return ScopedRights{Rights{*rights}, textAt(*parts, tag::kConditionUri).value_or(std::string()),
        textAt(*parts, tag::kConditionMoType).value_or(std::string())};
}

std::optional<EntityMemory> entityMemory(const Tlv& tlv)
{
    const auto parts = childrenOf(tlv);
    if (!parts)
        return std::nullopt;
    const auto name = textAt(*parts, tag::kEntityName);
    const auto role = roleAt(*parts, tag::kEntityRole);
    const auto limit = numberAt(*parts, tag::kGrantLimit);
    const auto granted = numberAt(*parts, tag::kGrantGranted);
    const auto used = numberAt(*parts, tag::kGrantUsed);
    if (!name || !role || !limit || !granted || !used)
        return std::nullopt;
    return EntityMemory{*name, *role, Blocks{*limit}, Blocks{*granted}, Blocks{*used},
        numberAt(*parts, tag::kGrantUsedBytes).value_or(0)};
}

std::optional<TypeLimit> typeLimit(const Tlv& tlv)
{
    const auto parts = childrenOf(tlv);
    const auto name = parts ? textAt(*parts, tag::kTypeName) : std::nullopt;
    const auto limit = parts ? numberAt(*parts, tag::kTypeLimit) : std::nullopt;
    if (!name || !limit)
        return std::nullopt;
    return TypeLimit{*name, Blocks{*limit}, Blocks{numberAt(*parts, tag::kTypeUsed).value_or(0)}};
}

std::optional<KeySetTries> keySetTries(const Tlv& tlv)
{
    const auto parts = childrenOf(tlv);
    const auto entity = parts ? textAt(*parts, tag::kTriesEntity) : std::nullopt;
    const auto version = parts ? byteIn(*parts, tag::kTriesKeyVersion) : std::nullopt;
    const auto left = parts ? byteIn(*parts, tag::kTriesLeft) : std::nullopt;
    const auto most = parts ? byteIn(*parts, tag::kTriesMost) : std::nullopt;
    return entity && version && left && most ? std::optional<KeySetTries>({*entity, *version, *left, *most})
                                             : std::nullopt;
}

/// Every object with the tag, each read by `read`; false when one of them is unreadable.
template <class T>
bool takeAll(const std::vector<Tlv>& tlvs, TlvTag tag, std::optional<T> (*read)(const Tlv&), std::vector<T>& out)
{
    for (const Tlv& tlv : tlvs) {
        if (tlv.tag != tag)
            continue;
        auto one = read(tlv);
        if (!one)
            return false;
        out.push_back(std::move(*one));
    }
    return true;
}

} // namespace

tl::unexpected<Error> unreadable(const char* command)
{
    return fail(ErrorKind::Syntax,
        QCoreApplication::translate("CardClient", "the card's answer to %1 cannot be read")
            .arg(QLatin1String(command)));
}

std::optional<CardDiscovery> decodeDiscovery(ByteView answer)
{
    const auto tlvs = parseTlvs(answer);
    const auto fci = tlvs ? inside(*tlvs, tag::kFci) : std::nullopt;
    const auto parts = fci ? inside(*fci, tag::kProprietary) : std::nullopt;
    std::array<std::uint8_t, 2> version{};
    std::array<std::uint8_t, 2> method{};
    if (!parts || !take(*parts, tag::kVersion, version) || !take(*parts, tag::kMethod, method))
        return std::nullopt;
    CardDiscovery discovery{version[0], version[1], method[1],
        (numberAt(*parts, tag::kCapabilities).value_or(0) & 1U) != 0, {}, Bytes(answer.begin(), answer.end())};
    for (const Tlv& tlv : *parts) {
        // A role or method of a later interface is nothing that we could offer.
        auto one = tlv.tag == tag::kOffer ? offer(tlv) : std::nullopt;
        if (one)
            discovery.offers.push_back(std::move(*one));
    }
    return discovery;
}

std::optional<SyncStatus> decodeSyncStatus(ByteView answer)
{
    const auto tlvs = parseTlvs(answer);
    SyncStatus status;
    const auto seq = tlvs ? numberAt(*tlvs, tag::kSeq) : std::nullopt;
    const auto oldest = tlvs ? numberAt(*tlvs, tag::kOldestSeq) : std::nullopt;
    const auto iccid = tlvs ? textAt(*tlvs, tag::kIccid) : std::nullopt;
    if (!seq || !oldest || !iccid || !take(*tlvs, tag::kEpoch, status.epoch)
        || !take(*tlvs, tag::kContentDigest, status.content) || !take(*tlvs, tag::kAclDigest, status.acl))
        return std::nullopt;
    status.seq = seqOf(*seq);
    status.oldest = seqOf(*oldest);
    status.iccid = *iccid;
    status.memorySize = numberAt(*tlvs, tag::kMemorySize).value_or(0);
    status.memoryUsed = numberAt(*tlvs, tag::kMemoryUsed).value_or(0);
    status.memoryFree = numberAt(*tlvs, tag::kMemoryFree).value_or(0);
    status.nodes = numberAt(*tlvs, tag::kNodeCount).value_or(0);
    return status;
}

std::optional<std::vector<JournalEntry>> decodeJournal(ByteView answer)
{
    const auto tlvs = parseTlvs(answer);
    std::vector<JournalEntry> entries;
    if (!tlvs || !takeAll(*tlvs, tag::kEntry, &journalEntry, entries))
        return std::nullopt;
    return entries;
}

std::optional<AccessConditions> decodeAccessConditions(ByteView answer)
{
    const auto tlvs = parseTlvs(answer);
    if (!tlvs)
        return std::nullopt;
    const auto name = textAt(*tlvs, tag::kEntityName);
    const auto role = roleAt(*tlvs, tag::kEntityRole);
    const auto method = methodAt(*tlvs, tag::kEntityMethod);
    const auto level = byteIn(*tlvs, tag::kEntityLevel);
    AccessConditions access;
    if (!name || !role || !method || !level || !takeAll(*tlvs, tag::kCondition, &condition, access.conditions))
        return std::nullopt;
    access.entity = *name;
    access.role = *role;
    access.method = *method;
    access.level = *level;
    access.credential = textAt(*tlvs, tag::kEntityCredential).value_or(std::string());
    return access;
}

std::optional<MemoryMap> decodeMemoryMap(ByteView answer)
{
    const auto tlvs = parseTlvs(answer);
    if (!tlvs)
        return std::nullopt;
    const auto block = numberAt(*tlvs, tag::kBlockSize);
    const auto total = numberAt(*tlvs, tag::kBlocksTotal);
    MemoryMap map;
    if (!block || *block == 0 || *block > UINT32_MAX || !total
        || !takeAll(*tlvs, tag::kEntityMemory, &entityMemory, map.entities)
        || !takeAll(*tlvs, tag::kTypeMemory, &typeLimit, map.types))
        return std::nullopt;
    map.blockSize = static_cast<std::uint32_t>(*block);
    map.total = Blocks{*total};
    map.system = Blocks{numberAt(*tlvs, tag::kBlocksSystem).value_or(0)};
    map.reserve = Blocks{numberAt(*tlvs, tag::kBlocksReserve).value_or(0)};
    map.free = Blocks{numberAt(*tlvs, tag::kBlocksFree).value_or(0)};
    map.reserveLimit = Blocks{numberAt(*tlvs, tag::kBlocksReserveLimit).value_or(0)};
    return map;
}

std::optional<std::vector<KeySetTries>> decodeTries(ByteView answer)
{
    const auto tlvs = parseTlvs(answer);
    std::vector<KeySetTries> tries;
    if (!tlvs || !takeAll(*tlvs, tag::kKeySetTries, &keySetTries, tries))
        return std::nullopt;
    return tries;
}

QString offersText(const std::vector<OfferedMethod>& offers, Role role)
{
    QStringList words;
    for (const OfferedMethod& offer : offers)
        if (offer.role == role)
            words << QCoreApplication::translate("CardClient", "%1 (level %2)")
                         .arg(methodName(offer.method))
                         .arg(hexDigits(offer.leastLevel));
    return words.isEmpty() ? QCoreApplication::translate("CardClient", "nothing") : words.join(QStringLiteral(", "));
}

Result<void> checkOffered(
    const std::vector<OfferedMethod>& offers, Role role, HandshakeMethod method, std::uint8_t level)
{
    if (offers.empty() && method == HandshakeMethod::Scp03)
        return {};
    if (offers.empty())
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("CardClient", "the card accepts SCP03 alone, %1 was asked for")
                .arg(methodName(method)));
    const auto same = [&](const OfferedMethod& offer) { return offer.role == role && offer.method == method; };
    const auto offered = std::find_if(offers.begin(), offers.end(), same);
    if (offered == offers.end())
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("CardClient",
                "no permission to open a session as %2: the issuer's policy does not accept %1 from it; it accepts: "
                "%3. "
                "Choose what it accepts, or ask the card's issuer. Nothing was sent")
                .arg(methodName(method), roleName(role), offersText(offers, role)));
    // SCP11 has one level; of several key sets any may do.
    const auto good = [&](const OfferedMethod& offer) {
        return same(offer) && (level & offer.leastLevel) == offer.leastLevel;
    };
    if (method == HandshakeMethod::Scp03 && std::none_of(offers.begin(), offers.end(), good))
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate("CardClient",
                "no permission to open a session as %2: the issuer's policy accepts %1 from it at level %3 or more, "
                "not "
                "%4. Choose a higher level. Nothing was sent")
                .arg(methodName(method), roleName(role))
                .arg(hexDigits(offered->leastLevel))
                .arg(hexDigits(level)));
    return {};
}

} // namespace dmsc
