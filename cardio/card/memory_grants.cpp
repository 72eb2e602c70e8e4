// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/memory_grants.h"

#include "cardio/card/card_interface.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace dmsc {

namespace {

constexpr TlvTag kGrant{0xA0}; // in the image: name and blocks of one entity
constexpr TlvTag kGrantEntity{0x80};
constexpr TlvTag kGrantBlocks{0x81};

Blocks less(Blocks a, Blocks b)
{
    return Blocks{number(a) - std::min(number(a), number(b))};
}

tl::unexpected<Error> noRight(const std::string& entity)
{
    return fail(ErrorKind::Security,
        QCoreApplication::translate("MemoryGrants", "the issuer's policy does not let %1 manage this memory")
            .arg(QString::fromStdString(entity)));
}

tl::unexpected<Error> badRequest()
{
    return fail(ErrorKind::Syntax, QCoreApplication::translate("MemoryGrants", "a request for memory cannot be read"));
}

} // namespace

MemoryGrants::MemoryGrants(CardImage& image, const IssuerPolicy& policy)
    : m_image(&image)
    , m_policy(&policy)
{
}

MemoryGrants::Grants MemoryGrants::grants() const
{
    Grants grants;
    const Bytes stored = m_image->memoryGrants();
    const auto tlvs = parseTlvs(stored);
    if (!tlvs)
        return grants;
    for (const Tlv& tlv : *tlvs) {
        const auto parts = tlv.tag == kGrant ? childrenOf(tlv) : tl::unexpected(Error{});
        const auto entity = parts ? findTlv(*parts, kGrantEntity) : std::nullopt;
        const auto blocks = parts ? findTlv(*parts, kGrantBlocks) : std::nullopt;
        const auto count = blocks ? numberOf(*blocks) : tl::unexpected(Error{});
        if (entity && count)
            grants[std::string(textOf(entity->value))] = *count;
    }
    return grants;
}

Bytes MemoryGrants::encode(const Grants& grants)
{
    TlvWriter writer;
    for (const auto& [entity, blocks] : grants) {
        TlvWriter one;
        one.add(kGrantEntity, viewOf(entity)).addNumber(kGrantBlocks, blocks);
        writer.add(kGrant, one);
    }
    return writer.take();
}

std::size_t MemoryGrants::accountOf(std::string_view owner) const
{
    const auto& entities = m_policy->entities;
    const auto found =
        std::find_if(entities.begin(), entities.end(), [&](const EntityPolicy& one) { return one.name == owner; });
    // What nobody of the policy stored is the issuer's.
    return found == entities.end() ? 0 : static_cast<std::size_t>(found - entities.begin());
}

std::vector<std::uint64_t> MemoryGrants::usedBytes() const
{
    std::vector<std::uint64_t> used(m_policy->entities.size());
    const auto& names = ledger().names();
    for (std::size_t i = 0; i < names.size() && !used.empty(); ++i)
        used[accountOf(names[i])] += ledger().bytesOf(static_cast<OwnerLedger::Owner>(i));
    return used;
}

MemoryMap MemoryGrants::map() const
{
    MemoryMap map;
    map.blockSize = std::max(m_policy->blockSize, std::uint32_t{1});
    map.total = Blocks{m_image->memorySize() / map.blockSize};
    map.reserveLimit = m_policy->reserve;
    const Grants stored = grants();
    const auto used = usedBytes();
    Blocks pool = map.total;
    for (std::size_t i = 0; i < m_policy->entities.size(); ++i) {
        const EntityPolicy& policy = m_policy->entities[i];
        EntityMemory memory{policy.name, policy.role, std::min(policy.memoryLimit, map.total), {}, {}, used[i]};
        memory.used = blocksFor(used[i], map.blockSize);
        const auto grant = stored.find(policy.name);
        memory.granted = std::max(memory.used, grant == stored.end() ? Blocks{0} : Blocks{grant->second});
        pool = less(pool, memory.granted);
        map.entities.push_back(std::move(memory));
    }
    map.system = std::min(m_policy->system, pool);
    pool = less(pool, map.system);
    map.reserve = std::min(m_policy->reserve, pool);
    map.free = less(pool, map.reserve);
    for (const TypeLimit& type : m_policy->types)
        map.types.push_back({type.moType, type.limit, blocksFor(ledger().bytesOfType(type.moType), map.blockSize)});
    return map;
}

MemoryMap MemoryGrants::mapFor(const EntityPolicy& asking) const
{
    MemoryMap all = map();
    all.self = asking.name;
    const bool others = std::any_of(asking.conditions.begin(), asking.conditions.end(),
        [](const ScopedRights& one) { return one.rights.has(Right::Others); });
    if (!others)
        std::erase_if(all.entities, [&](const EntityMemory& one) { return one.entity != asking.name; });
    return all;
}

