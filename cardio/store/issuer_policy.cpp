// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/issuer_policy.h"

#include "cardio/apdu/tlv.h"
#include "cardio/channel/security_level.h"
#include "model/tree/uri.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace dmsc {

namespace {

constexpr TlvTag kPolicyVersion{0x80};
constexpr TlvTag kBlockSize{0x81};
constexpr TlvTag kSystem{0x82};
constexpr TlvTag kReserve{0x83};
constexpr TlvTag kTries{0x84};
constexpr TlvTag kEntity{0xA5};
constexpr TlvTag kName{0x80};
constexpr TlvTag kRole{0x81};
constexpr TlvTag kCommonName{0x82};
constexpr TlvTag kLimit{0x83};
constexpr TlvTag kFirstGrant{0x84};
constexpr TlvTag kCondition{0xA1};
constexpr TlvTag kRights{0x80};
constexpr TlvTag kUri{0x81};
constexpr TlvTag kMoType{0x82};
constexpr TlvTag kMethod{0xA6};
constexpr TlvTag kMethodNumber{0x80};
constexpr TlvTag kLeastLevel{0x81};
constexpr TlvTag kKeyVersion{0x82};
constexpr TlvTag kType{0xA7};
constexpr TlvTag kTypeName{0x80};
constexpr TlvTag kTypeLimit{0x81};

constexpr std::uint64_t kVersion = 1;
constexpr std::uint64_t kLargestBlock = std::uint64_t{1} << 20U;
constexpr std::uint64_t kMostBlocks = std::uint64_t{1} << 48U;
constexpr std::uint64_t kMostTries = 15; // 63Cx has four bits
constexpr std::size_t kMostEntities = 64;
constexpr std::size_t kMostParts = 64; // methods or conditions of one entity
constexpr std::size_t kMostTypes = 256;
constexpr std::size_t kLongestName = 64;
constexpr std::size_t kLongestText = 1024;

tl::unexpected<Error> wrong(const char* what, const QString& where = {})
{
    return fail(ErrorKind::Syntax,
        QCoreApplication::translate("IssuerPolicy", "this is not a policy of a card's issuer: %1")
            .arg(QCoreApplication::translate("IssuerPolicy", what)),
        where);
}

Result<std::uint64_t> numberIn(
    const std::vector<Tlv>& tlvs, TlvTag tag, std::uint64_t least, std::uint64_t most, const char* expected)
{
    const auto found = findTlv(tlvs, tag);
    const auto number = found ? numberOf(*found) : Result<std::uint64_t>(wrong(expected));
    if (!number || *number < least || *number > most)
        return wrong(expected);
    return *number;
}

/// A name stands in ACLs as a server's id: what those use as signs is not in it.
bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c < 0x7F && c != '*' && c != '+' && c != '=' && c != '&';
    });
}

bool isUri(const std::string& text)
{
    return text == "." || Uri::parse(text).has_value();
}

Result<ScopedRights> decodeCondition(const Tlv& tlv)
{
    const auto tlvs = childrenOf(tlv);
    if (!tlvs)
        return tl::unexpected(tlvs.error());
    ScopedRights condition;
    const auto bits = numberIn(
        *tlvs, kRights, 0, kAllRights.bits, QT_TRANSLATE_NOOP("IssuerPolicy", "rights are one byte from 00 to 3F"));
    if (!bits)
        return tl::unexpected(bits.error());
    condition.rights = Rights{static_cast<std::uint8_t>(*bits)};
    if (const auto uri = findTlv(*tlvs, kUri))
        condition.uri = textOf(uri->value);
    if (const auto type = findTlv(*tlvs, kMoType))
        condition.moType = textOf(type->value);
    if (condition.uri.empty() == condition.moType.empty() || condition.uri.size() > kLongestText
        || condition.moType.size() > kLongestText || (!condition.uri.empty() && !isUri(condition.uri)))
        return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "rights hold below one URI or in MOs of one Type"));
    return condition;
}

