// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"
#include "model/bytes.h"

#include <string>
#include <vector>

namespace dmsc {

inline constexpr std::uint8_t kHighestKeyVersion = 0x7F; ///< of key sets and key pairs; 01 is the lowest

/// A method that the issuer accepts from an entity, and the least level.
struct AcceptedMethod
{
    HandshakeMethod method = HandshakeMethod::Scp03;
    std::uint8_t leastLevel = 0x33;
    std::uint8_t keyVersion = 0; ///< SCP03: of the entity's key set; SCP11: of the card's key pair
    friend bool operator==(const AcceptedMethod&, const AcceptedMethod&) = default;
};

struct EntityPolicy
{
    std::string name; ///< also the DM server id in ACLs; the issuer is bound by none
    Role role = Role::Issuer;
    std::vector<AcceptedMethod> methods;
    std::string commonName; ///< of the certificate that stands for it; empty: none does
    std::vector<ScopedRights> conditions;
    Blocks memoryLimit{};
    Blocks firstGrant{};
    friend bool operator==(const EntityPolicy&, const EntityPolicy&) = default;
};

/// What a card's issuer has laid down (SEC-6, ADM-7).
struct IssuerPolicy
{
    std::uint32_t blockSize = 256; ///< bytes
    Blocks system{};
    Blocks reserve{};
    std::vector<EntityPolicy> entities; ///< the issuer first
    std::vector<TypeLimit> types; ///< `used` stays 0 here
    std::uint8_t handshakeTries = 10;

    [[nodiscard]] const EntityPolicy* find(std::string_view name) const;
    friend bool operator==(const IssuerPolicy&, const IssuerPolicy&) = default;
};

/// BER-TLV as in CARD-INTERFACE.md, section 13; errors name what was expected. Hostile input is fine.
[[nodiscard]] Bytes encode(const IssuerPolicy& policy);
[[nodiscard]] Result<IssuerPolicy> decodePolicy(ByteView bytes);

/// What a new card has: issuer, device, dms and application, with the published test credentials.
[[nodiscard]] IssuerPolicy defaultPolicy(std::uint64_t memorySize);

} // namespace dmsc
