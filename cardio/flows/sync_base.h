// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/tree/tree.h"

#include <QString>

#include <optional>

namespace dmsc {

/// The trees as they were after the last synchronisation, one per card and device: the base of three-way merges. Kept
/// as checked image files in a folder.
class SyncBases
{
public:
    explicit SyncBases(QString folder);

    /// nullopt: these two have never met, or the snapshot is damaged (it is then put aside).
    [[nodiscard]] Result<std::optional<Tree>> load(const QString& iccid, const QString& deviceId) const;
    /// Written under another name first: a crash leaves the one before.
    Result<void> save(const QString& iccid, const QString& deviceId, const Tree& tree) const;

private:
    QString m_folder;
};

} // namespace dmsc