Result<AcceptedMethod> decodeMethod(const Tlv& tlv)
{
    const auto tlvs = childrenOf(tlv);
    if (!tlvs)
        return tl::unexpected(tlvs.error());
    constexpr const char* kWhich = QT_TRANSLATE_NOOP("IssuerPolicy", "a method is 03, 1A, 1B or 1C");
    constexpr const char* kLevel =
        QT_TRANSLATE_NOOP("IssuerPolicy", "a level is 01, 03, 11, 13 or 33, with certificates 33 alone");
    const auto number = numberIn(*tlvs, kMethodNumber, 0, 0xFF, kWhich);
    const auto method = number ? methodOf(static_cast<std::uint8_t>(*number)) : std::nullopt;
    if (!method)
        return wrong(kWhich);
    const auto level = numberIn(*tlvs, kLeastLevel, 0, 0xFF, kLevel);
    if (!level || !securityLevelOf(static_cast<std::uint8_t>(*level)))
        return wrong(kLevel);
    if (*method != HandshakeMethod::Scp03 && *level != static_cast<std::uint8_t>(SecurityLevel::All))
        return wrong(kLevel);
    const auto version = numberIn(*tlvs, kKeyVersion, 1, kHighestKeyVersion,
        QT_TRANSLATE_NOOP("IssuerPolicy", "a key version is one byte from 01 to 7F"));
    if (!version)
        return tl::unexpected(version.error());
    return AcceptedMethod{*method, static_cast<std::uint8_t>(*level), static_cast<std::uint8_t>(*version)};
}

Result<void> decodeParts(const std::vector<Tlv>& tlvs, EntityPolicy& entity)
{
    for (const Tlv& tlv : tlvs) {
        if (entity.methods.size() > kMostParts || entity.conditions.size() > kMostParts)
            return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "an entity has at most 64 methods and 64 conditions"));
        if (tlv.tag == kMethod) {
            const auto method = decodeMethod(tlv);
            if (!method)
                return tl::unexpected(method.error());
            entity.methods.push_back(*method);
        } else if (tlv.tag == kCondition) {
            auto condition = decodeCondition(tlv);
            if (!condition)
                return tl::unexpected(condition.error());
            entity.conditions.push_back(*std::move(condition));
        }
    }
    return {};
}

Result<EntityPolicy> decodeEntity(const Tlv& tlv)
{
    const auto tlvs = childrenOf(tlv);
    if (!tlvs)
        return tl::unexpected(tlvs.error());
    EntityPolicy entity;
    const auto name = findTlv(*tlvs, kName);
    if (!name || !isName(textOf(name->value)))
        return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "an entity's name is 1 to 64 ASCII characters without *+=&"));
    entity.name = textOf(name->value);
    const QString where = QString::fromStdString(entity.name);
    const auto role = numberIn(
        *tlvs, kRole, 1, kRoleCount, QT_TRANSLATE_NOOP("IssuerPolicy", "an entity's role is a number from 01 to 04"));
    if (!role)
        return at(role.error(), where);
    entity.role = static_cast<Role>(*role);
    if (const auto commonName = findTlv(*tlvs, kCommonName))
        entity.commonName = textOf(commonName->value);
    if (entity.commonName.size() > kLongestName)
        return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "a common name is at most 64 bytes"), where);
    constexpr const char* kBlocks = QT_TRANSLATE_NOOP("IssuerPolicy", "blocks are a number of at most 6 bytes");
    const auto limit = numberIn(*tlvs, kLimit, 0, kMostBlocks, kBlocks);
    const auto first = numberIn(*tlvs, kFirstGrant, 0, kMostBlocks, kBlocks);
    if (!limit || !first)
        return at(limit ? first.error() : limit.error(), where);
    entity.memoryLimit = Blocks{*limit};
    entity.firstGrant = Blocks{*first};
    if (*first > *limit)
        return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "a first grant is within the limit"), where);
    if (auto parts = decodeParts(*tlvs, entity); !parts)
        return at(parts.error(), where);
    return entity;
}

Result<TypeLimit> decodeType(const Tlv& tlv)
{
    const auto tlvs = childrenOf(tlv);
    if (!tlvs)
        return tl::unexpected(tlvs.error());
    const auto name = findTlv(*tlvs, kTypeName);
    const auto limit = numberIn(*tlvs, kTypeLimit, 0, kMostBlocks,
        QT_TRANSLATE_NOOP("IssuerPolicy", "a Type's limit is a number of at most 6 bytes"));
    if (!limit)
        return tl::unexpected(limit.error());
    if (!name || name->value.empty() || name->value.size() > kLongestText)
        return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "a limit names a Type of 1 to 1024 bytes"));
    return TypeLimit{std::string(textOf(name->value)), Blocks{*limit}, {}};
}

