// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/channel/scp03_keys.h"
#include "cardio/store/file_table.h"
#include "cardio/store/journal.h"
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
    std::string iccid = "8949010000000000000";
    std::uint64_t memorySize = std::uint64_t{16} << 20U; ///< bytes for Management Objects, as storedBytes counts
    Scp03KeySet keys = Scp03KeySet::test();
    bool dmsc = true; ///< with the DM_SC application; without it a plain UICC
};

/// The file behind an emulated card: its tree and what the card must not forget.
class CardImage
{
public:
    static Result<void> create(const QString& path, const CardSetup& setup, const RandomSource& random);
    [[nodiscard]] static Result<CardImage> open(const QString& path, StoreProbe probe = {});

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

    /// The keys, for the card's end of a handshake alone: no command reads them out.
    [[nodiscard]] Result<Scp03KeySet> keys() const;
    [[nodiscard]] SequenceCounter counter() const;
    Result<void> setCounter(SequenceCounter counter);

    /// The files of the UICC; none in an image that nothing was written into yet.
    [[nodiscard]] Result<std::vector<StoredFile>> readFiles();
    /// One transaction.
    Result<void> saveFiles(const FileChanges& changes);
    /// What the card keeps of a key that VERIFY knows; empty: nothing yet.
    [[nodiscard]] Bytes pin(std::uint8_t reference) const;
    Result<void> savePin(std::uint8_t reference, const Bytes& state);

    /// One transaction: nodes, journal, sequence number (which stays where nothing changed in the end).
    Result<void> commit(TreeEditor& editor, const std::string& owner);
    /// The same together with the grants.
    Result<void> commit(TreeEditor& editor, const std::string& owner, const Bytes& memoryGrants);

private:
    explicit CardImage(TreeImage image);
    Result<void> commitWith(TreeEditor& editor, const std::string& owner, ImageMeta meta);

    TreeImage m_image;
    FileTable m_files;
    Journal m_journal;
    std::uint64_t m_used = 0;
};

} // namespace dmsc
