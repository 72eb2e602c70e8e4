// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_client.h"
#include "cardio/session/tree_client.h"
#include "cardio/store/tree_image.h"

#include <set>

namespace dmsc {

/// How a tree was brought up to date and what it cost.
struct RefreshReport
{
    enum class Way : std::uint8_t {
        Unchanged, ///< the sync status was enough
        Journal, ///< the card told what changed since last time
        Digests, ///< found by comparing digests level by level
        Full, ///< read whole
    };
    Way way = Way::Unchanged;
    std::size_t pairsToFind = 0; ///< command pairs before the first value was fetched
    std::size_t pairs = 0; ///< command pairs in all
    SyncStatus status;
};

/// Keeps a copy of a card's tree and brings it up to date by what changed (GEN-5, peers.md 3.5). The copy lasts in a
/// snapshot per card (ICCID) in the cache folder; without a folder it lives as long as the reader.
class CardReader
{
public:
    CardReader(CardClient& card, TreeClient& client, QString cacheFolder = {}, RandomSource random = systemRandom());

    /// Whose view of the card it is: what others may see stays out of the copy. Another one than before is read anew.
    void setEntity(const std::string& entity);
    /// After a success tree() is as the card's was at report.status.seq, proven by the digests of the root.
    Result<RefreshReport> refresh(const Progress& progress = {});
    /// The card has carried these out: does them to the copy, so that refresh() need not fetch what we sent.
    void applied(const std::vector<Operation>& operations);

    [[nodiscard]] const Tree& tree() const { return m_snapshot ? m_snapshot->tree() : m_tree; }

    /// Who stored what, as the snapshot remembers it for the tree as it is; nullopt: the card must be asked.
    [[nodiscard]] std::optional<Owners> knownOwners() const;
    /// What the card said to that, for the next time that it is opened.
    void rememberOwners(const Owners& owners);

private:
    /// What is known to differ and must be fetched.
    struct Wanted
    {
        std::set<Uri> subtrees; ///< with everything below
        std::set<Uri> nodes; ///< interior nodes' own properties
        std::vector<Uri> gone;
    };

    [[nodiscard]] Tree& workTree() { return m_snapshot ? m_snapshot->tree() : m_tree; }
    void loadSnapshot(const SyncStatus& status);
    void saveSnapshot(TreeEditor& editor, const SyncStatus& status);
    void makeSnapshot(const SyncStatus& status);
    [[nodiscard]] QString snapshotPath(const std::string& iccid) const;
    [[nodiscard]] bool agrees(const SyncStatus& status);
    [[nodiscard]] Result<std::optional<Wanted>> fromJournal();
    [[nodiscard]] Result<Wanted> fromDigests(std::size_t digestSize);
    Result<void> fetch(const Wanted& wanted, TreeEditor& editor, const Progress& progress);
    Result<void> readWhole(const SyncStatus& status, const Progress& progress);
    Result<bool> update(RefreshReport& report, bool useJournal, std::size_t digestSize, const Progress& progress);

    CardClient* m_card;
    TreeClient* m_client;
    QString m_cacheFolder;
    std::string m_entity; ///< empty: the issuer, who sees everything
    RandomSource m_random;
    std::optional<TreeImage> m_snapshot;
    Tree m_tree;
    bool m_known = false; ///< tree() was the card's at m_epoch, m_seq
    Epoch m_epoch{};
    CardSeq m_seq{};
    std::vector<Uri> m_sent; ///< subtrees that we added ourselves since
};

} // namespace dmsc
