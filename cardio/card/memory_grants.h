// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/card/entity_rights.h"
#include "cardio/store/card_image.h"

#include <map>

namespace dmsc {

/// How the card's memory is divided (ADM-6, ADM-7; CARD-INTERFACE.md, section 14). Grants stand in the image; what is
/// used follows from who stored what. Nobody's grant is less than what it uses; the issuer's grows by itself, into its
/// reserve last.
class MemoryGrants
{
public:
    /// Both must outlive it; a policy has an issuer, and that first.
    MemoryGrants(CardImage& image, const IssuerPolicy& policy);

    /// An entity's first grant comes into force, once in the card's life. One transaction, or nothing to do.
    Result<void> firstUse(const EntityPolicy& entity);
    /// All of it: what an entity with the right to others' memory may know.
    [[nodiscard]] MemoryMap map() const;
    /// As `asking` may know it.
    [[nodiscard]] MemoryMap mapFor(const EntityPolicy& asking) const;
    /// Bytes that are stored, by entity of the policy; what nobody of it stored counts for the first, the issuer.
    [[nodiscard]] std::vector<std::uint64_t> usedBytes() const;

    /// MANAGE MEMORY: checked, done and stored in one transaction. Errors: Syntax (6A80), NotFound (6A88), Security
    /// (6982), NotAllowed (6985), Full (6A84), others as the store gives them (6581).
    [[nodiscard]] Result<void> manage(
        const EntityPolicy& asking, const MemoryRequest& request, const StampClock& clock);

    [[nodiscard]] const IssuerPolicy& policy() const { return *m_policy; }
    [[nodiscard]] const std::string& issuer() const { return m_policy->entities.front().name; }
    [[nodiscard]] const OwnerLedger& ledger() const { return m_image->ledger(); }

    using Grants = std::map<std::string, std::uint64_t, std::less<>>;
    [[nodiscard]] Grants grants() const; ///< blocks, of those who had a first grant

private:
    [[nodiscard]] static Bytes encode(const Grants& grants);
    [[nodiscard]] std::size_t accountOf(std::string_view owner) const; ///< place among the policy's entities
    Result<void> removeAllOf(const EntityPolicy& asking, std::size_t account, TreeEditor& editor) const;

    CardImage* m_image;
    const IssuerPolicy* m_policy;
};

/// Keeps one message's changes within the grants and the limits per Type.
class GrantLimits final : public WriteLimits
{
public:
    GrantLimits(const MemoryGrants& grants, std::string entity);
    void begin() override;
    [[nodiscard]] std::optional<Shortage> exceeded() const override;

private:
    [[nodiscard]] std::uint64_t allowed(std::size_t account, const std::vector<std::uint64_t>& used) const;

    const MemoryGrants* m_grants;
    std::string m_entity;
    std::uint32_t m_blockSize = 1;
    Blocks m_grantable{}; // to all together
    Blocks m_reserve{}; // of that, to the issuer alone
    std::vector<Blocks> m_stored; // grants, by entity of the policy
    std::vector<Blocks> m_growsTo; // by itself: the issuer's to its limit, one that was not used yet to the first grant
    std::vector<std::uint64_t> m_used; // bytes at begin()
    std::vector<std::uint64_t> m_types; // bytes at begin(), by TypeLimit of the policy
};

/// The blocks' part of GET MEMORY's answer.
[[nodiscard]] Bytes encodeMemoryMap(const MemoryMap& map);
/// The data of MANAGE MEMORY; Syntax error for what is none.
[[nodiscard]] Bytes encodeMemoryRequest(const MemoryRequest& request);
[[nodiscard]] Result<MemoryRequest> decodeMemoryRequest(std::uint8_t p1, ByteView data);

} // namespace dmsc