/// Who comes in must be one entity, not two.
Result<void> checkDistinct(const IssuerPolicy& policy)
{
    std::set<std::string> names;
    std::set<std::string> commonNames;
    std::set<std::uint8_t> keySets;
    for (const EntityPolicy& entity : policy.entities) {
        const QString where = QString::fromStdString(entity.name);
        if (!names.insert(entity.name).second)
            return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "each entity has a name of its own"), where);
        if (!entity.commonName.empty() && !commonNames.insert(entity.commonName).second)
            return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "each entity has a common name of its own"), where);
        for (const AcceptedMethod& method : entity.methods)
            if (method.method == HandshakeMethod::Scp03 && !keySets.insert(method.keyVersion).second)
                return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "each entity has key sets of its own"), where);
    }
    return {};
}

Result<void> decodeLists(const std::vector<Tlv>& tlvs, IssuerPolicy& policy)
{
    for (const Tlv& tlv : tlvs) {
        if (tlv.tag == kEntity) {
            auto entity = decodeEntity(tlv);
            if (!entity)
                return tl::unexpected(entity.error());
            policy.entities.push_back(*std::move(entity));
        } else if (tlv.tag == kType) {
            auto type = decodeType(tlv);
            if (!type)
                return tl::unexpected(type.error());
            policy.types.push_back(*std::move(type));
        }
        if (policy.entities.size() > kMostEntities || policy.types.size() > kMostTypes)
            return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "there are at most 64 entities and 256 Types"));
    }
    if (policy.entities.empty() || policy.entities.front().role != Role::Issuer)
        return wrong(QT_TRANSLATE_NOOP("IssuerPolicy", "the first entity is the issuer"));
    return checkDistinct(policy);
}

ScopedRights everywhere(std::initializer_list<Right> rights)
{
    unsigned bits = 0;
    for (const Right right : rights)
        bits |= static_cast<unsigned>(right);
    return {Rights{static_cast<std::uint8_t>(bits)}, ".", {}};
}

EntityPolicy entityNamed(const char* name, Role role, std::vector<AcceptedMethod> methods)
{
    EntityPolicy entity;
    entity.name = name;
    entity.role = role;
    entity.methods = std::move(methods);
    entity.commonName = name;
    return entity;
}

TlvWriter writeEntity(const EntityPolicy& entity)
{
    TlvWriter writer;
    writer.add(kName, viewOf(entity.name)).addNumber(kRole, static_cast<std::uint64_t>(entity.role));
    if (!entity.commonName.empty())
        writer.add(kCommonName, viewOf(entity.commonName));
    writer.addNumber(kLimit, number(entity.memoryLimit)).addNumber(kFirstGrant, number(entity.firstGrant));
    for (const AcceptedMethod& method : entity.methods) {
        TlvWriter one;
        one.addNumber(kMethodNumber, static_cast<std::uint64_t>(method.method))
            .addNumber(kLeastLevel, method.leastLevel)
            .addNumber(kKeyVersion, method.keyVersion);
        writer.add(kMethod, one);
    }
    for (const ScopedRights& condition : entity.conditions) {
        TlvWriter one;
        one.addNumber(kRights, condition.rights.bits);
        if (!condition.uri.empty())
            one.add(kUri, viewOf(condition.uri));
        else
            one.add(kMoType, viewOf(condition.moType));
        writer.add(kCondition, one);
    }
    return writer;
}

} // namespace

const EntityPolicy* IssuerPolicy::find(std::string_view name) const
{
    const auto found =
        std::find_if(entities.begin(), entities.end(), [name](const EntityPolicy& one) { return one.name == name; });
    return found == entities.end() ? nullptr : &*found;
}