Result<void> MemoryGrants::firstUse(const EntityPolicy& entity)
{
    Grants stored = grants();
    if (entity.firstGrant == Blocks{0} || stored.contains(entity.name))
        return {};
    const MemoryMap now = map();
    const auto memory = std::find_if(
        now.entities.begin(), now.entities.end(), [&](const EntityMemory& one) { return one.entity == entity.name; });
    if (memory == now.entities.end())
        return {};
    // As much of it as there is.
    stored[entity.name] = number(std::max(memory->granted, std::min(entity.firstGrant, reachable(now, *memory))));
    return m_image->saveMemoryGrants(encode(stored));
}

Result<void> MemoryGrants::removeAllOf(const EntityPolicy& asking, std::size_t account, TreeEditor& editor) const
{
    const Tree& tree = editor.tree();
    const EntityAccess access(tree, ledger(), EntityRights(asking));
    std::vector<bool> foreign(tree.idEnd()); // something of another is at or below the node
    bool allowed = true;
    const auto isOf = [&](NodeId node) { return accountOf(ledger().nameOf(node)) == account; };
    const std::function<void(NodeId)> look = [&](NodeId node) {
        bool found = node == Tree::root() || !isOf(node);
        allowed = allowed && (found || access.may(node, Right::Delete));
        for (const NodeId below : tree.children(node)) {
            look(below);
            found = found || foreign[index(below)];
        }
        foreign[index(node)] = found;
    };
    look(Tree::root());
    if (!allowed)
        return noRight(asking.name);
    std::vector<NodeId> gone;
    std::vector<NodeId> kept;
    const std::function<void(NodeId)> collect = [&](NodeId node) {
        for (const NodeId below : tree.children(node)) {
            if (!foreign[index(below)]) {
                gone.push_back(below);
                continue;
            }
            if (isOf(below))
                kept.push_back(below);
            collect(below);
        }
    };
    collect(Tree::root());
    // What holds another's data stays, and is the issuer's from now on.
    for (const NodeId node : kept)
        editor.setOwner(node, m_policy->entities.front().name);
    for (const NodeId node : gone)
        if (auto removed = editor.remove(node); !removed)
            return removed;
    return {};
}

Result<void> MemoryGrants::manage(const EntityPolicy& asking, const MemoryRequest& request, const StampClock& clock)
{
    const std::string& name = request.entity.empty() ? asking.name : request.entity;
    if (!EntityRights(asking).somewhere(Right::Memory, name != asking.name))
        return noRight(asking.name);
    MemoryMap now = map();
    now.self = asking.name;
    const auto after = afterRequest(now, request);
    if (!after)
        return tl::unexpected(after.error());
    Grants stored = grants();
    const auto memory = std::find_if(
        after->entities.begin(), after->entities.end(), [&](const EntityMemory& one) { return one.entity == name; });
    stored[name] = number(memory->granted);
    if (request.action != MemoryAction::Delete)
        return m_image->saveMemoryGrants(encode(stored));
    TreeEditor editor = m_image->edit(asking.name, clock);
    if (auto removed = removeAllOf(asking, accountOf(name), editor); !removed) {
        editor.rollBack(0);
        return removed;
    }
    return m_image->commit(editor, asking.name, encode(stored));
}

GrantLimits::GrantLimits(const MemoryGrants& grants, std::string entity)
    : m_grants(&grants)
    , m_entity(std::move(entity))
{
    const MemoryMap map = grants.map();
    m_blockSize = map.blockSize;
    const auto stored = grants.grants();
    m_grantable = less(map.total, grants.policy().system);
    m_reserve = grants.policy().reserve;
    for (const EntityPolicy& one : grants.policy().entities) {
        const auto grant = stored.find(one.name);
        const bool known = grant != stored.end();
        m_stored.push_back(known ? Blocks{grant->second} : Blocks{0});
        const Blocks first = known ? Blocks{0} : std::min(one.firstGrant, one.memoryLimit);
        m_growsTo.push_back(one.role == Role::Issuer ? one.memoryLimit : first);
    }
}

void GrantLimits::begin()
{
    m_used = m_grants->usedBytes();
    m_types.clear();
    for (const TypeLimit& type : m_grants->policy().types)
        m_types.push_back(m_grants->ledger().bytesOfType(type.moType));
}

