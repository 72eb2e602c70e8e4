// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/store/file_table.h"
#include "cardio/store/issuer_policy.h"
#include "cardio/store/journal.h"
#include "cardio/store/key_vault.h"
#include "cardio/store/tree_image.h"

#include <array>

namespace dmsc {

/// Eight random bytes made when a store is formatted: a sequence number means something only together with them.
using Epoch = std::array<std::uint8_t, 8>;

/// What a new card is made with.
struct CardSetup
{
    Tree tree;
    Owners owners; ///< who stored the tree; nodes that are not told of: the issuer
    std::string iccid = "8949010000000000008";
    std::uint64_t memorySize = std::uint64_t{16} << 20U; ///< bytes for Management Objects, as storedBytes counts
    bool dmsc = true; ///< with the DM_SC application; without it a plain UICC
    std::optional<IssuerPolicy> policy{}; ///< none: defaultPolicy()
    bool publishedKeys = true; ///< the published test credentials
    std::vector<Scp03CardConfig> keySets{}; ///< beside them, or in their place where the key version is the same
    std::vector<CardKeyPair> keyPairs{};
    QString sealKey{}; ///< where the key is that seals all others; empty: Seal::defaultPath()
};

/// The file behind an emulated card: its tree and what the card must not forget.
class CardImage
{
public:
    static Result<void> create(const QString& path, const CardSetup& setup, const RandomSource& random);
    /// `sealKey`: see CardSetup. Without that key the card opens, and what was sealed with it cannot be used.
    [[nodiscard]] static Result<CardImage> open(
        const QString& path, StoreProbe probe = {}, const QString& sealKey = {});

    [[nodiscard]] Tree& tree() { return m_image.tree(); }
    [[nodiscard]] const Tree& tree() const { return m_image.tree(); }
    [[nodiscard]] const std::string& owner(NodeId id) const { return m_image.owner(id); }
    [[nodiscard]] const OwnerLedger& ledger() const { return m_image.ledger(); }
    /// For changes by `owner`, to be given to commit().
    [[nodiscard]] TreeEditor edit(const std::string& owner, StampClock clock)
    {
        return m_image.edit(owner, std::move(clock));
    }
    [[nodiscard]] const QString& path() const { return m_image.path(); }
    [[nodiscard]] std::string iccid() const;
    [[nodiscard]] bool hasDmsc() const; ///< the card has the DM_SC application
    [[nodiscard]] Epoch epoch() const;
    [[nodiscard]] CardSeq seq() const;
    [[nodiscard]] const Journal& journal() const { return m_journal; }
    [[nodiscard]] std::uint64_t memorySize() const;
    [[nodiscard]] std::uint64_t memoryUsed() const { return m_used; }
    [[nodiscard]] std::uint64_t memoryFree() const;

    /// How the memory is divided, as cardio/card/memory_grants.h writes it; empty: nobody was granted anything yet.
    [[nodiscard]] Bytes memoryGrants() const;
    Result<void> saveMemoryGrants(const Bytes& grants);

    /// What the issuer has laid down.
    [[nodiscard]] const IssuerPolicy& policy() const { return m_policy; }
    Result<void> savePolicy(const IssuerPolicy& policy);
    /// Counts savePolicy(), for what is worked out from the policy.
    [[nodiscard]] std::uint64_t policyChanges() const { return m_policyChanges; }

    /// The keys, for the card's end of a handshake alone: no command reads them out. Version 0: the first. nullopt:
    /// there are none of that version, or they cannot be opened.
    [[nodiscard]] std::optional<CardKeySet> keySet(std::uint8_t version) const;
    [[nodiscard]] std::optional<CardKeyPair> keyPair(std::uint8_t version) const;
    [[nodiscard]] bool hasKeyPair(std::uint8_t version) const { return m_vault.hasKeyPair(m_image.meta(), version); }
    /// Public keys that approvals are checked with (GEN-11), SubjectPublicKeyInfo; empty: none with that reference.
    [[nodiscard]] Bytes authorityKey(std::uint8_t reference) const;
    Result<void> saveAuthorityKey(std::uint8_t reference, const Bytes& publicKey);
    /// What the card, as a DM server, has delivered to an entity, as cardio/card/deliveries.h writes it.
    [[nodiscard]] Bytes deliveries(const std::string& entity) const;
    Result<void> saveDeliveries(const std::string& entity, const Bytes& deliveries);
    /// New keys, or others in place of those with that version; all tries are there again.
    Result<void> saveKeySet(const Scp03CardConfig& keys);
    Result<void> saveKeyPair(const CardKeyPair& pair);
    Result<void> saveCounter(std::uint8_t keyVersion, SequenceCounter next);
    /// One try less before a comparison; all of them once it has succeeded.
    Result<void> saveTry(std::uint8_t keyVersion, bool succeeded);
    /// See CardHandshakeStore::isUsed. Full error when 4096 scripts were played: SCP11c is over for this card then.
    [[nodiscard]] bool isScriptUsed(const Digest& key) const;
    Result<void> saveScriptUsed(const Digest& key);

    /// The files of the UICC; none in an image that nothing was written into yet.
    [[nodiscard]] Result<std::vector<StoredFile>> readFiles();
    /// One transaction.
    Result<void> saveFiles(const FileChanges& changes);
    /// What the card keeps of a key that VERIFY knows; empty: nothing yet. A secret in it goes through closed().
    [[nodiscard]] Bytes pin(std::uint8_t reference) const;
    Result<void> savePin(std::uint8_t reference, const Bytes& state);
    /// The sequence numbers that AUTHENTICATE has taken, by their indices; empty: none yet.
    [[nodiscard]] Bytes sequences() const;
    Result<void> saveSequences(const Bytes& sequences);
    [[nodiscard]] Result<Bytes> closed(ByteView secret, const std::string& use) const;
    [[nodiscard]] Result<SecretBytes> opened(ByteView sealed, const std::string& use) const;

    /// One transaction: nodes, journal, sequence number (which stays where nothing changed in the end).
    Result<void> commit(TreeEditor& editor, const std::string& owner);
    /// The same together with the grants.
    Result<void> commit(TreeEditor& editor, const std::string& owner, const Bytes& memoryGrants);

private:
    CardImage(TreeImage image, KeyVault vault);
    Result<void> loadPolicy();
    void bringKeysOver();
    Result<void> saveOverwriting(const ImageMeta& changed);
    Result<void> commitWith(TreeEditor& editor, const std::string& owner, ImageMeta meta);

    TreeImage m_image;
    KeyVault m_vault;
    IssuerPolicy m_policy;
    std::uint64_t m_policyChanges = 0;
    FileTable m_files;
    Journal m_journal;
    std::uint64_t m_used = 0;
};

} // namespace dmsc