Bytes encode(const IssuerPolicy& policy)
{
    TlvWriter writer;
    writer.addNumber(kPolicyVersion, kVersion)
        .addNumber(kBlockSize, policy.blockSize)
        .addNumber(kSystem, number(policy.system))
        .addNumber(kReserve, number(policy.reserve))
        .addNumber(kTries, policy.handshakeTries);
    for (const EntityPolicy& entity : policy.entities)
        writer.add(kEntity, writeEntity(entity));
    for (const TypeLimit& type : policy.types) {
        TlvWriter one;
        one.add(kTypeName, viewOf(type.moType)).addNumber(kTypeLimit, number(type.limit));
        writer.add(kType, one);
    }
    return writer.take();
}

Result<IssuerPolicy> decodePolicy(ByteView bytes)
{
    const auto tlvs = parseTlvs(bytes);
    if (!tlvs)
        return tl::unexpected(tlvs.error());
    if (auto version = numberIn(
            *tlvs, kPolicyVersion, kVersion, kVersion, QT_TRANSLATE_NOOP("IssuerPolicy", "version 1 was expected"));
        !version)
        return tl::unexpected(version.error());
    constexpr const char* kBlocks = QT_TRANSLATE_NOOP("IssuerPolicy", "blocks are a number of at most 6 bytes");
    const auto block =
        numberIn(*tlvs, kBlockSize, 1, kLargestBlock, QT_TRANSLATE_NOOP("IssuerPolicy", "a block has 1 byte to 1 MiB"));
    const auto system = numberIn(*tlvs, kSystem, 0, kMostBlocks, kBlocks);
    const auto reserve = numberIn(*tlvs, kReserve, 0, kMostBlocks, kBlocks);
    const auto tries =
        numberIn(*tlvs, kTries, 1, kMostTries, QT_TRANSLATE_NOOP("IssuerPolicy", "a key set has 1 to 15 tries"));
    for (const auto* number : {&block, &system, &reserve, &tries})
        if (!*number)
            return tl::unexpected(number->error());
    IssuerPolicy policy;
    policy.blockSize = static_cast<std::uint32_t>(*block);
    policy.system = Blocks{*system};
    policy.reserve = Blocks{*reserve};
    policy.handshakeTries = static_cast<std::uint8_t>(*tries);
    if (auto lists = decodeLists(*tlvs, policy); !lists)
        return tl::unexpected(lists.error());
    return policy;
}

IssuerPolicy defaultPolicy(std::uint64_t memorySize)
{
    using enum HandshakeMethod;
    IssuerPolicy policy;
    const std::uint64_t total = memorySize / policy.blockSize;
    const auto part = [total](std::uint64_t of) { return Blocks{total / of}; };
    policy.system = part(256);
    policy.reserve = part(16);

    EntityPolicy issuer = entityNamed("issuer", Role::Issuer, {{Scp03, 0x33, 0x30}, {Scp11a, 0x33, 0x11}});
    issuer.conditions = {{kAllRights, ".", {}}};
    issuer.memoryLimit = Blocks{total};
    issuer.firstGrant = part(4);

    EntityPolicy device =
        entityNamed("device", Role::Device, {{Scp03, 0x33, 0x31}, {Scp11a, 0x33, 0x11}, {Scp11c, 0x33, 0x11}});
    device.conditions = {everywhere({Right::Explore, Right::Read, Right::Write, Right::Delete, Right::Others}),
        everywhere({Right::Memory})};
    device.memoryLimit = part(4);
    device.firstGrant = part(8);

    EntityPolicy dms = entityNamed("dms", Role::Dms, {{Scp11a, 0x33, 0x11}, {Scp11a, 0x33, 0x12}, {Scp03, 0x33, 0x32}});
    dms.conditions = {everywhere({Right::Explore, Right::Read, Right::Others}),
        everywhere({Right::Explore, Right::Read, Right::Write, Right::Delete, Right::Memory})};
    dms.memoryLimit = part(4);
    dms.firstGrant = part(8);

    EntityPolicy application = entityNamed("application", Role::Application, {{Scp03, 0x33, 0x33}});
    application.conditions = {everywhere({Right::Explore, Right::Read, Right::Others}),
        everywhere({Right::Write, Right::Delete, Right::Memory})};
    application.memoryLimit = part(16);
    application.firstGrant = part(64);

    policy.entities = {std::move(issuer), std::move(device), std::move(dms), std::move(application)};
    return policy;
}

} // namespace dmsc