std::uint64_t GrantLimits::allowed(std::size_t account, const std::vector<std::uint64_t>& used) const
{
    Blocks blocks = m_stored[account];
    if (m_growsTo[account] > blocks) {
        // It grows into what nobody else has.
        const bool issuer = m_grants->policy().entities[account].role == Role::Issuer;
        Blocks left = issuer ? m_grantable : less(m_grantable, m_reserve);
        for (std::size_t i = 0; i < used.size(); ++i)
            if (i != account)
                left = less(left, std::max(m_stored[i], blocksFor(used[i], m_blockSize)));
        blocks = std::max(blocks, std::min(left, m_growsTo[account]));
    }
    const std::uint64_t most = UINT64_MAX / m_blockSize;
    return std::min(number(blocks), most) * m_blockSize;
}

std::optional<Shortage> GrantLimits::exceeded() const
{
    const auto left = [](std::uint64_t whole, std::uint64_t taken) { return whole - std::min(whole, taken); };
    const auto now = m_grants->usedBytes();
    for (std::size_t i = 0; i < now.size() && i < m_used.size(); ++i) {
        if (now[i] <= m_used[i])
            continue;
        const std::uint64_t most = allowed(i, now);
        const std::string& name = m_grants->policy().entities[i].name;
        if (now[i] > most)
            return Shortage{left(most, m_used[i]), now[i] - m_used[i], name == m_entity ? std::string() : name, {}};
    }
    const auto& types = m_grants->policy().types;
    for (std::size_t i = 0; i < types.size() && i < m_types.size(); ++i) {
        const std::uint64_t bytes = m_grants->ledger().bytesOfType(types[i].moType);
        const std::uint64_t most = std::min(number(types[i].limit), UINT64_MAX / m_blockSize) * m_blockSize;
        if (bytes > m_types[i] && bytes > most)
            return Shortage{left(most, m_types[i]), bytes - m_types[i], {}, types[i].moType};
    }
    return std::nullopt;
}

Bytes encodeMemoryMap(const MemoryMap& map)
{
    using namespace card;
    TlvWriter writer;
    writer.addNumber(tag::kBlockSize, map.blockSize)
        .addNumber(tag::kBlocksTotal, number(map.total))
        .addNumber(tag::kBlocksSystem, number(map.system))
        .addNumber(tag::kBlocksReserve, number(map.reserve))
        .addNumber(tag::kBlocksFree, number(map.free))
        .addNumber(tag::kBlocksReserveLimit, number(map.reserveLimit));
    for (const EntityMemory& memory : map.entities) {
        TlvWriter one;
        one.add(tag::kEntityName, viewOf(memory.entity))
            .addNumber(tag::kEntityRole, static_cast<std::uint64_t>(memory.role))
            .addNumber(tag::kGrantLimit, number(memory.limit))
            .addNumber(tag::kGrantGranted, number(memory.granted))
            .addNumber(tag::kGrantUsed, number(memory.used))
            .addNumber(tag::kGrantUsedBytes, memory.usedBytes);
        writer.add(tag::kEntityMemory, one);
    }
    for (const TypeLimit& type : map.types) {
        TlvWriter one;
        one.add(tag::kTypeName, viewOf(type.moType))
            .addNumber(tag::kTypeLimit, number(type.limit))
            .addNumber(tag::kTypeUsed, number(type.used));
        writer.add(tag::kTypeMemory, one);
    }
    return writer.take();
}

Bytes encodeMemoryRequest(const MemoryRequest& request)
{
    TlvWriter writer;
    if (!request.entity.empty())
        writer.add(card::tag::kRequestEntity, viewOf(request.entity));
    if (request.action != MemoryAction::Release && request.action != MemoryAction::Delete)
        writer.addNumber(card::tag::kRequestBlocks, number(request.blocks));
    return writer.take();
}

Result<MemoryRequest> decodeMemoryRequest(std::uint8_t p1, ByteView data)
{
    const auto tlvs = parseTlvs(data);
    if (p1 < static_cast<std::uint8_t>(MemoryAction::Request) || p1 > static_cast<std::uint8_t>(MemoryAction::Delete)
        || !tlvs)
        return badRequest();
    MemoryRequest request;
    request.action = static_cast<MemoryAction>(p1);
    const auto entity = findTlv(*tlvs, card::tag::kRequestEntity);
    const auto blocks = findTlv(*tlvs, card::tag::kRequestBlocks);
    const bool counts = request.action != MemoryAction::Release && request.action != MemoryAction::Delete;
    if (counts != blocks.has_value() || (entity && entity->value.empty()))
        return badRequest();
    if (entity)
        request.entity = std::string(textOf(entity->value));
    if (blocks) {
        const auto count = numberOf(*blocks);
        if (!count)
            return badRequest();
        request.blocks = Blocks{*count};
    }
    return request;
}

} // namespace dmsc
