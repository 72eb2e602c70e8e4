// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"
#include "model/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dmsc {

/// A number of memory blocks of a card; MemoryMap::blockSize says how many bytes one has.
enum class Blocks : std::uint64_t {};
[[nodiscard]] constexpr std::uint64_t number(Blocks blocks)
{
    return static_cast<std::uint64_t>(blocks);
}

/// One entity's part of the memory (ADM-6, ADM-7).
struct EntityMemory
{
    std::string entity;
    Role role = Role::Issuer;
    Blocks limit{}; ///< the most that the issuer's policy lets it have
    Blocks granted{};
    Blocks used{}; ///< of what is granted: bytes rounded up to whole blocks
    std::uint64_t usedBytes = 0;
    friend bool operator==(const EntityMemory&, const EntityMemory&) = default;
};

/// The most that all MOs of one type may take together.
struct TypeLimit
{
    std::string moType;
    Blocks limit{};
    Blocks used{};
    friend bool operator==(const TypeLimit&, const TypeLimit&) = default;
};

/// How a card's memory is divided: total = system + reserve + all granted + free.
struct MemoryMap
{
    std::uint32_t blockSize = 0; ///< bytes
    Blocks total{};
    Blocks system{}; ///< taken by the card itself
    Blocks reserve{}; ///< left of what the issuer keeps back: granted to nobody but itself
    Blocks free{}; ///< can still be granted
    std::vector<EntityMemory> entities; ///< those that the asking entity may know of
    std::vector<TypeLimit> types;
    std::string self; ///< the entity that asked
    Blocks reserveLimit{}; ///< what the issuer keeps back when it can: memory given back fills the reserve first
    friend bool operator==(const MemoryMap&, const MemoryMap&) = default;
};

/// The numbers are P1 of MANAGE MEMORY.
enum class MemoryAction : std::uint8_t {
    Request = 0x01, ///< the grant shall be `blocks`, more or fewer than now
    Extend = 0x02, ///< `blocks` more
    Reduce = 0x03, ///< `blocks` less
    Release = 0x04, ///< give back all that is not used
    Delete = 0x05, ///< delete all that the entity stored and give back everything
};

struct MemoryRequest
{
    MemoryAction action = MemoryAction::Request;
    std::string entity; ///< empty: the one that asks
    Blocks blocks{}; ///< not for Release and Delete
    friend bool operator==(const MemoryRequest&, const MemoryRequest&) = default;
};

/// What came of one request. The card may grant less than was asked.
struct MemoryResult
{
    MemoryRequest request;
    std::uint16_t statusWord = 0; ///< 0: not sent, because one before it was refused
    Blocks granted{}; ///< of the entity, afterwards
    QString text; ///< in the user's language: what happened, what is short, what to do
    [[nodiscard]] bool done() const { return statusWord == 0x9000; }
    friend bool operator==(const MemoryResult&, const MemoryResult&) = default;
};

/// Whole blocks that hold so many bytes.
[[nodiscard]] constexpr Blocks blocksFor(std::uint64_t bytes, std::uint32_t blockSize)
{
    return blockSize == 0 ? Blocks{0} : Blocks{bytes / blockSize + (bytes % blockSize != 0 ? 1 : 0)};
}

/// The largest grant that the entity can come to now: its limit, and what is left of the card's memory.
[[nodiscard]] Blocks reachable(const MemoryMap& map, const EntityMemory& entity);

/// The map after the request if the card's rules of CARD-INTERFACE.md section 14 are kept, for a preview; the
/// entity's grant may become less than asked. NotAllowed, NotFound or Full as the card would refuse it.
[[nodiscard]] Result<MemoryMap> afterRequest(MemoryMap map, const MemoryRequest& request);

} // namespace dmsc
