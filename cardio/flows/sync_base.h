// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/tree/tree.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace dmsc {

/// One side as a base was kept of it, or as it is now.
struct SyncPeer
{
    QString id; ///< ICCID, DevId, a document's path
    QString epoch; ///< random, made with its store; empty: a document, or a card whose store has none
    std::uint64_t seq = 0; ///< counts the changes of that store
    Digest content{}; ///< of the tree at that time
};
struct SyncPair
{
    SyncPeer card;
    SyncPeer device;
};

/// The trees as they were after the last synchronisation, one per card and device: the base of three-way merges. Kept
/// as checked image files in a folder. A base is one only for the stores that it was taken of: after a store was made
/// anew or set back, what is missing there was never deleted.
class SyncBases
{
public:
    explicit SyncBases(QString folder);

    /// nullopt: these two have never met, one of them is not what has gone on from there, or the snapshot is damaged
    /// (it is then put aside).
    [[nodiscard]] Result<std::optional<Tree>> load(const SyncPair& now) const;
    /// Written under another name first: a crash leaves the one before.
    Result<void> save(const SyncPair& now, const Tree& tree) const;

private:
    QString m_folder;
};

} // namespace dmsc
